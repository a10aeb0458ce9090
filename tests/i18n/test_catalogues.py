"""The words of a theme: what is said, in which form, and what is told of each fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.i18n.catalogues import Catalogue, load_catalogues
from ombrelle.i18n.languages import make_languages
from ombrelle.i18n.plurals import plural_form, plural_forms, plural_header
from ombrelle.i18n.po import Entry, read_po, write_po
from ombrelle.problems import Problems
from ombrelle.problems.wording import say

LANGUAGES = make_languages([("fr", None), ("en", None), ("ar", ["en"]), ("ja", ["fr"])])

POT = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8"

msgid "Menu"
msgstr ""

msgctxt "route"
msgid "districts"
msgstr ""

msgid "Hello %(name)s"
msgstr ""

msgid "%(num)s place"
msgid_plural "%(num)s places"
msgstr[0] ""
msgstr[1] ""
"""

FRENCH = """\
msgid "Menu"
msgstr "Le menu"

msgctxt "route"
msgid "districts"
msgstr "quartiers"

msgid "Hello %(name)s"
msgstr "Bonjour %(name)s"

msgid "%(num)s place"
msgid_plural "%(num)s places"
msgstr[0] "%(num)s lieu"
msgstr[1] "%(num)s lieux"
"""

ARABIC = """\
msgid "Menu"
msgstr "القائمة"

msgctxt "route"
msgid "districts"
msgstr "ahya"

msgid "Hello %(name)s"
msgstr "مرحبا %(name)s"

msgid "%(num)s place"
msgid_plural "%(num)s places"
msgstr[0] "صفر"
msgstr[1] "واحد"
msgstr[2] "اثنان"
msgstr[3] "%(num)s قليل"
msgstr[4] "%(num)s كثير"
msgstr[5] "%(num)s آخر"
"""

JAPANESE = """\
msgid "Menu"
msgstr "メニュー"

msgctxt "route"
msgid "districts"
msgstr "chiku"

msgid "Hello %(name)s"
msgstr "こんにちは、%(name)s"

msgid "%(num)s place"
msgid_plural "%(num)s places"
msgstr[0] "%(num)s か所"
"""

SOUND = {"messages.pot": POT, "fr.po": FRENCH, "ar.po": ARABIC, "ja.po": JAPANESE}


def _write(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _load(root: Path, files: dict[str, str]) -> tuple[dict[str, Catalogue], Problems]:
    problems = Problems()
    folder = _write(root / "theme" / "locale", files)
    return dict(load_catalogues([folder], LANGUAGES, problems, root=root)), problems


def _faults(problems: Problems) -> list[tuple[str, int, str]]:
    return [(problem.location.path, problem.location.line, problem.code) for problem in problems]


def test_sound_catalogues_have_no_fault(tmp_path: Path) -> None:
    """Each language says its words, in their context, and English needs no file."""
    catalogues, problems = _load(tmp_path, SOUND)
    assert _faults(problems) == []
    assert {code: words.word(None, "Menu").text for code, words in catalogues.items()} == {
        "fr": "Le menu", "en": "Menu", "ar": "القائمة", "ja": "メニュー"
    }  # fmt: skip
    assert catalogues["fr"].word("route", "districts").text == "quartiers"
    assert catalogues["fr"].word(None, "districts").text == "districts"


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("fr", {0: "%(num)s lieu", 1: "%(num)s lieu", 2: "%(num)s lieux", 10**6: "%(num)s lieux"}),
        ("en", {0: "%(num)s places", 1: "%(num)s place", 2: "%(num)s places"}),
        ("ja", {0: "%(num)s か所", 1: "%(num)s か所", 100: "%(num)s か所"}),
        (
            "ar",
            {0: "صفر", 1: "واحد", 2: "اثنان"}
            | dict.fromkeys([3, 10, 103, 110], "%(num)s قليل")
            | dict.fromkeys([11, 26, 99, 111], "%(num)s كثير")
            | dict.fromkeys([100, 101, 102, 200], "%(num)s آخر"),
        ),
    ],
)
def test_plural_forms(tmp_path: Path, lang: str, forms: dict[int, str]) -> None:
    """Each number takes the form that CLDR gives it: two in French, six in Arabic, one in Japanese."""
    catalogues, _ = _load(tmp_path, SOUND)
    said = {n: catalogues[lang].form(None, "%(num)s place", "%(num)s places", n).text for n in forms}
    assert said == forms


