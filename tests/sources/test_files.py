"""A text as any editor saved it is read; what is no text of ours is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from ombrelle.problems import Problems
from ombrelle.sources.files import MOST_BYTES, read_text

Told = list[tuple[str, int, int]]


def read(folder: Path, data: bytes) -> tuple[str | None, Told]:
    (folder / "a.md").write_bytes(data)
    problems = Problems()
    text = read_text(folder, "a.md", problems)
    return text, [(each.code, each.location.line, each.location.column) for each in problems]


@pytest.mark.parametrize("data", [b"a\r\nb\r\n", b"a\rb\r", b"a\nb\r\n"])
def test_line_ends_of_every_system_are_the_same(tmp_path: Path, data: bytes) -> None:
    """A file saved on Windows or on an old Mac is read as any other, and is told once."""
    assert read(tmp_path, data) == ("a\nb\n", [("windows-line-ends", 1, 1)])


def test_a_byte_order_mark_is_told_and_taken_off(tmp_path: Path) -> None:
    """The text begins with its first letter."""
    assert read(tmp_path, b"\xef\xbb\xbfname: x") == ("name: x", [("byte-order-mark", 1, 1)])


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("un été à Évry".encode("latin-1"), ("not-utf-8", 1, 4)),
        ("é\né".encode() + b"\xe9", ("not-utf-8", 2, 2)),
        (b"\x89PNG\r\n\x1a\n\x00\x00", ("not-a-text", 1, 1)),
        (b"PK\x03\x04", ("not-a-text", 1, 1)),
        ("a".encode("utf-16-le"), ("not-a-text", 1, 1)),
        (b"a\n<<<<<<< HEAD\nb", ("conflict-marker", 2, 1)),
        (b"a\n>>>>>>> main\nb", ("conflict-marker", 2, 1)),
        (b"<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\n", ("conflict-marker", 1, 1)),
        (b"a\n@@ -1,2 +1,3 @@\n+b", ("pasted-diff", 2, 1)),
        (b"diff --git a/x b/x\n+b", ("pasted-diff", 1, 1)),
        (b"a\nbc\x0bd", ("control-character", 2, 3)),
        ("a\u2028b".encode(), ("control-character", 1, 2)),
        (b"a" * (MOST_BYTES + 1), ("file-too-large", 1, 1)),
    ],
)
def test_what_cannot_be_read_is_told_at_its_place(
    tmp_path: Path, data: bytes, told: tuple[str, int, int]
) -> None:
    """Nothing is made from such a file, and the first wrong character is found, counted in characters."""
    assert read(tmp_path, data) == (None, [told])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ly\u200bon", ("invisible-character", 1, 3)),
        ("a\ufeffb", ("invisible-character", 1, 2)),
        ("a\u202eb", ("invisible-character", 1, 2)),
        ("un e\u0301te\u0301", ("decomposed-accents", 1, 4)),
        ("l\ufffdt\ufffd", ("lost-character", 1, 1)),
        ("infor\u00admatique", ("invisible-character", 1, 6)),
        ("un pôle \ufb01nancier", ("tied-letters", 1, 9)),
        ("une (sociÃ©tÃ©)", ("garbled-text", 1, 6)),
        ("a\nlâ€™Ã©tÃ©.", ("garbled-text", 2, 1)),
    ],
)
def test_characters_that_nobody_sees_are_told(tmp_path: Path, text: str, told: tuple[str, int, int]) -> None:
    """The text is read as it is, and its editor learns where it is not what it seems."""
    assert read(tmp_path, text.encode()) == (text, [told])


@pytest.mark.parametrize(
    "text",
    [
        "Un titre\n=======\n",
        "« Été »\u202f: l’œuvre",
        "👩\u200d🔬 et می\u200cخواهم",
        "مرحبا\u200f!",
        "ガギグ 한국어",
        "<<<<<< six",
        "- a\n+ b\n",
        "São João, Âge, CÔTÉ, 20 €",
    ],
)
def test_what_only_looks_strange_is_left_alone(tmp_path: Path, text: str) -> None:
    """Titles underlined with =, no-break spaces, joiners of scripts and emoji are no faults."""
    assert read(tmp_path, text.encode()) == (text, [])


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    """A folder in the place of a file, or a file that vanished, is a fault of the content."""
    (tmp_path / "a.md").mkdir()
    problems = Problems()
    assert read_text(tmp_path, "a.md", problems) is None
    assert read_text(tmp_path, "b.md", problems) is None
    assert [each.code for each in problems] == ["unreadable-file", "unreadable-file"]
