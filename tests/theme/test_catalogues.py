"""The words of the theme are listed as its templates say them, and said in every language of the site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ombrelle.i18n.catalogues import TEMPLATE, is_written_in, load_catalogues
from ombrelle.i18n.languages import Languages
from ombrelle.i18n.po import Entry, read_po
from ombrelle.i18n.words import LOCALE_FOLDER, extract
from ombrelle.load import read_site
from ombrelle.problems import Problems

ROOT = Path(__file__).parents[2]
THEME = ROOT / "themes" / "marque-ombrelle"
FOLDER = THEME / LOCALE_FOLDER

# A mark of French without the no-break space that it takes.
LOOSE_MARK = re.compile(r"[^\u202f][;!?]|[^\u00a0]:|«[^\u00a0]|[^\u00a0]»")


@pytest.fixture(scope="module")
def languages() -> Languages:
    """The languages that the site declares."""
    site = read_site(ROOT, Problems())
    assert site is not None
    return site.languages


def translations(lang: str) -> list[Entry]:
    """The messages of one catalogue, without its header."""
    entries, _ = read_po((FOLDER / f"{lang}.po").read_text(encoding="utf-8"))
    return [entry for entry in entries if entry.msgid]


def test_the_list_of_messages_is_current() -> None:
    """`messages.pot` is what the templates say today: `python build.py words` would change nothing in it."""
    assert (FOLDER / TEMPLATE).read_bytes() == extract(THEME)


def test_every_catalogue_is_complete(languages: Languages) -> None:
    """No language lacks a message, has a fuzzy or surplus one, or has lost a placeholder or a plural."""
    problems = Problems()
    load_catalogues([FOLDER], languages, problems, root=ROOT)
    assert list(problems) == []


def test_every_catalogue_follows_the_list(languages: Languages) -> None:
    """Each catalogue has the messages of the list in its order, so that a change reads the same in each."""
    listed = [
        entry.key for entry in read_po((FOLDER / TEMPLATE).read_text(encoding="utf-8"))[0] if entry.msgid
    ]
    for lang in languages.codes:
        if not is_written_in(lang):
            assert [entry.key for entry in translations(lang)] == listed


def test_french_marks_keep_to_their_word() -> None:
    """In French a no-break space stands before a colon and inside « », a narrow one before ; ! and ?."""
    said = [text for entry in translations("fr") for text in entry.strings]
    assert [text for text in said if LOOSE_MARK.search(text)] == []


def test_no_translation_has_stray_spaces(languages: Languages) -> None:
    """No translation begins or ends with a space, or has two in a row: templates put their own."""
    said = [
        (lang, text)
        for lang in languages.codes
        if not is_written_in(lang)
        for entry in translations(lang)
        for text in entry.strings
    ]
    assert [pair for pair in said if pair[1] != pair[1].strip() or "  " in pair[1]] == []