@pytest.mark.parametrize(
    ("lang", "forms"),
    [("fr", 2), ("en", 2), ("de", 2), ("es", 2), ("ar", 6), ("ja", 1), ("pl", 3), ("pt-BR", 2)],
)
def test_number_of_forms(lang: str, forms: int) -> None:
    """The forms are as many as in the world of gettext, and the header states the rule that is used."""
    assert plural_forms(lang) == forms
    assert plural_header(lang).startswith(f"nplurals={forms};")
    assert {plural_form(lang, n) for n in range(300)} == set(range(forms))


def test_a_missing_word_is_looked_for_along_the_chain(tmp_path: Path) -> None:
    """A word that lacks is that of the next language, with the plural rule of that language, then English."""
    bare = 'msgid "Menu"\nmsgstr ""\n'
    catalogues, _ = _load(tmp_path, SOUND | {"ja.po": bare, "ar.po": bare})
    assert catalogues["ja"].word(None, "Menu").text == "Le menu"
    assert catalogues["ja"].form(None, "%(num)s place", "%(num)s places", 0).text == "%(num)s lieu"
    assert catalogues["ar"].word(None, "Menu").text == "Menu"
    assert catalogues["ar"].form("route", "one", "many", 2).text == "many"


def test_a_parent_lends_its_words(tmp_path: Path) -> None:
    """A theme's own word goes before its parent's, and the parent's serve where it has none."""
    own = 'msgid "Menu"\nmsgstr "{}"\n'
    child = _write(tmp_path / "child", {"messages.pot": own.format("")} | {
        f"{code}.po": own.format("propre") for code in ("fr", "ar", "ja")
    })  # fmt: skip
    parent = _write(tmp_path / "parent", SOUND)
    problems = Problems()
    french = load_catalogues([child, parent], LANGUAGES, problems, root=tmp_path)["fr"]
    assert _faults(problems) == []
    assert (french.word(None, "Menu").text, french.word("route", "districts").text) == ("propre", "quartiers")


def test_the_digest_is_that_of_the_words(tmp_path: Path) -> None:
    """A comment changes no digest; a word changes those of its language and of all that borrow it."""
    shorter = JAPANESE.split("\n\n", maxsplit=1)[1]
    before, _ = _load(tmp_path / "a", SOUND | {"ja.po": shorter})
    comment, _ = _load(tmp_path / "b", SOUND | {"ja.po": shorter, "fr.po": "# relu\n" + FRENCH})
    word, _ = _load(tmp_path / "c", SOUND | {"ja.po": shorter, "fr.po": FRENCH.replace("Le menu", "Menu")})
    assert {code: words.digest for code, words in comment.items()} == {
        code: words.digest for code, words in before.items()
    }
    changed = {code for code, words in word.items() if words.digest != before[code].digest}
    assert changed == {"fr", "ja"}


@pytest.mark.parametrize(
    ("change", "line", "code"),
    [
        (('msgstr "Le menu"', 'msgstr "Le menu'), 2, "message-malformed"),
        (('msgstr "Le menu"', 'msgstr "Le "menu""'), 2, "message-malformed"),
        (('msgstr "Le menu"', 'msgstr "Le \\menu"'), 2, "message-malformed"),
        (('msgstr "Le menu"', "<<<<<<< HEAD"), 2, "message-malformed"),
        (('msgstr "Le menu"\n', ""), 1, "message-malformed"),
        (('msgid "Menu"\n', '"Menu"\n'), 1, "message-malformed"),
        (("msgstr[1]", "msgstr[2]"), 11, "message-malformed"),
        (("msgstr[1]", "msgstr[0]"), 14, "message-malformed"),
        (('msgstr "Le menu"', 'msgstr ""'), 1, "message-untranslated"),
        (('msgid "Menu"\nmsgstr "Le menu"\n', ""), 1, "message-untranslated"),
        (('msgid "Menu"', '#, fuzzy\nmsgid "Menu"'), 2, "message-fuzzy"),
        (("Bonjour %(name)s", "Bonjour %(nom)s"), 8, "message-placeholders"),
        (("Bonjour %(name)s", "Bonjour"), 8, "message-placeholders"),
        (("Bonjour %(name)s", "Bonjour %(name)s à 100 %"), 8, "message-percent"),
        (("%(num)s lieux", "%(places)s lieux"), 11, "message-placeholders"),
        (("%(num)s lieux", ""), 11, "message-plurals"),
        (('msgstr[1] "%(num)s lieux"\n', ""), 11, "message-plurals"),
        (('msgid "Menu"', 'msgid "Gone"\nmsgstr "Parti"\n\nmsgid "Menu"'), 1, "message-surplus"),
        (('msgid "Hello', 'msgid "Menu"\nmsgstr "Autre"\n\nmsgid "Hello'), 8, "message-duplicate"),
    ],
)
def test_each_fault_has_its_line(tmp_path: Path, change: tuple[str, str], line: int, code: str) -> None:
    """A broken catalogue is told of at the line to mend, by a problem that has words in both languages."""
    broken = FRENCH.replace(*change)
    assert broken != FRENCH
    _, problems = _load(tmp_path, SOUND | {"fr.po": broken})
    assert ("theme/locale/fr.po", line, code) in _faults(problems)
    for problem in problems:
        assert say(problem, "fr").message
        assert say(problem, "en").message


