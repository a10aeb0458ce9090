"""The base of a site: all that its pages are made from, but the words of their texts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from ombrelle.build import build
from ombrelle.render import renderer
from ombrelle.render.base import Watched, base_of
from ombrelle.views import make_view
from tests.support.small import DAY, copied, edition_of, options

ALPHA = "quartiers/haute-rive/startups/alpha"


def changed(root: Path, path: str, change: Callable[[str], str]) -> None:
    """Change a file of a site, which must become another."""
    file = root / path
    before = file.read_text(encoding="utf-8")
    file.write_text(change(before), encoding="utf-8")
    assert file.read_text(encoding="utf-8") != before


def test_the_words_of_a_text_are_not_of_the_base(tmp_path: Path) -> None:
    """A paragraph more or less is another page on the same base."""
    root = copied("rich", tmp_path)
    before = base_of(edition_of(root))
    changed(root, f"{ALPHA}.fr.md", lambda text: f"{text}\nUn mot de plus.\n")
    assert base_of(edition_of(root)) == before


@pytest.mark.parametrize(
    ("path", "change"),
    [
        (f"{ALPHA}.yaml", lambda text: text.replace("name: Alpha", "name: Omega")),
        (
            f"{ALPHA}.fr.md",
            lambda text: f"---\ndraft: true\n---\n{text.rpartition('---')[2]}",
        ),
        (f"{ALPHA}.fr.md", lambda _: ""),
        ("content/vocabularies/sectors.yaml", lambda text: text.replace("fr: ", "fr: Le ", 1)),
        ("content/site.yaml", lambda text: text.replace("fr: ", "fr: Le ", 1)),
    ],
    ids=["a fact", "a head", "a text that is nothing now", "a name", "the site"],
)
def test_all_else_that_is_written_is(path: str, change: Callable[[str], str], tmp_path: Path) -> None:
    """Facts, heads, whether there is a text at all, names, the site itself."""
    root = copied("rich", tmp_path)
    before = base_of(edition_of(root))
    changed(root, path, change)
    assert base_of(edition_of(root)) != before


def test_so_are_the_day_and_what_a_build_is_asked_for(tmp_path: Path) -> None:
    """What is to come is past one day; the address of the site stands in its pages."""
    root = copied("rich", tmp_path)
    found = {
        base_of(edition_of(root, **asked))
        for asked in (
            {},
            {"today": DAY + timedelta(days=1)},
            {"base_url": "https://ailleurs.example"},
            {"drafts": True},
        )
    }
    assert len(found) == 4


def test_what_is_asked_of_the_texts_is_noted() -> None:
    """By path, there or not; their digests are no question, and nobody goes through all of them."""
    texts = Watched({})
    assert texts.digest(["a.md"]) == texts.digest(["a.md"])
    assert texts.asked == set()
    assert texts.get("a.md") is None
    assert texts.asked == {"a.md"}
    with pytest.raises(TypeError):
        list(texts)


def test_a_page_that_shows_no_changed_text_has_no_view(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a build after one word, the page in each language that shows the text, and no other."""
    root = copied("rich", tmp_path)
    assert build(options(root, reuses=True)).manifest
    changed(root, f"{ALPHA}.fr.md", lambda text: f"{text}\nUn mot de plus.\n")
    seen = []

    def made(context: object, around: object, page: object) -> object:
        seen.append(page)
        return real(context, around, page)  # type: ignore[arg-type]

    real = make_view
    monkeypatch.setattr(renderer, "make_view", made)
    result = build(options(root, reuses=True))
    assert {page.key for page in seen} == {"startup:alpha"}  # type: ignore[attr-defined]
    assert 0 < len(seen) <= 3
    assert result.rendered == len(seen)
