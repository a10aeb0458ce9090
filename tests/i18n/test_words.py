"""The list of a theme's words and the upkeep of its translations."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError

from ombrelle.i18n.catalogues import load_catalogues
from ombrelle.i18n.languages import make_languages
from ombrelle.i18n.words import MalformedCatalogueError, extract, update, words_of_script
from ombrelle.problems import Problems

LANGUAGES = make_languages([("fr", None), ("en", None), ("ar", None)])

CARD = """\
{# NOTE: the button of a card #}
<a>{{ _("Read more") }}</a>
{% trans count=places|length %}{{ count }} place{% pluralize %}{{ count }} places{% endtrans %}
"""
PAGE = """\
<h1>{{ pgettext("page", "Home") }}</h1>
<p>{% trans name=district.name %}
   Welcome
   to {{ name }}
{% endtrans %}</p>
<a>{{ gettext("Read more") }}</a>
"""
SCRIPT = """\
/* NOTE: a button that closes */
button.textContent = gettext("Close", lang);
"""

LISTED = """\
msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

#. the button of a card
#: card/card.html
#: page.html
msgid "Read more"
msgstr ""

#: card/card.html
msgid "%(count)s place"
msgid_plural "%(count)s places"
msgstr[0] ""
msgstr[1] ""

#. a button that closes
#: card/card.js
msgid "Close"
msgstr ""

#: page.html
msgctxt "page"
msgid "Home"
msgstr ""

#: page.html
msgid "Welcome to %(name)s"
msgstr ""
"""


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A theme of two templates and a script."""
    for name, text in {
        "theme/card/card.html": CARD,
        "theme/page.html": PAGE,
        "theme/card/card.js": SCRIPT,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / "theme"


def test_every_word_is_listed_once(theme: Path) -> None:
    """Templates and scripts give their messages with contexts, plurals and notes, in the files' order."""
    assert extract(theme).decode() == LISTED


def test_the_words_of_a_script_are_known() -> None:
    """What a script asks for is what it must be given."""
    assert words_of_script(SCRIPT) == ("Close",)


def test_the_list_is_the_same_on_every_machine(theme: Path) -> None:
    """Neither the hash seed, nor the time zone, nor the locale changes a byte."""
    program = "import sys, pathlib; from ombrelle.i18n.words import extract; "
    program += "sys.stdout.buffer.write(extract(pathlib.Path(sys.argv[1])))"
    for machine in ({"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"}, {"PYTHONHASHSEED": "2", "LC_ALL": "C"}):
        environ = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path), **machine}
        command = [sys.executable, "-c", program, str(theme)]
        done = subprocess.run(command, env=environ, capture_output=True, check=True)
        assert done.stdout.decode() == LISTED


def test_a_broken_template_is_not_skipped(theme: Path) -> None:
    """A template that cannot be read stops the extraction instead of losing its words."""
    (theme / "page.html").write_text("{% if %}", encoding="utf-8")
    with pytest.raises(TemplateSyntaxError):
        extract(theme)


def test_update_makes_a_file_for_each_language_but_english(theme: Path) -> None:
    """New files have every message and as many plural forms as the language, and lack only the words."""
    update(theme, LANGUAGES)
    locale = theme / "locale"
    assert sorted(file.name for file in locale.iterdir()) == ["ar.po", "fr.po", "messages.pot"]
    arabic = (locale / "ar.po").read_text(encoding="utf-8")
    assert '"Language: ar\\n"' in arabic
    assert "nplurals=6" in arabic
    assert arabic.count("msgstr[") == 6
    problems = Problems()
    load_catalogues([locale], LANGUAGES, problems, root=theme)
    assert {problem.code for problem in problems} == {"message-untranslated"}


def test_update_keeps_what_people_wrote(theme: Path) -> None:
    """Translations, notes and the header stay; a second update changes no byte."""
    update(theme, LANGUAGES)
    french = theme / "locale" / "fr.po"
    text = french.read_text(encoding="utf-8")
    text = text.replace('"Language: fr\\n"', '"Last-Translator: Ada\\n"\n"Language: fr\\n"')
    text = text.replace('"Read more"\nmsgstr ""', '"Read more"\nmsgstr "Lire la suite"')
    text = text.replace("#. the button", "# court\n#. the button")
    french.write_text(text, encoding="utf-8")
    (theme / "page.html").write_text(PAGE + '{{ _("Menu") }}', encoding="utf-8")
    update(theme, LANGUAGES)
    updated = french.read_text(encoding="utf-8")
    assert updated == text + '\n#: page.html\nmsgid "Menu"\nmsgstr ""\n'
    update(theme, LANGUAGES)
    assert french.read_text(encoding="utf-8") == updated


def test_a_reworded_message_keeps_its_translation_to_review(theme: Path) -> None:
    """The translation of a message that is gone is offered to a similar new one; others leave no trace."""
    update(theme, LANGUAGES)
    french = theme / "locale" / "fr.po"
    text = french.read_text(encoding="utf-8").replace('"Home"\nmsgstr ""', '"Home"\nmsgstr "Accueil"')
    text = text.replace('"Read more"\nmsgstr ""', '"Read more"\nmsgstr "Lire la suite"')
    french.write_text(text, encoding="utf-8")
    for file in (theme / "page.html", theme / "card" / "card.html"):
        changed = (
            file.read_text(encoding="utf-8").replace("Read more", "Read more…").replace("Home", "Contact")
        )
        file.write_text(changed, encoding="utf-8")
    update(theme, LANGUAGES)
    updated = french.read_text(encoding="utf-8")
    assert '#, fuzzy\nmsgid "Read more…"\nmsgstr "Lire la suite"\n' in updated
    assert "Accueil" not in updated


def test_update_refuses_to_lose_a_line(theme: Path) -> None:
    """A file that cannot be read whole is left as it is, and told of with its line."""
    update(theme, LANGUAGES)
    french = theme / "locale" / "fr.po"
    broken = french.read_text(encoding="utf-8").replace('msgid "Read more"', 'msgid "Read more')
    french.write_text(broken, encoding="utf-8")
    with pytest.raises(MalformedCatalogueError) as caught:
        update(theme, LANGUAGES)
    assert caught.value.path == french
    assert broken.split("\n")[caught.value.line - 1] == 'msgid "Read more'
    assert french.read_text(encoding="utf-8") == broken
