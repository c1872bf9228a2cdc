"""A module that depends on one that depends on it."""

from __future__ import annotations

from desk import Client

from . import settings

client = Client()


def get_client() -> Client:
    return client


class Manager:
    def __init__(self) -> None:
        self.client = settings.make()
