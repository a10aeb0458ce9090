"""Files of entries that the last build knew: the same entries, and the same faults, as when they are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from ombrelle.cache import Cache
from ombrelle.load.sheets import Sheets
from ombrelle.problems import Problems
from ombrelle.sources.document import Document
from ombrelle.sources.frontmatter import Split
from tests.support.small import SITES

FILES = sorted(
    path.relative_to(SITES).as_posix() for path in SITES.rglob("*") if path.suffix in {".md", ".yaml"}
)


def read(sheets: Sheets, path: str) -> tuple[Document | Split | None, list[str]]:
    """What a file holds, and the codes of its faults."""
    problems = Problems()
    found = (sheets.facts if path.endswith(".yaml") else sheets.parts)(path, problems)
    return found, [problem.code for problem in problems]


def read_again(root: Path, paths: list[str], cache: Cache) -> list[tuple[Document | Split | None, list[str]]]:
    """What files hold for a build, after which the cache is settled."""
    sheets = Sheets(root, cache)
    found = [read(sheets, path) for path in paths]
    sheets.settle()
    cache.settle()
    return found


def test_what_is_known_is_what_was_read(tmp_path: Path) -> None:
    """Every file of the small sites: the same document, the same parts of a text, at the same lines."""
    anew = [read(Sheets(SITES), path) for path in FILES]
    for _ in range(3):
        assert read_again(SITES, FILES, Cache(tmp_path / "build.db")) == anew
    assert len(FILES) > 60


def test_a_file_that_is_known_is_not_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither its YAML nor its characters are looked at again; those of a changed file are."""
    (tmp_path / "a.yaml").write_text("name: Un\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("name: Deux\n", encoding="utf-8")
    cache = Cache(tmp_path / "build.db")
    read_again(tmp_path, ["a.yaml", "b.yaml"], cache)
    (tmp_path / "b.yaml").write_text("name: Trois\n", encoding="utf-8")
    parsed = []

    def parse(path: str, text: str, problems: Problems) -> Document:
        parsed.append((path, text, len(problems)))
        return Document(path, text, {})

    monkeypatch.setattr("ombrelle.load.sheets.read_document", parse)
    found = read_again(tmp_path, ["a.yaml", "b.yaml"], cache)
    assert parsed == [("b.yaml", "name: Trois\n", 0)]
    assert found[0] == (Document("a.yaml", "name: Un\n", {"name": "Un"}), [])


def test_a_file_with_a_fault_is_read_each_time(tmp_path: Path) -> None:
    """Its faults are told again, in the next build too."""
    (tmp_path / "a.yaml").write_bytes(b"name: Un\r\n")
    (tmp_path / "b.md").write_text("---\ntitle: [\n---\nUn mot.\n", encoding="utf-8")
    cache = Cache(tmp_path / "build.db")
    first = read_again(tmp_path, ["a.yaml", "b.md"], cache)
    assert [codes for _, codes in first] == [["windows-line-ends"], ["yaml-unclosed-bracket"]]
    assert read_again(tmp_path, ["a.yaml", "b.md"], cache) == first


def test_a_file_is_known_by_its_path_and_its_bytes(tmp_path: Path) -> None:
    """One that moved, or that holds what another held, is read."""
    (tmp_path / "a.yaml").write_text("name: Un\n", encoding="utf-8")
    cache = Cache(tmp_path / "build.db")
    read_again(tmp_path, ["a.yaml"], cache)
    (tmp_path / "a.yaml").rename(tmp_path / "b.yaml")
    [(document, codes)] = read_again(tmp_path, ["b.yaml"], cache)
    assert isinstance(document, Document)
    assert (document.path, document.data, codes) == ("b.yaml", {"name": "Un"}, [])
