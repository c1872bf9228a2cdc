"""What the site makes of pages, looked at without a browser."""

from __future__ import annotations

import dataclasses
import json
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner

from specwright.cli import main
from specwright.config import CONFIG_NAME, Config, ad_hoc, read_config
from specwright.pipeline import generate
from specwright.problems import Refused
from specwright.site import commands
from specwright.site.building import Shelf, build_site
from specwright.site.navigation import Entry, Group, groups_of
from specwright.site.pages import adapted
from specwright.site.switches import Switch, Switches, switches_of
from specwright.site.volumes import Volume, read_volumes
from specwright.site.words import words_of
from trees import OUTPUT, ROOT, tree_of, write_tree

PAGES = OUTPUT / "docs"
NEW = Volume("de", "v2", "2", "Tiere", ("index.md", "pets/list.md", "scopes.md"))
OLD = Volume("de", "v1", "1", "Tiere", ("index.md",))
EVERYWHERE = {f"{volume.folder}/{page}" for volume in (NEW, OLD) for page in volume.pages}
SWITCHES = Switches((Switch("Deutsch", "de", "list.html", here=True),), ())


def body(text: str, volume: Volume = NEW, page: str = "pets/list.md") -> str:
    """The page as it goes into the site, without its data."""
    return adapted(text, volume, page, SWITCHES, EVERYWHERE).split("\n---\n\n", 1)[1]


def shelf(root: Path, pages: dict[str, str], *locales: str, folder: str = "") -> Shelf:
    write_tree(root, {name: text.encode() for name, text in pages.items()})
    return Shelf(root, root.name, locales, root / "none", folder)


def test_the_committed_pages_are_a_home_and_three_versions_in_each_language() -> None:
    config = read_config(ROOT / CONFIG_NAME)
    volumes = read_volumes(PAGES, config.sdks[0].locales)
    found = [(each.locale, each.version, each.label) for each in volumes]
    versions = [("", ""), ("v2026_09", "2026-09"), ("v2026_03", "2026-03"), ("v3", "v3")]
    assert found == [(tag, *version) for tag in ("en", "ja", "de", "pt-BR") for version in versions]
    held = sorted(f"{each.folder}/{page}" for each in volumes for page in each.pages)
    assert held == sorted(name for name in tree_of(PAGES) if name.endswith(".md"))


def test_every_committed_page_is_in_the_navigation_of_its_volume() -> None:
    for volume in read_volumes(PAGES, ("en", "ja", "de", "pt-BR")):
        groups = groups_of((PAGES / volume.folder / "index.md").read_text("utf-8"), volume.pages)
        listed = {"index.md", *(entry.path for group in groups for entry in group.entries)}
        assert listed == set(volume.pages)


def test_pages_without_versions_are_one_volume(tmp_path: Path) -> None:
    write_tree(tmp_path, {"en/index.md": b"# Pets\n", "en/pets/list.md": b"# List\n"})
    assert read_volumes(tmp_path, ("en", "fr")) == (Volume("en", "", "", "Pets", ("index.md", "pets/list.md")),)


def test_resources_in_the_navigation_lose_what_they_share() -> None:
    index = """# A
## a.b.cats
- [List `x`](a/b/cats/list.md): `GET /cats`
- [Elsewhere](../other/index.md)
## a.b.dogs
- [Walk "now" & <here> *(in English)*](a/b/dogs/walk.md): `POST /dogs`
## Webhooks
- [A cat came](received_webhooks/new-cat.md): `POST newCat`
## More
- [Scopes](scopes.md)
"""
    pages = ("index.md", "a/b/cats/list.md", "a/b/dogs/walk.md", "received_webhooks/new-cat.md", "scopes.md")
    assert groups_of(index, pages) == (
        Group("cats", (Entry("List x", "a/b/cats/list.md"),)),
        Group("dogs", (Entry("Walk &quot;now&quot; &amp; &lt;here&gt;", "a/b/dogs/walk.md"),)),
        Group("Webhooks", (Entry("A cat came", "received_webhooks/new-cat.md"),)),
        Group("More", (Entry("Scopes", "scopes.md"),)),
    )


