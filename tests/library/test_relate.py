"""Relations seen from both sides, and what is shown on which day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from ombrelle.library import Library
from ombrelle.load.entry import Entry
from tests.support.small import DAY, SITES, copied, found, library_of, write

RICH = SITES / "rich"


@pytest.fixture(scope="module")
def rich() -> Library:
    library, problems = library_of(RICH)
    assert found(problems) == []
    return library


def ids(entries: Iterable[Entry]) -> list[str]:
    return [entry.id for entry in entries]


def district(library: Library, name: str) -> Entry:
    return library.by_key[f"quartier:{name}"]


def test_a_cluster_of_three_districts_is_one_entry_on_all_three(rich: Library) -> None:
    """It is the same value from each district, and each district is reached from it."""
    cluster = rich.by_key["actor:pole-eau"]
    for name in ("haute-rive", "port-clair", "valmont"):
        assert [it for it in rich.members_of(district(rich, name), "actor") if it is cluster]
    assert ids(rich.districts_of(cluster)) == ["haute-rive", "port-clair", "valmont"]
    assert ids(rich.of_kind("actor")).count("pole-eau") == 1


def test_the_district_of_the_folder_comes_first(rich: Library) -> None:
    """A startup belongs to the district of its folder, then to those that it names, once to each."""
    assert ids(rich.districts_of(rich.by_key["startup:alpha"])) == ["haute-rive", "port-clair"]


def test_a_relation_is_seen_from_the_other_side(rich: Library) -> None:
    """The programme names the startup, so the startup knows the programme; the host knows whom it hosts."""
    alpha, halle = rich.by_key["startup:alpha"], rich.by_key["actor:halle"]
    assert ids(rich.naming(alpha, "programme", "awards")) == ["excellence"]
    assert ids(rich.naming(halle, "startup", "hosted_by")) == ["alpha"]
    assert ids(rich.naming(halle, "event", "organiser")) == ["rencontre"]
    assert ids(rich.naming(halle, "quartier", "totem")) == ["haute-rive"]


def test_an_entry_that_names_another_twice_is_one_relation(tmp_path: Path) -> None:
    """Two awards of one programme to one company are one programme on its page."""
    root = copied("rich", tmp_path)
    programme = root / "content/programmes/excellence.yaml"
    award = "  - {startup: alpha, year: 2026, source: {title: Gazette d’essai}}\n"
    programme.write_text(programme.read_text(encoding="utf-8") + award, encoding="utf-8")
    library, problems = library_of(root)
    assert found(problems) == []
    assert ids(library.naming(library.by_key["startup:alpha"], "programme", "awards")) == ["excellence"]


def test_terms_know_their_startups(rich: Library) -> None:
    """Each facet gives the companies that are shown, and no other."""
    assert ids(rich.directory.found[("sectors", "health"),]) == ["alpha"]
    assert ids(rich.directory.found[("sectors", "fintech"),]) == ["exemple", "gamma"]
    assert ids(rich.directory.found[("looking_for", "investors"),]) == ["alpha", "exemple"]
    assert (("sectors", "space"),) not in rich.directory.found


def test_what_is_dated_comes_newest_first_and_events_next_first(rich: Library) -> None:
    """News from the latest; events from the first to begin."""
    assert ids(rich.of_kind("news")) == ["quai", "ouverture", "ancienne"]
    assert ids(rich.of_kind("event")) == ["rencontre", "conference", "exemple"]
    assert [rich.is_past(event) for event in rich.of_kind("event")] == [True, False, False]


@pytest.mark.parametrize("most", [1, 2, 3, 20])
def test_the_next_ones_go_round(rich: Library, most: int) -> None:
    """Each other entry of the list once, from the one after on; the first ones follow the last."""
    for entry in rich.by_key.values():
        siblings = rich.of_kind(entry.kind.name)
        at = siblings.index(entry)
        assert rich.next_of_kind(entry, most) == (siblings[at + 1 :] + siblings[:at])[:most]
        for home in rich.districts_of(entry)[:1]:
            neighbours = rich.members_of(home, entry.kind.name)
            if entry not in neighbours:
                continue  # the district itself
            at = neighbours.index(entry)
            assert rich.next_at_home(entry, most) == (neighbours[at + 1 :] + neighbours[:at])[:most]


def test_an_event_is_past_the_day_after_its_end() -> None:
    """On its last day an event is still to come."""
    for today, past in ((date(2026, 6, 4), False), (date(2026, 6, 5), True)):
        library, _ = library_of(RICH, today=today)
        assert library.is_past(library.by_key["event:rencontre"]) is past


@pytest.mark.parametrize(
    ("key", "first_day"),
    [
        ("startup:plus-tard", date(2026, 11, 2)),
        ("startup:gamma", date(2026, 11, 1)),
        ("news:a-venir", date(2026, 12, 24)),
    ],
)
def test_what_is_to_come_is_shown_from_its_day(key: str, first_day: date) -> None:
    """`publish_on`, or the date of the news: not the day before, and from the day itself."""
    before = date.fromordinal(first_day.toordinal() - 1)
    assert key not in library_of(RICH, today=before)[0].by_key
    assert key in library_of(RICH, today=first_day)[0].by_key


def test_a_month_of_publication_begins_on_its_first_day(tmp_path: Path) -> None:
    """`publish_on: 2026-11` is the first of November."""
    root = copied("rich", tmp_path)
    gamma = root / "quartiers/port-clair/startups/gamma.yaml"
    gamma.write_text(gamma.read_text(encoding="utf-8").replace("2026-11-01", "2026-11"), encoding="utf-8")
    assert "startup:gamma" in library_of(root)[0].by_key
    assert "startup:gamma" not in library_of(root, today=date(2026, 10, 31))[0].by_key


def test_a_preview_shows_drafts_and_what_is_to_come(rich: Library) -> None:
    """With drafts, everything is there; without, nothing of it, in no index."""
    hidden = {"startup:ebauche", "startup:plus-tard", "news:a-venir"}
    preview, problems = library_of(RICH, drafts=True)
    assert found(problems) == []
    assert set(preview.by_key) - set(rich.by_key) == hidden
    listed = {entry.key for entries in rich.members.values() for entry in entries}
    termed = {entry.key for entries in rich.directory.found.values() for entry in entries}
    assert not hidden & (listed | termed)


def test_naming_what_is_hidden_is_no_fault(tmp_path: Path) -> None:
    """A reference to a draft holds for the day on which it is shown, and is no relation until then."""
    root = copied("rich", tmp_path)
    write(root, "content/news/2026-10-30-nouvelle.yaml", "startups: [ebauche]\n")
    write(root, "content/news/2026-10-30-nouvelle.fr.md", "---\ntitle: T\nsummary: S\n---\n\nBonjour.\n")
    library, problems = library_of(root)
    assert found(problems) == []
    assert "startup:ebauche" not in library.references


def test_a_draft_district_hides_what_lies_in_it(tmp_path: Path) -> None:
    """A district in preparation shows nothing of its folder; what names it from elsewhere stays."""
    root = copied("rich", tmp_path)
    facts = root / "quartiers/port-clair/quartier.yaml"
    facts.write_text("draft: true\n" + facts.read_text(encoding="utf-8"), encoding="utf-8")
    library, problems = library_of(root)
    assert found(problems) == []
    assert not {"quartier:port-clair", "startup:gamma"} & set(library.by_key)
    assert ids(library.districts_of(library.by_key["actor:pole-eau"])) == ["haute-rive", "valmont"]
    assert "startup:gamma" in library_of(root, today=DAY, drafts=True)[0].by_key


def test_a_draft_translation_is_not_shown(tmp_path: Path) -> None:
    """`draft: true` in the head of one language keeps that language back, and the others stand."""
    root = copied("rich", tmp_path)
    text = root / "content/pages/about.en.md"
    text.write_text(
        text.read_text(encoding="utf-8").replace("title:", "draft: true\ntitle:"), encoding="utf-8"
    )
    assert set(library_of(root)[0].by_key["page:about"].texts) == {"fr", "ar"}
    assert set(library_of(root, drafts=True)[0].by_key["page:about"].texts) == {"fr", "en", "ar"}
