"""The runtime as a generated package carries it: copied, under another name, called by somebody's script."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import runtime

SDK = """
from ._runtime import Api, AsyncClient, AsyncPager, AsyncResource, Operation, Pager, Resource, SyncClient
from ._runtime.model import Model
from ._runtime.operation import Answer, Content, Paging
from ._runtime.turns import LinkHeader

class Page(Model):
    items: list[int]

OPERATION = Operation(
    id="x", name="things.list", method="GET", path="/x", paging=Paging(("items",), LinkHeader()),
    answers=(Answer("200", (Content("application/json", "json", lambda: Page),)),),
)
API = Api("T", "1", "sdk", "sdk/1", "https://x.test")

class Things(Resource):
    __operations__ = {"list": OPERATION, "list_all": OPERATION}
    def list(self, **options):
        return self._client.call(OPERATION, options)
    def list_all(self, **options):
        return self._client.pages(OPERATION, options)

class AsyncThings(AsyncResource):
    __operations__ = {"list": OPERATION}
    async def list(self, **options):
        return await self._client.call(OPERATION, options)
"""
SCRIPT = """
import asyncio, warnings
import httpx2
import sdk
transport = httpx2.MockTransport(lambda request: httpx2.Response(200, json={"items": [1], "new": 1}))
client = sdk.SyncClient(sdk.API, {}, http_client=httpx2.Client(transport=transport))
things = sdk.Things(client)
async def main():
    client = sdk.AsyncClient(sdk.API, {}, http_client=httpx2.AsyncClient(transport=transport))
    await sdk.AsyncThings(client).list()  # line 10
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    things.list()  # line 13
    for item in things.list_all():  # line 14
        pass
    client.raw_response(things.list)  # line 16
    asyncio.run(main())
print(*((warning.filename.rpartition("/")[2], warning.lineno) for warning in caught))
"""


def test_a_warning_stands_at_the_callers_line(tmp_path: Path) -> None:
    package = tmp_path / "sdk"
    shutil.copytree(Path(runtime.__file__).parent, package / "_runtime", ignore=shutil.ignore_patterns("__pycache__"))
    (package / "__init__.py").write_text(SDK)
    (tmp_path / "script.py").write_text(SCRIPT)
    ran = subprocess.run([sys.executable, "script.py"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ran.stdout == "('script.py', 13) ('script.py', 14) ('script.py', 16) ('script.py', 10)\n"
