"""`import` of kinds with texts: columns fill the text of a language, and a second import updates it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from ombrelle.cli import main
from tests.serve.small_site import THEME, write_small_site

HEAD = ("Titre", "Date", "Chapeau", "Texte", "Title (en)", "Body (en)", "Quartiers")
ROW = (
    "Colloque : le retour",
    "2026-03-05",
    "Il revient.",
    "Un premier\r\nparagraphe.\r\n\r\nUn second, [aux brumes](quartier:brumes).",
    "Symposium: the return",
    "A first one.",
    "Les Brumes",
)
STEM = "content/news/2026-03-05-colloque-le-retour"
FR, EN, FACTS = f"{STEM}.fr.md", f"{STEM}.en.md", f"{STEM}.yaml"

Caught = pytest.CaptureFixture[str]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_small_site(tmp_path / "site")


def take(site: Path, rows: Sequence[Sequence[str]], *more: str, kind: str = "news") -> int:
    """Import a table whose map, where there is none yet, is the one that is proposed."""
    table = site.parent / f"{kind}.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    options = ["--root", str(site), "--kind", kind, "--lang", "en"]
    fields = table.with_suffix(".map.yaml")
    if not fields.exists():
        assert main(["import", str(table), *options]) == 0
    return main(["import", str(table), *options, "--map", str(fields), *more])


def text(site: Path, path: str) -> str:
    return (site / path).read_bytes().decode()


def state(site: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_row_becomes_its_facts_and_a_text_per_language(site: Path, capsys: Caught) -> None:
    """Titles and summaries stand in the heads, bodies below them, facts beside, the day in the names."""
    assert take(site, (HEAD, ROW)) == 0
    assert text(site, FACTS) == "districts: [brumes]\n"
    assert text(site, FR) == (
        '---\ntitle: "Colloque : le retour"\nsummary: Il revient.\n---\n\n'
        "Un premier\nparagraphe.\n\nUn second, [aux brumes](quartier:brumes).\n"
    )
    assert text(site, EN) == '---\ntitle: "Symposium: the return"\n---\n\nA first one.\n'
    capsys.readouterr()
    assert main(["check", "--root", str(site), "--theme", str(THEME), "--date", "2026-11-23"]) == 0
    assert capsys.readouterr().err == ""


def test_a_second_import_changes_nothing(site: Path, capsys: Caught) -> None:
    """Not even the way in which people wrote the same."""
    assert take(site, (HEAD, ROW)) == 0
    written = text(site, EN).replace(
        "---\n\nA first one.\n", "draft: false # fini\n---\n\n\nA first one.\n\n"
    )
    (site / EN).write_bytes(b"\xef\xbb\xbf" + written.replace("\n", "\r\n").encode())
    before = state(site)
    capsys.readouterr()
    assert take(site, (HEAD, ROW)) == 0
    assert "1 row: 0 new, 0 updated, 1 unchanged, 0 left out." in capsys.readouterr().out
    assert state(site) == before


def test_a_second_import_changes_what_the_table_says_and_no_more(site: Path, capsys: Caught) -> None:
    """Fields and texts of other languages that people wrote stay, and an empty cell says nothing."""
    assert take(site, (HEAD, ROW)) == 0
    by_hand = text(site, FR).replace("---\n\n", "slug: retour # à la main\n---\n\n")
    (site / FR).write_text(by_hand, encoding="utf-8")
    (site / f"{STEM}.de.md").write_text("---\ntitle: Rückkehr\n---\n\nSie kehrt zurück.\n", encoding="utf-8")
    (site / FACTS).write_text("# à relire\ndistricts: [brumes]\ndraft: true\n", encoding="utf-8")
    before = state(site)
    capsys.readouterr()
    row = (*ROW[:2], "Il est revenu.", ROW[3], "", "A second one.\n\nAnd more.", "")
    assert take(site, (HEAD, row)) == 0
    assert "0 new, 1 updated" in capsys.readouterr().out
    assert text(site, FR) == by_hand.replace("Il revient.", "Il est revenu.")
    assert text(site, EN) == '---\ntitle: "Symposium: the return"\n---\n\nA second one.\n\nAnd more.\n'
    same = {path for path in before if not path.endswith((".fr.md", ".en.md"))}
    assert {path: data for path, data in state(site).items() if path in same} == {
        path: before[path] for path in same
    }


def test_a_language_may_come_later(site: Path) -> None:
    """Its text is written beside those that are there."""
    assert take(site, (HEAD, (*ROW[:4], "", "", ""))) == 0
    assert not (site / EN).exists()
    assert not (site / FACTS).exists()
    assert take(site, (HEAD, ROW)) == 0
    assert text(site, EN).endswith("A first one.\n")


def test_a_trial_shows_texts_too(site: Path, capsys: Caught) -> None:
    """`--dry-run` prints each file as a diff, and writes none."""
    assert take(site, (HEAD, ROW)) == 0
    before = state(site)
    capsys.readouterr()
    later = ("Autre chose", "2026-04-01", "", "Un texte.", "", "", "")
    assert take(site, (HEAD, (*ROW[:3], "Tout autre.", *ROW[4:]), later), "--dry-run") == 0
    shown = capsys.readouterr().out
    assert f"--- a/{FR}\n+++ b/{FR}\n" in shown
    assert "+Tout autre.\n" in shown
    assert "--- /dev/null\n+++ b/content/news/2026-04-01-autre-chose.fr.md\n" in shown
    assert state(site) == before


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ((ROW[0], "05/03/2026", "", "x", "", "", ""), "row 2, Date\n  \"05/03/2026\" is not a day"),
        ((ROW[0], "2026-03", "", "x", "", "", ""), "row 2, Date\n  \"2026-03\" is not a day"),
        ((ROW[0], "", "", "x", "", "", ""), "row 2, Date\n  The day is missing"),
        (("", "2026-03-05", "", "x", "", "", ""), "row 2, Titre  missing-field"),
        (("★", "2026-03-05", "", "x", "", "", ""), "row 2\n  No id can be made of \"★\""),
        ((*ROW[:4], "", "No title.", ""), "row 2, Title (en)  missing-field"),
        ((*ROW[:3], "[là](quartier:brume)", "", "", ""), "row 2, Texte  unknown-link"),
        ((*ROW[:4], *ROW[4:6], "Les Brume"), "row 2, Quartiers  unknown-reference"),
        ((*ROW[:3], "#REF!", "", "", ""), "row 2, Texte\n  A formula gave nothing"),
        ((*ROW, "et", "plus"), 'row 2\n  This row has more cells than the table has columns, from "et" on'),
    ],
)  # fmt: skip
def test_a_doubtful_row_is_told_and_left_out(
    site: Path, capsys: Caught, row: tuple[str, ...], told: str
) -> None:
    """With its row and its column, and nothing is written."""
    before = state(site)
    assert take(site, (HEAD, row)) == 1
    assert told in capsys.readouterr().err
    assert state(site) == before


def test_all_that_is_wrong_with_a_row_is_told_at_once(site: Path, capsys: Caught) -> None:
    """A bad day, a bad link and an unknown district do not hide each other."""
    row = (ROW[0], "31/12/2025", "", "[là](page:nulle-part)", "", "", "Nimbus")
    assert take(site, (HEAD, row)) == 1
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("row")]
    assert told == ["row 2, Date", "row 2, Texte  unknown-link", "row 2, Quartiers  unknown-reference"]


def test_a_model_that_refuses_a_row_hides_none_of_its_words(site: Path, capsys: Caught) -> None:
    """Unknown words of lists and unknown entries are told in the run that tells a bad address."""
    head = ("name", "kind", "website", "summary", "services", "districts", "source.title", "as_of")
    row = ("La Cale", "fablabb", "cale.example", "Un atelier.", "worksho", "nimbus", "Une source", "2026-13")
    assert take(site, (head, row), kind="actor") == 1
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("row")]
    assert sorted(told) == [
        "row 2, as_of  no-such-day",
        "row 2, districts  unknown-reference",
        "row 2, kind  unknown-term",
        "row 2, services  unknown-term",
        "row 2, website  url-without-scheme",
    ]


def test_news_of_one_title_on_two_days_is_for_a_person_to_decide(site: Path, capsys: Caught) -> None:
    """It is neither written over the first nor doubled."""
    assert take(site, (HEAD, ROW)) == 0
    before = state(site)
    assert take(site, (HEAD, (ROW[0], "2026-04-05", *ROW[2:]))) == 1
    assert "row 2, Date\n" in capsys.readouterr().err
    assert state(site) == before


def test_an_entry_of_another_folder_is_left_alone(site: Path, capsys: Caught) -> None:
    """A district's table changes no file of the umbrella."""
    head = ("name", "kind", "summary", "source.title", "as_of")
    row = ("La Serre", "incubator", "Autre chose.", "Une source", "2026")
    assert take(site, (head, row), "--quartier", "brumes", kind="actor") == 1
    assert "content/actors/serre.yaml" in capsys.readouterr().err


