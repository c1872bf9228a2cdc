"""Requests: each operation as a call to paste: curl, Python, and asynchronous Python.

In: a version and an operation. Out: text of each, made from the required parameters and body: examples of the
specification win. Credentials come from the environment, by the names that the SDK reads them from.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote, urlencode

from specwright.docs.json_samples import json_sample
from specwright.flatten import as_object
from specwright.ir import Operation
from specwright.load import Json
from specwright.media import kind_of, preferred
from specwright.python import call_of, imports_of, scheme_views
from specwright.sdk import Sdk, Version

__all__ = ["async_program", "curl", "program"]


def curl(sdk: Sdk, version: Version, operation: Operation) -> str:
    """The request as a shell command."""
    lines = [f"curl --request {operation.method}", f"--url {_quoted(_url(sdk, version, operation))}"]
    lines += [f'--header "{header}"' for header in _credentials(sdk, version, operation)]
    lines += _body(version, operation)
    return " \\\n  ".join(lines)


def program(sdk: Sdk, version: Version, operation: Operation) -> str:
    """The request as a whole Python program."""
    call = call_of(version, operation)
    imports = "\n".join(_imports(sdk, version, call, "Client"))
    return f"{imports}\n\nwith Client() as client:\n    answer = {call}\n    print(answer)\n"


def async_program(sdk: Sdk, version: Version, operation: Operation) -> str:
    """The same with the asynchronous client."""
    call = call_of(version, operation)
    imports = "\n".join(["import asyncio", *_imports(sdk, version, call, "AsyncClient")])
    body = f"    async with AsyncClient() as client:\n        answer = await {call}\n        print(answer)\n"
    return f"{imports}\n\n\nasync def main() -> None:\n{body}\n\nasyncio.run(main())\n"


def _imports(sdk: Sdk, version: Version, call: str, client: str) -> Iterator[str]:
    package = ".".join(part for part in (sdk.package, version.namespace) if part)
    models = f"from {package} import models"
    needed = imports_of([call], package)
    yield from (line for line in needed if line != models)
    yield ""
    yield f"from {package} import {client}" + (", models" if models in needed else "")


def _url(sdk: Sdk, version: Version, operation: Operation) -> str:
    servers = operation.servers or version.api.servers
    path = operation.path
    query: list[tuple[str, str]] = []
    for each in operation.parameters:
        if each.required and each.location in ("path", "query"):
            value = json_sample(version, each.shape, each.example, everything=False)
            text = value if isinstance(value, str) else json.dumps(value)
            if each.location == "path":
                path = path.replace("{" + each.name + "}", quote(text, safe=""))
            else:
                query.append((each.name, text))
    base = servers[0].url if servers else f"${sdk.package.upper()}_BASE_URL"
    return base.rstrip("/") + path + (f"?{urlencode(query, quote_via=quote)}" if query else "")


def _credentials(sdk: Sdk, version: Version, operation: Operation) -> Iterator[str]:
    """The headers of the first alternative; a key elsewhere than in a header is for the reader to add."""
    views = {view.name: view for view in scheme_views(version.api.schemes)}
    for use in operation.security[0] if operation.security else ():
        view = views.get(use.scheme)
        if view and view.kind == "bearer":
            yield f"Authorization: Bearer ${sdk.package.upper()}_{view.parameter.upper()}"
        elif view and view.kind == "header":
            yield f"{view.key}: ${sdk.package.upper()}_{view.parameter.upper()}"


def _body(version: Version, operation: Operation) -> list[str]:
    content = next(iter(preferred(operation.body.contents)), None) if operation.body else None
    if content is None or content.shape is None:
        return []
    value = json_sample(version, content.shape, content.example, everything=False)
    match kind_of(content):
        case "json":
            text = json.dumps(value, indent=2, ensure_ascii=False)
            return [f"--header {_quoted(f'Content-Type: {content.media_type}')}", f"--data {_quoted(text)}"]
        case "form" | "multipart" as kind if as_object(content.shape, version.models) and isinstance(value, dict):
            flag = "--data-urlencode" if kind == "form" else "--form"
            return [f"{flag} {_quoted(f'{name}={_text(each)}')}" for name, each in value.items()]
        case _:
            return [f"--header {_quoted(f'Content-Type: {content.media_type}')}", "--data-binary @file"]


def _text(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
