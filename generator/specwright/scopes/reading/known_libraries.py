"""Libraries: what functions of the standard library, and of a few others, give.

In: a call of one. Out: a `Kind`; the functions of the files that it calls know what they are given.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from specwright.scopes.reading.giving import Given, argument_of, entered, give, result_of
from specwright.scopes.reading.holding import element, held, row, table
from specwright.scopes.reading.kinds import (
    NOTHING,
    PLAIN,
    UNKNOWN,
    Foreign,
    Function,
    Kind,
    Meaning,
    Returning,
    Row,
    Table,
    Text,
)
from specwright.scopes.reading.lookup import module_named
from specwright.scopes.reading.targets import take_up
from specwright.scopes.reading.world import Frame, spot_of

__all__ = ["BY_LAST_WORD", "BY_NAME"]


def _same(_frame: Frame, _node: ast.Call, given: Given) -> Kind:
    return argument_of(given)


def _held_same(_frame: Frame, _node: ast.Call, given: Given) -> Kind:
    return held(argument_of(given))


def _elements(_frame: Frame, _node: ast.Call, given: Given) -> Kind:
    return held(NOTHING.union(*map(element, given.positional), *map(element, [held(given.rest)])))


def _import_module(frame: Frame, node: ast.Call, given: Given) -> Kind:
    names = argument_of(given)
    texts = sorted(each.text for each in names if isinstance(each, Text))
    if texts and len(texts) == len(names):
        return NOTHING.union(*(module_named(frame, text) for text in texts))
    written = ast.unparse(node.args[0]) if node.args else ""
    if any(package in written for package in frame.world.surface.packages):
        message = f"the module `{written}` is computed. Import it by its name."
        frame.findings.gap(spot_of(frame, node), "computed-name", message)
    return UNKNOWN


def _partial(frame: Frame, _node: ast.Call, given: Given) -> Kind:
    functions = frozenset(each for each in argument_of(given) if isinstance(each, Function))
    rest = given.after(0)
    for each in functions:
        give(frame, each, rest)
    others = frozenset(each for each in argument_of(given) if not isinstance(each, Function))
    return others | frozenset(Function(each.place, each.given + len(rest.positional)) for each in functions)


def _in_thread(frame: Frame, _node: ast.Call, given: Given) -> Kind:
    return result_of(frame, argument_of(given), given.after(0))


def _thread(frame: Frame, _node: ast.Call, given: Given) -> Kind:
    rows = [each.kinds for each in given.keywords.get("args", NOTHING) if isinstance(each, Row)]
    named = [each.kind for each in given.keywords.get("kwargs", NOTHING) if isinstance(each, Table)]
    for kinds in rows or [()]:
        own = Given(kinds, named_rest=NOTHING.union(*named))
        result_of(frame, given.keywords.get("target", NOTHING), own)
    return PLAIN


def _gathered(_frame: Frame, _node: ast.Call, given: Given) -> Kind:
    return held(given.rest) if given.rest else row(given.positional)


def _injected(frame: Frame, _node: ast.Call, given: Given) -> Kind:
    """A dependency of FastAPI: what the function returns, or what it yields."""
    found = result_of(frame, argument_of(given) or given.keywords.get("dependency", NOTHING), Given(()))
    return entered(frame, found - PLAIN) if any(not isinstance(each, Foreign) for each in found) else found


def _cast(frame: Frame, node: ast.Call, _given: Given) -> Kind:
    if len(node.args) > 1:
        take_up(frame, node.args[1])
    return frame.meant(node.args[0]) if node.args else UNKNOWN


def _type_variable(frame: Frame, node: ast.Call, _given: Given) -> Kind:
    bounds = [*node.args[1:], *(each.value for each in node.keywords if each.arg == "bound")]
    return frozenset({Meaning(NOTHING.union(*map(frame.meant, bounds)))}) if bounds else UNKNOWN


def _entered(frame: Frame, _node: ast.Call, given: Given) -> Kind:
    return entered(frame, argument_of(given))


def _box(_frame: Frame, _node: ast.Call, given: Given) -> Kind:
    """Something that values are put into later; `default` is in it already."""
    return held(given.keywords.get("default", NOTHING))


def _default_table(frame: Frame, _node: ast.Call, given: Given) -> Kind:
    return table(result_of(frame, argument_of(given), Given(())))


def _reference(_frame: Frame, _node: ast.Call, given: Given) -> Kind:
    return frozenset({Returning(argument_of(given))})


_Reader = Callable[[Frame, ast.Call, Given], Kind]
BY_NAME: Mapping[str, _Reader] = {
    "asyncio.gather": _gathered,
    "asyncio.to_thread": _in_thread,
    "anyio.to_thread.run_sync": _in_thread,
    "collections.defaultdict": _default_table,
    "contextvars.ContextVar": _box,
    "importlib.import_module": _import_module,
    "threading.Thread": _thread,
    **dict.fromkeys(("asyncio.run", "asyncio.wait_for", "asyncio.shield", "anyio.run", "trio.run"), _same),
    **dict.fromkeys(("asyncio.create_task", "asyncio.ensure_future"), _same),
    **dict.fromkeys(("contextlib.aclosing", "contextlib.closing", "contextlib.nullcontext"), _held_same),
    **dict.fromkeys(("contextlib.asynccontextmanager", "contextlib.contextmanager"), _same),
    **dict.fromkeys(("copy.copy", "copy.deepcopy", "dataclasses.replace"), _same),
    **dict.fromkeys(("fastapi.Depends", "fastapi.Security", "fastapi.params.Depends"), _injected),
    **dict.fromkeys(("functools.cache", "functools.lru_cache", "functools.lru_cache()", "functools.wraps()"), _same),
    **dict.fromkeys(("functools.partial", "functools.partialmethod"), _partial),
    **dict.fromkeys(("itertools.chain", "itertools.cycle", "itertools.islice", "collections.deque"), _elements),
    **dict.fromkeys((f"{home}.Queue" for home in ("asyncio", "multiprocessing", "queue")), _box),
    **dict.fromkeys(("typing.cast", "typing_extensions.cast"), _cast),
    **dict.fromkeys(("typing.TypeVar", "typing.NewType", "typing_extensions.TypeVar"), _type_variable),
    **dict.fromkeys(("weakref.proxy", "weakref.ref"), _reference),
}
"""By the full name of the function."""

BY_LAST_WORD: Mapping[str, _Reader] = {
    "create_task": _same,
    "enter_async_context": _entered,
    "enter_context": _entered,
    "run_until_complete": _same,
}
"""Methods of objects that come from a library, by their names."""
