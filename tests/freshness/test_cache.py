"""What earlier runs worked out changes no byte, whatever becomes of it meanwhile."""

from __future__ import annotations

import os
import pickle
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from freshness.projects import SPEC, make_project, run
from specwright import reading, remembered as memory
from specwright.cache import NO_CACHE, Cache
from specwright.config import Config, read_config
from specwright.docs import printing, slices
from specwright.pipeline import generate, read_apis
from specwright.problems import Origin
from specwright.python import format as formatting, render
from specwright.quick import tools
from specwright.reading import Reading
from specwright.records import cache_of
from trees import ROOT, tree_of

OTHER = SPEC.replace("'1'", "'2'").replace("/items", "/other").replace("All items", "All others")
REFERRING = """\
openapi: 3.0.3
info: {title: Shop, version: '3'}
paths:
  /things:
    get:
      responses: {'200': {description: Them., content: {application/json: {schema: {$ref: 'parts/thing.yaml#/Thing'}}}}}
"""
THING = "Thing: {type: object, description: A thing., properties: {name: {type: string}}}\n"
OVERLAY = """\
overlay: 1.0.0
info: {title: Mended, version: '1'}
actions:
  - target: $.paths['/items'].get
    description: Say it better.
    update: {summary: Each item}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three documents, one with an overlay and one that refers to another file; generated once."""
    make_project(tmp_path)
    (tmp_path / "specs" / "other.yaml").write_text(OTHER)
    (tmp_path / "specs" / "referring.yaml").write_text(REFERRING)
    (tmp_path / "specs" / "shop.overlay.yaml").write_text(OVERLAY)
    (tmp_path / "specs" / "parts").mkdir()
    (tmp_path / "specs" / "parts" / "thing.yaml").write_text(THING)
    monkeypatch.chdir(tmp_path)
    assert run("generate")[0] == 0
    return tmp_path


