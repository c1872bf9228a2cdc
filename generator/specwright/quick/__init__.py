"""Quick: the answer of a run that finds everything as the last one left it.

In: `sys.argv`. Out: what to say; or nothing, and then the whole program is loaded and looks for itself.

Why apart from the rest: each import costs, and most runs of a hook find nothing to do. So nothing here imports more
than `os`, `sys` and `hashlib`, and none of the stages; that is also why paths are plain texts here.
"""

from __future__ import annotations

from specwright.quick.answer import answer, record_of
from specwright.quick.looks import Line, checkout, digest_of, generator_key, look, written

__all__ = ["Line", "answer", "checkout", "digest_of", "generator_key", "look", "record_of", "written"]
