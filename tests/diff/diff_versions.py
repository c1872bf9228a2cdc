"""Versions for tests of what changed between two of them, and changes as an expected file has them."""

from __future__ import annotations

import json
from pathlib import Path

from specwright.config import CONFIG_NAME, ad_hoc, read_config
from specwright.diff import Change, compare
from specwright.pipeline import read_sdks
from specwright.problems import Origin
from specwright.sdk import Version

SIDES = ("old", "new")


def version_of(document: Path) -> Version:
    """A document by itself as a version."""
    (sdk,) = read_sdks(ad_hoc((document,), None, "case"))
    return sdk.versions[0]


def versions_in(case: Path) -> tuple[Version, Version]:
    """The two sides of a case; by its configuration, where it has one, as packages `old` and `new`."""
    if not (case / CONFIG_NAME).exists():
        return version_of(case / "old.yaml"), version_of(case / "new.yaml")
    by_name = {sdk.distribution: sdk.versions[0] for sdk in read_sdks(read_config(case / CONFIG_NAME))}
    return by_name["old"], by_name["new"]


def between(old: Version, new: Version) -> list[dict[str, object]]:
    """Every change as plain data."""
    return [plain(change) for change in compare(old, new)]


def both_ways(old: Version, new: Version) -> str:
    """Every change from the old side to the new one, and back."""
    told = {"old -> new": between(old, new), "new -> old": between(new, old)}
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def plain(change: Change) -> dict[str, object]:
    """A change with all that is not at its default."""
    effect = change.effect
    members: dict[str, object] = {
        "level": change.level,
        "id": change.id,
        "sentence": change.sentence,
        "effect": f"{effect.kind}{', breaks' if effect.breaks else ''}: {effect.text}" if effect.text else effect.kind,
        "operations": ", ".join(change.operations),
        "at": " -> ".join(_shown(origin) for origin in (change.old, change.new)),
    }
    return {name: value for name, value in members.items() if value}


def _shown(origin: Origin | None) -> str:
    return f"#{origin.pointer}" if origin else "nothing"
