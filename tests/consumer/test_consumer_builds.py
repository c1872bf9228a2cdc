"""Builds of a project that has no code of its own: from a checkout, from git, from an sdist; and their use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from calls_server import serving
from consumer.consuming import Consumer
from consumer.workshop import Workshop, nowhere

HERE = "--no-build-isolation"
USE = """
import sys
from acme_parcels import Client, models
with Client(access_token="secret", base_url=sys.argv[1]) as client:
    sent = client.parcels.send_parcel(id="p1", weight=300, city="Ulm")
    print(type(sent).__name__, sent.weight, [each.id for each in client.parcels.list_parcels(city="Ulm")])
"""


def sdist_of(consumer: Consumer) -> Path:
    """An sdist as a build front end makes it."""
    code = "import hatchling.build as b; print(b.build_sdist('dist'))"
    said = consumer.workshop.good(consumer.workshop.python, "-c", code, cwd=consumer.folder)
    return consumer.folder / "dist" / said.splitlines()[-1]


def used(python: Path) -> str:
    """What a program says that calls a server with the installed package; the server says how it was called."""
    with serving() as server:
        server.answers(201, json={"id": "p1", "weight": 300, "city": "Ulm"})
        server.answers(200, json=[{"id": "p1", "weight": 300}])
        done = subprocess.run([python, "-c", USE, server.url], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert [each.line for each in server.requests] == ["POST /parcels", "GET /parcels?city=Ulm"]
        assert server.requests[0].json == {"id": "p1", "weight": 300, "city": "Ulm"}
        assert server.requests[1].headers["authorization"] == "Bearer secret"
    return done.stdout


def environment(workshop: Workshop, folder: Path) -> Path:
    """A fresh environment's Python."""
    workshop.good(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    return folder / "bin" / "python"


def test_the_network_is_out_of_reach(workshop: Workshop, tmp_path: Path) -> None:
    if not nowhere():
        pytest.skip("this machine lets nobody make a network of their own (unshare -n)")
    code = "import socket; socket.create_connection(('192.0.2.1', 443), 2)"
    done = workshop.run(workshop.python, "-c", code, cwd=tmp_path)
    assert (done.code, "Network is unreachable" in done.said) == (1, True)


def test_builds_from_a_checkout_and_from_an_sdist_are_the_same_bytes(consumer: Consumer) -> None:
    assert consumer.wheel(".", HERE).code == 0
    first = consumer.made()
    assert consumer.git("status", "--short") == ""
    assert consumer.wheel(sdist_of(consumer), HERE).code == 0
    assert consumer.made() == first


def test_a_broken_document_fails_the_build_with_its_lines_and_no_traceback(consumer: Consumer) -> None:
    consumer.edit("specs/parcels.yaml", "parcel.yaml#/Parcel", "parcel.yaml#/Gone")
    done = consumer.wheel(".", HERE)
    assert done.code == 1
    assert 'specs/parcels.yaml:15:45: dangling-ref: "parts/parcel.yaml#/Gone" leads to nothing' in done.said
    assert "Traceback" not in done.said


@pytest.mark.consumer
def test_an_editable_install_follows_what_is_generated(consumer: Consumer, tmp_path: Path) -> None:
    shop = consumer.workshop
    shop.good(sys.executable, "-m", "venv", "--without-pip", tmp_path / "own", cwd=tmp_path)
    own = tmp_path / "own" / "bin" / "python"
    for each in ("builder", "own"):
        folder = shop.folder / each if each == "builder" else tmp_path / each
        [packages] = (folder / "lib").glob("python*/site-packages")
        if each == "own":
            lenders = next((shop.folder / "builder" / "lib").glob("python*/site-packages"))
            (packages / "lent.pth").write_text(f"{lenders}\n{(lenders / 'lent.pth').read_text()}")
    done = shop.pip("install", "--no-deps", HERE, "-e", ".", cwd=consumer.folder, python=own)
    assert done.code == 0, done.said
    assert used(own) == "Parcel 300 ['p1']\n"
    consumer.edit("specs/parcels.yaml", "sendParcel", "postParcel")
    assert consumer.specwright("generate").code == 0
    code = "import acme_parcels; print(acme_parcels.Client(access_token='t').parcels.post_parcel.__name__)"
    assert shop.good(own, "-c", code, cwd=tmp_path) == "post_parcel\n"


@pytest.mark.consumer
def test_isolated_builds_from_git_and_from_an_sdist_make_one_wheel_that_works(
    consumer: Consumer, tmp_path: Path
) -> None:
    source = f"git+{consumer.folder.as_uri()}"
    done = consumer.wheel(source)
    assert done.code == 0, done.said
    first = consumer.made()
    done = consumer.wheel(sdist_of(consumer))
    assert done.code == 0, done.said
    [wheel] = (consumer.folder / "wheels").glob("*.whl")
    assert wheel.read_bytes() == first
    python = environment(consumer.workshop, tmp_path / "fresh")
    done = consumer.workshop.pip("install", wheel, cwd=tmp_path, python=python)
    assert done.code == 0, done.said
    assert used(python) == "Parcel 300 ['p1']\n"
    installed = [path.name for path in (tmp_path / "fresh" / "lib").glob("python*/site-packages/*")]
    assert "httpx2" in installed
    assert not [name for name in installed if name.startswith(("specwright", "jinja2", "hatchling"))]
