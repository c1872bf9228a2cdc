"""`python -m specwright`."""

from __future__ import annotations

from specwright.start import main

main()
