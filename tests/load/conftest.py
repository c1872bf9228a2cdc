"""How the tests of loading write a file and read it."""

from pathlib import Path

import pytest

from specwright.load import Document, Json, load
from specwright.problems import Position, Refused


class Loading:
    """Writes files into a folder of its own and loads them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def document(self, name: str, content: str | bytes) -> Document:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load(path, name)

    def read(self, name: str, content: str | bytes) -> dict[str, Json]:
        return self.document(name, content).data

    def refusals(self, name: str, content: str | bytes) -> list[tuple[str, Position | None]]:
        with pytest.raises(Refused) as refused:
            self.read(name, content)
        return [(problem.code, problem.position) for problem in refused.value.problems]


@pytest.fixture
def loading(tmp_path: Path) -> Loading:
    return Loading(tmp_path)
