"""`import`: each row becomes a sound file or is told, and a second import changes instead of doubling."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from ombrelle.cli import main
from tests.serve.small_site import THEME, write_small_site

HEAD = ("Nom", "Site web", "Statut", "Secteurs", "Accroche", "Pitch (en)", "Création", "Téléphone")
ROWS = (
    (
        "Zaza",
        "https://www.zaza.example",
        "En activité",
        "Santé",
        "Des parapluies\r\nautomatiques",
        "Umbrellas",
        "2014",
        "06",
    ),
    ("Yoyo", "https://yoyo.example", "active", "santé; health", "Des ficelles", "", "2015-03", ""),
)
VALUES = "values:\n  source.title: Un registre\n  as_of: 2026\n"
ZAZA = "quartiers/brumes/startups/zaza.yaml"
LAMPS = "quartiers/brumes/startups/lampes.yaml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_small_site(tmp_path / "site")


def write_csv(
    path: Path, rows: Sequence[Sequence[str]], separator: str = ";", encoding: str = "utf-8-sig"
) -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return path


def take(site: Path, table: Path, *more: str, map_: bool = True) -> int:
    options = ["--root", str(site), "--kind", "startup", "--quartier", "brumes", "--lang", "en"]
    chosen = ["--map", str(table.with_suffix(".map.yaml"))] if map_ else []
    return main(["import", str(table), *options, *chosen, *more])


def propose(site: Path, table: Path, values: str = VALUES) -> Path:
    """The map as proposed, with the values that are the same for every row written in."""
    assert take(site, table, map_=False) == 0
    path = table.with_suffix(".map.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nvalues:\n", f"\n{values}"), encoding="utf-8")
    return path


def text(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def faults(site: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    main(["check", "--root", str(site), "--theme", str(THEME), "--format", "json", str(site / "quartiers")])
    return [each["code"] for each in json.loads(capsys.readouterr().out)]


def test_a_first_run_proposes_the_map_and_stops(site: Path, tmp_path: Path) -> None:
    """Columns are matched by their names in French and English; what has no field is in a comment."""
    before = sorted(site.rglob("*"))
    table = write_csv(tmp_path / "entreprises.csv", (HEAD, *ROWS))
    assert take(site, table, map_=False) == 0
    proposed = (tmp_path / "entreprises.map.yaml").read_text(encoding="utf-8")
    for line in (
        'name: "Nom"',
        'website: "Site web"',
        'status: "Statut"',
        'sectors: "Secteurs"',
        'pitch: "Accroche"',
        'pitch.en: "Pitch (en)"',
        'founded: "Création"',
        '# …: "Téléphone"',
    ):
        assert f"\n  {line}\n" in proposed
    assert "\n  #source.title: " in proposed
    assert sorted(site.rglob("*")) == before


def test_a_column_without_a_name_of_ours_is_matched_by_its_values(site: Path, tmp_path: Path) -> None:
    """Most of its values are words of a vocabulary, whatever the language."""
    table = write_csv(tmp_path / "a.csv", (("Nom", "Rubrique"), ("Zaza", "Santé"), ("Yoyo", "health")))
    assert take(site, table, map_=False) == 0
    assert '  sectors: "Rubrique"\n' in (tmp_path / "a.map.yaml").read_text(encoding="utf-8")


def test_a_map_that_is_there_is_not_overwritten(site: Path, tmp_path: Path) -> None:
    """The work of the person who mended it is kept."""
    table = write_csv(tmp_path / "a.csv", (HEAD, *ROWS))
    mended = propose(site, table).read_text(encoding="utf-8")
    assert take(site, table, map_=False) == 2
    assert (tmp_path / "a.map.yaml").read_text(encoding="utf-8") == mended


def excel(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(HEAD))
    for row in ROWS:
        cells: list[object] = [cell or None for cell in row]
        cells[6] = int(row[6]) if row[6].isdigit() else date(2015, 3, 1)
        sheet.append(cells)
    book.save(path)
    return path


def as_json(path: Path) -> Path:
    path.write_text(json.dumps([dict(zip(HEAD, row, strict=True)) for row in ROWS]), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["semicolon", "comma", "windows", "json", "xlsx"])
def test_each_row_becomes_a_sound_file(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    """CSV with either separator, a byte-order mark, CRLF, cells of two lines, cp1252; JSON; Excel."""
    rows = (HEAD, *ROWS)
    table = {
        "semicolon": lambda: write_csv(tmp_path / "a.csv", rows),
        "comma": lambda: write_csv(tmp_path / "a.csv", rows, ","),
        "windows": lambda: write_csv(tmp_path / "a.csv", rows, ";", "cp1252"),
        "json": lambda: as_json(tmp_path / "a.json"),
        "xlsx": lambda: excel(tmp_path / "a.xlsx"),
    }[form]()
    propose(site, table)
    assert take(site, table) == 0
    told = capsys.readouterr().out
    assert "2 rows: 2 new, 0 updated, 0 unchanged, 0 left out." in told
    assert text(site, ZAZA) == (
        "name: Zaza\nwebsite: https://www.zaza.example\nfounded: 2014\nstatus: active\nsectors: [health]\n"
        "pitch:\n  fr: Des parapluies automatiques\n  en: Umbrellas\n"
        "source:\n  title: Un registre\nas_of: 2026\n"
    )
    assert "sectors: [health]\n" in text(site, ZAZA.replace("zaza", "yoyo"))
    assert "en:" not in text(site, ZAZA.replace("zaza", "yoyo"))
    assert faults(site, capsys) == []


def test_a_second_import_changes_nothing(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rows that are there as they are said are left as they are."""
    table = write_csv(tmp_path / "a.csv", (HEAD, *ROWS))
    propose(site, table)
    assert take(site, table) == 0
    before = text(site, ZAZA)
    capsys.readouterr()
    assert take(site, table) == 0
    assert "0 new, 0 updated, 2 unchanged" in capsys.readouterr().out
    assert text(site, ZAZA) == before


