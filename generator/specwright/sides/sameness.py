"""Sameness: whether two editions are one, told by digests.

In: two editions. Out: yes, or not known; then they are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from specwright.config import SdkConfig
from specwright.looked import UNREADABLE, Looked
from specwright.sides.mentioned import closure
from specwright.sides.values import Edition, Side

__all__ = ["is_same"]


def is_same(old: Side, was: Edition, new: Side, now: Edition) -> bool:
    """Whether nothing that decides anything differs, so that there is nothing to compare."""
    if _settings(was.sdk) != _settings(now.sdk) or was.pins != now.pins or len(was.sources) != len(now.sources):
        return False
    before, after = _beside(old, was), _beside(new, now)
    if sorted(before.values()) != sorted(after.values()) or (len(before) > 1 and before.keys() != after.keys()):
        return False
    pairs, looked = zip(was.sources, now.sources, strict=True), Looked()
    # Most documents of most updates are the same bytes, and to read them takes a thousand times what these take.
    differing = [(one, other) for one, other in pairs if looked.file(one.path) != looked.file(other.path)]
    return all(looked.document(one) == looked.document(other) != UNREADABLE for one, other in differing)


def _settings(sdk: SdkConfig) -> str:
    """What the configuration says of a package's API, as far as a comparison sees it."""
    return repr((sdk.entitlements, sdk.client_auth, sdk.webhooks, sdk.paging))


def _beside(side: Side, edition: Edition) -> Mapping[str, str]:
    """Digests of the overlays, and of the files that the documents refer to; these may be anywhere in the folder."""
    own = {source.shown for source in edition.sources}

    def read(names: Iterable[str]) -> Mapping[str, bytes]:
        paths = {name: side.path(name) for name in names}
        return {name: path.read_bytes() for name, path in paths.items() if path.is_file()}

    found = {name: content for name, content in closure(own, read).items() if name not in own}
    for number, source in enumerate(edition.sources):
        if source.overlay:
            found[f"overlay {number}"] = source.overlay.read_bytes()
    return {name: sha256(content).hexdigest() for name, content in found.items()}
