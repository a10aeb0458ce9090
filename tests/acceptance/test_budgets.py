"""What a visitor waits for before the first view is small on every kind of page, in every language.

`python -m benchmarks.budgets` prints the table of all, and what a browser fetches besides.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.host import hosting
from tests.support.kinds import Sample, pages_by_kind
from tests.support.weight import LATE, first_view, weighing

pytestmark = pytest.mark.site

SEEN = ("home", "quartier", "startups")
"""The kinds that a browser weighs here: those with the most in them."""


def test_every_first_view_is_light(real_site: Path, kinds: list[Sample]) -> None:
    """A page with the styles that it links is within 10 kB, or 14 kB where the map is drawn in it."""
    sizes = {f"/{sample.path}": first_view(real_site, sample) for sample in kinds}
    assert {path: size for path, (size, most) in sizes.items() if size > most} == {}
    assert min(size for size, _ in sizes.values()) > 1000


def test_every_family_of_components_is_light(real_site: Path) -> None:
    """Each of their pages, in each language: what they hold differs more than that of other pages."""
    pages = [sample for _, sample in pages_by_kind(real_site)["patterns-family"]]
    sizes = {f"/{page.path}": first_view(real_site, page) for page in pages}
    assert {path: size for path, (size, most) in sizes.items() if size > most} == {}
    assert len(sizes) > len({page.lang for page in pages}) > 1


@pytest.mark.browser
def test_the_whole_page_is_light_and_stands_still(
    real_site: Path, kinds: list[Sample], chromium: Browser
) -> None:
    """Without pictures 70 kB in 8 requests, none to elsewhere, and nothing moves when fonts come late."""
    faults = {}
    with hosting(real_site, late=LATE) as base, weighing(chromium, base) as scale:
        for sample in kinds:
            if sample.kind in SEEN and sample.lang in {"fr", "ar"}:
                faults[sample.name] = scale.weigh(sample.path).faults()
    assert {name: told for name, told in faults.items() if told} == {}
    assert len(faults) == 2 * len(SEEN)


@pytest.mark.browser
def test_a_shift_and_a_stranger_are_seen(tmp_path: Path, chromium: Browser) -> None:
    """A page that moves when its script comes, and asks another host, is told to do so."""
    page = '<!doctype html><title>t</title><main><p>One</p></main><script src="late.js"></script>'
    script = """const box = document.createElement("p"); box.style.height = "200px";
    document.querySelector("main").prepend(box); fetch("http://localhost:9/").catch(() => 0);"""
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    (tmp_path / "late.js").write_text(script, encoding="utf-8")
    with hosting(tmp_path, late=LATE) as base, weighing(chromium, base) as scale:
        faults = scale.weigh("").faults()
    assert [fault.partition(" of ")[0].partition(":")[0] for fault in faults] == [
        "from outside",
        "layout shift",
    ]
