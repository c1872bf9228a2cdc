"""Drifts: what differs between an output and a fresh run, as text for people, for programs and for a forge's review.

In: drifts with the names that users know their files by, and the configuration. Out: one text. Places are looked up
here, once for each file.

Why GitHub's annotations stand at the source: that is what somebody has changed and reads in a review. One place may
make many files differ and is told once, with the first of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from specwright.config import Config, place_of
from specwright.emit import Cause, Drift
from specwright.load import find_positions
from specwright.problems import Origin, Position
from specwright.report import annotation

__all__ = ["DriftStyle", "print_drifts"]

DriftStyle = Literal["text", "json", "github"]

_TOLD = 5
_SURE = frozenset({"hand", "ends", "foreign"})
Places = Mapping[Cause, Position]


def print_drifts(drifts: Sequence[Drift], config: Config, style: DriftStyle) -> str:
    """Print drifts in a style."""
    named = [replace(drift, causes=tuple(_named(cause, config) for cause in drift.causes)) for drift in drifts]
    causes = dict.fromkeys(cause for drift in named for cause in drift.causes)
    return _STYLES[style](named, _placed(causes, config))


def _named(cause: Cause, config: Config) -> Cause:
    """The same with the file that a setting stands in."""
    in_settings = cause.kind == "config" and cause.origin is None and config.file
    return replace(cause, origin=Origin(config.file.name)) if in_settings and config.file else cause


def _placed(causes: Iterable[Cause], config: Config) -> Places:
    by_file: dict[str, list[Cause]] = {}
    found: dict[Cause, Position] = {}
    for cause in causes:
        if cause.kind == "config":
            position = _of_setting(cause, config)
            found |= {cause: position} if position else {}
        elif cause.origin:
            by_file.setdefault(cause.origin.file, []).append(cause)
    for file, listed in by_file.items():
        pointers = {cause: cause.origin.pointer for cause in listed if cause.origin and cause.origin.pointer}
        positions = find_positions(config.root / file, pointers.values()) if pointers else {}
        found |= {cause: positions[pointer] for cause, pointer in pointers.items() if pointer in positions}
    return found


def _of_setting(cause: Cause, config: Config) -> Position | None:
    """Where a setting stands in the configuration."""
    name, _, setting = cause.text.split()[1].rpartition(".")
    index = next((number for number, sdk in enumerate(config.sdks) if sdk.name == name), None)
    if index is None or not config.file or not config.file.is_file():
        return None
    return place_of(config.file.read_text("utf-8"), index, setting)


def _sentence(causes: Sequence[Cause], places: Places) -> str:
    """All causes; of several that may each be the reason, that it is one or more of them."""
    sure = [_told(each, places) for each in causes if each.kind in _SURE]
    maybe = [_told(each, places) for each in causes if each.kind not in _SURE]
    more = f"; and {len(maybe) - _TOLD} more" if len(maybe) > _TOLD else ""
    listed = "; ".join(maybe[:_TOLD]) + more
    return "; ".join([*sure, *([f"one or more of: {listed}" if len(maybe) > 1 else listed] if maybe else [])])


def _told(cause: Cause, places: Places) -> str:
    position = places.get(cause)
    if not cause.origin or not (cause.origin.pointer or position):
        return cause.text
    at = f":{position.line}:{position.column}" if position else ""
    return f"{cause.origin.file}{at}: {cause.text}"


def _text(drifts: Sequence[Drift], places: Places) -> str:
    return "".join(f"{each.path}: {each.kind}: {_sentence(each.causes, places)}\n{each.diff}" for each in drifts)


def _json(drifts: Sequence[Drift], places: Places) -> str:
    listed = [
        {
            "file": each.path,
            "kind": each.kind,
            "causes": [_tree(cause, places.get(cause)) for cause in each.causes],
            "certain": sum(cause.kind not in _SURE for cause in each.causes) < 2,
            "diff": each.diff,
        }
        for each in drifts
    ]
    return json.dumps(listed, indent=2, ensure_ascii=False) + "\n"


def _tree(cause: Cause, position: Position | None) -> dict[str, object]:
    return {
        "kind": cause.kind,
        "message": cause.text,
        "file": cause.origin.file if cause.origin else None,
        "pointer": cause.origin.pointer if cause.origin else None,
        "line": position.line if position else None,
        "column": position.column if position else None,
    }


def _github(drifts: Sequence[Drift], places: Places) -> str:
    """Commands of GitHub workflows: one for each place of a source, one for each file without such a place.

    The manifest only follows from the rest, and is told where nothing else differs.
    """
    by_place: dict[tuple[Origin, Position | None, str], list[Drift]] = {}
    alone: list[Drift] = []
    for drift in [each for each in drifts if not each.path.endswith("/manifest.json")] or drifts:
        keys = [(each.origin, places.get(each), each.text) for each in drift.causes if each.origin]
        for origin, position, text in keys:
            by_place.setdefault((origin, position, text), []).append(drift)
        if not keys:
            alone.append(drift)
    lines = [_at_source(*key, listed) for key, listed in by_place.items()]
    lines += [_at_output(drift, places) for drift in alone]
    return "".join(f"{line}\n" for line in lines)


def _at_source(origin: Origin, position: Position | None, text: str, drifts: Sequence[Drift]) -> str:
    names = [each.path for each in drifts[:_TOLD]]
    more = f" and {len(drifts) - _TOLD} more" if len(drifts) > _TOLD else ""
    differ = "differs" if len(drifts) == 1 else "differ"
    message = f"{text}, and {', '.join(names)}{more} {differ}. Run `specwright generate`."
    return annotation("error", origin.file, position, "stale", message)


def _at_output(drift: Drift, places: Places) -> str:
    message = f"{_sentence(drift.causes, places)}. Run `specwright generate`."
    return annotation("error", drift.path, None, drift.kind, message)


_STYLES: Mapping[DriftStyle, Callable[[Sequence[Drift], Places], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}
