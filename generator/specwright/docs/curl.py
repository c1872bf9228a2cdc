"""curl: an operation as a shell command to paste.

In: a version and an operation. Out: the command, made from the required parameters and the body; examples of the
specification win. Credentials come from the environment, by the names that the SDK reads them from.

Why two kinds of quotes: a variable must be filled in by the shell, and nothing else that the specification says may.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from specwright.docs.json_samples import json_sample, json_text
from specwright.docs.wire import in_path, in_query, plain
from specwright.flatten import as_object
from specwright.ir import Content, MutualTls, Operation, Parameter
from specwright.load import Json
from specwright.media import kind_of, preferred
from specwright.python import scheme_views
from specwright.python.files import is_made_of_files
from specwright.sdk import Sdk, Version

__all__ = ["curl"]

_GLOBS = re.compile(r"[\[\]{}]")


def curl(sdk: Sdk, version: Version, operation: Operation) -> str:
    """The request as a shell command."""
    url = _url(sdk, version, operation)
    lines = [f"curl --request {operation.method}", *(["--globoff"] if _GLOBS.search(url) else []), f"--url {url}"]
    lines += _credentials(sdk, version, operation)
    lines += _headers(version, operation)
    lines += _body(version, operation)
    return " \\\n  ".join(lines)


def _url(sdk: Sdk, version: Version, operation: Operation) -> str:
    servers = operation.servers or version.api.servers
    base = servers[0].url.rstrip("/") if servers else ""
    unknown = "" if "://" in base else f"${sdk.package.upper()}_BASE_URL"
    path = operation.path
    for each in _required(operation, "path"):
        path = path.replace("{" + each.name + "}", in_path(each, _value(version, each)))
    query = [text for each in _required(operation, "query") if (text := in_query(each, _value(version, each)))]
    keys = [f"{view_key}={variable}" for view_key, variable in _keys(sdk, version, operation, "query")]
    told = base + path + ("?" + "&".join(query) if query else "")
    if not unknown and not keys:
        return _quoted(told)
    joint = ("&" if query else "?") if keys else ""
    return f'"{unknown}{_inside(told)}{joint}{"&".join(keys)}"'


def _required(operation: Operation, location: str) -> Iterator[Parameter]:
    return (each for each in operation.parameters if each.required and each.location == location)


def _value(version: Version, each: Parameter) -> Json:
    return json_sample(version, each.shape, each.example, everything=False)


def _keys(sdk: Sdk, version: Version, operation: Operation, kind: str) -> Iterator[tuple[str, str]]:
    """The keys of the first alternative that travel this way, each with its variable."""
    views = {view.name: view for view in scheme_views(version.api.schemes)}
    for use in operation.security[0] if operation.security else ():
        view = views.get(use.scheme)
        if view and view.kind == kind:
            yield _inside(view.key or ""), f"${sdk.package.upper()}_{view.parameter.upper()}"


def _credentials(sdk: Sdk, version: Version, operation: Operation) -> Iterator[str]:
    """The options for the credentials of the first alternative; a key in the query is part of the URL."""
    for _, variable in _keys(sdk, version, operation, "bearer"):
        yield f'--header "Authorization: Bearer {variable}"'
    for key, variable in _keys(sdk, version, operation, "header"):
        yield f'--header "{key}: {variable}"'
    for key, variable in _keys(sdk, version, operation, "cookie"):
        yield f'--cookie "{key}={variable}"'
    for _, variable in _keys(sdk, version, operation, "basic"):
        yield f'--user "{variable}"'
    certified = {each.name for each in version.api.schemes if isinstance(each, MutualTls)}
    if any(use.scheme in certified for uses in operation.security[:1] for use in uses):
        yield "--cert client.pem"


def _headers(version: Version, operation: Operation) -> Iterator[str]:
    for each in _required(operation, "header"):
        yield f"--header {_quoted(f'{each.name}: {plain(_value(version, each))}')}"
    for each in _required(operation, "cookie"):
        yield f"--cookie {_quoted(f'{each.name}={plain(_value(version, each))}')}"


def _body(version: Version, operation: Operation) -> Iterator[str]:
    content = next(iter(preferred(operation.body.contents)), None) if operation.body else None
    if content is None:
        return
    kind = kind_of(content)
    wide = {"json": "application/json", "text": "text/plain"}.get(kind, "application/octet-stream")
    told = f"--header {_quoted('Content-Type: ' + content.media_type.replace('*/*', wide))}"
    if content.shape is None or kind not in ("json", "text", "form", "multipart"):
        yield from (told, "--data-binary @file")
        return
    value = json_sample(version, content.shape, content.example, everything=False)
    if kind == "json":
        yield from (told, f"--data {_quoted(json_text(value))}")
    elif kind == "text" or not isinstance(value, dict):
        yield from (told, f"--data-raw {_quoted(plain(value))}")
    else:
        yield from _fields(version, content, value, is_form=kind == "form")


def _fields(version: Version, content: Content, value: dict[str, Json], *, is_form: bool) -> Iterator[str]:
    """The fields of a form, one option each; a list is a field for each of its items."""
    whole = as_object(content.shape, version.models) if content.shape else None
    files = (
        {each.name for each in whole.fields if is_made_of_files(each.shape, version.models)} if whole else set[str]()
    )
    for name, held in value.items():
        for each in held if isinstance(held, list) else [held]:
            text = each if isinstance(each, str) else json.dumps(each, ensure_ascii=False)
            if name in files:
                yield f"--form {_quoted(f'{name}=@file')}"
            else:
                yield f"{'--data-urlencode' if is_form else '--form-string'} {_quoted(f'{name}={text}')}"


def _quoted(text: str) -> str:
    """A word in which the shell fills in nothing."""
    return "'" + text.replace("'", "'\\''") + "'"


def _inside(text: str) -> str:
    """Text between double quotes, in which the shell fills in nothing."""
    return re.sub(r'([\\"$`])', r"\\\1", text)
