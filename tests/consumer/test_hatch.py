"""The build hook: what it puts into a wheel, an sdist and an editable install, and what it refuses.

Here hatchling runs in this process; `test_consumer_builds.py` builds as people do, with pip.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder
from hatchling.plugin.manager import PluginManager

from specwright import hatch
from specwright.cli import main
from specwright.config import read_config
from specwright.pipeline import generate

PROJECT = Path(__file__).parent / "project"
BUILD = "[tool.hatch.build.hooks.specwright]\n"
METADATA = "[tool.hatch.metadata.hooks.specwright]\n"
DYNAMIC = 'dynamic = ["version", "dependencies"]\n'
STATIC = 'version = "1.4.0"\ndependencies = ["httpx2>=2.10", "pydantic>=2.12"]\n'
SPEC = Path("specs") / "parcels.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The consumer's project, as a folder of its own."""
    shutil.copytree(PROJECT, tmp_path / "acme")
    return tmp_path / "acme"


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert text.count(old) >= 1, (old, text)
    file.write_text(text.replace(old, new))


def say(project: Path, *options: str, table: str = BUILD) -> None:
    """Add options to a table of the project."""
    edit(project / "pyproject.toml", table, table + "".join(f"{option}\n" for option in options))


def specwright(project: Path, *words: str) -> None:
    """Run a command in the project, well."""
    with chdir(project):
        assert CliRunner().invoke(main, words, catch_exceptions=False).exit_code == 0


def built(project: Path, builder: type[SdistBuilder | WheelBuilder] = WheelBuilder, version: str = "standard") -> Path:
    manager = PluginManager()
    manager.third_party_plugins.loaded = True  # the one that is installed is not the one that is tested
    manager.manager.register(hatch)
    [made] = builder(str(project), plugin_manager=manager).build(directory=str(project / "dist"), versions=[version])
    return Path(made)


def refused(
    project: Path, capsys: pytest.CaptureFixture[str], builder: type[SdistBuilder | WheelBuilder] = WheelBuilder
) -> str:
    """What a build says that ends badly."""
    with pytest.raises(SystemExit) as ended:
        built(project, builder)
    assert ended.value.code == 1
    said = capsys.readouterr()
    return said.out + said.err


def files_of(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}


def metadata_of(wheel: Path) -> str:
    with zipfile.ZipFile(wheel) as archive:
        return next(archive.read(name).decode() for name in archive.namelist() if name.endswith("/METADATA"))


def generated(project: Path) -> dict[str, bytes]:
    """The package that a run makes, by its paths in a wheel."""
    files = generate(read_config(project / "specwright.toml"), ("python",)).files
    return {path.partition("/src/")[2]: content for path, content in files.items() if "/src/" in path}


def tree(project: Path) -> list[str]:
    found = (path.relative_to(project) for path in project.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if path.parts[0] != "dist")


# A wheel


def test_a_wheel_holds_what_a_run_makes_and_the_source_tree_stays_as_it_is(project: Path) -> None:
    before = tree(project)
    wheel = built(project)
    assert wheel.name == "acme_parcels-1.4.0-py3-none-any.whl"
    assert files_of(wheel) == generated(project)
    assert tree(project) == before


def test_version_and_dependencies_come_from_the_configuration(project: Path) -> None:
    say(project, 'dependencies = ["rich>=14"]', table=METADATA)
    edit(project / "specwright.toml", "1.4.0", "2.0.0")
    told = metadata_of(built(project))
    assert "\nVersion: 2.0.0\n" in told
    assert [line for line in told.splitlines() if line.startswith("Requires-Dist")] == [
        "Requires-Dist: httpx2>=2.10",
        "Requires-Dist: pydantic>=2.12",
        "Requires-Dist: rich>=14",
    ]


def test_the_version_of_python_can_come_from_there_too(project: Path) -> None:
    edit(project / "pyproject.toml", 'requires-python = ">=3.11"\n', "")
    edit(project / "pyproject.toml", '"dependencies"]', '"dependencies", "requires-python"]')
    assert "\nRequires-Python: >=3.11\n" in metadata_of(built(project))


