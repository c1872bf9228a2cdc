"""Pages of webhooks and callbacks: found from everywhere, the same in every language, and their sample type-checked and
run as the handler of a framework runs it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import importlib
import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import chdir
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest
from reading import fences_of, links_of
from skeletons import skeleton

from specwright.config import CONFIG_NAME, Config, ad_hoc, read_config
from specwright.pipeline import generate
from trees import ROOT, write_tree

CASES = ROOT / "tests" / "cases" / "generate"
KEY = b"a key of some length"
SECRETS = {
    "webhooks_standard": "whsec_" + base64.b64encode(KEY).decode(),
    "webhook_samples": "whsec_" + base64.b64encode(KEY).decode(),
    "callback_samples": "whsec_" + base64.b64encode(KEY).decode(),
    "webhooks_hubspot": KEY.decode(),
    "webhooks_github": KEY.decode(),
    "webhooks_stripe": KEY.decode(),
}
ENGLISH = ("The API sends", "Receiving it", "What to answer", "Sent to:", "Registered by")
URL = "https://example.com/hook"


def configured(case: str) -> Config:
    if case == "webhooks-verified":
        return read_config(CASES / case / CONFIG_NAME)
    config = ad_hoc((CASES / case / "spec.yaml",), None, f"{case.partition('s')[0]}_samples")
    return replace(config, sdks=tuple(replace(sdk, locales=("en", "ja", "de", "pt-BR")) for sdk in config.sdks))


@cache
def made(case: str) -> Mapping[str, bytes]:
    with chdir(CASES / case):
        return generate(configured(case)).files


@dataclass(frozen=True)
class Page:
    """One page: the package that it is about, and its text."""

    package: str
    path: str
    text: str

    @property
    def module(self) -> str:
        return f"page_{hashlib.sha256(self.path.encode()).hexdigest()}"

    @property
    def program(self) -> str:
        [program] = fences_of(self.text, "python")
        return program


@cache
def pages(case: str) -> tuple[Page, ...]:
    """The English pages of what is received."""
    config = configured(case)
    alone = len(config.sdks) == 1
    found: list[Page] = []
    for sdk in config.sdks:
        folder = "docs/en/" if alone else f"docs/{sdk.name}/en/"
        for path, content in made(case).items():
            if path.startswith(f"{folder}received_"):
                found.append(Page(sdk.package, path, content.decode()))
    return tuple(found)


ALL = [page for case in ("webhooks-31", "callbacks", "webhooks-verified") for page in pages(case)]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every package, and every sample as a module."""
    folder = tmp_path_factory.mktemp("receivers")
    files: dict[str, bytes] = {}
    for case in ("webhooks-31", "callbacks", "webhooks-verified"):
        files |= {path.partition("/src/")[2]: content for path, content in made(case).items() if "/src/" in path}
    files |= {f"{page.module}.py": page.program.encode() for page in ALL}
    write_tree(folder, files)
    return folder


def delivery(page: Page, body: bytes) -> dict[str, str]:
    """The headers of a request that is signed now, as the package of the page is told that they are."""
    now = str(int(time.time()))

    def signed(text: str, digest: Callable[[bytes], str] = lambda raw: base64.b64encode(raw).decode()) -> str:
        return digest(hmac.new(KEY, text.encode() + body, hashlib.sha256).digest())

    match page.package:
        case "webhooks_hubspot":
            told = f"POST{URL}{body.decode()}{now}000"
            digest = hmac.new(KEY, told.encode(), hashlib.sha256).digest()
            signature = base64.b64encode(digest).decode()
            return {"X-HubSpot-Signature-v3": signature, "X-HubSpot-Request-Timestamp": f"{now}000"}
        case "webhooks_github":
            return {"X-Hub-Signature-256": f"sha256={signed('', bytes.hex)}"}
        case "webhooks_stripe":
            return {"Stripe-Signature": f"t={now},v1={signed(f'{now}.', bytes.hex)}"}
        case _:
            signature = f"v1,{signed(f'1.{now}.')}"
            return {"webhook-id": "1", "webhook-timestamp": now, "webhook-signature": signature}


