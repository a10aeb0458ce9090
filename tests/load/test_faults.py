"""What pydantic refuses is told once, at the line and columns of what is to be changed."""

from __future__ import annotations

import pytest

from ombrelle.kinds.event import Event
from ombrelle.kinds.quartier import Quartier
from ombrelle.kinds.site import Site
from ombrelle.kinds.startup import Startup
from ombrelle.kinds.vocabulary import Vocabulary
from ombrelle.load.facts import validate
from ombrelle.problems import Problems
from ombrelle.sources.document import read_document

Told = list[tuple[str, int, int, int]]

STARTUP = """\
name: Exemple
website: https://www.exemple.example
status: active
pitch: {fr: Un, en: One}
source: {title: Le registre}
as_of: 2025
"""


def told(
    model: type[Event | Quartier | Site | Startup | Vocabulary], text: str, first_line: int = 1
) -> tuple[Told, dict[str, object]]:
    """The faults of a text, and the values of the first."""
    problems = Problems()
    document = read_document("a.yaml", text, problems, first_line=first_line)
    assert document is not None
    validate(model, document, "startup", ("fr", "en"), problems)
    found = list(problems)
    places = [(p.code, p.location.line, p.location.column, p.location.end_column) for p in found]
    return places, dict(found[0].values) if found else {}


@pytest.mark.parametrize(
    ("added", "place", "values"),
    [
        ("founded: 2022-31-12", ("swapped-date", 7, 10, 20), {"repair": "founded: 2022-12-31"}),
        ("founded: 27/11/2013", ("date-form", 7, 10, 20), {"repair": "founded: 2013-11-27"}),
        ("founded: 2013-6-3", ("date-form", 7, 10, 18), {"repair": "founded: 2013-06-03"}),
        ("founded: 2013-06-31", ("no-such-day", 7, 10, 20), {"last": 30}),
        ("founded: 2013-02-29", ("no-such-day", 7, 10, 20), {"last": 28}),
        ("founded: 2013-13-32", ("no-such-day", 7, 10, 20), {"last": ""}),
        ("founded: 0000", ("date-form", 7, 10, 14), {"repair": ""}),
        ("sectors: health", ("list-expected", 7, 10, 16), {"repair": "sectors: [health]"}),
        ("sectors: [a, b, c, d]", ("too-many", 7, 10, 22), {"most": "3"}),
        ("draft: oui", ("yes-or-no-expected", 7, 8, 11), {"repair": "draft: true"}),
        ("jobs: exemple.example/emplois", ("url-without-scheme", 7, 7, 30), {"repair": "jobs: https://exemple.example/emplois"}),
        ("jobs: ftp://exemple.example", ("url-form", 7, 7, 28), {"repair": ""}),
        ("jobs: https://[oops", ("url-form", 7, 7, 20), {"repair": ""}),
        ("markets: [FR, france]", ("country-form", 7, 15, 21), {"near": "FR"}),
        ("identifiers: {wikidata: q1}", ("form-of-value", 7, 25, 27), {"form": r"Q\d+"}),
        ("identifiers: {wikidata: wiki/Q12}", ("form-of-value", 7, 25, 33), {"near": "Q12"}),
        ("sectors: – health", ("yaml-list-dash", 7, 10, 18), {"near": "- health"}),
        ("nom: Essai", ("unknown-key", 7, 1, 4), {"near": "name"}),
        ("en: Essai", ("unknown-key", 7, 1, 3), {"lang": "en"}),
        ("place: Lyon", ("map-expected", 7, 8, 12), {"field": "place"}),
        ("place: {town: Lyon, city: Lyon}", ("unknown-key", 7, 9, 13), {"inside": "place"}),
        ("place: {name: H7}", ("missing-field", 7, 1, 6), {"field": "city", "inside": "place"}),
        ("place: {city: Lyon, lat: 456}", ("out-of-range", 7, 26, 29), {"most": "90"}),
        ("identifiers: {siren: 732829321}", ("siren-form", 7, 22, 31), {"value": "732829321"}),
        ("working_languages: [fr, xx]", ("language-form", 7, 25, 27), {"value": "xx"}),
        ("slug: {fr: Un Nom}", ("id-form", 7, 12, 18), {"near": "un-nom"}),
        ("former_names: [{name: A, from: hier}]", ("date-form", 7, 32, 36), {"field": "from"}),
        ("former_names: [{name: A, from: 2019, to: 2018}]", ("end-before-start", 7, 42, 46), {"key": "to"}),
        ("stagee: seed", ("unknown-key", 7, 1, 7), {"near": "stage"}),
        ("status_: x", ("unknown-key", 7, 1, 8), {"near": "status"}),
    ],
)  # fmt: skip
def test_a_fault_is_at_its_value(
    added: str, place: tuple[str, int, int, int], values: dict[str, object]
) -> None:
    """The code, the place, and what the message needs."""
    found, given = told(Startup, STARTUP + added)
    assert found == [place]
    assert given.items() >= values.items()


