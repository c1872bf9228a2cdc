"""Offers: for each document of a run what would mend it, as the overlay that it would then have.

In: a configuration. Out: an `Offer` for each document, in the order of the run. Nothing is written here.

A document's overlay is applied before anything is looked for, so what it mends is not mended twice; new actions come
after the ones that are there, and see what these have made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from specwright.config import Config, SdkConfig, Source
from specwright.load import Document, Json, load
from specwright.overlay import apply_overlay
from specwright.problems import Problem, Refused
from specwright.repair.printing import overlay_text
from specwright.repair.proposing import Left, Proposal, propose
from specwright.repair.reasons import REASONS, UNREADABLE
from specwright.repair.writing import extended

__all__ = ["Offer", "offers_of"]

_OVERLAY = ".overlay.yaml"


@dataclass(frozen=True, slots=True)
class Offer:
    """What would mend a document.

    `path` is its overlay, which messages call `shown`; `added` is an overlay of the new actions alone, and `text` what
    the file would hold with them: nothing where a program cannot add to it.
    """

    source: str
    path: Path
    shown: str
    proposal: Proposal
    added: str = ""
    text: str | None = None


def offers_of(config: Config) -> tuple[Offer, ...]:
    """What would mend the documents of a run; each document once, whatever is made of it."""
    offers: dict[str, Offer] = {}
    for sdk in config.sdks:
        read = {source.shown: _read(source) for source in sdk.sources}
        for source in sdk.sources:
            if source.shown not in offers:
                offers[source.shown] = _offer(sdk, source, read)
    return tuple(offers.values())


def _read(source: Source) -> Document | tuple[Problem, ...]:
    """A document as it is with its overlay, or why there is none."""
    try:
        document = load(source.path, source.shown)
        if source.overlay is None:
            return document
        return apply_overlay(document, load(source.overlay, source.overlay_shown))
    except Refused as refused:
        return refused.problems


def _offer(sdk: SdkConfig, source: Source, read: Mapping[str, Document | tuple[Problem, ...]]) -> Offer:
    path = source.overlay or source.path.with_name(f"{source.path.stem}{_OVERLAY}")
    shown = PurePosixPath(source.shown).with_name(path.name).as_posix()
    document = read[source.shown]
    if not isinstance(document, Document):
        left = tuple(Left(each, REASONS.get(each.code, UNREADABLE)) for each in document)
        return Offer(source.shown, path, shown, Proposal((), (), left))
    others = (read[each.shown] for each in sdk.sources if _is_other_version(source, each))
    same = (each for each in others if isinstance(each, Document) and _info(each, "title") == _info(document, "title"))
    proposal = propose(document, tuple(same))
    if not proposal.actions:
        return Offer(source.shown, path, shown, proposal)
    added = overlay_text(_title(document), proposal.actions)
    text = extended(path.read_bytes().decode(), proposal.actions) if source.overlay else added
    return Offer(source.shown, path, shown, proposal, added, text)


def _is_other_version(source: Source, other: Source) -> bool:
    """Whether two documents may be of one API, as the names of their files have it; their titles must agree too."""
    return other.shown != source.shown and (other.named, other.stars) == (source.named, source.stars)


def _title(document: Document) -> str:
    said = [_info(document, name) for name in ("title", "version")]
    return " ".join(str(each) for each in said if each) or PurePosixPath(document.file).stem


def _info(document: Document, name: str) -> Json:
    info = document.data.get("info")
    return info.get(name) if isinstance(info, dict) else None
