"""Links and anchors, followed in the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.site import BASE_URL
from tests.support.tools import dead_links, lychee

pytestmark = pytest.mark.skipif(lychee() is None, reason="lychee is not published for this machine")


def write_page(folder: Path, name: str, body: str) -> None:
    page = folder / name
    page.parent.mkdir(exist_ok=True)
    page.write_text(f'<!doctype html><html lang="fr"><title>t</title>{body}</html>', encoding="utf-8")


@pytest.mark.parametrize("dead", ["/absent/", "fr/#absent", f"{BASE_URL}/absent/", f"{BASE_URL}/fr/#absent"])
def test_the_checker_sees_a_dead_link(tmp_path: Path, dead: str) -> None:
    """A page or an anchor that is not there is told, for relative and full addresses alike."""
    write_page(tmp_path, "index.html", f'<a href="{dead}">x</a>')
    write_page(tmp_path, "fr/index.html", '<p id="there">y</p>')
    assert [line.split(":")[0] for line in dead_links(tmp_path, BASE_URL)] == ["index.html"]


def test_the_checker_lets_a_live_link_be(tmp_path: Path) -> None:
    """Folders, anchors, full addresses of the site and other hosts raise nothing."""
    lively = ("fr/", "/fr/#there", f"{BASE_URL}/fr/", "https://elsewhere.example/page")
    write_page(tmp_path, "index.html", "".join(f'<a href="{address}">x</a>' for address in lively))
    write_page(tmp_path, "fr/index.html", '<p id="there">y</p>')
    assert dead_links(tmp_path, BASE_URL) == []


@pytest.mark.site
def test_no_link_or_anchor_of_the_site_is_dead(real_site: Path) -> None:
    """Every link within the real site leads to a page, and every anchor to an element."""
    assert any(real_site.rglob("*.html"))
    assert dead_links(real_site, BASE_URL) == []
