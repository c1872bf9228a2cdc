"""`python -m specwright`."""

from __future__ import annotations

from specwright.cli import main

main()
