"""axe-core on every kind of page, in every language, light and dark, from a small phone to a large window.

python -m benchmarks.accessibility
python -m benchmarks.accessibility --kinds home quartier --languages fr ar

The full product, of which the tests take a part that covers each pair. Each page is opened once and then seen
in each size and scheme. 320 × 256 is a window of 1280 × 1024 at a zoom of 400 %. Exits with 1 where anything
is found.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence

from playwright.sync_api import Page

from benchmarks.real_site import arguments, built, chosen
from tests.support.axe import axe_faults
from tests.support.browser import launched, opened
from tests.support.geometry import layout_faults
from tests.support.host import hosting
from tests.support.kinds import Sample
from tests.support.looks import LOOKS, seen_as


def main(given: Sequence[str] | None = None) -> int:
    """Look at each page in each way, and print what is wrong, then how many times each rule is broken."""
    options = arguments(__doc__).parse_args(given)
    started, count = time.perf_counter(), 0
    broken: Counter[str] = Counter()
    with built() as site, hosting(site) as address, launched() as browser:
        page = browser.new_page(reduced_motion="reduce")
        pages = chosen(site, options.kinds, options.languages)
        for sample in pages:
            opened(page, address + sample.path)
            for fault in _faults(page, sample):
                broken[fault.partition(" ")[0]] += 1
                print(f"{sample.name} /{sample.path}: {fault}", flush=True)
            count += len(LOOKS)
    seconds = time.perf_counter() - started
    print(f"{len(pages)} pages, each in {len(LOOKS)} ways: {count} looks in {seconds:.0f} s")
    for rule, times in broken.most_common():
        print(f"{times:6} {rule}")
    return 1 if broken else 0


def _faults(page: Page, sample: Sample) -> Iterator[str]:
    for look in LOOKS:
        seen_as(page, look)
        for fault in [*axe_faults(page), *layout_faults(page)]:
            yield f"{fault} [{look.name}]"


if __name__ == "__main__":
    sys.exit(main())
