"""Matrix: operation by scope, for each version of each package.

In: contracts. Out: text, Markdown or JSON.

Why operations that ask for the same stand together: 25 alternatives are told once, and an API of 400 operations stays a
list that can be read.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from specwright.ir import Entitlement, Security
from specwright.load import Json
from specwright.markdown import cell, code, code_cell, visible
from specwright.scopes.contract import Contract, Entry, Release, products_text
from specwright.scopes.ways import Way, schemes_text, ways_of, ways_text

__all__ = ["Style", "print_matrix"]

Style = Literal["text", "json", "markdown"]

_WIDTH = 100
_WIDEST = 64
_FOLDED_FROM = 6


def print_matrix(contracts: Iterable[Contract], style: Style) -> str:
    """What every operation asks for."""
    return _STYLES[style](tuple(contracts))


def _text(contracts: tuple[Contract, ...]) -> str:
    parts = [_text_of(contract, release) for contract in contracts for release in contract.releases]
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts)


def _text_of(contract: Contract, release: Release) -> Iterator[str]:
    yield f"{contract.distribution} {release.version}: {_imported(contract, release)}"
    shared = _shared_products(release)
    if shared:
        yield from _wrapped(f"Every operation needs {products_text(shared)}.", "  ")
    if not release.entries:
        yield "  No operations."
    for security, entries in _grouped(release):
        yield ""
        for line in ways_text(ways_of(security)):
            yield from _wrapped(line, "  ")
        yield from _lines(entries, shared)


def _lines(entries: tuple[Entry, ...], shared: tuple[Entitlement, ...]) -> Iterator[str]:
    width = min(max(len(entry.name) for entry in entries), _WIDEST)
    for entry in entries:
        old = "  (deprecated)" if entry.deprecated else ""
        yield f"    {entry.name:<{width}}  {visible(entry.key)}{old}"
        if entry.products and not shared:
            yield from _wrapped(products_text(entry.products), "        ")


def _wrapped(text: str, indent: str) -> Iterator[str]:
    yield from textwrap.wrap(
        visible(text),
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _imported(contract: Contract, release: Release) -> str:
    own = f"from {release.module} import Client"
    return f"from {contract.package} import Client, {own}" if release.is_default and release.namespace else own


def _grouped(release: Release) -> tuple[tuple[Security, tuple[Entry, ...]], ...]:
    """The operations by what they ask for, in order of the first name."""
    groups: dict[Security, list[Entry]] = {}
    for entry in release.entries:
        groups.setdefault(entry.security, []).append(entry)
    return tuple((security, tuple(entries)) for security, entries in groups.items())


def _shared_products(release: Release) -> tuple[Entitlement, ...]:
    """What every operation of a version needs, if it is the same."""
    told = {tuple((each.kind, each.name, each.level) for each in entry.products) for entry in release.entries}
    return release.entries[0].products if len(told) == 1 and len(release.entries) > 1 else ()


def _markdown(contracts: tuple[Contract, ...]) -> str:
    parts = [_markdown_of(contract, release) for contract in contracts for release in contract.releases]
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts)


def _markdown_of(contract: Contract, release: Release) -> Iterator[str]:
    yield f"## {contract.distribution} {release.version}"
    shared = _shared_products(release)
    if shared:
        yield from ("", f"Every operation needs {cell(products_text(shared))}.")
    has_own = not shared and any(entry.products for entry in release.entries)
    yield from ("", "| Operation | Method and path | Needs |" + (" Products |" if has_own else ""))
    yield "|---|---|---|" + ("---|" if has_own else "")
    for entry in release.entries:
        needs = "<br>or ".join(_markdown_way(way) for way in ways_of(entry.security)) or "no credentials"
        products = f" {cell(products_text(entry.products))} |" if has_own else ""
        yield f"| {code(entry.name)} | {code_cell(entry.key)} | {needs} |{products}"


def _markdown_way(way: Way) -> str:
    credentials = cell(schemes_text(way.credentials))
    sets = [" + ".join(map(code_cell, scopes)) for scopes in way.sets]
    if not sets:
        return credentials
    lead = f"{credentials}, any one of {len(sets)}:" if len(sets) > 1 else f"{credentials}:"
    if len(sets) < _FOLDED_FROM:
        return f"{lead} {', '.join(sets)}"
    return f"<details><summary>{lead.removesuffix(':')}</summary>{'<br>'.join(sets)}</details>"


def _json(contracts: tuple[Contract, ...]) -> str:
    whole: list[Json] = [_contract(each) for each in contracts]
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _contract(contract: Contract) -> Json:
    return {
        "sdk": contract.distribution,
        "package": contract.package,
        "versions": [_release(release) for release in contract.releases],
    }


def _release(release: Release) -> Json:
    return {
        "version": release.version,
        "module": release.module,
        "default": release.is_default,
        "arguments": dict(sorted(release.arguments.items())),
        "operations": [_operation(entry) for entry in release.entries],
    }


def _operation(entry: Entry) -> Json:
    method, _, path = entry.key.partition(" ")
    products: list[Json] = [
        {"kind": each.kind, "name": each.name, "level": each.level, "text": products_text((each,))}
        for each in entry.products
    ]
    return {
        "name": entry.name,
        "method": method,
        "path": path,
        "deprecated": entry.deprecated,
        "alternatives": [
            [{"scheme": use.scheme, "scopes": list(use.scopes)} for use in uses] for uses in entry.security
        ],
        "products": products,
    }


_STYLES: dict[Style, Callable[[tuple[Contract, ...]], str]] = {"text": _text, "json": _json, "markdown": _markdown}
