"""An error of syntax hides neither the other faults of its file nor those of other files, and brings none."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.build import Options, check, prepare
from ombrelle.kinds import BY_NAME
from ombrelle.load.facts import validate
from ombrelle.problems import Problems
from ombrelle.sources.document import read_document

BASE = Path(__file__).parents[1] / "invalid" / "_base"
STARTUP = "quartiers/lyon/startups/exemple.yaml"
SITE = "content/site.yaml"
ABOUT = "content/pages/about.fr.md"
SECTORS = "content/vocabularies/sectors.yaml"

SOUND = """\
name: Exemple
website: https://www.exemple.example
founded: 2013
status: active
sectors:
  - health
  - fintech
pitch:
  fr: Une startup d’exemple.
  en: A sample startup.
place: {city: Lyon, country: FR}
funding:
  - date: 2015-06
    amount: 2000000
    source: {title: Le registre}
  - date: 2018
    amount: 5000000
    source:
      title: Le registre
      url: https://registre.example/2018
source:
  title: Le registre
  url: https://registre.example/exemple
as_of: 2025
""".splitlines()

VALUES = {
    "https://www.exemple.example": ("www.exemple.example", "url-without-scheme"),
    "2013": ("2022-31-12", "swapped-date"),
    "active": ("Actives", "unknown-choice"),
    "Une startup d’exemple.": ("Une startup d’exemple. " * 9, "text-too-long-for-field"),
    "FR}": ("UK}", "country-form"),
    "2015-06": ("juin", "date-form"),
    "2000000": ("deux", "number-expected"),
    "2018": ("2018-02-30", "no-such-day"),
    "https://registre.example/exemple": ("https:&#x2F;", "url-form"),
    "2025": ("12/05/2025", "date-form"),
}
"""Values of the file that are right, what is written instead, and what is told of it."""

TYPED = {
    "no space": (": ", ":"),
    "at": (": ", ": @"),
    "backtick": (": ", ": `"),
    "colon": (": ", ": Un mot : "),
    "quote": (": ", ': "'),
    "apostrophe": (": ", ": 'l'un "),
    "backslash": (": ", ': "\\q" '),
    "bracket": (": ", ": ["),
    "closing bracket": (": ", ": ] "),
    "alias": (": ", ": &x "),
    "tag": (": ", ": !!str "),
    "no colon": (": ", " "),
    "sign": (": ", ": > "),
}
"""What slips into a line of a field: the first is written as the second."""

FIELDS = [number for number, line in enumerate(SOUND) if ": " in line and "{" not in line]


def told(text: str) -> list[tuple[int, str]]:
    """The lines and codes of what is wrong with the facts of a startup."""
    problems = Problems()
    document = read_document("exemple.yaml", text, problems)
    if document:
        assert validate(BY_NAME["startup"].facts, document, "startup", ("fr", "en"), problems) is None
    return [(problem.location.line, problem.code) for problem in problems]


def field_of(number: int) -> int:
    """The line of the field at the top that a line belongs to."""
    return next(index for index in range(number, -1, -1) if SOUND[index][0] not in " -")


@given(
    st.sampled_from(FIELDS),
    st.sampled_from(sorted(TYPED)),
    st.sets(st.sampled_from(sorted(VALUES)), max_size=5),
)
def test_an_error_of_syntax_hides_no_fault_of_another_field(slip: int, typed: str, wrong: set[str]) -> None:
    """Each is told at its line, with the error of syntax, and nothing else is told."""
    lines, expected = list(SOUND), set()
    for value in wrong:
        number = next(index for index, line in enumerate(SOUND) if line.endswith(value))
        if field_of(number) != field_of(slip):
            new, code = VALUES[value]
            lines[number] = lines[number].replace(value, new)
            expected.add((number + 1, code))
    lines[slip] = lines[slip].replace(*TYPED[typed], 1)
    found = told("\n".join(lines))
    assert {each for each in found if each[0] != slip + 1} == expected
    assert any(line == slip + 1 and code.startswith("yaml-") for line, code in found)


@given(st.sets(st.sampled_from(FIELDS), min_size=2), st.sampled_from(["at", "colon"]))
def test_each_error_of_syntax_is_told(slips: set[int], typed: str) -> None:
    """Several in one file are, wherever they stand."""
    lines = list(SOUND)
    for slip in slips:
        lines[slip] = lines[slip].replace(*TYPED[typed], 1)
    found = told("\n".join(lines))
    assert {line for line, code in found if code.startswith("yaml-")} == {slip + 1 for slip in slips}


TEXT = st.lists(
    st.sampled_from(["name", "a: ", "- ", "  ", "\n", "\n", "'", '"', "[", "}", "@x", "&x ", ": ", "é", "|"])
).map("".join)


@given(TEXT)
def test_whatever_is_typed_is_told_or_read(text: str) -> None:
    """A file that cannot be read as it is has a fault, and no fault is placed outside it."""
    problems = Problems()
    document = read_document("exemple.yaml", text, problems)
    assert document is None or document.reading is None or problems.errors
    for problem in problems:
        assert 1 <= problem.location.line <= text.count("\n") + 1


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "site"))


def written(root: Path, path: str, *changes: tuple[str, str]) -> None:
    """Change a file of the site."""
    text = (root / path).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (root / path).write_text(text, encoding="utf-8")


def found(root: Path) -> set[tuple[str, int, str]]:
    options = Options(root=root, out=root / "public", today=date(2026, 1, 15), jobs=1)
    return {(each.location.path, each.location.line, each.code) for each in check(options)}


def test_names_are_checked_in_what_can_be_read(root: Path) -> None:
    """A sector that is not in its list is told beside an error of syntax; who names the file is not told."""
    written(root, STARTUP, ("name: ", "name: @"), ("[health]", "[helth]"))
    written(root, ABOUT, ("une startup", "[une startup](startup:exemple)"))
    assert found(root) == {(STARTUP, 1, "yaml-special-character"), (STARTUP, 5, "unknown-term")}


def test_an_error_in_a_head_does_not_hide_the_text_below(root: Path) -> None:
    """The other fields of the head are checked, and the text; what stands for the entry is known."""
    written(root, ABOUT, ("title: ", "title: Un : "), ("summary", "sumary"), ("Un site", "[Un site]()"))
    assert found(root) == {
        (ABOUT, 2, "yaml-colon-in-value"),
        (ABOUT, 3, "unknown-key"),
        (ABOUT, 6, "empty-link"),
    }


def test_a_translation_in_error_is_not_told_missing(root: Path) -> None:
    """A source text with an error in its head is there: its translation does not stand alone."""
    text = (root / ABOUT).read_text(encoding="utf-8")
    (root / ABOUT.replace(".fr.", ".en.")).write_text(text, encoding="utf-8")
    written(root, ABOUT, ("title: ", "title:"))
    assert found(root) == {(ABOUT, 2, "yaml-missing-space")}


def test_an_error_in_the_file_of_the_site_does_not_hide_other_files(root: Path) -> None:
    """Everything else is checked, the menu too, and no edition is made of it."""
    written(root, SITE, ("name: Exemple", "name: @x"), ("page:about", "page:abut"))
    written(root, STARTUP, ("status: active", "status: Active"))
    written(root, ABOUT, ("une startup", "[une startup](startup:exmple)"))
    assert found(root) == {
        (SITE, 1, "yaml-special-character"),
        (SITE, 6, "unknown-target"),
        (STARTUP, 4, "unknown-choice"),
        (ABOUT, 6, "unknown-link"),
    }
    options = Options(root=root, out=root / "public", today=date(2026, 1, 15), jobs=1)
    assert prepare(options, Problems()) is None


@pytest.mark.parametrize(
    "field", ["name: Exemple", "publisher: Exemple", "base_url: https://exemple.example"]
)
def test_a_wrong_field_of_the_site_hides_nothing(root: Path, field: str) -> None:
    """One that is missing or wrong is told, and so is a fault of another file."""
    written(root, SITE, (f"{field}\n", ""))
    written(root, STARTUP, ("status: active", "status: Active"))
    assert found(root) == {(SITE, 1, "missing-field"), (STARTUP, 4, "unknown-choice")}


def test_a_vocabulary_in_error_is_told_once(root: Path) -> None:
    """Not again at each word that is taken from it."""
    written(root, SECTORS, ("fintech: ", "fintech:"))
    assert found(root) == {(SECTORS, 2, "yaml-missing-space")}


def test_nothing_is_made_from_a_file_in_error(root: Path) -> None:
    """Its entry is known and not shown, even where the field at fault could be missing."""
    written(root, STARTUP, ("founded: 2013", "founded: ]"))
    options = Options(root=root, out=root / "public", today=date(2026, 1, 15), jobs=1)
    problems = Problems()
    edition = prepare(options, problems)
    assert edition is not None
    assert [problem.code for problem in problems] == ["yaml-syntax"]
    assert "startup:exemple" not in edition.library.by_key
    assert "startup:exemple" in edition.library.content.broken
