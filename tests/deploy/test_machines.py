"""What the real site hands to machines: policy, structured data, feeds, calendars, places and archives."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import pytest

from tests.support.host import read_rules
from tests.support.kinds import pages_by_kind, samples
from tests.support.machines import policy_findings, structured_data, structured_faults
from tests.support.site import BASE_URL
from tests.support.small import DAY, SITES

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGES = ("fr", "en", "de", "es", "ar", "ja")
GRAVE = {"HIGH", "SYNTAX", "MEDIUM", "HIGH_MAYBE"}
LATEST = 50
"""A feed has no more entries than this."""


def policies(site: Path) -> list[str]:
    """Each content security policy that the site asks its host to send, that of every page first."""
    rules = read_rules(site / "_headers")
    return [value for _, headers in rules for name, value in headers.items() if "Security-Policy" in name]


def test_a_weak_policy_is_seen() -> None:
    """Scripts in the page are found to be dangerous, so that silence means something."""
    assert "HIGH" in {severity for severity, _ in policy_findings("script-src 'self' 'unsafe-inline'")}


@pytest.mark.site
def test_the_policy_has_no_hole(real_site: Path) -> None:
    """Google's evaluator finds nothing grave, medium or misspelt in it, and it allows nothing in the page."""
    found = policies(real_site)
    assert found
    assert [each for each in policy_findings(found[0]) if each[0] in GRAVE] == []
    assert "unsafe-inline" not in found[0]
    assert "http" not in found[0]


def test_wrong_structured_data_are_seen() -> None:
    """A company without a name, and a property that does not exist, are told."""
    node = {"@context": "https://schema.org", "@type": "Organization", "sirenNumber": "1"}
    assert [fault.split(": ")[1] for fault in structured_faults({"a": [node]})] == ["ERROR", "WARNING"]


@pytest.mark.site
def test_the_structured_data_of_every_kind_are_accepted(real_site: Path) -> None:
    """Adobe's validator has nothing to say, by what search engines ask and by the words of schema.org."""
    data = {page.path: structured_data(real_site / page.file) for page in samples(real_site)}
    assert sum(len(nodes) for nodes in data.values()) > len(data)
    assert structured_faults(data) == []


def test_the_structured_data_of_examples_are_accepted(rich_site: Path) -> None:
    """The same for the small site, whose events and companies are not said to be invented."""
    pages = [page for page in samples(rich_site, SITES / "rich", DAY.isoformat()) if page.kind != "borrowing"]
    assert structured_faults({page.path: structured_data(rich_site / page.file) for page in pages}) == []


@pytest.mark.site
def test_feeds_are_whole(real_site: Path) -> None:
    """The feed of each language parses, and has every piece of news as long as there is room."""
    kinds = pages_by_kind(real_site)
    for lang in LANGUAGES:
        news = {f"{BASE_URL}/{page.path}" for _, page in kinds["news"] if page.lang == lang}
        feed = ET.parse(real_site / lang / "feed.xml").getroot()
        links = [entry.find(f"{ATOM}link") for entry in feed.findall(f"{ATOM}entry")]
        told = {link.attrib["href"] for link in links if link is not None}
        assert len(told) == len(links)
        assert news <= told or len(told) == LATEST, (lang, news - told)
        assert all(
            (real_site / url.removeprefix(BASE_URL).strip("/") / "index.html").is_file() for url in told
        )
    assert all(ET.parse(path).getroot().tag == f"{ATOM}feed" for path in real_site.rglob("feed.xml"))


@pytest.mark.site
def test_calendars_are_whole(real_site: Path) -> None:
    """Every calendar is read back, and that of each language has every event of the site."""
    kinds = pages_by_kind(real_site)
    events = {key.partition(":")[2] for key, _ in kinds["event"]}
    for path in real_site.rglob("*.ics"):
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        assert isinstance(calendar, icalendar.Calendar)
        uids = [str(event["uid"]).partition("@")[0] for event in calendar.events]
        assert len(set(uids)) == len(uids), path
        assert set(uids) <= events
        if path.parent.parent == real_site:
            assert set(uids) == events, path


@pytest.mark.site
def test_places_are_where_they_can_be(real_site: Path) -> None:
    """Each GeoJSON is one by RFC 7946: longitude first, and nothing outside of what France covers."""
    files = sorted(real_site.rglob("*.geojson"))
    assert any(json.loads(path.read_text(encoding="utf-8"))["features"] for path in files)
    for path in files:
        collection = json.loads(path.read_text(encoding="utf-8"))
        assert collection["type"] == "FeatureCollection"
        for feature in collection["features"]:
            assert (feature["type"], isinstance(feature["properties"], dict)) == ("Feature", True)
            for longitude, latitude in positions(feature["geometry"]):
                assert -180 <= longitude <= 180
                # The Hexagon, or overseas: never a pair that was swapped.
                assert 41 <= latitude <= 52 or -25 <= latitude <= 18, (path, longitude, latitude)


def positions(geometry: dict[str, Any] | None) -> Iterator[tuple[float, float]]:
    """Every position of a geometry; one that is not known has none (RFC 7946, 3.2)."""
    if geometry is None:
        return
    if geometry["type"] == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from positions(part)
    else:
        yield from _positions(geometry["coordinates"])


def _positions(value: Any) -> Iterator[tuple[float, float]]:
    if isinstance(value[0], int | float):
        yield value[0], value[1]
    else:
        for each in value:
            yield from _positions(each)


@pytest.mark.site
def test_tables_are_tables(real_site: Path) -> None:
    """Each CSV has one header and as many values on every line."""
    for path in sorted(real_site.rglob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        assert len(set(rows[0])) == len(rows[0]), path
        assert {len(row) for row in rows} == {len(rows[0])}, path


@pytest.mark.site
def test_archives_open(real_site: Path) -> None:
    """Each press kit is whole, under 10 MB, and nothing in it would be written outside of its own folder."""
    archives = sorted(real_site.rglob("*.zip"))
    assert archives
    for path in archives:
        assert path.stat().st_size < 10_000_000
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            names = archive.namelist()
        assert {Path(name).suffix for name in names} >= {".svg", ".png"}, path
        assert not [name for name in names if name.startswith("/") or ".." in Path(name).parts]
