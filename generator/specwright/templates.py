"""Templates: where they are, and the filters by which text reaches them.

In: a template's name and the values it prints. Out: text. Spec text is data: every filter makes it safe for one
context, so that it can end no string, docstring, comment or fence.

Why two places: a wheel carries the templates inside the package, a checkout beside the source root.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from specwright import markdown
from specwright.signs import HIDDEN, as_toml

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["render", "template_files", "template_root", "templates_digest", "visible"]


@cache
def template_root() -> Path:
    """The folder of templates."""
    inside = Path(__file__).parent / "templates"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "templates"


def template_files() -> tuple[tuple[str, Path], ...]:
    """Every template and runtime file by name, caches left aside."""
    root = template_root()
    found = ((path.relative_to(root).as_posix(), path) for path in root.rglob("*") if path.is_file())
    return tuple(sorted((name, path) for name, path in found if "__pycache__" not in name and not name.endswith(".md")))


def templates_digest(folder: str) -> str:
    """What tells the templates of a folder from what they were before."""
    found = [(name, path.read_text("utf-8")) for name, path in template_files() if name.startswith(f"{folder}/")]
    return sha256(repr([each for each in found if "/runtime/" not in each[0]]).encode()).hexdigest()


def render(name: str, values: Mapping[str, object]) -> str:
    """The template's text with these values."""
    return _environment().get_template(name).render(values)


@cache
def _environment() -> Environment:
    # A run with nothing to do must not pay for the import.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415

    environment = Environment(
        loader=FileSystemLoader(template_root()),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - nothing here is HTML; each context has its filter
    )
    environment.filters.update(_FILTERS)
    return environment


def visible(text: str) -> str:
    """The text with what a reader could not see (a change of direction, a control character) spelled out."""
    return HIDDEN.sub(lambda found: _escape(found[0]), text)


def _docstring(text: str, indent: int) -> str:
    """A whole docstring, or the end of one; what is longer than one line ends on a line of its own."""
    safe = _inside(text, indent)
    if safe.endswith('"'):
        safe = f'{safe[:-1]}\\"'
    return f"{safe}\n{' ' * indent}" if "\n" in safe else safe


def _inside(text: str, indent: int) -> str:
    """Text inside a docstring that goes on behind it."""
    safe = visible(text.strip().replace("\\", "\\\\"))
    first, *rest = safe.replace('"""', '\\"\\"\\"').split("\n")
    pad = " " * indent
    return "\n".join([first, *(f"{pad}{line}".rstrip() for line in rest)])


def _escape(sign: str) -> str:
    return f"\\x{ord(sign):02x}" if ord(sign) < 0x100 else f"\\u{ord(sign):04x}"


def _python(value: object) -> str:
    """A value as Python writes it."""
    return ascii(value) if isinstance(value, str) and HIDDEN.search(value) else repr(value)


def _python_list(values: Iterable[object]) -> str:
    return repr(list(values))


def _markdown(text: str) -> str:
    """Text inside a line of Markdown."""
    line = re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", " ".join(visible(text).split()))
    return re.sub(r"^(\d*)([-+.)])(?=\s|$)", r"\1\\\2", line)  # would begin a list


_FILTERS: Mapping[str, Callable[..., str]] = {
    "cell": markdown.cell,
    "code": markdown.code,
    "code_cell": markdown.code_cell,
    "docstring": _docstring,
    "entities": markdown.entities,
    "fence": markdown.fence,
    "inline": markdown.inline,
    "prose": markdown.prose,
    "inside": _inside,
    "md": _markdown,
    "py": _python,
    "py_list": _python_list,
    "toml": as_toml,
}
