"""Pins: the names ledger, `specwright.names.toml`, which keeps every public name of an SDK at its place in the
specification.

In: the ledger's text, and SDKs that were named with its pins. Out: problems where a name would change, and the ledger
with the names that are new. Names themselves are decided in `names`.
"""

from __future__ import annotations

from specwright.pins.applying import Applied, apply_pins
from specwright.pins.files import difference, read_pins, with_ledger
from specwright.pins.ledger import Ledger
from specwright.pins.reading import parse
from specwright.pins.standing import updated
from specwright.pins.writing import as_text

__all__ = ["Applied", "Ledger", "apply_pins", "as_text", "difference", "parse", "read_pins", "updated", "with_ledger"]
