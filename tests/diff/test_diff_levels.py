"""What the configuration says of changes, what a run fails on, and how the next release is numbered."""

from __future__ import annotations

from pathlib import Path

import pytest
from diff_projects import CONFIG, diff, document, told, write

from specwright.diff.bump import release_of, step_of
from specwright.diff.changes import Change, Effect, Level

GONE = "property-removed Item/name"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in `new`, and what it was in `old`, of which a property is gone."""
    for side in ("old", "new"):
        (tmp_path / side).mkdir()
        (tmp_path / side / "specwright.toml").write_text(CONFIG)
    old, new = document(), document()
    new["components"]["schemas"]["Item"]["properties"] = {"id": {"type": "string"}}
    write(tmp_path / "old" / "specs" / "shop.json", old)
    write(tmp_path / "new" / "specs" / "shop.json", new)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def say(project: Path, text: str) -> tuple[int, str, str]:
    (project / "new" / "specwright.toml").write_text(f"{CONFIG}\n{text}")
    return diff("old", "new")


RULE = '[[diff.rule]]\ncode = "property-removed"\n{}reason = "Nobody reads it."\n'


def test_a_configured_level_is_the_last_word(project: Path) -> None:
    assert diff("old", "new")[0] == 1
    code, out, _ = say(project, RULE.format('level = "docs"\n'))
    assert (code, "\n  docs\n" in out, out.splitlines()[-2]) == (0, True, "old → new: 1 docs.")
    assert out.splitlines()[-1] == "Suggests shop 1.2.1 after 1.2.0: only words changed, or what nobody calls."


def test_what_is_accepted_fails_no_run_and_counts_for_the_release(project: Path) -> None:
    code, out, err = say(project, f'[[diff.accept]]\nid = "{GONE}"\nreason = "It was never answered."\n')
    assert (code, err) == (0, "")
    assert "Accepted: It was never answered." in out
    assert out.splitlines()[-2] == "old → new: 1 accepted."
    assert out.splitlines()[-1].startswith("Suggests shop 2.0.0 after 1.2.0: ")
    assert told("old", "new")["changes"][0]["accepted"] == "It was never answered."


def test_documents_go_by_the_configuration_of_the_working_folder(project: Path) -> None:
    (project / "specwright.toml").write_text(
        CONFIG.replace("specs/", "old/specs/") + RULE.format('level = "internal"\n')
    )
    assert diff("old/specs/shop.json", "new/specs/shop.json")[0] == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[diff.rule]]\ncode = "property-removed"\nlevel = "docs"\n', '6:1: config-diff: "reason" is missing'),
        (RULE.format('level = "grave"\n'), '8:1: config-diff: "level" must be one of breaking, additive, docs,'),
        (RULE.format(""), '6:1: config-diff: "level" is missing, or "request" or "response".'),
        (RULE.format('level = "docs"\nwhy = "x"\n'), '9:1: config-diff: "why" says nothing of a change. Known: code,'),
        (RULE.format('level = "docs"\n').replace("removed", "gone"), '6:1: config-diff: "property-gone" of "code" is'),
        (RULE.format('request = "docs"\n'), '6:1: config-diff: "property-removed" is the same in requests and'),
        ('[[diff.accept]]\nid = "gone x"\nreason = "x"\n', '6:1: config-diff: "gone" of "id" is no rule.'),
        ('[diff]\nlevel = "docs"\n', '6:1: config-unknown-key: "level" of diff is no setting. Known: rule, accept.'),
        ('[diff]\nrule = "docs"\n', '6:1: config-diff: "code" is missing: the code of a rule;'),
    ],
)
def test_what_is_wrong_with_it_is_told_with_its_line(project: Path, text: str, message: str) -> None:
    code, out, err = say(project, text)
    assert (code, out) == (1, "")
    assert err.startswith(f"new/specwright.toml:{message}")


def test_directions_have_levels_of_their_own(project: Path) -> None:
    for side, values in (("old", ["a", "b"]), ("new", ["a"])):
        shop = document(size={"type": "string", "enum": values})
        shop["paths"]["/items"]["post"] = {
            "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Item"}}}},
            "responses": {"204": {"description": "Made."}},
        }
        write(project / side / "specs" / "shop.json", shop)
    rule = '[[diff.rule]]\ncode = "enum-value-removed"\n{} = "docs"\nreason = "Why."\n'

    def levels() -> list[str]:
        return [f"{each['direction']} {each['level']}" for each in told("old", "new")["changes"]]

    assert levels() == ["request breaking", "response additive"]
    say(project, rule.format("request"))
    assert levels() == ["response additive", "request docs"]
    say(project, rule.format("response"))
    assert levels() == ["request breaking", "response docs"]


def test_a_run_fails_on_what_it_is_told_to(project: Path) -> None:
    codes = {each: diff("old", "new", "--fail-on", each)[0] for each in ("breaking", "additive", "any", "never")}
    assert codes == {"breaking": 1, "additive": 1, "any": 1, "never": 0}
    codes = {each: diff("new", "old", "--fail-on", each)[0] for each in ("breaking", "additive", "any", "never")}
    assert codes == {"breaking": 0, "additive": 1, "any": 1, "never": 0}


def test_only_what_is_grave_enough_is_printed(project: Path) -> None:
    assert told("new", "old", "--level", "breaking")["changes"] == []
    assert diff("new", "old", "--level", "breaking")[1].splitlines()[0] == "new → old: 1 additive."


def test_the_rules_are_listed_with_their_configured_levels(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    say(project, RULE.format('level = "docs"\n'))
    monkeypatch.chdir(project / "new")
    code, out, _ = diff("--rules")
    lines = {line.split()[0]: " ".join(line.split()[1:]) for line in out.splitlines()}
    assert code == 0
    assert lines["property-removed"] == "docs a property of an object is gone [configured: Nobody reads it.]"
    assert lines["operation-added"] == "additive an operation is new"
    assert lines["enum-value-removed"].startswith("request breaking, response additive ")


# releases


def change(level: Level, *, breaks: bool = False) -> Change:
    effect = Effect("renamed", "It has another name.", breaks=breaks)
    return Change("rule", level, "place", "place", "", "", "It changed.", effect, None, None)


BREAKING, SDK, ADDED, WORDS = change("breaking"), change("internal", breaks=True), change("additive"), change("docs")


@pytest.mark.parametrize(
    ("version", "changed", "expected"),
    [
        ("1.2.3", BREAKING, "2.0.0"),
        ("1.2.3", SDK, "2.0.0"),
        ("1.2.3", ADDED, "1.3.0"),
        ("1.2.3", WORDS, "1.2.4"),
        ("1.2.3", None, "1.2.3"),
        ("0.4.1", BREAKING, "0.5.0"),
        ("0.4.1", ADDED, "0.4.2"),
        ("0.4.1", WORDS, "0.4.2"),
        ("2.0.0rc1", BREAKING, "2.0.0rc2"),
        ("2.0.0rc1", WORDS, "2.0.0rc2"),
        ("1.3.0b2", ADDED, "1.3.0b3"),
        ("1.3.0b2", BREAKING, "2.0.0b1"),
        ("1.3.1a1", ADDED, "1.4.0a1"),
        ("1.2", ADDED, "1.3.0"),
        ("1.2.3.4", WORDS, "1.2.4"),
        ("1.2.3.post1", WORDS, "1.2.4"),
        ("1.3.0.dev4", ADDED, "1.3.0"),
        ("1.3.0.dev4", BREAKING, "2.0.0"),
    ],
)
def test_the_number_of_the_next_release_follows_from_the_worst_change(
    version: str, changed: Change | None, expected: str
) -> None:
    changes = [changed] if changed else []
    assert release_of("shop", version, version, changes).suggested == expected


def test_the_worst_change_is_the_reason() -> None:
    assert step_of([WORDS, ADDED, SDK, BREAKING])[0] == "major"
    assert step_of([WORDS, ADDED, SDK])[1] == "1 change may break code that uses the SDK: It has another name."
    assert step_of([WORDS, ADDED])[1] == "1 change, and none breaks: It changed."
