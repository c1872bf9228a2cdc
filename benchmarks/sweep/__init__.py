"""Folders of real documents through everything: what is refused, what crashes, what comes out, and whether it works.

`python -m benchmarks.sweep DIR...` from the root of the repository; `benchmarks/README.md` says what the columns mean.

    finding -> working (one process each: generate, import, trips) -> typing (in batches) -> table

The generator that is swept is this repository's own, whichever is installed.
"""

import sys
from pathlib import Path

_GENERATOR = str(Path(__file__).parents[2] / "generator")
if _GENERATOR not in sys.path:
    sys.path.insert(0, _GENERATOR)
