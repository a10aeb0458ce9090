"""Lighthouse has nothing to say of what does not depend on the speed of this machine.

`python -m benchmarks.lighthouse` measures performance too, on every kind of page.
"""

from __future__ import annotations

import pytest

from tests.support.kinds import Sample
from tests.support.lighthouse import audits

pytestmark = [pytest.mark.site, pytest.mark.browser]

KINDS = ("home", "startup")


def test_lighthouse_gives_every_point(hosted: str, kinds: list[Sample]) -> None:
    """100 for accessibility, practices and SEO, and no shift, on a page with the map and one without."""
    urls = [hosted + sample.path for sample in kinds if sample.kind in KINDS and sample.lang == "en"]
    found = list(audits(urls, ("accessibility", "best-practices", "seo")))
    assert [audit.url for audit in found] == urls
    assert {audit.url: (*audit.faults(), *audit.costly) for audit in found if audit.faults()} == {}
    assert {name for audit in found for name in audit.scores} == {"accessibility", "best-practices", "seo"}
