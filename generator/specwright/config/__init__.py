"""Configuration: what `specwright.toml` asks for, or what the arguments of an ad-hoc run do.

In: the file's text, or SPEC arguments. Out: a frozen `Config`; `Refused` with every problem of the file.
"""

from __future__ import annotations

from specwright.config.adhoc import ad_hoc
from specwright.config.catalogues import FRAME, catalogue_files
from specwright.config.checks import as_list, as_table
from specwright.config.deciding import deciding_files
from specwright.config.packages import distribution_of, is_release
from specwright.config.patterns import looked_in, source_of
from specwright.config.places import place_of
from specwright.config.reading import CONFIG_NAME, find_config, read_config
from specwright.config.values import LEDGER_NAME, Config, SdkConfig, Source

__all__ = [
    "CONFIG_NAME",
    "FRAME",
    "LEDGER_NAME",
    "Config",
    "SdkConfig",
    "Source",
    "ad_hoc",
    "as_list",
    "as_table",
    "catalogue_files",
    "deciding_files",
    "distribution_of",
    "find_config",
    "is_release",
    "looked_in",
    "place_of",
    "read_config",
    "source_of",
]
