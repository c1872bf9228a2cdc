# ruff: noqa: T201 - a program that reports by printing
"""Disturb a write at every step of it, and tell what it left.

In: how to disturb, which way to swap, and a folder to work in. Out, as JSON: how many steps there were, what was found
how often, and every fault.

Why a program of its own: it kills its children and hooks the interpreter's audit events, neither of which belongs in a
process that runs other tests. An audit hook sees each call to the operating system before it is made; raising from it
makes the call fail.
"""

import errno
import json
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from specwright.emit import Inputs, swapping, write
from specwright.problems import Refused

CREATING = {"os.mkdir", "os.link", "os.symlink"}
TOUCHING = CREATING | {
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.chmod",
    "os.chown",
    "os.utime",
    "os.listdir",
    "os.scandir",
}
OLD = {f"p/a{number}.py": b"same\n" * 50 for number in range(3)} | {"p/b.py": b"old\n", "q/gone.py": b"old\n"}
NEW = {path: content for path, content in OLD.items() if path.startswith("p/a")} | {
    "p/b.py": b"new\n",
    "r/c.py": b"new\n",
}
INPUTS = Inputs((("spec pets.yaml", "1"),))
FOREIGN = "p/mine/notes.txt"


def tree(root: Path) -> dict[str, str]:
    """What lies in a folder; empty for a folder that is not there."""
    return {
        str(path.relative_to(root)): f"-> {path.readlink()}"
        if path.is_symlink()
        else path.read_text()
        if path.is_file()
        else "/"
        for path in sorted(root.rglob("*"))
    }


def lay_out(root: Path, files: dict[str, bytes]) -> None:
    """An output folder of ours with things of somebody else's in it."""
    write(root, files, INPUTS, shown="out")
    (root / FOREIGN).parent.mkdir()
    (root / FOREIGN).write_text("kept")
    (root / "hollow").mkdir()
    (root / "link").symlink_to("nowhere")


class Hook:
    """Counts the steps of a run, and calls `disturb` at one of them, or at that one and all later ones."""

    def __init__(self) -> None:
        self.steps, self.first, self.last = 0, sys.maxsize, sys.maxsize
        self.disturb = kill
        self.watching = False
        sys.addaudithook(self)

    def __call__(self, event: str, details: tuple[object, ...]) -> None:
        opening = event == "open" and isinstance(details[2], int) and bool(details[2] & os.O_CREAT)
        if self.watching and (event in TOUCHING or opening or (event == "ctypes.dlsym" and details[1] == "renameat2")):
            self.steps += 1
            if self.first <= self.steps <= self.last:
                self.disturb("os.mkdir" if opening else event)


def kill(event: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail(event: str) -> None:
    raise OSError(errno.EIO, "injected")


def fill_up(event: str) -> None:
    if event in CREATING:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def in_child(run: Callable[[], None], delay: float | None = None) -> int:
    """Run in a process of its own, killed after `delay`; 0 is a good end, 1 a refusal, below 0 the signal."""
    child = os.fork()
    if not child:
        try:
            run()
        except Refused:
            os._exit(1)
        except BaseException as error:  # noqa: BLE001 - a forked child must not go on as its parent
            print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
            os._exit(2)
        os._exit(0)
    if delay is not None:
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def cannot(staged: Path, root: Path) -> bool:
    """An exchange where the file system knows none."""
    return False


def judge(place: Path, ended: int, expected: dict[str, dict[str, str]], how: str) -> tuple[str, list[str]]:
    """Which output lies there, and what is wrong with what lies there."""
    root = place / "out"
    found = next((name for name, wanted in expected.items() if tree(root) == wanted), "a mix")
    litter = sorted(path.name for path in place.iterdir() if path != root)
    faults = [f"ended with {ended}"] if ended == 2 else []
    if found == "a mix" or (ended == 0 and found != "new"):
        faults.append(f"left {found}: {tree(root)}")
    if how == "full" and litter:
        faults.append(f"litter: {litter}")
    return found, faults


def mend(place: Path, inode: int, expected: dict[str, dict[str, str]], found: str) -> list[str]:
    """What an undisturbed run over the remains gets wrong."""
    root = place / "out"
    faults: list[str] = []
    if found == "nothing":
        write(root, OLD, INPUTS, shown="out")
        faults += [] if tree(root) == expected["old"] else ["the old output did not come back"]
    write(root, NEW, INPUTS, shown="out")
    litter = sorted(path.name for path in place.iterdir() if path != root)
    faults += [] if tree(root) == expected["new"] else [f"not mended: {tree(root)}"]
    faults += [] if not litter else [f"litter stays: {litter}"]
    return faults + ([] if (root / FOREIGN).stat().st_ino == inode else ["somebody's file is another one"])


UNDISTURBED = 9  # the run ended before the step that was to be disturbed


def attempt(hook: Hook, how: str, place: Path, step: int, delay: float | None) -> int:
    """One disturbed write, and how it ended."""

    def run() -> None:
        if delay is None:
            hook.first, hook.last = step, sys.maxsize if how == "full" else step
        hook.watching = True
        write(place / "out", NEW, INPUTS, shown="out")
        os._exit(UNDISTURBED if delay is None and hook.steps < step else 0)

    return in_child(run, delay)


def disturb(hook: Hook, how: str, base: Path, expected: dict[str, dict[str, str]]) -> dict[str, object]:
    """Disturb one run after the other, each at a later step, until there is no such step."""
    counted, faults, chance = Counter[str](), list[str](), random.Random(7)
    limit = 40 if how == "random" else 1000
    for step in range(1, limit + 1):
        place = base / str(step)
        place.mkdir()
        lay_out(place / "out", OLD)
        inode = (place / "out" / FOREIGN).stat().st_ino
        ended = attempt(hook, how, place, step, chance.uniform(0, 0.02) if how == "random" else None)
        found, wrong = judge(place, 0 if ended == UNDISTURBED else ended, expected, how)
        counted[found] += 1
        faults += [f"step {step}: {fault}" for fault in (*wrong, *mend(place, inode, expected, found))]
        if ended == UNDISTURBED:
            break
    return {"steps": counted.total(), "found": dict(counted), "faults": faults}


def main(how: str, way: str, base: Path) -> None:
    hook = Hook()
    hook.disturb = {"kill": kill, "fail": fail, "full": fill_up, "random": kill}[how]
    if way == "rename":
        swapping._exchange = cannot  # pyright: ignore[reportPrivateUsage]
    lay_out(base / "old", OLD)
    lay_out(base / "new", OLD)
    write(base / "new", NEW, INPUTS, shown="out")
    expected = {"old": tree(base / "old"), "new": tree(base / "new")}
    if way == "rename" and how in {"kill", "random"}:
        expected["nothing"] = {}
    print(json.dumps(disturb(hook, how, base, expected)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
