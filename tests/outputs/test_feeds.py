"""Atom feeds, parsed: what RFC 4287 asks of them, and the language of each text."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ombrelle.outputs import other_outputs
from tests.support.small import copied, edition_of

A = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BASE = "https://essai.example"

Feeds = dict[str, ET.Element]


@pytest.fixture(scope="module")
def feeds(outputs: dict[str, bytes]) -> Feeds:
    return {path: ET.fromstring(content) for path, content in outputs.items() if path.endswith("feed.xml")}


def texts(feed: ET.Element, name: str) -> list[str]:
    return [node.findtext(f"{A}{name}", "") for node in feed.findall(f"{A}entry")]


def test_each_language_and_each_district_has_its_feed(feeds: Feeds) -> None:
    """At the language's home, and beside each district's page."""
    homes = {"fr": "quartiers", "en": "districts", "ar": "quartiers"}
    assert set(feeds) == {f"{lang}/feed.xml" for lang in homes} | {
        f"{lang}/{word}/{district}/feed.xml"
        for lang, word in homes.items()
        for district in ("haute-rive", "port-clair", "valmont")
    }


def test_a_feed_has_what_the_standard_asks(feeds: Feeds) -> None:
    """Id, title, date, author and its own address (RFC 4287, 4.1.1); each entry its own (4.1.2)."""
    for path, feed in feeds.items():
        for name in ("id", "title", "updated"):
            assert len(feed.findall(f"{A}{name}")) == 1, (path, name)
            assert feed.findtext(f"{A}{name}"), (path, name)
        assert feed.findtext(f"{A}author/{A}name")
        links = {link.attrib["rel"]: link.attrib["href"] for link in feed.findall(f"{A}link")}
        assert links["self"] == f"{BASE}/{path}"
        assert links["alternate"] == f"{BASE}/{path.removesuffix('feed.xml')}"
        for entry in feed.findall(f"{A}entry"):
            for name in ("id", "title", "updated"):
                assert len(entry.findall(f"{A}{name}")) == 1
                assert entry.findtext(f"{A}{name}")


def test_dates_are_whole_and_of_this_age(feeds: Feeds) -> None:
    """Each date is a moment with its zone (RFC 3339), and the feed's is its newest entry's."""
    for feed in feeds.values():
        moments = [datetime.fromisoformat(text) for text in texts(feed, "updated")]
        assert all(moment.utcoffset() is not None and moment.year > 2000 for moment in moments)
        assert moments == sorted(moments, reverse=True)
        if moments:
            assert datetime.fromisoformat(feed.findtext(f"{A}updated", "")) == moments[0]


def test_ids_are_unique_and_are_addresses(feeds: Feeds) -> None:
    """No two entries of a feed have one id, and no two feeds."""
    assert len({feed.findtext(f"{A}id") for feed in feeds.values()}) == len(feeds)
    for feed in feeds.values():
        ids = texts(feed, "id")
        assert len(ids) == len(set(ids))
        assert all(id_.startswith(f"{BASE}/") for id_ in ids)


def test_a_feed_is_in_its_language_and_a_borrowed_entry_in_its_own(feeds: Feeds) -> None:
    """A French piece of news in the Arabic feed says that it is French; an English one needs no mark."""
    assert {path: feed.get("xml:lang") or feed.get(LANG) for path, feed in feeds.items()} == {
        path: path[:2] for path in feeds
    }
    arabic = {entry.findtext(f"{A}title"): entry for entry in feeds["ar/feed.xml"].findall(f"{A}entry")}
    borrowed = arabic["Une ancienne nouvelle"]
    for name in ("title", "summary"):
        node = borrowed.find(f"{A}{name}")
        assert node is not None
        assert node.get(LANG) == "fr"
    link = borrowed.find(f"{A}link")
    assert link is not None
    assert link.attrib["hreflang"] == "fr"
    english = feeds["en/feed.xml"].findall(f"{A}entry/{A}title")
    assert {node.text: node.get(LANG) for node in english} == {
        "Le quai rouvre": "fr",
        "The umbrella opens": None,
        "First steps": None,
        "Une ancienne nouvelle": "fr",
    }


def test_a_district_s_feed_has_its_own_news(feeds: Feeds) -> None:
    """What lies in its folder and what names it, and nothing else; nothing of the future."""
    assert texts(feeds["fr/quartiers/haute-rive/feed.xml"], "title") == [
        "Le quai rouvre",
        "L’ombrelle ouvre",
        "Les premiers pas",
    ]
    assert texts(feeds["fr/quartiers/valmont/feed.xml"], "title") == []
    assert "Une nouvelle à venir" not in texts(feeds["fr/feed.xml"], "title")


def test_a_story_without_a_date_is_no_news(tmp_path: Path) -> None:
    """It has its page, and no feed can say when it was written."""
    root = copied("rich", tmp_path)
    facts = root / "content/stories/premiers-pas.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("written: 2026-09-15\n", ""), encoding="utf-8")
    files = {output.path: output.content for output in other_outputs(edition_of(root))}
    assert "First steps" not in files["en/feed.xml"].decode()
    assert "The umbrella opens" in files["en/feed.xml"].decode()
