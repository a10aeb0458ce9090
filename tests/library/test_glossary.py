"""The glossary: every text of the site is held to it, and each slip is told where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from ombrelle.problems import Location, Problem
from ombrelle.sources.edits import cut
from tests.support.small import copied, found, library_of, write

PAGE = "content/pages/invest.fr.md"
GLOSSARY = """
    quartier:
      form: {fr: quartier numérique, en: digital district, ar: حيّ رقمي}
      also: {fr: quartiers numériques}
      wrong: {fr: quartier digital, en: [digital quarter], ar: [ضاحية رقمية]}
    station-f:
      form: Station F
      wrong: {all: [StationF]}
      exact_case: [all]
    """


def site(folder: Path, glossary: str = GLOSSARY) -> Path:
    root = copied("rich", folder)
    write(root, "content/glossary.yaml", glossary)
    return root


def faults(root: Path) -> list[Problem]:
    return [problem for problem in found(library_of(root)[1]) if problem.code == "glossary-form"]


def told(root: Path) -> list[tuple[str, str, str]]:
    """The path of each slip, what stands in the file at its place, and the form to write."""
    return [(it.location.path, _cut(root, it.location), str(dict(it.values)["near"])) for it in faults(root)]


def _cut(root: Path, place: Location) -> str:
    return cut((root / place.path).read_text(encoding="utf-8"), place)


def put(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_site_that_writes_its_terms_right_has_no_fault(tmp_path: Path) -> None:
    """Nor has one without a glossary."""
    assert faults(site(tmp_path)) == []
    assert faults(copied("rich", tmp_path / "none")) == []


def test_a_text_is_held_to_it_in_its_title_its_summary_and_its_body(tmp_path: Path) -> None:
    """Not in code nor in targets of links; a term over two lines has its end on the second."""
    root = site(tmp_path)
    write(
        root,
        PAGE,
        """
        ---
        title: "Une stationf"
        summary: Le quartier digital
        ---

        `StationF` et [STATION F](https://a.example/stationf), un StationF.

        Station
        f enfin.
        """,
    )
    assert told(root) == [
        (PAGE, "stationf", "Station F"),
        (PAGE, "quartier digital", ""),
        (PAGE, "STATION F", "Station F"),
        (PAGE, "StationF", "Station F"),
        (PAGE, "Station\nf", "Station F"),
    ]


def test_several_right_forms_are_told_as_a_choice(tmp_path: Path) -> None:
    """And the one to write is left open."""
    root = site(tmp_path)
    write(root, PAGE, "---\ntitle: A\nsummary: B\n---\n\nUn quartier digital.\n")
    values = dict(faults(root)[0].values)
    assert (values["near"], values["choices"]) == ("", "quartier numérique, quartiers numériques")


@pytest.mark.parametrize(
    ("written", "stands"),
    [
        ("A digital quarter", "digital quarter"),
        ('"A \\"digital quarter\\""', "digital quarter"),
        ("'A digital quarter'", "digital quarter"),
        (">-\n      A digital\n      quarter", "digital\n      quarter"),
        ('"A digital\\x20quarter"', '"A digital\\x20quarter"'),
    ],
    ids=["plain", "quoted", "single", "folded", "escaped"],
)
def test_a_short_text_is_held_to_the_language_of_its_form(tmp_path: Path, written: str, stands: str) -> None:
    """At the very words, however YAML writes them; at the whole value where it spells them with escapes."""
    root = site(tmp_path)
    write(root, "content/vocabularies/units.yaml", "metre:\n  name:\n")
    with (root / "content/vocabularies/units.yaml").open("a", encoding="utf-8") as file:
        file.write(f"    fr: Un digital quarter\n    en: {written}\n    ar: ضاحية رقمية\n")
    own = [it for it in told(root) if it[0].endswith("units.yaml")]
    assert [stood for _, stood, _ in own] == [stands, "ضاحية رقمية"]
    assert {near for _, _, near in own} == {"digital district", "حيّ رقمي"}


def test_the_umbrella_and_the_facts_of_entries_are_held_to_it(tmp_path: Path) -> None:
    """A text that is the same in every language belongs to none, and is left alone."""
    wrong = "[umbrella, water, little, Ombrelle d’essai]"
    root = site(tmp_path, f"mot:\n  form: {{en: Zed}}\n  wrong: {{all: {wrong}}}\n")
    assert {(path, stood) for path, stood, _ in told(root) if path.endswith(".yaml")} == {
        ("content/site.yaml", "umbrella"),
        ("content/site.yaml", "little"),
        ("quartiers/haute-rive/quartier.yaml", "water"),
        ("quartiers/haute-rive/services/bureau.yaml", "water"),
    }


@pytest.mark.parametrize("field", ["wrong: {xx: [a]}", "also: {xx: a}", "exact_case: [xx]"])
def test_a_language_that_the_site_lacks_is_told(tmp_path: Path, field: str) -> None:
    """And the other files are read on, without the glossary."""
    root = site(tmp_path, f"mot:\n  form: Mot\n  {field}\n")
    problems = found(library_of(root)[1])
    assert [(it.code, it.location.path, it.location.line) for it in problems] == [
        ("unknown-language", "content/glossary.yaml", 3)
    ]
