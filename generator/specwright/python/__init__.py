"""The Python target: an installable, typed SDK."""

from __future__ import annotations

from collections.abc import Mapping

from specwright.python.format import format_python
from specwright.python.operations import gives_items
from specwright.python.plan import plan
from specwright.python.receivers import receiver_of
from specwright.python.render import render_package
from specwright.python.resources import resource_classes
from specwright.python.samples import call_of, imports_of
from specwright.python.schemes import credentials_of, parameters_of, scheme_views
from specwright.python.servers import address_sample
from specwright.python.signatures import secret_variable
from specwright.python.webhooks import MODULES
from specwright.python.written import operations_in, written_operations
from specwright.sdk import Sdk

__all__ = [
    "MODULES", "address_sample", "call_of", "credentials_of", "format_python", "gives_items", "imports_of",
    "operations_in", "parameters_of", "python_files", "receiver_of", "resource_classes", "scheme_views",
    "secret_variable", "written_operations",
]  # fmt: skip


def python_files(sdk: Sdk, jobs: int = 1) -> Mapping[str, bytes]:
    """The distribution's files by path; the models are rendered in as many processes as `jobs` says."""
    written = format_python(render_package(plan(sdk), jobs, sdk.cache), sdk.cache)
    return {name: text.encode() for name, text in written.items()}
