"""The audit of a folder: every check of every page."""

from __future__ import annotations

from pathlib import Path

from tests.language_audit import addresses, sitemaps, texts
from tests.language_audit.fault import Fault
from tests.language_audit.site import read_site


def audit(folder: Path) -> list[Fault]:
    """Every fault of the site in a folder, by file."""
    site = read_site(folder)
    judge = texts.Texts(site)
    found = [*addresses.of_feeds(site), *sitemaps.of_sitemaps(site), *texts.of_anchors(site)]
    for page in site.pages.values():
        found += [*addresses.of_page(site, page), *judge.of_page(page)]
    return sorted(set(found))
