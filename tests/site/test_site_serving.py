"""The server of `specwright docs serve`."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from specwright.config import Config
from specwright.site import commands
from trees import ROOT

SERVE = """
import sys
from pathlib import Path
from specwright.site.serving import serve

serve(Path(sys.argv[1]), 0, lambda url: print(url, flush=True))
"""
ENV = {"PYTHONPATH": str(ROOT / "generator")}


def test_it_serves_the_folder_until_interrupted(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("予約", "utf-8")
    command = [sys.executable, "-c", SERVE, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENV) as server:
        assert server.stdout
        assert server.stderr
        with urlopen(server.stdout.readline().strip()) as answer:
            assert answer.read().decode() == "予約"
        server.send_signal(signal.SIGINT)
        assert (server.wait(10), server.stderr.read()) == (0, "")


def test_a_port_that_is_taken_is_told_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "run_docs_build", lambda config, out: 0)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert commands.run_docs_serve(Config(tmp_path, tmp_path, ()), tmp_path, port) == 1
    said = capsys.readouterr().err
    assert said == f"cannot serve at port {port}: Address already in use. Name another one with --port.\n"
