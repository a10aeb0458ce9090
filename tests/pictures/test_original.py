"""A file is examined: what it is, or its fault."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from ombrelle.pictures import original
from ombrelle.pictures.original import Original, examine
from ombrelle.problems import Problems
from tests.pictures.samples import announced, corners, encoded

PATH = "quartiers/lyon/media"


def examined(root: Path, name: str, data: bytes) -> tuple[Original | None, dict[str, dict[str, object]]]:
    (root / PATH).mkdir(parents=True, exist_ok=True)
    (root / PATH / name).write_bytes(data)
    problems = Problems()
    found = examine(root, f"{PATH}/{name}", problems)
    return found, {problem.code: dict(problem.values) for problem in problems}


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.png", "PNG"), ("a.jpg", "JPEG"), ("A.JPEG", "JPEG"), ("a.webp", "WEBP"), ("a.gif", "GIF")],
)
def test_a_sound_picture_has_no_fault(tmp_path: Path, name: str, form: str) -> None:
    """Each type that is read, under its own extension in any case."""
    found, told = examined(tmp_path, name, encoded(corners(), form))
    assert found is not None
    assert (found.form.width, found.form.height, told) == (240, 160, {})


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.jpg", b"A text.\n", "not-a-picture"),
        ("a.jpg", b"", "not-a-picture"),
        ("a.jpg", encoded(corners(), "PNG"), "picture-mislabelled"),
        ("a.pdf", encoded(corners(), "PNG"), "picture-mislabelled"),
        ("a", encoded(corners(), "PNG"), "picture-mislabelled"),
        ("a.png", b"<svg/>", "picture-mislabelled"),
        ("a.avif", encoded(corners(), "AVIF"), "picture-format"),
        ("a.tif", encoded(corners(), "TIFF"), "picture-format"),
        ("a.bmp", encoded(corners(), "BMP"), "picture-format"),
        ("a.jpg", encoded(corners(), "JPEG")[:-400], "picture-damaged"),
        ("a.svg", b"<svg", "picture-damaged"),
        ("a.png", announced(50_000, 50_000), "picture-too-large"),
        ("a.png", announced(8_001, 8_000), "picture-too-large"),
        ("a.svg", b"<svg viewBox='0 0 4 4'><script/></svg>", "drawing-unsafe"),
        ("a.svg", b"<svg/>", "drawing-without-size"),
    ],
)
def test_a_fault_has_its_code_and_no_picture(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    """What cannot be shown is not shown, and one thing is said of it."""
    found, told = examined(tmp_path, name, data)
    assert found is None
    assert list(told) == [code]


def test_a_wrong_extension_is_told_with_the_right_one(tmp_path: Path) -> None:
    """The name can be pasted."""
    _, told = examined(tmp_path, "halle.jpg", encoded(corners(), "PNG"))
    assert told["picture-mislabelled"]["near"] == "halle.png"


def test_a_picture_that_moves_is_shown_still(tmp_path: Path) -> None:
    """It is told, and its first frame is shown."""
    data = encoded(corners(), "GIF", save_all=True, append_images=[Image.new("RGB", (240, 160))])
    found, told = examined(tmp_path, "a.gif", data)
    assert found is not None
    assert list(told) == ["picture-animated"]


@pytest.mark.parametrize("name", ["a.pdf", "notes.txt", "a.ics"])
def test_another_file_is_left_alone(tmp_path: Path, name: str) -> None:
    """A folder of media holds documents too."""
    assert examined(tmp_path, name, b"%PDF-1.7 a document") == (None, {})


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.html", b"<script>1</script>", "media-type"),
        ("a.xhtml", b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "media-type"),
        ("a.xml", b"<a/>", "media-type"),
        ("a.js", b"alert(1)", "media-type"),
        ("a.mjs", b"", "media-type"),
        ("a.swf", b"FWS", "media-type"),
        ("a.exe", b"MZ", "media-type"),
        ("a", b"<script>1</script>", "media-type"),
        ("a.pdf.html", b"%PDF-1.7", "media-type"),
        ("a.pdf", b"<script>1</script>", "media-mislabelled"),
        ("a.docx", b"<script>1</script>", "media-mislabelled"),
        ("a.txt", b"MZ\0\1", "media-mislabelled"),
        ("a.csv", "é".encode("latin-1") * 9, "media-mislabelled"),
    ],
)
def test_no_file_speaks_in_the_name_of_the_site(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    """What a browser would run, and what is not what its name says, is refused."""
    assert [*examined(tmp_path, name, data)[1]] == [code]


@pytest.mark.parametrize("name", ["a.odt", "a.docx", "A.ZIP"])
def test_documents_of_offices_are_let_in(tmp_path: Path, name: str) -> None:
    """They are archives."""
    assert examined(tmp_path, name, b"PK\3\4 an archive") == (None, {})


def test_a_text_may_be_cut_within_a_letter(tmp_path: Path) -> None:
    """Only its beginning is read."""
    assert examined(tmp_path, "a.txt", b"a" * 4095 + "é".encode()) == (None, {})


def test_a_heavy_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size is asked first."""
    monkeypatch.setattr(original, "MOST_BYTES", 100)
    found, told = examined(tmp_path, "a.jpg", encoded(corners(), "JPEG"))
    assert (found, list(told)) == (None, ["picture-too-heavy"])


def test_other_settings_give_other_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is cached for ever under a name is always the same."""
    data = encoded(corners(), "PNG")
    before, _ = examined(tmp_path, "a.png", data)
    monkeypatch.setattr(original, "SETTINGS", "other")
    after, _ = examined(tmp_path, "a.png", data)
    assert before is not None
    assert after is not None
    assert before.digest != after.digest


def test_the_settings_name_what_the_encoders_are_asked() -> None:
    """A changed quality without changed names would leave visitors with the old files."""
    from ombrelle.pictures.make import _ENCODERS

    avif, webp, jpeg, png = (dict(_ENCODERS[form][1]) for form in ("avif", "webp", "jpg", "png"))
    said = f"1 avif {avif['quality']}/{avif['speed']} webp {webp['quality']}/{webp['method']}"
    assert f"{said} jpeg {jpeg['quality']} png {png['compress_level']}" == original.SETTINGS


def test_a_check_does_without_pillow() -> None:
    """Examining pictures must not load the library that decodes them."""
    program = "import sys, ombrelle.pictures.original, ombrelle.check; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
