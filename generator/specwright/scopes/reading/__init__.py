"""Reading: the calls that Python code makes of generated packages, found without running it.

In: paths of Python code, and the contracts of the packages. Out: a `Reading`: operations with their places, and every
place that could not be followed.

    surface      what the packages show: clients, resources, methods
    files        the code, parsed, and which file an import leads to
    kinds        what an expression may be
    expressions, calls, members, known…, annotations, statements, definitions
                 one construct of Python each
    facts        what is known beyond one function, growing until nothing changes
    findings     calls and gaps

Types decide, never names: a call is found where the code shows that its value is a client. Names alone give a gap.
"""

from __future__ import annotations

from specwright.scopes.reading.findings import Gap, Use
from specwright.scopes.reading.program import Reading, read_program
from specwright.scopes.reading.surface import Called, surface_of

__all__ = ["Called", "Gap", "Reading", "Use", "read_program", "surface_of"]
