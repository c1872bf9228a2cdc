"""One process for each job, with a limit of time and of memory.

In: jobs, each a name and a function that writes what it found to a file of its own. Out: how each process ended, in
the order in which they ended, with its processor time and its peak of memory.

Why forks of this process: it has loaded the libraries, so a small document takes a tenth of a second and not two. What
a job breaks, it breaks for itself alone. A peak therefore holds the libraries, about 100 MB.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

__all__ = ["Ended", "Job", "run_each"]

_POLL: Final = 0.01


@dataclass(frozen=True, slots=True)
class Job:
    """A function to run in a process; what it prints goes to `log`."""

    name: str
    work: Callable[[], None]
    log: Path


@dataclass(frozen=True, slots=True)
class Ended:
    """How a job's process ended: 0 is well, a negative number a signal, `late` our own."""

    name: str
    code: int
    seconds: float
    megabytes: float
    late: bool


@dataclass(frozen=True, slots=True)
class _Running:
    job: Job
    began: float


def run_each(jobs: Iterable[Job], at_once: int, seconds: float, megabytes: int) -> Iterator[Ended]:
    """Run every job, so many at once; one that takes longer is stopped, one that takes more memory fails."""
    waiting = iter(jobs)
    running: dict[int, _Running] = {}
    late: set[int] = set()
    while True:
        while len(running) < at_once and (job := next(waiting, None)) is not None:
            running[_forked(job, megabytes)] = _Running(job, time.monotonic())
        if not running:
            return
        for process, each in list(running.items()):
            done, status, used = os.wait4(process, os.WNOHANG)
            taken = time.monotonic() - each.began
            if done:
                del running[process]
                code = os.waitstatus_to_exitcode(status)
                yield Ended(each.job.name, code, taken, used.ru_maxrss / 1024, process in late)
            elif taken > seconds and process not in late:
                late.add(process)
                os.killpg(process, signal.SIGKILL)
        time.sleep(_POLL)


def _forked(job: Job, megabytes: int) -> int:
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if not process:
        _work(job, megabytes)
    return process


def _work(job: Job, megabytes: int) -> NoReturn:
    """The child's whole life; a group of its own, so that what it starts ends with it."""
    os.setpgid(0, 0)
    limit = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    job.log.parent.mkdir(parents=True, exist_ok=True)
    log = os.open(job.log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(log, 1)
    os.dup2(log, 2)
    code = 1
    try:
        job.work()
        code = 0
    except BaseException:  # noqa: BLE001 - a child that went on would run the parent's work a second time
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