def test_a_switch_leads_to_the_same_page_or_to_the_nearest_index() -> None:
    english = Volume("en", "v2", "2", "Pets", ("index.md", "pets/list.md"))
    home = Volume("fr", "", "", "Animaux", ("index.md",))
    assert switches_of((english, NEW, OLD, home), NEW, "pets/list.md") == Switches(
        (
            Switch("English", "en", "../../../en/v2/pets/list.html", here=False),
            Switch("Deutsch", "de", "list.html", here=True),
            Switch("français", "fr", "../../../fr/index.html", here=False),
        ),
        (Switch("2", "v2", "list.html", here=True), Switch("1", "v1", "../../v1/index.html", here=False)),
    )


def test_lines_that_only_switch_are_left_to_the_header() -> None:
    text = """# Auflisten

Sprache: [English](../../../en/v2/pets/list.md) · **Deutsch**

Version: [1](../../v1/index.md) · **2** · [Alle Operationen](../index.md)

Siehe [Scopes](../scopes.md).

## Mehr

[Alle Operationen](../index.md)
"""
    assert (
        body(text) == "# Auflisten\n\n\n\nSiehe [Scopes](../scopes.md).\n\n## Mehr\n\n[Alle Operationen](../index.md)\n"
    )


def test_a_link_that_leaves_the_volume_becomes_an_address() -> None:
    text = "# A\n\n## B\n\n[Alt](../../v1/index.md#b), [neu](../scopes.md#c), [fern](https://h.example/x.md)\n"
    assert body(text).endswith("[Alt](../../v1/index.html#b), [neu](../scopes.md#c), [fern](https://h.example/x.md)\n")


def test_fenced_code_passes_unchanged() -> None:
    text = "# A\n\n````yaml\n```\n<details>\n[x](../../v1/index.md)\n````\n\n<details>\n"
    assert body(text) == text.removesuffix("<details>\n") + '<details markdown="1">\n'


def test_a_page_carries_its_switches_as_data() -> None:
    data = adapted("# A\n", NEW, "scopes.md", SWITCHES, EVERYWHERE).split("---\n")[1]
    assert json.loads(data) == {
        "languages": [{"name": "Deutsch", "code": "de", "url": "list.html", "here": True}],
        "versions": [],
    }


@pytest.mark.parametrize("tag", read_config(ROOT / CONFIG_NAME).sdks[0].locales[1:])
def test_the_sites_own_words_are_translated_into_every_language_of_the_pages(tag: str, tmp_path: Path) -> None:
    ours, english = (dataclasses.astuple(words_of(each, tmp_path)) for each in (tag, "en"))
    assert [word for word, other in zip(ours, english, strict=True) if other in word] == []


def test_without_zensical_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(commands, "is_installed", lambda: False)
    for command in ("build", "serve"):
        done = CliRunner().invoke(main, ["docs", command, "--config", str(ROOT / CONFIG_NAME), "-o", str(tmp_path)])
        remedy = "The site needs Zensical, which is not installed. Run `python -m pip install 'specwright[site]'`.\n"
        assert (done.exit_code, done.stdout, done.stderr) == (1, "", remedy)


def test_a_folder_that_is_not_a_site_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(Refused, match="this is no site of ours"):
        build_site([Shelf(PAGES, "docs", ("en",), tmp_path, "")], tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_site_without_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="there are no pages here"):
        build_site([shelf(tmp_path / "docs", {}, "en")], tmp_path / "site")
    assert not (tmp_path / "site").exists()


@pytest.mark.usefixtures("zensical")
def test_a_broken_link_is_refused_with_its_place_and_leaves_the_old_site(tmp_path: Path) -> None:
    pages = tmp_path / "docs"
    build_site([shelf(pages, {"en/index.md": "# Pets\n"}, "en")], tmp_path / "site")
    before = tree_of(tmp_path / "site")
    broken = shelf(pages, {"en/index.md": "# Pets\n\n[Cats](cats.md)\n"}, "en")
    with pytest.raises(Refused) as refused:
        build_site([broken], tmp_path / "site")
    assert [(each.origin.file, each.message) for each in refused.value.problems] == [
        ("docs/en/index.md", "page does not exist.")
    ]
    assert tree_of(tmp_path / "site") == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["docs", "site"]