def test_the_example_is_sound() -> None:
    """What the cases add to has no fault of its own."""
    assert told(Startup, STARTUP) == ([], {})


def test_a_misspelled_field_is_not_also_missing() -> None:
    """One fault, one message: the field is there, under another name."""
    text = STARTUP.replace("website", "web site").replace("title", "titel")
    assert [each[:3] for each in told(Startup, text)[0]] == [("unknown-key", 2, 1), ("unknown-key", 5, 10)]


@pytest.mark.parametrize("written", ["", "à venir"])
def test_a_required_field_left_empty_is_told_once(written: str) -> None:
    """At its line, as missing; that it is empty is not said as well."""
    found, values = told(Startup, STARTUP.replace("https://www.exemple.example", written))
    assert [each[:2] for each in found] == [("missing-field", 2)]
    assert values["field"] == "website"


def test_a_missing_field_of_a_file_has_no_line() -> None:
    """It is the file that lacks it."""
    assert told(Startup, STARTUP.replace("status: active\n", ""))[0] == [("missing-field", 1, 1, 0)]


def test_lines_count_in_the_file_of_a_head() -> None:
    """The fields of a head that begins on line 2 are told one line further."""
    assert told(Startup, STARTUP + "draft: oui", first_line=2)[0] == [("yes-or-no-expected", 8, 8, 11)]


def test_a_fault_of_an_item_is_not_also_a_list_too_short() -> None:
    """The one place of a district has a fault: nobody is asked to add another."""
    text = (
        "name: Lyon\nstatus: labelled\nsummary: a\ncontacts:\n  general: {email: a@exemple.example}\n"
        "places:\n  - {name: Lyon, lat: 457, lon: 4}\n"
    )
    assert told(Quartier, text)[0] == [("out-of-range", 7, 23, 26)]


def test_a_key_of_a_vocabulary_is_placed() -> None:
    """An id that cannot be in an address is told at the id, not at what it names."""
    assert told(Vocabulary, "Santé: {name: Santé}")[0] == [("id-form", 1, 1, 6)]


def test_the_end_before_the_start_is_told_at_the_end() -> None:
    """With both moments, whose order is the fault."""
    text = "title: a\nkind: b\ntimezone: Europe/Paris\nstarts: 2026-05-12T18:30\nends: 2026-05-12T17:00\n"
    found, values = told(Event, text)
    assert found == [("end-before-start", 5, 7, 23)]
    assert (values["starts"], values["value"]) == ("2026-05-12T18:30", "2026-05-12T17:00")


def test_all_faults_are_told_at_once() -> None:
    """Nobody has to mend one to learn of the next."""
    text = STARTUP.replace("active", "actve").replace("2025", "25") + "draft: oui\nfonded: 2013\n"
    assert [each[0] for each in told(Startup, text)[0]] == [
        "unknown-choice", "date-form", "yes-or-no-expected", "unknown-key"
    ]  # fmt: skip


def test_a_language_that_the_site_lacks_is_told_with_the_nearest() -> None:
    """At the key, with the languages that there are."""
    found, values = told(Startup, STARTUP.replace("en: One", "eng: One"))
    assert found == [("unknown-language", 4, 17, 20)]
    assert (values["near"], values["known"]) == ("en", "fr, en")
