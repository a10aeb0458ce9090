"""Files become entries whatever they hold: a value or a problem, never an exception."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombrelle.library.relate import relate
from ombrelle.load import Content, load
from ombrelle.load.discover import discover
from ombrelle.problems import Problems
from ombrelle.problems.catalogue import SPOKEN
from ombrelle.problems.wording import say

BASE = Path(__file__).parents[1] / "invalid" / "_base"
FILES = ("content/site.yaml", "content/pages/about.fr.md", "quartiers/lyon/quartier.yaml",
         "quartiers/lyon/startups/exemple.yaml", "content/vocabularies/sectors.yaml")  # fmt: skip
TYPED = st.sampled_from(
    ["\n", "  ", "- ", ": ", "---\n", "{", "}", "[", "]", "'", '"', "#", "x", "é", "0", "2022-31-12", "\t"]
)


def loaded(root: Path) -> tuple[Content | None, Problems]:
    problems = Problems()
    return load(root, discover(root, problems), problems), problems


def put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "site"))


def test_a_sound_site_is_loaded(site: Path) -> None:
    """Its entries, vocabularies, languages, and no problem."""
    content, problems = loaded(site)
    assert list(problems) == []
    assert content is not None
    assert [entry.key for entry in content.entries] == ["page:about", "quartier:lyon", "startup:exemple"]
    assert content.languages.codes == ("fr", "en")
    assert list(content.vocabularies["sectors"]) == ["health", "fintech", "deeptech"]


def test_facts_and_texts_make_one_entry(site: Path) -> None:
    """A text in each language stands with the facts of the same name, and its body knows its line."""
    put(site, "quartiers/lyon/startups/exemple.fr.md", "---\nsummary: Un.\n---\nBonjour\n")
    put(site, "quartiers/lyon/startups/exemple.en.md", "Hello\n")
    content, problems = loaded(site)
    assert list(problems) == []
    assert content is not None
    entry = next(entry for entry in content.entries if entry.key == "startup:exemple")
    assert {lang: (text.body, text.body_line) for lang, text in entry.texts.items()} == {
        "fr": ("Bonjour\n", 4),
        "en": ("Hello\n", 1),
    }


def test_a_broken_entry_is_known_by_its_name(site: Path) -> None:
    """So that what refers to it is not told to refer to nothing."""
    put(site, "quartiers/lyon/startups/exemple.yaml", "]")
    content, problems = loaded(site)
    assert content is not None
    assert set(content.broken) == {"startup:exemple"}
    assert [each.code for each in problems] == ["yaml-syntax"]


def test_one_broken_file_does_not_hide_another(site: Path) -> None:
    """Every file is read, and every fault told in one run."""
    put(site, "quartiers/lyon/startups/exemple.yaml", "name: @x")
    put(site, "quartiers/lyon/quartier.yaml", "name: [")
    put(site, "content/vocabularies/sectors.yaml", "a\nb: c")
    _, problems = loaded(site)
    assert len({each.location.path for each in problems}) == 3


def test_a_site_file_that_cannot_be_read_ends_the_loading(site: Path) -> None:
    """Without its languages nothing else makes sense; what is wrong with it is told."""
    put(site, "content/site.yaml", "]")
    content, problems = loaded(site)
    assert content is None
    assert [each.code for each in problems] == ["yaml-syntax"]


@pytest.mark.parametrize(
    ("languages", "told"),
    [
        ("[fr, en, fr]", ("language-twice", 5, 21)),
        ("[fr, {code: en, fallbacks: [de]}]", ("unknown-language", 5, 40)),
        ("[]", ("too-few", 5, 12)),
    ],
)
def test_languages_that_do_not_agree_are_told(site: Path, languages: str, told: tuple[str, int, int]) -> None:
    """One declared twice, one that borrows from a language that is not there, and none at all."""
    text = (site / "content/site.yaml").read_text(encoding="utf-8").replace("[fr, en]", languages)
    put(site, "content/site.yaml", text)
    content, problems = loaded(site)
    assert content is None
    assert [(p.code, p.location.line, p.location.column) for p in problems] == [told]


def test_the_date_of_a_name_is_a_day(site: Path) -> None:
    """A day that never was is told, and the item keeps its year."""
    put(site, "content/news/2026-31-12-fin.fr.md", "---\ntitle: Fin\nsummary: Fin.\n---\n")
    content, problems = loaded(site)
    assert [each.code for each in problems] == ["swapped-date"]
    assert content is not None
    assert [str(entry.date) for entry in content.entries if entry.kind.name == "news"] == ["2026"]


@settings(max_examples=60)
@given(
    st.sampled_from(FILES),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), TYPED), min_size=1, max_size=4),
)
def test_no_slip_of_the_keyboard_makes_it_fail(path: str, slips: list[tuple[float, int, str]]) -> None:
    """Whatever is typed over, in whichever file, there is a site or a problem that can be worded."""
    text = (BASE / path).read_text(encoding="utf-8")
    for where, removed, typed in slips:
        at = int(where * len(text))
        text = text[:at] + typed + text[at + removed :]
    problems = Problems()
    content = read_with(path, text, problems)
    assert content is not None or problems.errors
    for problem in problems:
        assert all(say(problem, language).message for language in SPOKEN)


def read_with(path: str, text: str, problems: Problems) -> Content | None:
    """The base site with one of its files written otherwise, loaded and related."""
    with TemporaryDirectory() as folder:
        root = Path(shutil.copytree(BASE, folder, dirs_exist_ok=True))
        put(root, path, text)
        content = load(root, discover(root, problems), problems)
        if content:
            relate(content, date(2026, 1, 15), problems)
        return content
