"""`new translation`: the source at the place of the translation, which is none until somebody says so."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ombrelle.cli import main
from ombrelle.kinds.marks import marked
from ombrelle.kinds.values import LocalText
from ombrelle.load import load
from ombrelle.load.discover import discover
from ombrelle.problems import Problems
from ombrelle.scaffold.plan import Refusal
from ombrelle.scaffold.short_texts import prepared
from ombrelle.sources.yaml import Path as Way
from ombrelle.sources.yaml import parse
from ombrelle.translations.freshness import State
from tests.serve.small_site import THEME, write_small_site
from tests.support.small import SITES, library_of, write
from tests.support.tools import ROOT
from tests.translations.desk import edit, items

NEWS = "content/news/2026-10-20-gare.fr.md"
ABOUT = "content/pages/about"
LAMPS = "quartiers/brumes/startups/lampes"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_small_site(tmp_path)


def new(site: Path, *arguments: str) -> int:
    return main(["new", "--root", str(site), "--lang", "en", "translation", *arguments])


def read(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def state(site: Path) -> dict[str, bytes]:
    """Every file of the site."""
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_text_starts_from_the_source(site: Path) -> None:
    """Title, summary and body are those of the source, to be translated in place; it is a draft."""
    assert new(site, f"{ABOUT}.fr.md", "en") == 0
    written = read(site, f"{ABOUT}.en.md")
    head, body = written.removeprefix("---\n").split("---\n")
    assert head.startswith("title: À propos\nsummary: Qui nous sommes.\n## ")
    assert head.endswith("\ndraft: true\n")
    assert body == "\nPremier état.\n"


def test_a_translation_that_waits_is_not_published(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check has nothing to say, and no visitor gets French for German: previews alone show it."""
    assert new(site, f"{ABOUT}.fr.md", "de") == 0
    capsys.readouterr()
    assert main(["check", "--root", str(site), "--theme", str(THEME), str(site / f"{ABOUT}.de.md")]) == 0
    published, preview = (library_of(site, drafts=drafts)[0] for drafts in (False, True))
    assert "de" not in published.by_key["page:about"].texts
    assert preview.by_key["page:about"].texts["de"].title == "À propos"


def test_the_source_of_the_day_is_recorded(site: Path) -> None:
    """Untranslated until it is translated, complete then; what the source says later is told as stale."""
    write(
        site,
        f"{ABOUT}.fr.md",
        "---\ntitle: À propos\n---\n\n"
        "Le bureau ouvre tous les matins.\n\nIl ferme chaque soir vers sept heures.\n",
    )
    assert new(site, f"{ABOUT}.fr.md", "en") == 0
    path = f"{ABOUT}.en.md"
    assert items(site)[path].state is State.UNTRANSLATED
    for french, english in {
        "À propos": "About",
        "Le bureau ouvre tous les matins.": "The office opens every morning.",
        "Il ferme chaque soir vers sept heures.": "It closes every evening around seven.",
        "draft: true\n": "",
    }.items():
        edit(site, path, french, english)
    assert items(site)[path].state is State.COMPLETE
    edit(site, f"{ABOUT}.fr.md", "tous les matins", "chaque matin à neuf heures")
    assert [(each.state, each.then) for each in items(site)[path].blocks] == [
        (State.STALE, "Le bureau ouvre tous les matins.")
    ]


def test_the_word_of_an_address_is_left_to_the_translator(site: Path) -> None:
    """A word of the French address would be wrong in another language: it waits in a comment."""
    (site / NEWS).parent.mkdir(exist_ok=True)
    (site / NEWS).write_text("---\ntitle: La gare\nslug: gare-ouverte\n---\n\nOui.\n", encoding="utf-8")
    assert new(site, NEWS, "en") == 0
    lines = read(site, NEWS.replace(".fr.", ".en.")).splitlines()
    assert "# slug: gare-ouverte" in lines
    assert "slug: gare-ouverte" not in lines


