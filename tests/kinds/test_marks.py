"""The marked values of an entry, each with the way to it in the YAML."""

from __future__ import annotations

from ombrelle.kinds import KINDS
from ombrelle.kinds.actor import Actor
from ombrelle.kinds.marks import marked, ways
from ombrelle.kinds.programme import Programme
from ombrelle.kinds.quartier import Quartier
from ombrelle.kinds.startup import Startup
from ombrelle.kinds.values import LocalText, MediaFile, RefersTo, TermOf

SOURCE = {"title": "t"}


def test_marks_are_found_at_every_depth() -> None:
    """In lists, in groups of fields and in lists of groups, the way leads to the value."""
    facts = Programme.model_validate(
        {
            "title": "t",
            "kind": "excellence",
            "summary": {"fr": "s"},
            "awards": [{"startup": "alpha", "year": "2025", "source": SOURCE}],
        }
    )
    ways = {item.path: (item.mark, item.value) for item in marked(facts)}
    assert ways["awards", 0, "startup"] == (RefersTo("startup"), "alpha")
    assert ways["kind",] == (TermOf("programme-kinds"), "excellence")
    assert ways["summary",] == (LocalText, LocalText(forms={"fr": "s"}))


def test_a_way_has_the_key_that_the_editor_wrote() -> None:
    """A field that is read under another name is located under the one in the file."""
    facts = Startup.model_validate(
        {
            "name": "A",
            "website": "https://a.example",
            "status": "active",
            "pitch": "p",
            "sectors": ["health", "deeptech"],
            "logo": "a.svg",
            "former_names": [{"name": {"fr": "B"}, "from": "2010"}],
            "source": SOURCE,
            "as_of": "2026",
        }
    )
    ways = {item.path: item.mark for item in marked(facts)}
    assert ways["sectors", 1] == TermOf("sectors")
    assert ways["logo",] == MediaFile()
    assert ways["former_names", 0, "name"] is LocalText


def test_what_is_not_given_is_not_there() -> None:
    """A field without a value has no mark to check."""
    facts = Actor.model_validate(
        {"name": "n", "kind": "pole", "summary": "s", "source": SOURCE, "as_of": "2026"}
    )
    assert {item.path[0] for item in marked(facts)} == {"name", "kind", "summary"}


def test_every_kind_can_be_walked() -> None:
    """The fields that name and sum up an entry exist in its model."""
    for kind in KINDS:
        for field in (kind.facts.title_field, kind.facts.summary_field):
            assert not field or field in kind.facts.model_fields, kind.name


def test_the_ways_of_a_model_are_known_without_an_entry() -> None:
    """Fields that hold a text in several languages, at every depth, and the groups on the way to them."""
    found = set(ways(Programme, LocalText))
    assert {("title",), ("summary",)} <= found
    assert ("kind",) not in found
    assert {("contacts",), ("contacts", "press"), ("contacts", "press", "role")} <= set(
        ways(Quartier, LocalText)
    )
