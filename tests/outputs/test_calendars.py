"""Events can be taken into one's own calendar, in each language, as the program of another reads them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

from ombrelle.outputs.calendars import outputs
from ombrelle.views.edition import Edition
from tests.support.html import read
from tests.support.small import copied, edition_of, write

Files = dict[str, icalendar.Calendar]


def calendars(edition: Edition) -> Files:
    """Each file of the format by its path, read back."""
    return {output.path: _read(output.content) for output in outputs(edition)}


def _read(content: bytes) -> icalendar.Calendar:
    calendar = icalendar.Calendar.from_ical(content)
    assert isinstance(calendar, icalendar.Calendar)
    return calendar


@pytest.fixture(scope="module")
def files(rich: Edition) -> Files:
    """The calendars of the small site that has a bit of everything."""
    return calendars(rich)


def test_each_language_and_each_district_has_a_calendar(files: Files, rich: Edition) -> None:
    """The umbrella's has every event of the site, a district's those that belong to it."""
    everything = {event.id for event in rich.library.of_kind("event")}
    for lang in rich.library.languages.codes:
        uids = {str(event["uid"]).partition("@")[0] for event in files[f"{lang}/calendar.ics"].events}
        assert uids == everything
        for district in rich.library.of_kind("quartier"):
            page = rich.routes.page(district.key, lang)
            assert page is not None
            own = files[f"{page.url.strip('/')}/calendar.ics"]
            assert {str(event["uid"]).partition("@")[0] for event in own.events} == {
                member.id for member in rich.library.members_of(district, "event")
            }


def test_an_event_keeps_its_moment_wherever_it_is_read(tmp_path: Path) -> None:
    """Half past six in La Réunion is half past two in Greenwich, whatever the zone of the reader."""
    root = copied("rich", tmp_path)
    write(
        root,
        "content/events/loin.yaml",
        """
        title: {fr: "Loin ; très, loin", en: Far}
        summary: {fr: "Une rencontre\\n« lointaine »", en: Far away}
        starts: 2026-12-10 18:30
        ends: 2026-12-10 21:00
        timezone: Indian/Reunion
        kind: meetup
        status: postponed
        place: {street: 1 quai, postcode: "97400", city: Saint-Denis, country: RE}
        """,
    )
    event = calendars(edition_of(root))["fr/agenda/loin/event.ics"].events[0]
    assert isinstance(event.start, datetime)
    assert event.start == datetime(2026, 12, 10, 18, 30, tzinfo=ZoneInfo("Indian/Reunion"))
    assert event.start.astimezone(UTC) == datetime(2026, 12, 10, 14, 30, tzinfo=UTC)
    assert event["summary"] == "Loin\u202f; très, loin"
    assert event["description"] == "Une rencontre «\u00a0lointaine\u00a0»"
    assert (event["status"], event["location"]) == ("TENTATIVE", "1 quai, 97400 Saint-Denis")


def test_every_text_is_in_the_language_it_declares(files: Files, rich: Edition) -> None:
    """What a calendar borrows is marked with its own language, and its name is in the reader's."""
    for lang in rich.library.languages.codes:
        for event in files[f"{lang}/calendar.ics"].events:
            entry = rich.library.get("event", str(event["uid"]).partition("@")[0])
            assert entry is not None
            said = entry.title(rich.library.languages[lang].chain)
            assert event["summary"].params.get("LANGUAGE") == said.lang


def test_a_calendar_describes_its_zones(files: Files) -> None:
    """Each zone that an event names is in the file, for its years and no more."""
    for path, calendar in files.items():
        named = {event["dtstart"].params["TZID"] for event in calendar.events}
        assert {str(zone["tzid"]) for zone in calendar.timezones} == named, path
        assert len(calendar.to_ical()) < 4000 + 1500 * len(calendar.events), path


def test_the_same_content_gives_the_same_bytes(rich: Edition) -> None:
    """No clock and no random name is in the files."""
    assert list(outputs(rich)) == list(outputs(rich))


def test_the_pages_lead_to_them(rich_site: Path) -> None:
    """The agenda and each event to come link to a file that is there."""
    agenda = read(rich_site / "fr/agenda/index.html")
    offered = [a["href"] for a in agenda.all("a") if a["href"].endswith(".ics") and a["href"].startswith("/")]
    assert offered
    assert all((rich_site / link.strip("/")).is_file() for link in offered)
    pages = list((rich_site / "fr/agenda").glob("*/index.html"))
    links = [
        a["href"]
        for page in pages
        for a in read(page).all("a")
        if a["href"].endswith(".ics") and a["href"][0] == "/"
    ]
    assert links
    assert all((rich_site / link.strip("/")).is_file() for link in links)
