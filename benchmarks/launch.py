"""A small process that runs one command and tells what the kernel counted.

In: a command as arguments. Out: on standard output, JSON of processor milliseconds and of peak memory in megabytes, the
command's own and that of the processes that it waited for; then the peak of this process. What the command says goes to
standard error. The exit code is the command's.

Why a process for this: a child counts its parent's memory as its own until it has loaded its program, so the parent
must be smaller than whatever is measured. Run it with `-I -S`, and import nothing here that the interpreter has not
loaded already.
"""

from __future__ import annotations

import os
import sys


def main(arguments: list[str]) -> int:
    """Run the command and print its cost."""
    own = _peak()
    to_stderr = [(os.POSIX_SPAWN_DUP2, 2, 1)]
    process = os.posix_spawn(arguments[0], arguments, os.environ, file_actions=to_stderr)
    _, status, used = os.wait4(process, 0)
    print(f"[{(used.ru_utime + used.ru_stime) * 1000}, {used.ru_maxrss / 1024}, {own}]")
    return os.waitstatus_to_exitcode(status)


def _peak() -> float:
    """Megabytes since this program was loaded; `getrusage` would count its parent's too."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - pathlib is not loaded here
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
