"""Actions: path segments that are verbs, with the noun that each becomes when something stands below it.

In: a path segment. Out: whether it is an action, and its noun. A new verb is one line here; adding one renames the
operations that use it, so a line is added when a real API shows the need.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ACTIONS"]

ACTIONS: Mapping[str, str] = {
    "activate": "activation",
    "approve": "approval",
    "archive": "archive",
    "assign": "assignment",
    "book": "booking",
    "calculate": "calculation",
    "cancel": "cancellation",
    "clone": "clone",
    "complete": "completion",
    "confirm": "confirmation",
    "convert": "conversion",
    "copy": "copy",
    "deactivate": "deactivation",
    "disable": "disabling",
    "download": "download",
    "enable": "enabling",
    "export": "export",
    "generate": "generation",
    "import": "import",
    "invite": "invitation",
    "lookup": "lookup",
    "merge": "merge",
    "move": "move",
    "preview": "preview",
    "publish": "publication",
    "purge": "purge",
    "query": "query",
    "refresh": "refresh",
    "reject": "rejection",
    "rename": "renaming",
    "reset": "reset",
    "restore": "restoration",
    "resume": "resumption",
    "retry": "retry",
    "revoke": "revocation",
    "run": "run",
    "search": "search",
    "send": "sending",
    "start": "start",
    "stop": "stop",
    "subscribe": "subscription",
    "suspend": "suspension",
    "sync": "sync",
    "test": "test",
    "unpublish": "unpublication",
    "unsubscribe": "unsubscription",
    "update": "update",
    "upload": "upload",
    "validate": "validation",
    "verify": "verification",
}
