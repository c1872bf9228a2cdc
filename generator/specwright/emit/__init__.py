"""The last stage: files in memory become a folder on disk, or the list of what such a run would change.

In: the files of every target, and the digests of all that decided them. Out: the output folder with its
`manifest.json`.
"""

from specwright.emit.causes import Because, Cause, CauseKind
from specwright.emit.checking import Drift, check, strays_in
from specwright.emit.freshness import drift_causes, is_fresh
from specwright.emit.manifest import Inputs, Manifest, read_manifest
from specwright.emit.workspace import workspace_of
from specwright.emit.writing import Written, write

__all__ = [
    "Because", "Cause", "CauseKind", "Drift", "Inputs", "Manifest", "Written", "check", "drift_causes", "is_fresh",
    "read_manifest", "strays_in", "workspace_of", "write",
]  # fmt: skip