def test_an_entry_that_is_there_is_changed_in_its_own_lines(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is known by its website; comments, order and what the map does not name stay."""
    (site / LAMPS).write_text(
        "# À relire.\nname: Lampes # le nom\nwebsite: https://www.lampes.example\nstatus: active\n"
        "pitch: {fr: Des lampes., en: Lamps.} # court\njobs: https://www.lampes.example/emplois\n"
        "source: {title: Source d’essai}\nas_of: 2026\n",
        encoding="utf-8",
    )
    row = ("Lampes et Cie", "http://lampes.example/", "active", "Santé", "Des lampes neuves.", "", "2011", "")
    table = write_csv(tmp_path / "a.csv", (HEAD, row))
    table.with_suffix(".map.yaml").write_text(
        "columns: {name: Nom, website: Site web, sectors: Secteurs, pitch: Accroche, founded: Création}\n",
        encoding="utf-8",
    )
    assert take(site, table) == 0
    assert text(site, LAMPS) == (
        "# À relire.\nname: Lampes et Cie # le nom\nwebsite: http://lampes.example/\nstatus: active\n"
        "pitch: {fr: Des lampes neuves., en: Lamps.} # court\njobs: https://www.lampes.example/emplois\n"
        "source: {title: Source d’essai}\nas_of: 2026\nsectors: [health]\nfounded: 2011\n"
    )
    assert not (site / "quartiers/brumes/startups/lampes-et-cie.yaml").exists()
    assert [code for code in faults(site, capsys) if code != "insecure-link"] == []


def test_a_row_with_faults_is_told_and_left_out(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Row, column, and the words of the check; the other rows are written, and the exit code is 1."""
    bad = ("Oups", "oups.example", "active", "", "Une phrase.", "", "31/12/2022", "")
    table = write_csv(tmp_path / "a.csv", (HEAD, bad, *ROWS))
    propose(site, table)
    assert take(site, table) == 1
    told = capsys.readouterr()
    assert "row 2, Site web  url-without-scheme" in told.err
    assert "row 2, Création  date-form" in told.err
    assert "founded: 2022-12-31" in told.err
    assert "3 rows: 2 new, 0 updated, 0 unchanged, 1 left out." in told.out
    assert not (site / "quartiers/brumes/startups/oups.yaml").exists()


def test_a_word_that_no_vocabulary_has_is_told(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is neither dropped nor guessed."""
    row = ("Zaza", "https://www.zaza.example", "active", "helth", "Des parapluies", "", "", "")
    table = write_csv(tmp_path / "a.csv", (HEAD, row))
    propose(site, table)
    assert take(site, table) == 1
    assert "row 2, Secteurs  unknown-term" in capsys.readouterr().err


def test_what_is_missing_is_not_invented(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a source, a row is left out and the field is named."""
    table = write_csv(tmp_path / "a.csv", (HEAD, ROWS[0]))
    propose(site, table, "values:\n")
    assert take(site, table) == 1
    assert "source" in capsys.readouterr().err
    assert not (site / ZAZA).exists()


def test_two_rows_of_one_entry_and_one_of_another_are_told(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A company of the same name with another website is not taken for it."""
    other = ("Lampes", "https://ailleurs.example", "active", "", "Autre chose.", "", "", "")
    table = write_csv(tmp_path / "a.csv", (HEAD, ROWS[0], ROWS[0], other))
    propose(site, table)
    before = text(site, LAMPS)
    assert take(site, table) == 1
    told = capsys.readouterr().err
    assert f"row 3\n  A row above is that of {ZAZA} already." in told
    assert "row 4, Site web\n" in told
    assert "https://www.lampes.example" in told
    assert text(site, LAMPS) == before


def test_a_trial_shows_all_and_writes_nothing(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--dry-run` prints the files as a diff, and the counts."""
    table = write_csv(tmp_path / "a.csv", (HEAD, *ROWS))
    propose(site, table)
    assert take(site, table, "--dry-run") == 0
    shown = capsys.readouterr().out
    assert f"+++ b/{ZAZA}" in shown
    assert "+name: Zaza" in shown
    assert "2 new" in shown
    assert not (site / ZAZA).exists()


@pytest.mark.parametrize(
    "case",
    [
        ("a.ods", "", "", ".xlsx"),
        ("a.json", "{", "", "a.json"),
        ("a.csv", "Nom;Site\r\n", "", "no row"),
        ("a.csv", "Nom;Site\r\nA;B\r\n", "columns: {name: Nomm}", '"Nom"'),
        ("a.csv", "Nom;Site\r\nA;B\r\n", "columns: {nam: Nom}", '"name"'),
        ("a.csv", "Nom;Site\r\nA;B\r\n", "rien", "--map"),
        ("a.xlsx", "not a workbook", "", "a.xlsx"),
    ],
)
def test_what_cannot_be_read_is_refused(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], case: tuple[str, str, str, str]
) -> None:
    """The way out is said, and the exit code is 2."""
    name, content, map_, word = case
    table = tmp_path / name
    table.write_text(content, encoding="utf-8", newline="")
    if map_:
        table.with_suffix(".map.yaml").write_text(map_, encoding="utf-8")
    assert take(site, table, map_=bool(map_)) == 2
    assert word in capsys.readouterr().err


def test_without_openpyxl_the_way_out_is_said(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Excel is an extra: what to install, or what to do instead."""
    table = excel(tmp_path / "a.xlsx")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert take(site, table, map_=False) == 2
    assert "openpyxl" in capsys.readouterr().err


def test_what_is_proposed_becomes_right_when_its_sign_is_taken_away(site: Path, tmp_path: Path) -> None:
    """The lines for what every row needs stand where they belong, with and without their sign."""
    table = write_csv(tmp_path / "a.csv", (("name", "website"), ("Zaza", "https://www.zaza.example")))
    assert take(site, table, map_=False) == 0
    path = table.with_suffix(".map.yaml")
    proposed = path.read_text(encoding="utf-8")
    assert "active, acquired, listed, closed\n" in proposed
    path.write_text(re.sub(r"(?m)^  #(?=\w)", "  ", proposed), encoding="utf-8")
    assert take(site, table) == 0
    assert "pitch:\n  fr: Une phrase.\n" in text(site, ZAZA)
