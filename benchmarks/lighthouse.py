"""Lighthouse on every kind of page, as the phone that it emulates.

python -m benchmarks.lighthouse
python -m benchmarks.lighthouse --kinds home quartier --languages en --runs 3

The site is served on this machine as its host does: Brotli, its own headers, connections that stay open;
without TLS, whose first answer would take one more journey. The network and the processor of the phone are
simulated, yet a machine that is busy makes a page seem slow: `--runs` gives the best of several. A page that
borrows its text, is not found or stands in other sites is not for search engines: its other scores count.
English alone is looked at unless `--languages` says otherwise. Exits with 1 under 100, with a largest
contentful paint above 1.0 s, or with a shift of the layout.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from urllib.request import Request, urlopen

from benchmarks.real_site import arguments, built, chosen
from tests.support.host import hosting
from tests.support.kinds import Sample
from tests.support.lighthouse import CATEGORIES, Audit, audits

_HIDDEN = {"not-found", "borrowing", "besides/embed"}


def main(given: Sequence[str] | None = None) -> int:
    """Audit each page, print the table, and what costs points."""
    parser = arguments(__doc__)
    parser.add_argument("--runs", type=int, default=1)
    options = parser.parse_args(given)
    over: list[str] = []
    print(f"{'page':28}{'perf.':>7}{'acc.':>6}{'pract.':>8}{'SEO':>6}{'LCP, ms':>9}{'CLS':>8}{'TBT, ms':>9}")
    with built() as site, hosting(site) as base:
        pages = [
            page
            for page in chosen(site, options.kinds, options.languages or ["en"])
            if page.kind in _HIDDEN or not page.borrows
        ]
        urls = [base + page.path for page in pages for _ in range(options.runs)]
        _warm(urls)
        found = audits(urls)
        for page in pages:
            best = min((next(found) for _ in range(options.runs)), key=_slowness)
            print(_row(page.name, best), flush=True)
            over += [f"/{page.path}: {fault}" for fault in _faults(page, best)]
    print("\n".join(["", *over, f"{len(over)} below 100 or above a budget"]))
    return 1 if over else 0


def _warm(urls: Sequence[str]) -> None:
    """Have each page compressed before it is timed, as the host has it ready."""
    for url in dict.fromkeys(urls):
        try:
            urlopen(Request(url, headers={"Accept-Encoding": "br"})).close()  # noqa: S310 - our own server
        except OSError:  # the page for what is not found
            continue


def _slowness(audit: Audit) -> tuple[int, float]:
    return -audit.scores["performance"], audit.paint


def _faults(page: Sample, audit: Audit) -> list[str]:
    hidden = page.kind in _HIDDEN
    faults = [fault for fault in audit.faults() if not (hidden and fault.startswith("seo "))]
    details = [each for each in audit.costly if not (hidden and each.startswith("seo:"))]
    return [*faults, *details] if faults else []


def _row(name: str, audit: Audit) -> str:
    performance, accessibility, practices, seo = (audit.scores[category] for category in CATEGORIES)
    numbers = f"{audit.paint:9.0f}{audit.shift:8.4f}{audit.blocked:9.0f}"
    return f"{name:28}{performance:7}{accessibility:6}{practices:8}{seo:6}{numbers}"


if __name__ == "__main__":
    sys.exit(main())