class Count:
    """How often each piece of work is done and not taken from the cache."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done: list[str] = []
        for module, name in (
            (reading, "_read"), (render, "render_models"), (slices, "_as_yaml"), (printing, "_printed"),
        ):  # fmt: skip
            monkeypatch.setattr(module, name, self.counting(name, getattr(module, name)))
        formatted = formatting._formatted

        def each_file(files: dict[str, str], *rest: object) -> object:
            self.done += ["_formatted"] * len(files)
            return formatted(files, *rest)  # type: ignore[arg-type]

        monkeypatch.setattr(formatting, "_formatted", each_file)

    def counting(self, name: str, work: Callable[..., object]) -> Callable[..., object]:
        def counted(*arguments: object, **named: object) -> object:
            self.done.append(name)
            return work(*arguments, **named)

        return counted

    def taken(self) -> dict[str, int]:
        done, self.done = self.done, []
        return {name: done.count(name) for name in sorted(set(done))}


def made(config: Config, cache: Cache) -> dict[str, bytes]:
    return dict(generate(config, cache=cache).files)


def test_all_work_is_done_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config, cache, count = (
        read_config(project / "specwright.toml"),
        Cache(project / "kept", "stamp"),
        Count(monkeypatch),
    )
    without = made(config, NO_CACHE)
    whole = count.taken()
    assert set(whole) == {"_read", "render_models", "_as_yaml", "_printed", "_formatted"}
    assert whole["_read"] == 3
    assert made(config, cache) == without
    first = count.taken()
    # What is the same in several pages is worked out once even then.
    assert first.keys() == whole.keys()
    assert all(first[name] <= whole[name] for name in whole)
    assert made(config, cache) == without
    assert count.taken() == {}
    assert made(config, replace(cache, stamp="another version")) == without
    assert count.taken() == first
    assert made(config, NO_CACHE) == without
    assert count.taken() == whole


CHANGES: dict[str, tuple[str, str, str]] = {
    "a document": ("specs/other.yaml", "All others", "The others"),
    "an overlay": ("specs/shop.overlay.yaml", "Each item", "Any item"),
    "a file that is referred to": ("specs/parts/thing.yaml", "A thing.", "Some thing."),
    "a rule": ("specwright.toml", "locales", 'entitlements = [{extension = "x-tier", kind = "tier"}]\nlocales'),
    "a setting": ("specwright.toml", 'name = "shop"', 'name = "shop"\nversion = "2.0"'),
    "a language": ("specwright.toml", '"de"', '"ja"'),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_never_missed_and_the_rest_is_not_done_again(
    project: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(project / "kept", "stamp")
    before = made(read_config(project / "specwright.toml"), cache)
    file, old, new = CHANGES[what]
    (project / file).write_text((project / file).read_text().replace(old, new))
    config, count = read_config(project / "specwright.toml"), Count(monkeypatch)
    after = made(config, cache)
    taken = count.taken()
    assert after == made(config, NO_CACHE)
    whole = count.taken()
    assert after != before or what == "a rule"
    assert taken.get("_read", 0) == (3 if what == "a rule" else 0 if what in ("a setting", "a language") else 1)
    assert sum(taken.values()) < sum(whole.values()) * 0.9


def test_processes_share_the_cache(project: Path) -> None:
    config, cache = read_config(project / "specwright.toml"), Cache(project / "kept", "stamp")
    without = made(config, NO_CACHE)
    assert dict(generate(config, jobs=2, cache=cache).files) == without
    assert len([*(project / "kept" / "documents").iterdir()]) == 3
    assert dict(generate(config, jobs=2, cache=cache).files) == without


def damaged_byte(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:-1] + b"\x00")


DAMAGE: dict[str, Callable[[Path], object]] = {
    "emptied": lambda entry: entry.write_bytes(b""),
    "cut": lambda entry: entry.write_bytes(entry.read_bytes()[:-3]),
    "one byte": damaged_byte,
    "something else": lambda entry: entry.write_bytes(b"0" * 64 + b"\nsomething else"),
    "removed": lambda entry: entry.unlink(),
}


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_entry_is_worked_out_again(project: Path, how: str) -> None:
    config, cache = read_config(project / "specwright.toml"), Cache(project / "kept", "stamp")
    without = made(config, cache)
    for entry in (project / "kept").glob("*/*"):
        DAMAGE[how](entry)
    assert made(config, cache) == without
    entries = tree_of(project / "kept")
    assert made(config, cache) == without
    assert tree_of(project / "kept") == entries


def test_an_entry_of_another_place_is_not_taken(project: Path) -> None:
    config, cache = read_config(project / "specwright.toml"), Cache(project / "kept", "stamp")
    without = made(config, cache)
    for kind in (project / "kept").iterdir():
        entries = sorted(each for each in kind.iterdir() if not each.name.startswith("."))
        contents = [each.read_bytes() for each in entries]
        for place, content in zip(entries, [*contents[1:], contents[0]], strict=True):
            place.write_bytes(content)
    assert made(config, cache) == without


class Shell:
    def __init__(self, place: Path) -> None:
        self.place = place

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return subprocess.Popen, (["touch", str(self.place)],)


class Bomb:
    def __init__(self, place: Path) -> None:
        self.place = place

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self.place,)


@pytest.mark.parametrize(
    "name",
    ["subprocess Popen", "builtins eval", "specwright.pipeline ProcessPoolExecutor", "specwright.load Folder",
     "specwright.cache write_whole", "specwright.remembered Callable", "specwright.no_such thing"],
)  # fmt: skip
def test_an_entry_names_values_of_ours_alone(name: str) -> None:
    module, _, own = name.partition(" ")
    assert memory._unpacked(f"c{module}\n{own}\n.".encode()) is None
    assert memory._unpacked(b"cspecwright.problems\nOrigin\n.") is Origin


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("kind", [Bomb, Shell])
@pytest.mark.parametrize("whole", [False, True])
def test_an_entry_cannot_run_anything(
    project: Path, whole: bool, kind: type[Bomb | Shell], monkeypatch: pytest.MonkeyPatch
) -> None:
    config, cache = read_config(project / "specwright.toml"), Cache(project / "kept", "stamp")
    good = read_apis(config, cache=cache)
    bomb = kind(project / "ran")
    content = pickle.dumps(bomb if whole else Reading(None, None, (), (), None, ((project, bomb),)))  # type: ignore[arg-type]
    monkeypatch.setattr(memory, "_packed", lambda _: content)
    rmtree(project / "kept")
    read_apis(config, cache=cache)
    monkeypatch.undo()
    assert {key: each.api for key, each in read_apis(config, cache=cache).items()} == {
        key: each.api for key, each in good.items()
    }
    assert not (project / "ran").exists()
    if kind is Bomb:
        pickle.loads(content)
        assert (project / "ran").exists()


def test_a_file_saved_while_it_is_read_is_not_kept_for_what_it_became(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config, cache = read_config(project / "specwright.toml"), Cache(project / "kept", "stamp")
    read = reading._read

    def slowly(source: object, rules: object) -> Reading:
        (project / "specs" / "parts" / "thing.yaml").write_text(THING)
        (project / "specs" / "other.yaml").write_text(OTHER)
        found = read(source, rules)  # type: ignore[arg-type]
        (project / "specs" / "parts" / "thing.yaml").write_text(THING.replace("A thing.", "Some thing."))
        (project / "specs" / "other.yaml").write_text(OTHER.replace("All others", "The others"))
        return found

    monkeypatch.setattr(reading, "_read", slowly)
    made(config, cache)
    monkeypatch.undo()
    assert made(config, cache) == made(config, NO_CACHE)


def test_a_document_with_addresses_is_read_each_time(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schema = "components: {schemas: {A: {$id: 'https://x.test/a', type: object}}}\n"
    (project / "specs" / "other.yaml").write_text(OTHER.replace("3.0.3", "3.1.0") + schema)
    config, cache = read_config(project / "specwright.toml"), Cache(project / "kept", "stamp")
    made(config, cache)
    count = Count(monkeypatch)
    assert made(config, cache) == made(config, NO_CACHE)
    assert count.taken()["_read"] == 1 + 3


def test_a_run_keeps_what_it_works_out_and_one_without_the_cache_neither_reads_nor_writes_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = project / ".cache" / "specwright"
    assert {path.name for path in kept.iterdir() if path.is_dir()} == {
        "documents", "format", "models", "pages", "settled", "slices"
    }  # fmt: skip
    count = Count(monkeypatch)
    (project / "specs" / "other.yaml").write_text(OTHER.replace("All others", "The others"))
    assert run("check")[0] == 1
    assert count.taken()["_read"] == 1
    before = tree_of(kept)
    for command in ("check", "generate", "check"):
        run(command, "--no-cache")
        assert count.taken()["_read"] == 3
    assert tree_of(kept).keys() - before.keys() <= {path for path in tree_of(kept) if path.startswith("unchanged-")}
    assert run("check")[0] == 0
    assert count.taken() == {}


def test_the_cache_is_bounded_and_what_is_used_stays(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "specwright")
    for number in range(10):
        cache.put("kind", str(number), b"x" * 1000)
    for place in (tmp_path / "specwright" / "kind").iterdir():
        os.utime(place, (1, 1))
    assert cache.get("kind", "3") == b"x" * 1000
    cache.trim(at_most=5_000)
    left = [number for number in range(10) if cache.get("kind", str(number))]
    assert len(left) == 4
    assert 3 in left


def test_another_version_of_a_library_is_another_cache(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = read_config(project / "specwright.toml")
    before = cache_of(config).stamp
    assert cache_of(config).stamp == before
    metadata = project / "first" / "pydantic-0.0.1.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text("Name: pydantic\nVersion: 0.0.1\n\n")
    monkeypatch.setattr(tools.sys, "path", [str(project / "first"), *tools.sys.path])
    assert cache_of(config).stamp != before


def test_the_committed_output_comes_from_the_cache_too(tmp_path: Path) -> None:
    copytree(ROOT / "specs", tmp_path / "specs")
    for name in ("specwright.toml", "specwright.names.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    for _ in range(2):
        assert run("generate", "--config", str(tmp_path / "specwright.toml"))[0] == 0
        assert tree_of(tmp_path / "output") == tree_of(ROOT / "output")
        rmtree(tmp_path / "output")
