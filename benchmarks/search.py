"""What a search costs a visitor: bytes and requests of a query in headless Chromium, page and results.

python -m benchmarks.search
python -m benchmarks.search --size 334x6 --size 2000x1

Without a size, the real site and two made-up ones of 2,000 pages. Fails where a query goes beyond its budget.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, Page, expect

from benchmarks.served import served
from benchmarks.synthetic import Size, size_type, write_site
from ombrelle.build import Options, build
from tests.support.browser import launched

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 1)
BUDGET = 100_000
"""Bytes on the wire of a page of results, all that it takes included, at most."""

SIZES = (size_type("334x6"), size_type("2000x1"))
QUERIES: Mapping[str, str] = {
    "fr": "entreprises santé",
    "en": "company health",
    "de": "Unternehmen Gesundheit",
    "es": "empresas salud",
    "ar": "الشركات الصحة",
    "ja": "企業 健康",
}
"""Words that the real site has; a made-up one is asked for words of its own."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Bytes on the wire and requests: of the page alone, and of a query's results on top of it."""

    page: int
    page_requests: int
    query: int
    query_requests: int
    results: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each site, print a table per site; 1 where a query is beyond the budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=size_type, action="append", metavar="STARTUPSxLANGUAGES")
    sizes: list[Size] = parser.parse_args(arguments).size or []
    worst = 0
    with launched() as browser:
        for size in sizes or (None, *SIZES):
            worst = max(worst, _measured(browser, size))
    print(f"the most: {worst / 1000:.1f} kB of {BUDGET / 1000:.0f}")
    return 1 if worst > BUDGET else 0


def _measured(browser: Browser, size: Size | None) -> int:
    """Print the table of a site, the real one without a size; gives the bytes of its dearest query."""
    with tempfile.TemporaryDirectory() as name:
        root = write_site(Path(name) / "site", size) if size else ROOT
        out = Path(name) / "public"
        first, pages = _built(root, out)
        again, _ = _built(root, out)
        indexed = len(list(out.glob("search/parts/*/*/p*.json")))
        print(f"{size or 'the real site'}: {pages} pages, {indexed} of them in the index")
        print(f"build {first:.1f} s, again {again:.1f} s")
        print(f"{'':26}{'page':>16}{'results':>16}{'together':>12}{'found':>8}")
        worst = 0
        with served(out) as address:
            for lang, query in _queries(out, size).items():
                spent = cost(browser, address, _search_page(out, lang), query)
                both = spent.page + spent.query
                worst = max(worst, both)
                print(
                    f"{lang}  {query[:20]:22}{_told(spent.page, spent.page_requests):>16}"
                    f"{_told(spent.query, spent.query_requests):>16}{both / 1000:>9.1f} kB{spent.results:>8}"
                )
        print()
    return worst


def _built(root: Path, out: Path) -> tuple[float, int]:
    """Seconds of a build, and its pages."""
    started = time.perf_counter()
    result = build(Options(root, out, DAY, theme=ROOT / "themes/marque-ombrelle", reuses=True))
    assert result.manifest is not None, list(result.problems)
    return time.perf_counter() - started, result.pages


def _queries(out: Path, size: Size | None) -> Mapping[str, str]:
    """Words of each language: of a made-up site, one of the text of a page in its middle, which many have."""
    if size is None:
        return QUERIES
    found = {}
    for lang in size.codes:
        (folder,) = out.glob(f"search/parts/*/{lang}")
        pages = sorted(folder.glob("p*.json"))
        words = json.loads(pages[len(pages) // 2].read_text(encoding="utf-8"))["text"].split()
        telling = [word.strip(".,") for word in words if len(word) > 5]
        found[lang] = telling[8]
    return found


def _search_page(out: Path, lang: str) -> str:
    """The address of the search page of a language, as the home page links to it."""
    home = (out / lang / "index.html").read_text(encoding="utf-8")
    return home.partition('class="find" href="/')[2].partition('"')[0]


def cost(browser: Browser, address: str, path: str, query: str) -> Cost:
    """What a search page costs by itself, and with the results of a query; `address` has its slash."""
    with browser.new_context() as context:
        page = context.new_page()
        sent = _counted(page)
        page.goto(f"{address}{path}")
        page.wait_for_load_state("networkidle")
        alone = list(sent)
        page.goto("about:blank")
    with browser.new_context() as context:
        page = context.new_page()
        sent = _counted(page)
        page.goto(f"{address}{path}?q={quote(query)}")
        expect(page.get_by_role("status").first).not_to_have_text("")
        expect(page.locator("site-search")).not_to_have_attribute("aria-busy", "true")
        page.wait_for_load_state("networkidle")
        results = page.locator(".site-search-results > li").count()
        return Cost(sum(alone), len(alone), sum(sent) - sum(alone), len(sent) - len(alone), results)


def _counted(page: Page) -> list[int]:
    """The bytes of each answer on the wire, heads included, as they come in."""
    found: list[int] = []

    def count(event: Any) -> None:
        found.append(int(event["encodedDataLength"]))

    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", count)
    return found


def _told(size: int, requests: int) -> str:
    return f"{size / 1000:.1f} kB / {requests}"


if __name__ == "__main__":
    sys.exit(main())
