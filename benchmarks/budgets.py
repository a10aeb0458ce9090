"""What each kind of page weighs in each language, held to the budgets of `tests.support.weight`.

python -m benchmarks.budgets
python -m benchmarks.budgets --kinds home districts --languages fr ja

The first view is the page with the styles that it links (Brotli at its best quality, 10 kB at most, 14 kB
with the map). The whole is what Chromium really fetches from a server that compresses as the host does, to
the end of the page, without pictures (70 kB and 8 requests at most). Fonts, pictures and scripts come late,
so that a shift of the layout would be seen; none is allowed, and no request to another host. Exits with 1
above a budget.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from benchmarks.real_site import arguments, built, chosen
from tests.support.browser import launched
from tests.support.host import hosting
from tests.support.weight import LATE, Fetched, first_view, weighing


def main(given: Sequence[str] | None = None) -> int:
    """Weigh each page, print the table, and what is above a budget."""
    options = arguments(__doc__).parse_args(given)
    over: list[str] = []
    print(f"{'page':34}{'first view, kB':>16}{'of':>6}{'whole, kB':>12}{'requests':>10}{'shift':>9}")
    with (
        built() as site,
        hosting(site, late=LATE) as base,
        launched() as browser,
        weighing(browser, base) as scale,
    ):
        for sample in chosen(site, options.kinds, options.languages):
            first, most = first_view(site, sample)
            fetched = scale.weigh(sample.path)
            print(_row(sample.name, first, most, fetched), flush=True)
            faults = [f"first view of {first} bytes"] if first > most else []
            over += [f"/{sample.path}: {fault}" for fault in (*faults, *fetched.faults())]
    print("\n".join(["", *over, f"{len(over)} above a budget"]))
    return 1 if over else 0


def _row(name: str, first: int, most: int, fetched: Fetched) -> str:
    whole = f"{fetched.size / 1000:12.1f}{fetched.requests:10}{fetched.shift:9.4f}"
    return f"{name:34}{first / 1000:16.1f}{most / 1000:6.0f}{whole}"


if __name__ == "__main__":
    sys.exit(main())
