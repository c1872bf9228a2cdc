"""What a write does to the files of the output."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from specwright.emit import Inputs, Written, write

INPUTS = Inputs((("spec pets.yaml", "1"),))
GENERATOR = Path(__file__).parents[2] / "generator"


def put(root: Path, *, shown: str = "out", **files: str) -> Written:
    return write(root, {path: content.encode() for path, content in files.items()}, INPUTS, shown=shown)


def listing(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*"))


def test_a_first_run_makes_the_folder_and_those_above_it(tmp_path: Path) -> None:
    root = tmp_path / "a/b/out"
    assert put(root, **{"p/x.py": "1", "y.md": "2"}) == Written(("manifest.json", "p/x.py", "y.md"), (), (), ())
    assert listing(tmp_path / "a/b") == ["out", "out/manifest.json", "out/p", "out/p/x.py", "out/y.md"]
    assert (root / "p/x.py").read_text() == "1"


def test_a_second_run_tells_what_it_created_changed_removed_and_left(tmp_path: Path) -> None:
    root = tmp_path / "out"
    put(root, **{"p/same": "1", "p/other": "1", "gone/deep/file": "1"})
    expected = Written(("new",), ("manifest.json", "p/other"), ("gone/deep/file",), ("p/same",))
    assert put(root, **{"p/same": "1", "p/other": "2", "new": "1"}) == expected
    assert listing(root) == ["manifest.json", "new", "p", "p/other", "p/same"]
    assert (root / "p/other").read_text() == "2"


def test_files_that_stay_keep_inode_and_times_in_an_output_that_changes(tmp_path: Path) -> None:
    root = tmp_path / "out"
    put(root, **{"p/same": "1", "other": "1"})
    os.utime(root / "p/same", ns=(10**18, 10**18))
    os.utime(root / "p", ns=(10**18, 10**18))
    before = (root / "p/same").stat()
    put(root, **{"p/same": "1", "other": "2"})
    after = (root / "p/same").stat()
    assert (after.st_ino, after.st_mtime_ns, after.st_nlink) == (before.st_ino, 10**18, 1)
    assert (root / "p").stat().st_mtime_ns == 10**18


def test_a_folder_with_new_names_has_a_new_time(tmp_path: Path) -> None:
    # Python looks into a package's folder again only when its time has changed.
    root = tmp_path / "out"
    put(root, **{"p/same": "1"})
    os.utime(root / "p", ns=(10**18, 10**18))
    put(root, **{"p/same": "1", "p/new": "1"})
    assert (root / "p").stat().st_mtime_ns != 10**18


def test_an_output_without_changes_is_not_touched(tmp_path: Path) -> None:
    root = tmp_path / "out"
    put(root, **{"p/x": "1"})
    before = [(path, path.stat().st_ino, path.stat().st_ctime_ns) for path in (root, *sorted(root.rglob("*")))]
    assert put(root, **{"p/x": "1"}) == Written((), (), (), ("manifest.json", "p/x"))
    assert [(path, path.stat().st_ino, path.stat().st_ctime_ns) for path in (root, *sorted(root.rglob("*")))] == before


@pytest.mark.parametrize(("umask", "folder", "file"), [(0o027, 0o750, 0o640), (0o000, 0o777, 0o644)])
def test_files_have_sane_modes(tmp_path: Path, umask: int, folder: int, file: int) -> None:
    script = (
        "import os, sys; from pathlib import Path; from specwright.emit import Inputs, write;"
        "os.umask(int(sys.argv[2]));"
        "write(Path(sys.argv[1]), {'p/x': b''}, Inputs(), shown='out')"
    )
    subprocess.run(
        [sys.executable, "-c", script, tmp_path / "out", str(umask)],
        env={**os.environ, "PYTHONPATH": str(GENERATOR)},
        check=True,
    )
    modes = [stat.S_IMODE((tmp_path / "out" / path).stat().st_mode) for path in (".", "p", "p/x", "manifest.json")]
    assert modes == [folder, folder, file, file]


def test_bytecode_goes_with_the_last_module_of_a_folder_only(tmp_path: Path) -> None:
    root = tmp_path / "out"
    put(root, **{"pkg/v1/x.py": "1", "pkg/v2/x.py": "1", "pkg/v2/y.py": "1"})
    for version in ("v1", "v2"):
        (root / f"pkg/{version}/__pycache__").mkdir()
        (root / f"pkg/{version}/__pycache__/x.cpython-311.pyc").write_text("")
    (root / "loose/__pycache__").mkdir(parents=True)
    put(root, **{"pkg/v2/y.py": "1"})
    assert listing(root) == [
        "loose", "loose/__pycache__", "manifest.json", "pkg", "pkg/v2", "pkg/v2/__pycache__",
        "pkg/v2/__pycache__/x.cpython-311.pyc", "pkg/v2/y.py",
    ]  # fmt: skip


def test_files_of_ours_make_room_for_folders_of_ours_and_the_other_way_round(tmp_path: Path) -> None:
    root = tmp_path / "out"
    put(root, **{"a": "1", "b/x": "1"})
    put(root, **{"a/x": "1", "b": "1"})
    assert listing(root) == ["a", "a/x", "b", "manifest.json"]
    assert stat.S_IMODE((root / "a").stat().st_mode) == stat.S_IMODE(root.stat().st_mode)


def test_a_file_of_ours_that_cannot_be_linked_is_written_again_with_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "out"
    put(root, same="1", other="1")
    os.utime(root / "same", ns=(10**18, 10**18))

    def unlinkable(old: Path, new: Path, **options: bool) -> None:
        raise PermissionError(1, "Operation not permitted", str(old))

    monkeypatch.setattr(os, "link", unlinkable)
    put(root, same="1", other="2")
    assert ((root / "same").read_text(), (root / "same").stat().st_mtime_ns) == ("1", 10**18)
