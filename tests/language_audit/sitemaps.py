"""What sitemaps offer: every original, once, in the map of its language, with its alternates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.language_audit.addresses import is_original
from tests.language_audit.fault import Fault
from tests.language_audit.site import Listed, Site


def of_sitemaps(site: Site) -> Iterator[Fault]:
    """Every fault of the sitemaps."""
    if sorted(site.index) != sorted(site.sitemaps):
        yield Fault("sitemap.xml", "sitemap-index", ", ".join(site.index))
    for name, entries in site.sitemaps.items():
        lang = name.removeprefix("sitemap-").removesuffix(".xml")
        for entry in entries:
            yield from _of_entry(site, name, lang, entry)
    times = Counter(site.file(entry.url) for entries in site.sitemaps.values() for entry in entries)
    for page in site.pages.values():
        is_offered = is_original(site, page) and page.is_indexed and not page.path.endswith("404.html")
        if times[page.path] != is_offered:
            yield Fault(page.path, "sitemap-times", str(times[page.path]))


def _of_entry(site: Site, name: str, lang: str, entry: Listed) -> Iterator[Fault]:
    page = site.page(entry.url)
    if page is None or site.url(page) != entry.url:
        yield Fault(name, "sitemap-dead", entry.url)
        return
    if page.lang != lang:
        yield Fault(name, "sitemap-language", entry.url)
    named = {pair for pair in page.alternates if pair[0] != "x-default"}
    if page.path != "index.html" and {pair for pair in entry.alternates if pair[0] != "x-default"} != named:
        yield Fault(name, "sitemap-alternates", entry.url)