def test_a_kind_named_by_its_facts_has_texts_without_a_head(site: Path) -> None:
    """Title and summary of an event are facts in each language; only its body is a text."""
    head = (
        "title", "Title (en)", "starts", "ends", "timezone", "kind", "summary", "body", "Body (en)"
    )  # fmt: skip
    row = (
        "Rencontre", "Meeting", "2027-01-10T18:30", "2027-01-10T20:00", "Europe/Paris", "meetup", "Un soir.",
        "à noter: venez tôt.", "Come early.",
    )  # fmt: skip
    assert take(site, (head, row), "--quartier", "brumes", kind="event") == 0
    stem = "quartiers/brumes/events/rencontre"
    assert text(site, f"{stem}.yaml").startswith("title:\n  fr: Rencontre\n  en: Meeting\nsummary:\n  fr: Un")
    assert text(site, f"{stem}.en.md") == "Come early.\n"
    assert text(site, f"{stem}.fr.md") == "à noter: venez tôt.\n"
    assert (
        take(
            site, (head, (*row[:7], "note: un\n\n---\n\ndeux", row[8])), "--quartier", "brumes", kind="event"
        )
        == 0
    )
    assert text(site, f"{stem}.fr.md") == "---\n---\n\nnote: un\n\n---\n\ndeux\n"


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("body.fre", 'language "fre"'),
        ("titel.fr", 'mean "title"'),
        ("title.it", 'language "it"'),
        ("bodi", '"body"'),
    ],
)
def test_a_map_that_names_no_text_is_refused(site: Path, capsys: Caught, field: str, told: str) -> None:
    """Before any row is read, and the exit code is 2."""
    (site.parent / "news.map.yaml").write_text(
        f"columns: {{title: Titre, {field}: Texte}}\n", encoding="utf-8"
    )
    assert take(site, (HEAD, ROW)) == 2
    assert told in capsys.readouterr().err
