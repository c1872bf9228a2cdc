"""Header fields as a mapping whose keys do not mind case.

In: the fields of a request or an answer. Out: an immutable, picklable mapping.

Why our own: the transport's types do not appear in public signatures, and errors that hold headers must pickle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .public import public

__all__ = ["Headers"]

_SECRET = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key"})


@public
class Headers(Mapping[str, str]):
    """Header fields in their order; a field that came more than once reads as its values joined by a comma."""

    __slots__ = ("_secret", "fields")

    def __init__(self, fields: Iterable[tuple[str, str]] = (), secret: Iterable[str] = ()) -> None:
        self.fields: tuple[tuple[str, str], ...] = tuple(fields)
        self._secret = tuple(name.lower() for name in secret)

    def __getitem__(self, name: str) -> str:
        found = self.get_list(name)
        if not found:
            raise KeyError(name)
        return ", ".join(found)

    def get_list(self, name: str) -> list[str]:
        """Every value of this field, in order."""
        wanted = name.lower()
        return [value for key, value in self.fields if key.lower() == wanted]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(key.lower() for key, _ in self.fields))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and bool(self.get_list(name))

    def __eq__(self, other: object) -> bool:
        return dict(self) == dict(other) if isinstance(other, Headers) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.items())))

    def __repr__(self) -> str:
        shown = {key: "[hidden]" if key in _SECRET or key in self._secret else value for key, value in self.items()}
        return f"Headers({shown!r})"
