"""The matrix of `specwright scopes` against the scopes that the committed package holds as data."""

from __future__ import annotations

from importlib import import_module
from operator import attrgetter

import pytest
from tests.sdk.meetings_world import TOKEN, VERSIONS

from specwright.config import CONFIG_NAME, read_config
from specwright.pipeline import read_sdks
from specwright.scopes import Contract, contract_of
from trees import ROOT


@pytest.fixture(scope="module")
def contract() -> Contract:
    [sdk] = read_sdks(read_config(ROOT / CONFIG_NAME))
    return contract_of(sdk)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", ["Client", "AsyncClient"])
def test_the_matrix_is_what_the_client_says_of_itself(contract: Contract, version: str, kind: str) -> None:
    [release] = [each for each in contract.releases if each.namespace == version]
    client = getattr(import_module(release.module), kind)(access_token=TOKEN)
    operations = {each.name: client.operation(attrgetter(each.name)(client)) for each in release.entries}
    assert len(operations) >= 5
    told = {name: (f"{each.method} {each.path}", plain(each.security)) for name, each in operations.items()}
    assert told == {each.name: (each.key, plain(each.security)) for each in release.entries}
    for each in release.entries:
        sets = [tuple(scope for use in uses for scope in use.scopes) for uses in each.security]
        assert operations[each.name].scopes == tuple(dict.fromkeys(sets))


def plain(security: tuple[tuple[object, ...], ...]) -> list[list[tuple[object, object]]]:
    """Alternatives as data that two sorts of classes have in common."""
    return [[(getattr(use, "scheme"), getattr(use, "scopes")) for use in uses] for uses in security]  # noqa: B009