def test_a_malformed_file_is_not_said_to_lack_words(tmp_path: Path) -> None:
    """What could not be read is told of as such, and not as untranslated too."""
    _, problems = _load(tmp_path, SOUND | {"fr.po": FRENCH.replace('msgstr "Le menu"', 'msgstr "Le menu')})
    assert {code for _, _, code in _faults(problems)} == {"message-malformed"}


def test_a_fault_is_told_once(tmp_path: Path) -> None:
    """A message with a fault gives that fault and no other."""
    _, problems = _load(tmp_path, SOUND | {"fr.po": FRENCH.replace("Bonjour %(name)s", "Bonjour %(nom)s")})
    assert [say(problem, "en").message for problem in problems] == [
        'The translation of "Hello %(name)s" forgets or invents a value: %(name)s, %(nom)s.'
    ]
    assert problems.errors == 1


def test_words_that_lack_do_not_stop_a_release(tmp_path: Path) -> None:
    """Missing files and words are warnings, at the file to create."""
    _, problems = _load(tmp_path, {"fr.po": FRENCH, "ar.po": ARABIC})
    assert problems.errors == 0
    assert _faults(problems) == [
        ("theme/locale/ja.po", 1, "catalogue-missing"),
        ("theme/locale/messages.pot", 1, "catalogue-missing"),
    ]


def test_another_encoding(tmp_path: Path) -> None:
    """A file that is not UTF-8 is told of at its first line that is not."""
    folder = _write(tmp_path / "locale", SOUND)
    (folder / "fr.po").write_bytes(FRENCH.replace("Le menu", "Été").encode("latin-1"))
    problems = Problems()
    load_catalogues([folder], LANGUAGES, problems, root=tmp_path)
    assert ("locale/fr.po", 2, "catalogue-unreadable") in _faults(problems)


def test_a_lone_percent_sign_in_the_theme(tmp_path: Path) -> None:
    """A message that templates could not fill in is told of in the list of messages."""
    _, problems = _load(tmp_path, SOUND | {"messages.pot": POT + '\nmsgid "100% sure"\nmsgstr ""\n'})
    assert ("theme/locale/messages.pot", 19, "message-percent") in _faults(problems)


@given(st.text(alphabet='msgidstrctx_plural[]01" \\n\n#:,.~é', max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever a file holds, it is read or told of."""
    entries, faults = read_po(text)
    assert all(entry.strings and 1 <= entry.line <= text.count("\n") + 1 for entry in entries)
    assert all(1 <= fault.line <= text.count("\n") + 1 for fault in faults)


_TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
_ENTRIES = st.builds(
    lambda msgid, context, forms: Entry(
        msgid, plural=msgid if len(forms) > 1 else None, context=context, strings=tuple(forms)
    ),
    _TEXTS,
    st.none() | _TEXTS,
    st.lists(_TEXTS, min_size=1, max_size=6),
)


@given(st.lists(_ENTRIES, max_size=4))
def test_what_is_written_is_read(entries: list[Entry]) -> None:
    """Any messages, whatever characters they hold, are read as they were written."""
    read, faults = read_po(write_po(entries))
    assert faults == []
    assert [(entry.key, entry.plural, entry.strings) for entry in read] == [
        (entry.key, entry.plural, entry.strings) for entry in entries
    ]
