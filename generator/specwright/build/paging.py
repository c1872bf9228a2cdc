"""Paging: find out from the contract alone how the next page is asked for.

In: an operation and the models by id. Out: `Paging`, or `None` where the contract does not show it.

The rule: the answer holds, at the end of a path of objects, a text that is named like a query parameter
(`paging.next.after` for `after`) or like that parameter with `next` before it (`next_cursor`, `nextPageToken`), and
exactly one list beside that path's start. Both halves must be there, so a mere list is never taken for a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specwright.ir import ListOf, Model, Object, Operation, Paging, Parameter, Ref, Scalar, Shape, Union

__all__ = ["find_paging"]

_DEPTH = 3


def find_paging(operation: Operation, by_id: Mapping[str, Model]) -> Paging | None:
    """How this operation is paged, if its contract says so."""
    page = _page(operation)
    answer = _object(page, by_id) if page else None
    if operation.method != "GET" or page is None or answer is None:
        return None
    lists = [(field.name, field.shape) for field in answer.fields if isinstance(field.shape, ListOf)]
    cursors = [
        (parameter, path) for parameter in operation.parameters for path in _cursor_paths(parameter, answer, by_id)
    ]
    if len(lists) != 1 or not cursors:
        return None
    (name, items), (parameter, path) = lists[0], cursors[0]
    assert isinstance(items, ListOf)
    return Paging(items=(name,), next=path, parameter=parameter.name, item=items.item, page=page)


def _page(operation: Operation) -> Shape | None:
    for response in operation.responses:
        if response.status == "200":
            return next((content.shape for content in response.contents if content.shape), None)
    return None


def _object(shape: Shape, by_id: Mapping[str, Model]) -> Object | None:
    match shape:
        case Object():
            return shape
        case Ref():
            return _object(by_id[shape.target].shape, by_id) if shape.target in by_id else None
        case Union((inner, Scalar("null"))):
            return _object(inner, by_id)
        case _:
            return None


def _cursor_paths(parameter: Parameter, answer: Object, by_id: Mapping[str, Model]) -> Iterator[tuple[str, ...]]:
    if parameter.location == "query" and _is_text(parameter.shape):
        wanted = _plain(parameter.name)
        for path in _texts(answer, by_id, _DEPTH):
            last, holder = _plain(path[-1]), _plain(path[-2]) if len(path) > 1 else ""
            if last == f"next{wanted}" or (last == wanted and holder == "next"):
                yield path


def _texts(node: Object, by_id: Mapping[str, Model], depth: int) -> Iterator[tuple[str, ...]]:
    for field in node.fields:
        inner = _object(field.shape, by_id)
        if inner and depth > 1:
            yield from ((field.name, *rest) for rest in _texts(inner, by_id, depth - 1))
        elif _is_text(field.shape):
            yield (field.name,)


def _is_text(shape: Shape) -> bool:
    match shape:
        case Scalar("string"):
            return True
        case Union((Scalar("string"), Scalar("null"))):
            return True
        case _:
            return False


def _plain(name: str) -> str:
    return name.replace("_", "").replace("-", "").lower()