def test_what_the_package_says_of_itself_can_come_from_there_too(project: Path, tmp_path: Path) -> None:
    edit(project / "pyproject.toml", 'description = "A typed client for the Acme Parcels API."\n', "")
    edit(project / "pyproject.toml", '"dependencies"]', '"dependencies", "description", "readme"]')
    wheel = built(project)
    told = metadata_of(wheel)
    assert "\nSummary: A typed client for the Acme Parcels API.\n" in told
    assert "\nDescription-Content-Type: text/markdown\n" in told
    assert "\n# acme-parcels\n" in told
    with tarfile.open(built(project, SdistBuilder)) as archive:
        archive.extractall(tmp_path, filter="data")
    assert built(tmp_path / "acme_parcels-1.4.0").read_bytes() == wheel.read_bytes()


def test_a_field_that_the_project_states_itself_stays_as_it_is(project: Path) -> None:
    edit(project / "pyproject.toml", DYNAMIC, 'dynamic = ["version"]\ndependencies = ["httpx2>=2.12", "pydantic<3"]\n')
    told = metadata_of(built(project))
    assert "Requires-Dist: httpx2>=2.12\nRequires-Dist: pydantic<3\n" in told


def test_two_builds_are_the_same_bytes_and_leave_nothing_behind(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    first = built(project).read_bytes()
    assert built(project).read_bytes() == first
    assert list((tmp_path / "temporary").iterdir()) == []


def test_the_package_may_go_elsewhere_and_works_there(project: Path, tmp_path: Path) -> None:
    say(project, 'path = "acme/parcels"')
    wheel = built(project)
    assert set(files_of(wheel)) == {f"acme/parcels/{name.partition('/')[2]}" for name in generated(project)}
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    code = "from acme.parcels import Client, models; print(Client.__module__, models.Parcel.__module__)"
    clean = {"PYTHONPATH": str(tmp_path / "installed")}
    done = subprocess.run([sys.executable, "-c", code], env=clean, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "acme.parcels.client acme.parcels._models\n"), done.stderr


def test_warnings_of_a_run_are_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built(project)
    assert "warning" not in capsys.readouterr().err
    edit(project / SPEC, "sendParcel", "listParcels")
    built(project)
    assert "specwright: 1 warning. Run `specwright lint`.\n" in capsys.readouterr().err


def test_one_of_several_sdks_is_built(project: Path) -> None:
    other = '\n[[sdk]]\nname = "other"\nversion = "0.2.0"\nspecs = ["specs/parcels.yaml"]\n'
    edit(project / "specwright.toml", '"de"]\n', f'"de"]\n{other}')
    say(project, 'sdk = "acme-parcels"')
    say(project, 'sdk = "acme-parcels"', table=METADATA)
    assert {name.partition("/")[0] for name in files_of(built(project))} == {"acme_parcels"}


def test_a_project_of_another_name_has_a_version_of_its_own(project: Path) -> None:
    edit(project / "pyproject.toml", '"acme-parcels"', '"acme-tools"')
    edit(project / "pyproject.toml", DYNAMIC, STATIC.replace("1.4.0", "7.0"))
    files = files_of(built(project))
    assert b'__version__ = "1.4.0"' in files["acme_parcels/__init__.py"]


def test_a_version_from_elsewhere_is_the_packages_too(project: Path) -> None:
    edit(project / "pyproject.toml", METADATA, '[tool.hatch.version]\npath = "version.txt"\n')
    edit(project / "pyproject.toml", DYNAMIC, STATIC.replace('version = "1.4.0"', 'dynamic = ["version"]'))
    (project / "version.txt").write_text('VERSION = "3.1.0"\n')
    wheel = built(project)
    assert wheel.name.startswith("acme_parcels-3.1.0-")
    assert b'__version__ = "3.1.0"' in files_of(wheel)["acme_parcels/__init__.py"]


# A wheel of what is committed


def test_with_check_a_wheel_is_the_same_and_takes_the_committed_output(project: Path) -> None:
    made = built(project).read_bytes()
    say(project, "check = true")
    specwright(project, "generate")
    assert built(project).read_bytes() == made


def test_with_check_a_stale_output_fails_with_what_differs_and_why(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    say(project, "check = true")
    specwright(project, "generate")
    edit(project / SPEC, "All parcels", "Every parcel")
    said = refused(project, capsys)
    assert "stale: spec specs/parcels.yaml changed" in said
    assert "+    " in said
    assert "Run `specwright generate`." in said


def test_with_check_there_has_to_be_an_output(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    say(project, "check = true")
    assert "there is no output yet" in refused(project, capsys)


# An sdist


def sources_of(sdist: Path) -> set[str]:
    with tarfile.open(sdist) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def test_an_sdist_carries_what_decides_the_package_whatever_its_settings_leave_out(
    project: Path, tmp_path: Path
) -> None:
    specwright(project, "names", "pin")
    edit(project / "specwright.toml", "specs = ", 'changelog = "notes/releases.toml"\nspecs = ')
    (project / "notes").mkdir()
    (project / "notes" / "releases.toml").write_text('[[release]]\npackage = "acme-parcels"\nversion = "1.4.0"\n')
    (project / "drafts").mkdir()
    (project / "drafts" / "later.yaml").write_text("openapi: 3.1.0\n")
    edit(project / "specwright.toml", '["specs/parcels.yaml"]', '["specs/*.yaml", "!drafts/*.yaml"]')
    with (project / "pyproject.toml").open("a") as file:
        file.write('\n[tool.hatch.build.targets.sdist]\nonly-include = ["pyproject.toml"]\n')
    sdist = built(project, SdistBuilder)
    assert sources_of(sdist) == {
        *("pyproject.toml", "PKG-INFO", ".gitignore"),
        *("specwright.toml", "specwright.names.toml", "specs/parcels.yaml", "specs/parcels.overlay.yaml"),
        *("drafts/later.yaml", "specs/parts/parcel.yaml", "specs/locales/de/acme-parcels.po"),
        "notes/releases.toml",
    }
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    assert built(tmp_path / "acme_parcels-1.4.0").read_bytes() == built(project).read_bytes()


def test_a_version_from_elsewhere_reaches_a_wheel_through_an_sdist(project: Path, tmp_path: Path) -> None:
    edit(project / "pyproject.toml", METADATA, '[tool.hatch.version]\npath = "version.txt"\n')
    edit(project / "pyproject.toml", DYNAMIC, STATIC.replace('version = "1.4.0"', 'dynamic = ["version"]'))
    (project / "version.txt").write_text('VERSION = "3.1.0"\n')
    with tarfile.open(built(project, SdistBuilder)) as archive:
        archive.extractall(tmp_path, filter="data")
    assert built(tmp_path / "acme_parcels-3.1.0").read_bytes() == built(project).read_bytes()


def test_an_sdist_leaves_out_what_earlier_runs_keep_for_later_ones(project: Path) -> None:
    (project / "notes.cache").write_text("")
    sources = sources_of(built(project, SdistBuilder))
    specwright(project, "generate", "-o", str(project / "dist" / "made"))
    assert (project / ".cache" / "specwright").is_dir()
    assert sources_of(built(project, SdistBuilder)) == sources
    assert "notes.cache" in sources


def test_a_configuration_may_lie_in_a_folder_of_the_project(project: Path, tmp_path: Path) -> None:
    whole = built(project).read_bytes()
    (project / "api").mkdir()
    for name in ("specwright.toml", "specs"):
        shutil.move(project / name, project / "api" / name)
    for table in (BUILD, METADATA):
        say(project, 'config = "api/specwright.toml"', table=table)
    with tarfile.open(built(project, SdistBuilder)) as archive:
        archive.extractall(tmp_path, filter="data")
    assert "api/specs/locales/de/acme-parcels.po" in tree(tmp_path / "acme_parcels-1.4.0")
    assert built(tmp_path / "acme_parcels-1.4.0").read_bytes() == whole


def test_with_check_an_sdist_carries_the_output_too(project: Path) -> None:
    say(project, "check = true")
    specwright(project, "generate")
    (project / ".gitignore").write_text("output/\n")
    assert {"output/manifest.json", "output/python/acme-parcels/src/acme_parcels/client.py"} <= sources_of(
        built(project, SdistBuilder)
    )


def test_with_check_an_sdist_of_a_stale_output_is_not_built(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    say(project, "check = true")
    specwright(project, "generate")
    edit(project / SPEC, "All parcels", "Every parcel")
    assert "stale: spec specs/parcels.yaml changed" in refused(project, capsys, SdistBuilder)


def test_an_sdist_of_a_document_that_means_nothing_is_not_built(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project / SPEC, "parcel.yaml#/Parcel", "parcel.yaml#/Gone")
    assert refused(project, capsys, SdistBuilder).startswith("specs/parcels.yaml:15:45: dangling-ref: ")


def test_an_sdist_cannot_carry_what_lies_outside(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.move(project / "specwright.toml", project.parent / "specwright.toml")
    shutil.move(project / "specs", project.parent / "specs")
    for table in (BUILD, METADATA):
        say(project, 'config = "../specwright.toml"', table=table)
    said = refused(project, capsys, SdistBuilder)
    assert said.startswith("../specs/locales/de/acme-parcels.po: outside-project: the file lies outside of the project")
    assert "\n../specwright.toml: outside-project: " in said
    assert "acme_parcels/client.py" in files_of(built(project))


# An editable install


def test_an_editable_install_leads_to_the_output(project: Path) -> None:
    wheel = built(project, version="editable")
    source = project / "output" / "python" / "acme-parcels" / "src"
    assert files_of(wheel) == {"_acme_parcels_output.pth": f"{source}\n".encode()}
    assert (source / "acme_parcels" / "client.py").is_file()
    assert (project / "output" / "manifest.json").is_file()


def test_a_wheel_of_both_kinds_is_built_in_one_go(project: Path) -> None:
    manager = PluginManager()
    manager.third_party_plugins.loaded = True
    manager.manager.register(hatch)
    for _ in WheelBuilder(str(project), plugin_manager=manager).build(versions=["standard", "editable", "standard"]):
        pass
    assert "acme_parcels/client.py" in files_of(next((project / "dist").glob("*.whl")))


def test_an_editable_install_with_check_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    say(project, "check = true")
    with pytest.raises(SystemExit):
        built(project, version="editable")
    assert not (project / "output").exists()
    assert "there is no output yet" in capsys.readouterr().err


def test_an_editable_install_of_a_package_that_goes_elsewhere_is_a_copy(project: Path) -> None:
    say(project, 'path = "acme/parcels"')
    assert "acme/parcels/client.py" in files_of(built(project, version="editable"))


# What is refused, and where


def test_a_public_name_that_changes_fails_the_build_with_the_line_of_the_ledger(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    specwright(project, "names", "pin")
    edit(project / SPEC, "sendParcel", "postParcel")
    before = tree(project)
    said = refused(project, capsys)
    assert re.match(r"specwright\.names\.toml:\d+:1: name-changed: ", said), said
    assert tree(project) == before


REFUSED = {
    "an option that there is none of": (
        BUILD,
        BUILD + 'packge = "x"\n',
        '15:1: unknown-option: "packge" is no option. Known: config, sdk, path, check.\n',
    ),
    "an option of another kind": (
        BUILD,
        BUILD + 'check = "yes"\n',
        '15:1: option-type: "check" must be true or false.\n',
    ),
    "extra dependencies that are no texts": (
        METADATA,
        METADATA + "dependencies = [1]\n",
        '13:1: option-type: "dependencies" must be a list of texts.\n',
    ),
    "a place that no package can have": (
        BUILD,
        BUILD + 'path = "../acme"\n',
        '15:1: option-value: "../acme" is no place for a package in a wheel. Write it such as "shop" or "acme/shop".\n',
    ),
    "a configuration that is not there": (
        BUILD,
        BUILD + 'config = "sdk.toml"\n',
        '15:1: no-config: there is no file "sdk.toml" in the project. Write one, or name it: "config".\n',
    ),
    "an SDK that is not listed": (
        BUILD,
        BUILD + 'sdk = "acme"\n',
        '15:1: unknown-sdk: "acme" is no [[sdk]] of specwright.toml. Known: "acme-parcels".\n',
    ),
    "a version that is not the SDK's": (
        DYNAMIC,
        STATIC.replace("1.4.0", "1.5.0"),
        (
            '8:1: version-mismatch: the project has the version 1.5.0, and [[sdk]] "acme-parcels" has 1.4.0. '
            'Make them one: dynamic = ["version"] and [tool.hatch.metadata.hooks.specwright] take it from there.\n'
        ),
    ),
    "a requirement that is not stated": (
        DYNAMIC,
        STATIC.replace('"httpx2>=2.10", ', ""),
        (
            '9:1: missing-requirement: the package needs "httpx2>=2.10", and the project does not ask for it. '
            'Add it to dependencies; or dynamic = ["dependencies"] and [tool.hatch.metadata.hooks.specwright] do.\n'
        ),
    ),
    "a Python that is too old": (
        ">=3.11",
        ">=3.9",
        (
            "9:1: python-too-old: the package needs a newer Python than the project does. "
            'Write requires-python = ">=3.11".\n'
        ),
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_project_is_refused_with_the_line_of_its_setting(
    what: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, told = REFUSED[what]
    edit(project / "pyproject.toml", old, new)
    assert refused(project, capsys) == f"pyproject.toml:{told}"


def test_an_option_for_one_target_is_found_there(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project / "pyproject.toml", BUILD, '[tool.hatch.build.targets.wheel.hooks.specwright]\ncheck = "no"\n')
    assert refused(project, capsys).startswith("pyproject.toml:15:1: option-type: ")


def test_an_option_in_the_file_of_hatch_is_found_there(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project / "pyproject.toml", METADATA, "")
    edit(project / "pyproject.toml", BUILD, "")
    text = "[metadata.hooks.specwright]\n\n[build.hooks.specwright]\ncheck = 1\n"
    (project / "hatch.toml").write_text(text)
    assert refused(project, capsys).startswith("hatch.toml:4:1: option-type: ")


def test_one_of_several_sdks_has_to_be_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project / "pyproject.toml", DYNAMIC, STATIC)
    with (project / "specwright.toml").open("a") as file:
        file.write('\n[[sdk]]\nname = "other"\nspecs = ["specs/parcels.yaml"]\n')
    told = 'specwright.toml lists 2 SDKs. Say which one: "sdk" is one of "acme-parcels", "other".\n'
    assert refused(project, capsys) == f"pyproject.toml:15:1: unknown-sdk: {told}"


def test_a_requirement_may_be_that_of_an_extra(project: Path) -> None:
    edit(project / "pyproject.toml", DYNAMIC, STATIC.partition("dependencies")[0])
    edit(
        project / "pyproject.toml",
        METADATA,
        '[project.optional-dependencies]\nsdk = ["HTTPX2", "pydantic"]\n\n' + METADATA,
    )
    assert "acme_parcels/client.py" in files_of(built(project))


@pytest.mark.parametrize("place", ["acme_parcels", "src/acme_parcels"])
def test_a_package_of_the_projects_own_is_not_mixed_with_the_generated_one(
    place: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / place).mkdir(parents=True)
    (project / place / "__init__.py").write_text("")
    assert refused(project, capsys) == (
        f"pyproject.toml:14:1: package-in-the-way: {place} lies in the project, and the generated package goes to the "
        'same place. Remove it, or let the generated one go elsewhere: "path".\n'
    )


def test_a_document_that_means_nothing_fails_the_build_with_its_lines(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project / SPEC, "parcel.yaml#/Parcel", "parcel.yaml#/Gone")
    said = refused(project, capsys)
    assert [line.split(" ")[:2] for line in said.splitlines()] == [
        ["specs/parcels.yaml:15:45:", "dangling-ref:"],
        ["specs/parcels.yaml:22:39:", "dangling-ref:"],
        ["specs/parcels.yaml:27:41:", "dangling-ref:"],
    ]


def test_a_configuration_that_is_broken_fails_the_build_with_its_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project / "specwright.toml", "version =", "versoin =")
    assert refused(project, capsys).startswith('specwright.toml:4:1: config-unknown-key: "versoin" is no setting.')
