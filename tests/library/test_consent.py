"""What persons no longer agree to is not published, and is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ombrelle.build import build
from ombrelle.pictures.ladder import FOLDER
from tests.pictures.samples import corners, encoded
from tests.support.small import copied, found, library_of, options, write

STORY = "content/stories/a"
FACTS = STORY + ".yaml"
LAST = date(2026, 10, 31)
NEXT = date(2026, 11, 1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with a story about a person, and a portrait."""
    root = copied("smallest", tmp_path)
    write(root, f"{STORY}.fr.md", "---\ntitle: Zoé Exemple\nsummary: S\n---\n\nX.\n")
    (root / "content/media").mkdir(exist_ok=True)
    (root / "content/media/portrait.jpg").write_bytes(encoded(corners(), "JPEG"))
    return root


def with_facts(root: Path, *, entry: str = "", picture: str = "") -> None:
    until = f", consent_until: {picture}" if picture else ""
    portrait = f"picture: {{file: portrait.jpg, alt: {{fr: Zoé}}, credit: C{until}}}\n"
    write(root, FACTS, portrait + (f"consent_until: {entry}\n" if entry else ""))


@pytest.mark.parametrize("until", ["2026-10-31", "2026-10"])
@pytest.mark.parametrize("drafts", [False, True])
def test_an_entry_is_withdrawn_after_its_last_day(root: Path, until: str, drafts: bool) -> None:
    """In previews too: a month counts to its end."""
    with_facts(root, entry=until)
    library, problems = library_of(root, today=LAST, drafts=drafts)
    assert "story:a" in library.by_key
    assert found(problems, "consent-over") == []
    library, problems = library_of(root, today=NEXT, drafts=drafts)
    assert "story:a" not in library.by_key
    (told,) = found(problems, "consent-over")
    assert (told.location.path, dict(told.values)["what"]) == (FACTS, "consent-entry")


def test_a_picture_is_withdrawn_alone(root: Path) -> None:
    """The entry stays, without it; the fault stands at its own date."""
    with_facts(root, picture="2026-10-31")
    library, _ = library_of(root, today=LAST)
    assert library.by_key["story:a"].facts.picture is not None
    library, problems = library_of(root, today=NEXT)
    assert library.by_key["story:a"].facts.picture is None
    (told,) = found(problems, "consent-over")
    assert (told.location.line, dict(told.values)["what"]) == (1, "consent-picture")


@pytest.mark.parametrize("field", ["entry", "picture"])
def test_nothing_of_it_is_in_the_built_site(root: Path, tmp_path: Path, field: str) -> None:
    """Neither the name nor the picture, in any file, once the day is past; both were there before."""
    with_facts(root, **{field: "2026-10-31"})
    for today, is_there in ((LAST, True), (NEXT, False)):
        out = tmp_path / str(today)
        result = build(options(root, out, today=today))
        assert result.manifest is not None, list(result.problems)
        files = [path for path in out.rglob("*") if path.is_file()]
        named = any("Zoé Exemple".encode() in path.read_bytes() for path in files)
        shown = any("portrait" in path.name for path in (out / FOLDER.strip("/")).rglob("*"))
        assert shown is is_there
        assert named is (is_there or field == "picture")
