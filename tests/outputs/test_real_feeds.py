"""Feeds and calendars of the real site, read from the files as programs elsewhere read them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import icalendar
import pytest

from ombrelle.paths import page_file
from tests.support.site import BASE_URL
from tests.support.vcard import read_vcard

pytestmark = pytest.mark.site

A = "{http://www.w3.org/2005/Atom}"
LANGUAGES = ("fr", "en", "de", "es", "ar", "ja")
REQUIRED = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "URL"}


def test_every_feed_is_whole(real_site: Path) -> None:
    """Each has what RFC 4287 asks, in order, and each entry leads to a page that is there."""
    feeds = sorted(real_site.rglob("feed.xml"))
    assert {path.relative_to(real_site).parts[0] for path in feeds} == set(LANGUAGES)
    for path in feeds:
        feed = ET.fromstring(path.read_bytes())
        assert feed.tag == f"{A}feed"
        for name in ("id", "title", "updated", f"author/{A}name"):
            assert feed.findtext(f"{A}{name}"), (path, name)
        moments = [datetime.fromisoformat(node.text or "") for node in feed.iter(f"{A}updated")]
        assert all(moment.utcoffset() is not None for moment in moments)
        assert moments[1:] == sorted(moments[1:], reverse=True)
        for entry in feed.findall(f"{A}entry"):
            link = entry.find(f"{A}link")
            assert link is not None
            address = link.attrib["href"].removeprefix(BASE_URL)
            assert (real_site / page_file(address)).is_file(), address
            assert entry.findtext(f"{A}summary"), address


def test_a_language_s_feed_has_all_the_news(real_site: Path) -> None:
    """Each language has as many entries, and there are some."""
    counts = {
        lang: len(ET.fromstring((real_site / lang / "feed.xml").read_bytes()).findall(f"{A}entry"))
        for lang in LANGUAGES
    }
    assert len(set(counts.values())) == 1
    assert counts["fr"] > 10


def test_every_calendar_is_read_back(real_site: Path) -> None:
    """Lines end and fold as RFC 5545 asks (3.1), and each event says when, what and where it is told."""
    files = sorted(real_site.rglob("*.ics"))
    assert {path.relative_to(real_site).parts[0] for path in files} == set(LANGUAGES)
    for path in files:
        content = path.read_bytes()
        assert content.endswith(b"\r\n")
        lines = content.removesuffix(b"\r\n").split(b"\r\n")
        assert not [line for line in lines if len(line) > 75 or b"\n" in line or b"\r" in line], path
        calendar = icalendar.Calendar.from_ical(content)
        assert isinstance(calendar, icalendar.Calendar)
        assert {"PRODID", "VERSION"} <= calendar.keys()
        for event in calendar.events:
            assert event.keys() >= REQUIRED, path
            assert event.end > event.start
            address = str(event["URL"]).removeprefix(BASE_URL)
            assert (real_site / page_file(address)).is_file(), address
        uids = [str(event["UID"]) for event in calendar.events]
        assert len(uids) == len(set(uids))


def test_each_event_has_its_own_file(real_site: Path) -> None:
    """One event in it: that of the page beside which it stands."""
    files = sorted(real_site.rglob("event.ics"))
    assert files
    for path in files:
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        assert isinstance(calendar, icalendar.Calendar)
        (event,) = calendar.events
        address = str(event["URL"]).removeprefix(BASE_URL)
        assert (real_site / page_file(address)).parent == path.parent


def test_every_contact_card_is_read_back(real_site: Path) -> None:
    """By a strict reader, in each language."""
    cards = sorted(real_site.rglob("*.vcf"))
    assert {path.relative_to(real_site).parts[0] for path in cards} == set(LANGUAGES)
    for path in cards:
        card = read_vcard(path.read_bytes())
        assert card["SOURCE"][0].text == f"{BASE_URL}/{path.relative_to(real_site).as_posix()}"
