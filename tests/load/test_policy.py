"""What the site promises of its translations: the most precise name holds, and names are real."""

from __future__ import annotations

from pathlib import Path

from ombrelle.kinds.quartier import Quartier
from ombrelle.load import load
from ombrelle.load.discover import discover
from ombrelle.load.policy import Policy, translated
from ombrelle.problems import Problem, Problems
from tests.support.small import copied, found

POLICY = Policy(
    others=("en", "de", "it"),
    required=(
        ("page", frozenset({"all"})),
        ("quartiers/page", frozenset({"en"})),
        ("quartier", frozenset({"fr", "en"})),
        ("quartier.text", frozenset()),
        ("quartier.contacts", frozenset({"de"})),
        ("quartier.contacts.press.role", frozenset({"it"})),
    ),
    stale_notice=frozenset({"page"}),
)


def read(root: Path, section: str) -> tuple[Policy, list[Problem]]:
    """The policy of the rich site with this section, and what is wrong with it."""
    site = root / "content/site.yaml"
    site.write_text(site.read_text(encoding="utf-8") + section, encoding="utf-8")
    problems = Problems()
    content = load(root, discover(root, problems), problems)
    assert content is not None, list(problems)
    return content.policy, found(problems)


def test_the_most_precise_name_holds() -> None:
    """A field before its group, a group before its kind; positions in lists do not count."""
    wanted = POLICY.required_in
    assert wanted("quartier", ("tagline",)) == ("en",)
    assert wanted("quartier", ("strengths", 2)) == ("en",)
    assert wanted("quartier", ("contacts", "general", "role")) == ("de",)
    assert wanted("quartier", ("contacts", "press", "role")) == ("it",)
    assert wanted("quartier", ("text",)) == ()


def test_the_owner_goes_before_the_kind() -> None:
    """A page of a district may promise less than one of the umbrella, to which every language is promised."""
    assert POLICY.required_in("page", ("text",)) == ("en", "de", "it")
    assert POLICY.required_in("page", ("text",), in_district=True) == ("en",)


def test_what_nobody_names_is_not_promised() -> None:
    """A site that says nothing asks for its source language alone."""
    assert POLICY.required_in("startup", ("pitch",)) == ()
    assert Policy(("en",)).required_in("page") == ()


def test_what_is_lacking_is_in_the_order_of_the_site() -> None:
    """The languages that are promised and not there."""
    assert POLICY.lacking("page", ("text",), ["fr", "de"]) == ("en", "it")


def test_a_stale_text_is_told_on_some_kinds_only() -> None:
    """Visitors are told where the site wants it."""
    assert POLICY.tells_stale("page")
    assert not POLICY.tells_stale("quartier")


def test_neutral_texts_and_slugs_are_not_translated() -> None:
    """A name that stands in every language, and a word of addresses, have no translation to promise."""
    facts = Quartier.model_validate(
        {
            "name": "Lyon",
            "slug": {"en": "lyons"},
            "status": "labelled",
            "places": [{"name": "Lyon", "lat": "45.7", "lon": "4.8"}],
            "summary": {"fr": "Une ville."},
            "strengths": [{"fr": "Forte", "en": "Strong"}],
            "contacts": {"general": {"email": "a@b.example"}},
        }
    )
    assert [item.path for item in translated(facts)] == [("summary",), ("strengths", 0)]


def test_the_section_of_the_site_is_read(tmp_path: Path) -> None:
    """One language may stand without its list, and `all` is every language of the site, to come as well."""
    policy, faults = read(
        copied("rich", tmp_path),
        "translations: {required: {quartier.name: all, startup.pitch: en}, stale_notice: [page]}\n",
    )
    assert faults == []
    assert policy.required_in("quartier", ("name",)) == ("en", "ar")
    assert policy.required_in("startup", ("pitch",)) == ("en",)
    assert policy.tells_stale("page")


def test_a_name_of_no_text_is_told_with_the_nearest(tmp_path: Path) -> None:
    """A kind that does not exist, a field that is no text, a language that the site has not."""
    section = (
        "translations:\n"
        "  required: {quartier.place: en, quartier.taglin: en, page: [eng, all], site.text: en}\n"
        "  stale_notice: [pages]\n"
    )
    faults = read(copied("rich", tmp_path), section)[1]
    told = [(it.code, dict(it.values).get("value") or dict(it.values).get("lang")) for it in faults]
    assert sorted(told, key=str) == [
        ("unknown-language", "eng"),
        ("unknown-translated", "pages"),
        ("unknown-translated", "quartier.place"),
        ("unknown-translated", "quartier.taglin"),
        ("unknown-translated", "site.text"),
    ]
    near = {dict(it.values)["near"] for it in faults}
    assert {"page", "quartier.tagline"} <= near