def test_short_texts_wait_in_comments(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each text that lacks the language has a line under its forms, which is told with its place."""
    before = "name: Lampes\n# une remarque\npitch:\n  fr: Des lampes.\n  en: Lamps.\nstatus: active\n"
    rest = "website: https://www.lampes.example\nsource: {title: Essai}\nas_of: 2026\n"
    (site / f"{LAMPS}.yaml").write_text(before + rest, encoding="utf-8")
    assert new(site, f"{LAMPS}.yaml", "de") == 0
    after = before.replace("  en: Lamps.\n", "  en: Lamps.\n  # de: Des lampes.\n")
    assert read(site, f"{LAMPS}.yaml") == after + rest
    assert f"{LAMPS}.yaml:6  # de: Des lampes.\n" in capsys.readouterr().out


def test_without_its_sign_a_line_is_the_translation(site: Path) -> None:
    """Taking away `# ` is all there is to do: what stands there is YAML in its place."""
    assert new(site, f"{LAMPS}.yaml", "de") == 0
    assert "# de: Des lampes." in read(site, f"{LAMPS}.yaml")
    freed = read(site, f"{LAMPS}.yaml").replace("# de: Des lampes.", "de: Lampen.")
    assert parse(freed).value["pitch"] == {"fr": "Des lampes.", "en": "Lamps.", "de": "Lampen."}


def test_an_entry_is_begun_whole(site: Path) -> None:
    """The name of an entry stands for its text and for its short texts."""
    (site / f"{LAMPS}.fr.md").write_text("Elles éclairent.\n", encoding="utf-8")
    assert new(site, "startup:lampes", "es") == 0
    assert read(site, f"{LAMPS}.es.md").endswith("Elles éclairent.\n")
    assert "# es: Des lampes." in read(site, f"{LAMPS}.yaml")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([f"{ABOUT}.fr.md", "it"], '"it" is not a language of the site'),
        ([f"{ABOUT}.fr.md", "fr"], '"fr" is the language of the originals'),
        (["content/pages/abut.fr.md", "en"], "content/pages/about.fr.md"),
        (["page:abut", "en"], "page:about"),
        (["une autre chose", "en"], "neither a file of the site nor an entry"),
        ([f"{ABOUT}.fr.md"], f"new translation {ABOUT}.fr.md LANGUAGE. Choose from: en, de, es, ar, ja."),
        (["content/media/plan.svg", "en"], "is not a text"),
        ([f"{LAMPS}.yaml", "en"], "nothing left to begin"),
        ([f"{ABOUT}.fr.md", "en", "--title", "About"], "--title"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    site: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """Nothing is written, and the answer says what would do."""
    (site / "content/media").mkdir()
    (site / "content/media/plan.svg").write_text("<svg/>", encoding="utf-8")
    before = state(site)
    assert new(site, *arguments) == 2
    assert said in capsys.readouterr().err
    assert state(site) == before


def test_what_is_there_is_never_written_over(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A translation that exists stays, and lines that wait are not added twice."""
    assert new(site, f"{ABOUT}.fr.md", "en") == 0
    assert new(site, f"{LAMPS}.yaml", "de") == 0
    before = state(site)
    assert new(site, f"{ABOUT}.fr.md", "en") == 2
    assert new(site, f"{LAMPS}.yaml", "de") == 2
    assert new(site, f"{ABOUT}.en.md", "de") == 2
    assert f"The original is {ABOUT}.fr.md" in capsys.readouterr().err
    assert state(site) == before


def test_another_kind_takes_no_language(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A word too many is told, not ignored."""
    assert main(["new", "--root", str(site), "--lang", "en", "page", "venir", "en", "--title=Venir"]) == 2
    assert '"en" does not fit here' in capsys.readouterr().err


def test_on_a_terminal_the_language_is_asked_for(site: Path) -> None:
    """Those that are left are proposed."""
    (site / f"{ABOUT}.en.md").write_text("---\ntitle: About\n---\n", encoding="utf-8")
    command = [sys.executable, "build.py", "new", "translation", f"{ABOUT}.fr.md"]
    ours, theirs = pty.openpty()
    os.write(ours, b"es\n")
    run = subprocess.run(
        [*command, "--root", str(site), "--lang", "fr"],
        stdin=theirs,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    os.close(theirs)
    os.close(ours)
    assert run.returncode == 0, run.stderr
    assert "(de, es, ar, ja)" in run.stdout
    assert (site / f"{ABOUT}.es.md").exists()


def short_texts(root: Path) -> dict[str, list[Way]]:
    """The ways to all texts of a site that are said in languages, by file."""
    problems = Problems()
    content = load(root, discover(root, problems), problems)
    assert content is not None
    return {
        entry.document.path: [item.path for item in marked(entry.facts) if _is_said(item.value)]
        for entry in content.entries
        if entry.document
    }


def _is_said(value: object) -> bool:
    return isinstance(value, LocalText) and "fr" in value.forms


@pytest.mark.parametrize("root", [ROOT, SITES / "rich"], ids=["real", "rich"])
def test_no_file_is_changed_but_by_its_lines(root: Path) -> None:
    """In every file of a site the data are as before; with the signs away, each text has its new form."""
    for path, ways in short_texts(root).items():
        before = read(root, path)
        found = prepared(path, before, ways, "fr", "xx")
        assert len(found.lines) == len(ways)
        assert parse(found.text).value == parse(before).value
        freed = parse(re.sub(r"^( *)# (xx:.*(?:\n\1#   .*)*)", _uncommented, found.text, flags=re.MULTILINE))
        for way in ways:
            said = freed.value
            for step in way:
                said = said[step]
            assert said["xx"] == said["fr"], (path, way)


def _uncommented(found: re.Match[str]) -> str:
    return found[0].replace(f"{found[1]}# ", found[1])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("summary: {fr: Un, en: One}\nz: 1\n", "summary:\n  fr: Un\n  en: One\n  # de: Un\nz: 1\n"),
        (
            "summary:\n  fr: >-\n    Un texte\n    long\n\n# fin\nz: 1\n",
            "summary:\n  fr: >-\n    Un texte\n    long\n"
            "  # de: >-\n  #   Un texte\n  #   long\n\n# fin\nz: 1\n",
        ),
        ("summary:\n  fr: Un # vu\n  en: One", "summary:\n  fr: Un # vu\n  en: One\n  # de: Un # vu"),
        ("summary:\r\n  fr: Un\r\nz: 1\r\n", "summary:\r\n  fr: Un\r\n  # de: Un\r\nz: 1\r\n"),
        ("\ufeffsummary: {fr: Un}\n", "\ufeffsummary:\n  fr: Un\n  # de: Un\n"),
        ("summary:\n  fr: Un\n  # es: Un\n", "summary:\n  fr: Un\n  # de: Un\n  # es: Un\n"),
        ("{z: 1, summary: {fr: Un}}\n", "z: 1\nsummary:\n  fr: Un\n  # de: Un\n"),
    ],
    ids=["braces", "block", "remark", "crlf", "mark", "another-language", "all-in-braces"],
)
def test_the_form_of_the_file_survives(before: str, after: str) -> None:
    """Braces are opened; blocks, remarks, line ends and the mark at the start stay."""
    found = prepared("a.yaml", before, [("summary",)], "fr", "de")
    assert found.text == after
    lines = found.text.splitlines()
    assert [lines[place.line - 1].strip()[:5] for place in found.lines] == ["# de:"]


def test_a_list_in_braces_is_opened_whole() -> None:
    """What holds a text in braces is written in lines too, since a comment needs a line of its own."""
    before = "a: 1\nfigures: [{label: {fr: Un}, value: 2, extra: {}}]\nb: [x, y]\n"
    found = prepared("a.yaml", before, [("figures", 0, "label")], "fr", "de")
    assert parse(found.text).value == parse(before).value
    assert found.text.startswith("a: 1\nfigures:\n  - label:\n      fr: Un\n      # de: Un\n    value: 2\n")
    assert found.text.endswith("\nb: [x, y]\n")


def test_a_remark_in_braces_is_not_lost() -> None:
    """Braces over several lines that hold a remark are left to the author."""
    with pytest.raises(Refusal):
        prepared("a.yaml", "summary: {fr: Un, # vu\n  en: One}\n", [("summary",)], "fr", "de")