@pytest.mark.usefixtures("zensical")
def test_several_sdks_and_a_language_that_the_theme_does_not_speak_become_one_site(tmp_path: Path) -> None:
    cats = shelf(
        tmp_path / "cats", {"en/index.md": "# Cats\n", "ar-EG/index.md": "# قطط\n"}, "en", "ar-EG", folder="cats"
    )
    dogs = shelf(tmp_path / "dogs", {"gd/index.md": "# Coin\n"}, "gd", folder="dogs")
    assert build_site([cats, dogs], tmp_path / "site") == 3
    opening = {
        path: Tags.of(tmp_path / "site" / path).languages for path in ("cats/ar-EG/index.html", "dogs/gd/index.html")
    }
    assert opening == {"cats/ar-EG/index.html": ["ar-EG", "rtl"], "dogs/gd/index.html": ["gd", "ltr"]}
    assert Tags.of(tmp_path / "site" / "index.html").links == [
        "cats/en/index.html",
        "cats/ar-EG/index.html",
        "dogs/gd/index.html",
    ]


def test_every_link_of_the_site_leads_to_a_page_and_an_anchor(site: Path) -> None:
    pages = {path.relative_to(site).as_posix(): Tags.of(path) for path in sorted(site.rglob("*.html"))}
    broken: list[tuple[str, str]] = []
    for here, tags in pages.items():
        for link in tags.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            there = normpath(join(dirname(here), unquote(parts.path))) if parts.path else here
            anchor = unquote(parts.fragment)
            if not (site / there).is_file() or (anchor and there in pages and anchor not in pages[there].anchors):
                broken.append((here, link))
    assert len(pages) > 140
    assert broken == []


def test_headings_keep_anchors_of_their_own_words(site: Path) -> None:
    page = Tags.of(site / "ja" / "v2026_09" / "scheduler" / "meetings" / "meeting-links" / "book.html")
    assert {"リクエストの例", "curl", "200", "body.duration"} <= page.anchors


def test_the_links_of_llms_txt_lead_to_pages_of_the_site(site: Path) -> None:
    lines = (site / "llms.txt").read_text("utf-8").splitlines()
    links = [line.split("](")[1].split(")")[0] for line in lines if line.startswith("- [")]
    assert len(links) > 15
    assert [link for link in links if not (site / link).is_file()] == []


@pytest.mark.usefixtures("zensical")
def test_text_of_a_specification_stays_text_on_the_site(tmp_path: Path) -> None:
    spec = ROOT / "tests" / "cases" / "generate" / "hostile-text" / "spec.json"
    made = ad_hoc((spec,), tmp_path / "output", None)
    write_tree(made.output, generate(made, ("docs",)).files)
    assert commands.run_docs_build(Config(tmp_path, made.output, made.sdks), tmp_path / "site") == 0
    found = {path.name: Tags.of(path).names for path in (tmp_path / "site" / "en").rglob("*.html")}
    assert len(found) > 5
    assert [name for name, tags in found.items() if "b" in tags] == []


@pytest.mark.usefixtures("zensical")
def test_a_title_that_would_end_itself_stays_a_title(tmp_path: Path) -> None:
    evil = "&lt;/title&gt;&lt;/a&gt;&lt;script&gt;x()&lt;/script&gt; &quot;&gt;"
    index = f"# {evil}\n\n## {evil}\n\n- [{evil}](a.md)\n"
    tame = {"en/index.md": "# A\n\n## B\n\n- [C](a.md)\n", "en/a.md": "# D\n"}
    wild = {"en/index.md": index, "en/a.md": f"# {evil}\n"}
    build_site([shelf(tmp_path / "tame", tame, "en")], tmp_path / "one")
    build_site([shelf(tmp_path / "wild", wild, "en")], tmp_path / "two")
    for page in ("index.html", "en/index.html", "en/a.html"):
        one, two = (Tags.of(tmp_path / site / page).names for site in ("one", "two"))
        assert (page, one) == (page, two)


class Tags(HTMLParser):
    """What a test asks of a page: its tags, languages, links and anchors."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.languages: list[str] = []
        self.links: list[str] = []
        self.anchors: set[str] = set()

    @classmethod
    def of(cls, path: Path) -> Tags:
        found = cls()
        found.feed(path.read_text("utf-8"))
        return found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.names.append(tag)
        if tag in ("html", "body"):
            self.languages += [each for each in (values.get("lang"), values.get("dir")) if each]
        self.links += [each for name in ("href", "src") if (each := values.get(name))]
        self.anchors.add(values.get("id") or "")
