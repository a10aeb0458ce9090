"""No rule of axe is broken and no layout fails, on any kind of page, in any language, however it is seen.

`python -m benchmarks.accessibility` looks at every page of `kinds` in every way; here each is looked at once,
so that each kind and each language is seen in every way.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.support.axe import axe_faults
from tests.support.browser import opened
from tests.support.geometry import layout_faults
from tests.support.kinds import Sample
from tests.support.looks import LOOKS, Look, covering, seen_as

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """One page for all: each is opened in the place of the last."""
    with chromium.new_context(reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_nothing_is_wrong_with_any_kind_of_page(
    look: Look, hosted: str, kinds: list[Sample], page: Page
) -> None:
    """No violation is found, of contrast or targets either; nothing is cut, small or out of the window."""
    faults = []
    seen_as(page, look)
    for sample, own in covering(kinds):
        if own == look:
            opened(page, hosted + sample.path)
            faults += [f"/{sample.path}: {fault}" for fault in (*axe_faults(page), *layout_faults(page))]
    assert faults == []


def test_every_pair_is_looked_at(kinds: list[Sample]) -> None:
    """Each kind and each language is seen in every look, and each kind in every language."""
    seen = covering(kinds)
    languages = {sample.lang for sample in kinds if sample.lang}
    assert {(sample.lang, look) for sample, look in seen if sample.lang} == {
        (lang, look) for lang in languages for look in LOOKS
    }
    for kind in {sample.kind for sample in kinds}:
        own = [(sample.lang, look) for sample, look in seen if sample.kind == kind]
        assert len({look for _, look in own}) == len(own)
        assert len(own) == len(LOOKS) or kind in {"chooser", "borrowing", "besides/embed"}


_BROKEN = """<!doctype html><html lang="en"><title>t</title><main><h1>Hello</h1>
<p style="color:#999;background:#fff">Pale</p><p style="font-size:9px">Small</p>
<div style="width:4000px">Wide</div>
<div style="width:3em;overflow:hidden;white-space:nowrap">Cut in the middle</div>
<button>One</button><button style="margin-inline-start:-2em">Two</button></main></html>"""


def test_what_is_wrong_is_seen(page: Page) -> None:
    """Each of the faults of a page made for it is told, so that silence means something."""
    page.goto("about:blank")
    page.set_content(_BROKEN)
    told = {fault.partition(" ")[0] for fault in (*axe_faults(page), *layout_faults(page))}
    assert told >= {"color-contrast", "text-too-small", "page-too-wide", "text-cut", "targets-overlap"}
