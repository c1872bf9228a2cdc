"""Update: what is new at the places of documents, told, and then brought in.

In: a configuration, `Sources`, which entries, and whom may be asked. Out: a `Report`; the new files are in place unless
this is only to be shown. The report comes first: what cannot be told is not brought in.
"""

from __future__ import annotations

from specwright.config import Config
from specwright.pipeline import Tell
from specwright.vendor.assessing import assess
from specwright.vendor.renewing import Renewal
from specwright.vendor.reporting import Report
from specwright.vendor.storing import store

__all__ = ["bring_in", "told"]


def told(config: Config, renewal: Renewal, day: str, tell: Tell) -> Report:
    """What a renewal means."""
    return Report(renewal, assess(config, renewal, tell), day)


def bring_in(renewal: Renewal) -> None:
    """Put the new files in place, and `sources.toml` last."""
    sources = renewal.sources
    contents = {sources.folder / path: content for path, content in renewal.contents.items()}
    gone = [sources.folder / path for path in renewal.gone]
    store({**contents, sources.path: renewal.text.encode()}, gone, sources.shown)
