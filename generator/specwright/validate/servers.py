"""Variables of server addresses.

In: a survey. Out: warnings: an address with a part that nothing fills in can still be given by the user of a client.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from specwright.load import Json
from specwright.problems import Problem
from specwright.validate.survey import Place, Survey

__all__ = ["check_servers"]

_VARIABLE = re.compile(r"\{([^{}]*)\}")


def check_servers(found: Survey) -> Iterator[Problem]:
    """Say which variables are not described, not used, or have a default that is none of their values."""
    for kind in ("document", "path item", "operation"):
        for owner in found.of(kind):
            servers = owner.fields.get("servers")
            for index, server in enumerate(servers if isinstance(servers, list) else ()):
                url = server.get("url") if isinstance(server, dict) else None
                if isinstance(server, dict) and isinstance(url, str):
                    yield from _of_server(owner, index, url, server.get("variables"))


def _of_server(owner: Place, index: int, url: str, written: Json) -> Iterator[Problem]:
    variables = written if isinstance(written, dict) else {}
    names = list(dict.fromkeys(_VARIABLE.findall(url)))
    for name in names:
        if name not in variables:
            message = f'the address has a part "{{{name}}}" that no variable describes.'
            hint = f'Describe it in variables: {{{name}: {{default: "..."}}}}.'
            yield Problem("server-variable", owner.at("servers", index, "url"), message, hint, "warning")
    for name, variable in variables.items():
        place = owner.at("servers", index, "variables", name)
        if name not in names:
            yield Problem("server-variable", place, f'the address has no part "{{{name}}}".', "Remove it.", "warning")
        elif isinstance(variable, dict) and (message := _wrong_default(variable)):
            yield Problem("server-variable", place, message, "Whoever makes a client chooses one.", "warning")


def _wrong_default(variable: dict[str, Json]) -> str:
    values = variable.get("enum")
    if "default" not in variable:
        return "this variable has no default."
    is_known = not isinstance(values, list) or variable["default"] in values
    return "" if is_known else f"the default {str(variable['default'])[:40]!r} is not one of the values."