def body_of(page: Page) -> tuple[str, bytes]:
    """The media type and the sample of a page's body."""
    described = page.text.partition("\n## Receiving")[0].partition("\n## Body")[2]
    samples = fences_of(described, "json")
    if samples:
        return "application/json", samples[0].encode()
    kinds = {"x-www-form": b"From=a&Count=1", "x-ndjson": b'{"id": 1, "name": "a"}', "application/json": b"{}"}
    found = next((kind for kind in kinds if kind in described), "")
    media_types = {"x-www-form": "application/x-www-form-urlencoded", "x-ndjson": "application/x-ndjson"}
    plain = "image/png" if "image/png" in described else "text/plain"
    return media_types.get(found, found or plain), kinds.get(found, b"text")


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.path)
def test_a_sample_answers_what_the_contract_says_and_401_to_anybody_else(
    page: Page, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(source))
    monkeypatch.setenv(f"{page.package.upper()}_WEBHOOK_SECRET", SECRETS[page.package])
    receive = cast("Callable[..., int]", importlib.import_module(page.module).receive)
    media_type, body = body_of(page)
    headers = {"Content-Type": media_type, **delivery(page, body)}
    more = {"url": URL} if page.package == "webhooks_hubspot" else {}
    answers = [line.removeprefix("### ") for line in page.text.splitlines() if line.startswith("### 2")]
    assert receive(body, headers, **more) == int(answers[0])
    assert receive(body + b" ", headers, **more) == 401
    assert receive(body, {"Content-Type": media_type}, **more) == 401


def test_every_sample_is_strictly_typed(source: Path, tmp_path: Path) -> None:
    files = [f"{page.module}.py" for page in ALL]
    options = ("--strict", "--python-version=3.11", "--cache-dir", str(tmp_path))
    command = [sys.executable, "-m", "mypy", *options, *files]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_page_says_how_the_package_verifies() -> None:
    told = {(page.package, "does not say how" in page.text, "environment variable" in page.text) for page in ALL}
    assert told == {
        ("webhook_samples", True, False),
        ("callback_samples", True, False),
        *((f"webhooks_{name}", False, True) for name in ("github", "hubspot", "standard", "stripe")),
    }
    every = {page.package for page in ALL if "`webhooks.parse`" in page.text}
    assert every == {"webhooks_hubspot", "webhooks_standard", "webhooks_stripe"}


@pytest.mark.parametrize("case", ["webhooks-31", "callbacks"])
def test_pages_are_the_same_in_every_language_and_wholly_translated(case: str) -> None:
    files = {path: content.decode() for path, content in made(case).items() if path.startswith("docs/")}
    for page in pages(case):
        name = page.path.removeprefix("docs/en/")
        bones = skeleton(f"en/{name}", page.text)
        for tag in ("ja", "de", "pt-BR"):
            there = files[f"docs/{tag}/{name}"]
            frame = there.partition("\n## OpenAPI")[0]
            assert skeleton(f"{tag}/{name}", there) == bones
            assert [each for each in ENGLISH if each in frame] == []


@pytest.mark.parametrize("case", ["webhooks-31", "callbacks"])
def test_indexes_lead_to_every_page_and_an_operation_to_what_it_registers(case: str) -> None:
    files = {path: content.decode() for path, content in made(case).items() if path.startswith("docs/")}
    paths = {page.path.removeprefix("docs/en/") for page in pages(case)}
    assert paths <= set(links_of(files["docs/en/index.md"]))
    assert {f"en/{path}" for path in paths} <= set(links_of(files["docs/llms.txt"]))
    assert all(page.text.splitlines()[0] in files["docs/llms-full.txt"] for page in pages(case))
    if case == "callbacks":
        links = set(links_of(files["docs/en/streams/create.md"]))
        own = {path for path in paths if path.startswith("received_callbacks/streams/create/")}
        assert {f"../{path}" for path in own} == {link for link in links if "received_callbacks" in link}


def test_a_payload_sample_fits_its_own_contract(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(source))
    webhooks: Any = importlib.import_module("webhook_samples.webhooks")
    package: Any = importlib.import_module("webhook_samples")
    [page] = [page for page in pages("webhooks-31") if page.path.endswith("/new-pet.md")]
    _, body = body_of(page)
    pet = webhooks.new_pet.parse(body, {}, verify=package.UNVERIFIED, strict=True)
    assert json.loads(pet.model_dump_json(by_alias=True, exclude_unset=True)) == json.loads(body)
