"""Security requirements against the schemes that the document declares.

In: a survey. Out: one problem for each scheme, however many operations ask for it: an error for a scheme
that is not declared where an operation cannot do without it, else a warning; a warning for scopes that are not
declared, or that a scheme has no notion of.

Why a warning for scopes: vendors ask for scopes that no flow lists. The operation is what the server goes
by, and is believed. Why one for a scheme beside which another would do: `build` leaves out that alternative alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from specwright.load import Json
from specwright.problems import Origin, Problem, Severity
from specwright.validate.survey import Place, Survey
from specwright.validate.version import version_of
from specwright.validate.wording import quoted

__all__ = ["check_security"]


@dataclass(frozen=True, slots=True)
class _Use:
    """One scheme in one alternative, with the scopes asked of it."""

    scheme: str
    scopes: tuple[str, ...]
    origin: Origin
    can_do_without: bool


@dataclass(slots=True)
class _Uses:
    """All uses of one scheme: the first place, how many there are, and whether something else would always do."""

    first: Origin
    count: int = 0
    can_do_without: bool = True
    scopes: dict[str, Origin] = field(default_factory=dict[str, Origin])


def check_security(found: Survey) -> Iterator[Problem]:
    """Say which schemes and scopes are asked for without being declared."""
    root = found.places[(found.document.file, "", "document")]
    components = found.document.data.get("components")
    section = components.get("securitySchemes") if isinstance(components, dict) else None
    declared = list(section) if isinstance(section, dict) else []
    for name, uses in _by_scheme(found, declared).items():
        if name not in declared:
            yield _undeclared(name, uses, declared)
            continue
        scheme = found.find(root.child("security scheme", "components", "securitySchemes", name))
        if scheme is not None and uses.scopes:
            yield from _scopes(found, name, uses, scheme)


def _by_scheme(found: Survey, declared: list[str]) -> dict[str, _Uses]:
    schemes: dict[str, _Uses] = {}
    for use in _uses(found, declared):
        uses = schemes.setdefault(use.scheme, _Uses(use.origin))
        uses.count += 1
        uses.can_do_without = uses.can_do_without and use.can_do_without
        for index, scope in enumerate(use.scopes):
            uses.scopes.setdefault(scope, Origin(use.origin.file, f"{use.origin.pointer}/{index}"))
    return schemes


def _uses(found: Survey, declared: list[str]) -> Iterator[_Use]:
    for kind in ("document", "operation"):
        for owner in found.of(kind):
            written = owner.fields.get("security")
            alternatives = (
                [each if isinstance(each, dict) else {} for each in written] if isinstance(written, list) else []
            )
            has_other = any(all(name in declared for name in each) for each in alternatives)
            for index, alternative in enumerate(alternatives):
                for name, scopes in alternative.items():
                    yield _Use(name, _texts(scopes), owner.at("security", index, name), has_other)


def _texts(value: Json) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _undeclared(name: str, uses: _Uses, declared: list[str]) -> Problem:
    others = f" It is asked for in {uses.count} places." if uses.count > 1 else ""
    message = f'the security scheme "{name}" is not declared.{others}'
    hint = f"Declared: {', '.join(declared)}." if declared else "Declare it in components/securitySchemes."
    if uses.can_do_without:
        hint = f"The alternatives beside it are used. {hint}"
    severity: Severity = "warning" if uses.can_do_without else "error"
    return Problem("undeclared-security-scheme", uses.first, message, hint, severity)


def _scopes(found: Survey, name: str, uses: _Uses, scheme: Place) -> Iterator[Problem]:
    kind = scheme.fields.get("type")
    if kind == "oauth2":
        missing = sorted(uses.scopes.keys() - _flow_scopes(scheme))
        if missing:
            first = next(origin for scope, origin in uses.scopes.items() if scope in missing)
            message = f'the scheme "{name}" does not declare {quoted(missing)}.'
            hint = "They are used as the operations ask for them."
            yield Problem("undeclared-scope", first, message, hint, "warning")
    elif kind != "openIdConnect" and version_of(found.document) == "3.0":
        first = next(iter(uses.scopes.values()))
        message = f'the scheme "{name}" ({kind}) has no scopes; asked of it are {quoted(sorted(uses.scopes))}.'
        yield Problem(
            "scopes-without-meaning",
            first,
            message,
            "They are kept, and shown to users as the operations ask for them.",
            "warning",
        )


def _flow_scopes(scheme: Place) -> set[str]:
    flows = scheme.fields.get("flows")
    names: set[str] = set()
    for flow in flows.values() if isinstance(flows, dict) else ():
        scopes = flow.get("scopes") if isinstance(flow, dict) else None
        names.update(scopes if isinstance(scopes, dict) else ())
    return names
