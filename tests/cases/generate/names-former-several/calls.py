"""Names of before where a package has several versions and a version several documents: each is of its own place."""

# mypy: enable-error-code="deprecated"

from __future__ import annotations

import warnings

import pytest
from names_former_several import Client, models, v1

from calls_server import Server


def a_name_of_before_is_that_of_its_version_and_document(server: Server) -> None:
    server.always(json={"name": "Tom"})
    with v1.Client(base_url=server.url) as client, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        thing = client.store.find()  # type: ignore[deprecated]
        assert isinstance(thing, v1.models.shop.Item)
        assert thing.label == "Tom"  # pyright: ignore[reportDeprecated]
        assert not hasattr(v1.models.zoo, "Item")
        assert not hasattr(client.zoo.find(), "label")
        assert not hasattr(client.zoo, "look")
    end = " now; the old name goes with the first release after 1.0"
    assert [str(each.message) for each in caught] == [
        f"store.find is shop.find{end}",
        f"models.Item is models.Thing{end}",
        f"Thing.label is name{end}",
    ]


def another_version_has_its_own(client: Client, server: Server) -> None:
    server.answers(json={"name": "Tom"})
    with pytest.warns(DeprecationWarning, match=r"^zoo\.look is zoo\.find now"):
        thing = client.zoo.look()  # type: ignore[deprecated]
    assert thing == models.zoo.Thing(name="Tom")
    assert not hasattr(thing, "label")
