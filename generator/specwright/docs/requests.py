"""Requests: each operation as a Python program to paste, with the synchronous and with the asynchronous client.

In: a version and an operation. Out: the text of each. A listing is shown as one page and as all of its items.
"""

from __future__ import annotations

from collections.abc import Iterator

from specwright.ir import Operation
from specwright.python import address_sample, call_of, gives_items, imports_of
from specwright.sdk import Sdk, Version

__all__ = ["async_program", "call_sample", "program"]


def program(sdk: Sdk, version: Version, operation: Operation) -> str:
    """The request as a whole Python program."""
    call = call_of(version, operation)
    imports = "\n".join(_imports(sdk, version, call, "Client"))
    body = "\n".join(f"    {line}" if line else "" for line in _lines(version, operation, call, "", ""))
    return f"{imports}\n\nwith Client({address_sample(version.api)}) as client:\n{body}\n"


def async_program(sdk: Sdk, version: Version, operation: Operation) -> str:
    """The same with the asynchronous client."""
    call = call_of(version, operation)
    imports = "\n".join(["import asyncio", *_imports(sdk, version, call, "AsyncClient")])
    body = "\n".join(f"        {line}" if line else "" for line in _lines(version, operation, call, "await ", "async "))
    within = f"    async with AsyncClient({address_sample(version.api)}) as client:\n{body}\n"
    return f"{imports}\n\n\nasync def main() -> None:\n{within}\n\nasyncio.run(main())\n"


def call_sample(version: Version, operation: Operation) -> str:
    """The call alone."""
    return f"{call_of(version, operation)}\n"


def _lines(version: Version, operation: Operation, call: str, wait: str, each: str) -> Iterator[str]:
    if not any(response.contents for response in operation.responses if _succeeds(response.status)):
        yield f"{wait}{call}"
        return
    if gives_items(version, operation):
        yield f"{each}for item in {wait}{call}:"
        yield "    print(item)"
        return
    yield f"answer = {wait}{call}"
    yield "print(answer)"
    pager = version.names.pagers.get(operation.key) if operation.paging else None
    if pager:
        method = version.names.operations[operation.key].method
        yield ""
        yield f"{each}for item in {call.replace(f'.{method}(', f'.{pager}(', 1)}:"
        yield "    print(item)"


def _succeeds(status: str) -> bool:
    return status.startswith("2") or status == "default"


def _imports(sdk: Sdk, version: Version, call: str, client: str) -> Iterator[str]:
    package = ".".join(part for part in (sdk.package, version.namespace) if part)
    models = f"from {package} import models"
    needed = imports_of([call], package)
    yield from (line for line in needed if line != models)
    yield ""
    yield f"from {package} import {client}" + (", models" if models in needed else "")
