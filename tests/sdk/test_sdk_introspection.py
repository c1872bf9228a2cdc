"""What a user sees who asks Python: help, signatures, type hints and docstrings of every method of every version."""

from __future__ import annotations

import inspect
import pydoc
import re
import typing
from collections.abc import Callable, Iterator
from functools import cached_property
from importlib import import_module
from types import ModuleType

import pytest
from tests.sdk.meetings_world import TOKEN, VERSIONS

Method = Callable[..., object]
WIDTH = 120


def resources(root: object) -> Iterator[object]:
    """A client's resources, parents first."""
    for name, member in vars(type(root)).items():
        if isinstance(member, cached_property):
            resource = getattr(root, name)
            yield resource
            yield from resources(resource)


def clients(version: str) -> list[typing.Any]:
    module: ModuleType = import_module(f"hubspot_meetings.{version}")
    return [module.Client(access_token=TOKEN), module.AsyncClient(access_token=TOKEN)]


def methods(version: str) -> list[tuple[typing.Any, Method]]:
    """Every method of every resource, with its client."""
    found = [
        (client, typing.cast("Method", getattr(resource, name)))
        for client in clients(version)
        for resource in resources(client)
        for name, member in vars(type(resource)).items()
        if not name.startswith("_") and inspect.isfunction(member)
    ]
    assert len(found) >= 12
    return found


@pytest.mark.parametrize("version", VERSIONS)
def test_every_method_says_its_route_its_scopes_and_what_it_returns(version: str) -> None:
    for client, method in methods(version):
        text = " ".join((inspect.getdoc(method) or "").split())
        operation = client.operation(method)
        assert f"`{operation.method} {operation.path}`" in text
        assert operation.scopes
        assert [scope for scopes in operation.scopes for scope in scopes if scope not in text] == []
        assert " Returns: " in text


@pytest.mark.parametrize("version", VERSIONS)
def test_every_method_names_each_argument_in_its_docstring(version: str) -> None:
    for _, method in methods(version):
        told = re.findall(r"^    (\w+)", (inspect.getdoc(method) or "").partition("Args:")[2], re.MULTILINE)
        arguments = [name for name in inspect.signature(method).parameters if name != "options"]
        assert [name for name in arguments if name not in told] == []


@pytest.mark.parametrize("version", VERSIONS)
def test_help_works_on_every_resource_and_method(version: str) -> None:
    for client in clients(version):
        for resource in (client, *resources(client)):
            assert pydoc.render_doc(resource)
            assert inspect.getdoc(resource)
    for _, method in methods(version):
        assert method.__name__ in pydoc.plain(pydoc.render_doc(method))


@pytest.mark.parametrize("version", VERSIONS)
def test_no_docstring_line_of_a_method_is_wider_than_a_screen(version: str) -> None:
    wide = [line for _, method in methods(version) for line in (method.__doc__ or "").splitlines() if len(line) > WIDTH]
    assert wide == []


@pytest.mark.parametrize("version", VERSIONS)
def test_the_types_of_every_method_can_be_asked_for(version: str) -> None:
    for _, method in methods(version):
        hints = typing.get_type_hints(method)
        assert set(hints) == {*inspect.signature(method).parameters, "return"}


@pytest.mark.parametrize("version", VERSIONS)
def test_the_types_of_a_client_can_be_asked_for(version: str) -> None:
    for client in clients(version):
        assert typing.get_type_hints(type(client).__init__)["strict"] is bool


@pytest.mark.parametrize("version", VERSIONS)
def test_synchronous_and_asynchronous_methods_take_the_same_arguments(version: str) -> None:
    found = [(method.__qualname__.removeprefix("Async"), inspect.signature(method)) for _, method in methods(version)]
    half = len(found) // 2
    for (name, signature), (other, others) in zip(found[:half], found[half:], strict=True):
        assert (name, signature.parameters) == (other, others.parameters)


@pytest.mark.parametrize("version", VERSIONS)
def test_public_names_are_as_python_writes_them(version: str) -> None:
    for _, method in methods(version):
        for name in (method.__name__, *inspect.signature(method).parameters):
            assert re.fullmatch(r"[a-z][a-z0-9_]*", name)
