"""The configuration: what it means, and everything that may be wrong with it, each with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from specwright.config import SdkConfig, ad_hoc, find_config, read_config
from specwright.problems import Refused
from specwright.report import print_problems
from specwright.rules import EntitlementRule, SignatureRule

SDK = '[[sdk]]\nname = "shop"\n'
SPECS = 'specs = ["specs/*.json"]\n'
FILES = ("specs/v3/shop-v3.json", "specs/2026-03/shop-v2026-03.json", "specs/one.json", "specs/two.json")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("{}")
    return tmp_path


def written(project: Path, text: str) -> Path:
    path = project / "specwright.toml"
    path.write_text(text, encoding="utf-8")
    return path


def sdk_of(project: Path, text: str) -> SdkConfig:
    [sdk] = read_config(written(project, text)).sdks
    return sdk


def said(project: Path, text: str) -> list[str]:
    with pytest.raises(Refused) as refused:
        read_config(written(project, text))
    return print_problems(refused.value.problems, project, "text").splitlines()


# What it means


def test_a_short_configuration_has_sensible_defaults(project: Path) -> None:
    config = read_config(written(project, SDK + SPECS))
    [sdk] = config.sdks
    assert (config.root, config.output, config.file) == (project, project / "output", project / "specwright.toml")
    assert (sdk.name, sdk.package, sdk.version, sdk.title, sdk.client_auth) == ("shop", "shop", "0.1.0", "", "basic")
    assert [(source.shown, source.version) for source in sdk.sources] == [
        ("specs/one.json", ""),
        ("specs/two.json", ""),
    ]


def test_every_setting_is_read(project: Path) -> None:
    settings = 'package = "shop_api"\nversion = "2.0rc1"\ntitle = "A shop"\nclient_auth = "body"\n'
    rules = 'entitlements = [{ extension = "x-tier", kind = "tier" }]\n'
    sdk = sdk_of(project, 'output = "made"\n' + SDK + settings + rules + SPECS)
    assert (sdk.package, sdk.version, sdk.title, sdk.client_auth) == ("shop_api", "2.0rc1", "A shop", "body")
    assert sdk.entitlements == (EntitlementRule("x-tier", "tier"),)
    assert read_config(project / "specwright.toml").output == project / "made"


def test_an_output_folder_of_the_command_line_wins(project: Path) -> None:
    assert read_config(written(project, SDK + SPECS), project / "there").output == project / "there"


def test_a_pattern_collects_versions_and_never_doubles_a_v(project: Path) -> None:
    sdk = sdk_of(project, SDK + 'specs = ["specs/{version}/shop-v{version}.json"]\n')
    assert [(source.shown, source.version) for source in sdk.sources] == [
        ("specs/2026-03/shop-v2026-03.json", "2026-03"),
        ("specs/v3/shop-v3.json", "v3"),
    ]


def test_words_of_a_pattern_name_the_documents_of_a_version(project: Path) -> None:
    sdk = sdk_of(project, SDK + 'specs = ["{area}/{version}/{api}-v*.json"]\n')
    assert [(source.shown, source.version, source.named, source.stars) for source in sdk.sources] == [
        ("specs/2026-03/shop-v2026-03.json", "2026-03", ("specs", "shop"), ("2026-03",)),
        ("specs/v3/shop-v3.json", "v3", ("specs", "shop"), ("3",)),
    ]


def test_an_entry_with_an_exclamation_mark_takes_documents_away(project: Path) -> None:
    sdk = sdk_of(project, SDK + 'specs = ["!specs/o*.json", "specs/*.json"]\n')
    assert [source.shown for source in sdk.sources] == ["specs/two.json"]


def test_an_entry_that_takes_nothing_away_is_told(project: Path) -> None:
    expected = '3:1: config-no-specs: no file matches "specs/z*.json". Check the path.'
    assert said(project, SDK + 'specs = ["specs/*.json", "!specs/z*.json"]\n') == [f"specwright.toml:{expected}"]


def test_a_document_that_two_patterns_mean_is_read_once(project: Path) -> None:
    sdk = sdk_of(project, SDK + 'specs = ["specs/one.json", "specs/*.json"]\n')
    assert [source.shown for source in sdk.sources] == ["specs/one.json", "specs/two.json"]


def test_an_overlay_belongs_to_the_document_beside_it_and_is_none_itself(project: Path) -> None:
    (project / "specs" / "one.overlay.yaml").write_text("{}")
    sdk = sdk_of(project, SDK + 'specs = ["specs/one*"]\n')
    assert [(source.shown, source.overlay_shown) for source in sdk.sources] == [
        ("specs/one.json", "specs/one.overlay.yaml")
    ]


def test_the_nearest_configuration_above_is_found(project: Path) -> None:
    path = written(project, SDK + SPECS)
    assert find_config(project / "specs" / "v3") == path
    assert find_config(project.parent) is None


@pytest.mark.parametrize(
    ("settings", "rule"),
    [
        ('scheme = "standard"', SignatureRule("standard")),
        ('tolerance = 60\nscheme = "hubspot-v3"', SignatureRule("hubspot-v3", (("tolerance", 60),))),
        (
            'signed = "{header:X-Id}.{body}"\nscheme = "hmac"\nheader = "X-Sig"\nalgorithm = "sha512"',
            SignatureRule("hmac", (("header", "X-Sig"), ("signed", "{header:X-Id}.{body}"), ("algorithm", "sha512"))),
        ),
    ],
)
def test_how_webhooks_are_signed_is_read_in_one_order(project: Path, settings: str, rule: SignatureRule) -> None:
    assert sdk_of(project, f"{SDK}{SPECS}[sdk.webhooks]\n{settings}\n").webhooks == rule


# What is wrong with it


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", ['4:1: config-value: "scheme" of webhooks must be one of "standard", "hubspot-v3", "hmac".']),
        ("scheme = 1", ['4:1: config-value: "scheme" of webhooks must be one of "standard", "hubspot-v3", "hmac".']),
        (
            'scheme = "standard"\nprefix = "v1="\ntolerance = 0',
            [
                '6:1: config-value: "prefix" of webhooks goes with the scheme "hmac" alone.',
                '7:1: config-value: "tolerance" of webhooks must be a number of seconds above 0.',
            ],
        ),
        (
            'scheme = "hmac"\nsigned = "{boddy}{timestamp}"\nencoding = "base32"\nprefix = 1\nlength = 3',
            [
                '4:1: config-value: "header" of webhooks is missing: the header that holds the signature.',
                (
                    '4:1: config-value: {timestamp} in "signed" and timestamp_header or timestamp_prefix go together. '
                    "Give both, or neither."
                ),
                '6:1: config-value: "signed" of webhooks must hold {body}: a signature of less proves nothing.',
                (
                    '6:1: config-value: "{boddy}" of signed has no meaning. '
                    "Known: {body}, {timestamp}, {method}, {url}, {header:NAME}."
                ),
                '7:1: config-value: "encoding" of webhooks must be one of "hex", "base64".',
                '8:1: config-value: "prefix" of webhooks must be a text.',
                (
                    '9:1: config-value: "length" of webhooks is no setting. Known: scheme, header, signed, algorithm, '
                    "encoding, prefix, separator, timestamp_header, timestamp_prefix, timestamp_unit, key_encoding, "
                    "key_prefix, unescaped, tolerance."
                ),
            ],
        ),
    ],
)
def test_a_mistake_about_signatures_is_told_with_its_place(project: Path, settings: str, expected: list[str]) -> None:
    told = said(project, f"{SDK}{SPECS}[sdk.webhooks]\n{settings}\n")
    assert told == [f"specwright.toml:{line}" for line in expected]


def test_webhooks_must_be_a_table(project: Path) -> None:
    told = ['specwright.toml:4:1: config-type: "webhooks" must be a table.']
    assert said(project, f"{SDK}{SPECS}webhooks = 1\n") == told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["1:1: config-no-sdk: no [[sdk]] is configured. Add one."]),
        ("sdk = []\n", ["1:1: config-no-sdk: no [[sdk]] is configured. Add one."]),
        ('\nsdk = "a"\n', ['2:1: config-type: "sdk" must be a list.']),
        ("sdk = [3]\n", ['1:1: config-type: "sdk" must be a list of tables. Write [[sdk]].']),
        ("[[sdk]\n", ["1:6: config-malformed: Expected ']]' at the end of an array declaration."]),
        ('a = "b\n', ["1:7: config-malformed: Illegal character '\\n'."]),
        ("\na = [", ["2:6: config-malformed: Invalid value."]),
        ("colour = 1\n" + SDK + SPECS, ['1:1: config-unknown-key: "colour" is no setting. Known: output, sdk, diff.']),
        ("output = 3\n" + SDK + SPECS, ['1:1: config-type: "output" must be a text.']),
        ('output = ""\n' + SDK + SPECS, ['1:1: config-value: "output" must be a path.']),
        (
            "\n[[sdk]]\n",
            [
                '2:1: config-missing-key: "name" is missing: the distribution\'s name.',
                '2:1: config-missing-key: "specs" is missing: a list of paths or patterns.',
            ],
        ),
        (
            SDK + SPECS + "[[sdk]]\nname = 3\n  specs = 'a'\nnmae = 1\n",
            [
                '5:1: config-type: "name" must be a text.',
                '6:3: config-type: "specs" must be a list.',
                (
                    '7:1: config-unknown-key: "nmae" is no setting. '
                    "Known: name, package, version, title, specs, entitlements, client_auth, locales, catalogues, "
                    "webhooks, paging, changelog."
                ),
            ],
        ),
        (
            '[[sdk]]\nname = "../x"\n' + SPECS,
            ['2:1: config-value: "name" must be a name that an index takes: letters, digits, -, _ and ..'],
        ),
        (
            SDK + SPECS + 'version = "one"\n',
            ['4:1: config-value: "version" must be the version of a release, such as 1.2.0 or 2.0rc1.'],
        ),
        (
            SDK + SPECS + 'client_auth = "post"\n',
            [
                (
                    '4:1: config-value: "client_auth" must be "basic" or "body": '
                    "how a token endpoint wants the client's id and secret."
                )
            ],
        ),
        (SDK + "specs = []\n", ['3:1: config-no-specs: "specs" lists nothing. Name a document.']),
        (SDK + "specs = [1]\n", ['3:1: config-value: "1" of specs must be a text.']),
        (
            SDK + 'specs = ["no.json", "specs/*.yaml"]\n',
            [
                '3:1: config-no-specs: no file matches "no.json". Check the path.',
                '3:1: config-no-specs: no file matches "specs/*.yaml". Check the path.',
            ],
        ),
        (
            SDK + 'specs = ["/etc/*.json", "../one.json", ""]\n',
            [
                '3:1: config-value: "" of specs must be a path below the folder of the configuration.',
                '3:1: config-value: "../one.json" of specs must be a path below the folder of the configuration.',
                '3:1: config-value: "/etc/*.json" of specs must be a path below the folder of the configuration.',
            ],
        ),
        (
            SDK + 'specs = ["specs/{verson}.json", "**/one.json"]\n',
            [
                (
                    '3:1: config-value: "**/one.json" of specs may hold {version}, names in braces such as {api}, '
                    "and *, and no other sign of a pattern."
                ),
                (
                    '3:1: config-value: "specs/{verson}.json" of specs holds {verson} and not {version}, '
                    "which may be meant."
                ),
            ],
        ),
        (
            SDK + SPECS + 'entitlements = [{ extension = "x-a" }]\n',
            [
                (
                    "4:1: config-type: each of entitlements has two texts, extension and kind, "
                    "and may have tables names and levels."
                )
            ],
        ),
        (
            SDK + SPECS + '[[sdk]]\nname = "Shop"\n' + SPECS,
            [
                '2:1: config-duplicate: "shop" is the name of 2 distributions. Give each its own.',
                '5:1: config-duplicate: "shop" is the name of 2 distributions. Give each its own.',
            ],
        ),
    ],
)
def test_a_mistake_is_told_with_its_place(project: Path, text: str, expected: list[str]) -> None:
    assert said(project, text) == [f"specwright.toml:{line}" for line in expected]


@pytest.mark.parametrize("package", ["a-b", "class", "json", "pydantic", "größe", "../y", ""])
def test_a_package_must_be_one_that_python_would_find(project: Path, package: str) -> None:
    expected = '4:1: config-value: "package" must be an identifier, and no keyword or module that Python or the SDK'
    assert said(project, f'{SDK}{SPECS}package = "{package}"\n') == [f"specwright.toml:{expected} already has."]


def test_a_version_that_reads_differently_in_one_path_is_told(project: Path) -> None:
    (project / "specs" / "v3" / "shop-v4.json").write_text("{}")
    assert said(project, SDK + 'specs = ["specs/{version}/shop-v{version}.json"]\n') == [
        (
            "specwright.toml:3:1: config-version-mismatch: specs/v3/shop-v4.json: a word in braces of "
            '"specs/{version}/shop-v{version}.json" reads differently in the parts of this path. '
            "Rename the file or its folder."
        )
    ]


def test_a_file_that_cannot_be_read_is_a_problem(project: Path) -> None:
    (project / "specwright.toml").write_bytes(b'name = "\xff"')
    with pytest.raises(Refused) as refused:
        read_config(project / "specwright.toml")
    assert [problem.code for problem in refused.value.problems] == ["config-unreadable"]
    with pytest.raises(Refused) as refused:
        read_config(project / "nowhere" / "specwright.toml")
    assert [problem.message for problem in refused.value.problems] == ["cannot be read: No such file or directory."]


# Without one


def test_documents_elsewhere_are_named_from_the_folder_that_they_share(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "here").mkdir()
    monkeypatch.chdir(project / "here")
    config = ad_hoc((project / "specs" / "one.json", Path("../specs/v3/shop-v3.json")), None, None)
    [sdk] = config.sdks
    assert [source.shown for source in sdk.sources] == ["one.json", "v3/shop-v3.json"]
    assert (config.root, config.output) == (project / "specs", project / "here" / "output")


@pytest.mark.parametrize(
    ("spec", "package", "expected"),
    [
        ("pet-store.yaml", None, ("pet-store", "pet_store")),
        ("pet-store.yaml", "My API", ("my-api", "my_api")),
        ("Größe.yaml", None, ("gr-e", "gr_e")),
        ("2026.yaml", None, ("2026", "api_2026")),
        ("json.yaml", None, ("json", "api_json")),
        ("class.yaml", None, ("class", "api_class")),
        ("名.yaml", None, ("api", "api")),
    ],
)
def test_an_ad_hoc_run_is_named_after_its_first_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spec: str, package: str | None, expected: tuple[str, str]
) -> None:
    monkeypatch.chdir(tmp_path)
    config = ad_hoc((Path(spec), Path("other.json")), None, package)
    [sdk] = config.sdks
    assert (sdk.name, sdk.package) == expected
    assert [source.shown for source in sdk.sources] == [spec, "other.json"]
    assert config.output == tmp_path / "output"
