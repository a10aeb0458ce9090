"""How boxes stand on each kind of page: a change of layout shows as a change of the outlines in `golden/`.

The pages are those of the small site, which change only when the theme does, set in letters of one width; so
the outlines are the same on every machine. `OMBRELLE_UPDATE_GOLDEN=1` writes them anew, to be read before
they are committed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browser import opened
from tests.support.geometry import even_letters, layout_faults, outline
from tests.support.host import hosting
from tests.support.kinds import Sample, samples
from tests.support.small import DAY, SITES

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).parent / "golden"
WIDTHS = (320, 1440)
MIRROR = "() => { document.documentElement.dir = 'rtl'; }"
Shown = Callable[[Sample, int], Page]


@pytest.fixture(scope="module")
def pages(rich_site: Path) -> list[Sample]:
    """A page of each kind of the small site in French, the fullest one, and what has no language."""
    found = samples(rich_site, SITES / "rich", DAY.isoformat())
    return [page for page in found if page.lang in {"fr", ""} and page.kind != "borrowing"]


@pytest.fixture(scope="module")
def shown(rich_site: Path, chromium: Browser) -> Iterator[Shown]:
    """Opens a page in a window of some width, in letters of one width."""
    with (
        hosting(rich_site) as base,
        chromium.new_context(bypass_csp=True, reduced_motion="reduce", locale="fr") as context,
    ):
        page = context.new_page()

        def open_(sample: Sample, width: int) -> Page:
            page.set_viewport_size({"width": width, "height": 900})
            opened(page, base + sample.path)
            even_letters(page)
            return page

        yield open_


def test_the_outline_of_every_kind_is_the_golden_one(shown: Shown, pages: list[Sample]) -> None:
    """Every box of a kind of page stands where it stood, on a phone and in a large window."""
    made = {}
    for sample in pages:
        # What stands around all pages is told once.
        root = "body" if sample.kind == "home" else "main"
        outlines = [f"{width} px\n\n{outline(shown(sample, width), root)}" for width in WIDTHS]
        made[f"{sample.kind.replace('/', '-')}.txt"] = "\n".join(outlines)
    if os.environ.get("OMBRELLE_UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        for old in GOLDEN.glob("*.txt"):
            old.unlink()
        for name, text in made.items():
            (GOLDEN / name).write_text(text, encoding="utf-8")
    kept = {path.name: path.read_text(encoding="utf-8") for path in GOLDEN.glob("*.txt")}
    assert set(made) == set(kept)
    changed = {name: _difference(kept[name], made[name]) for name in made if kept[name] != made[name]}
    assert changed == {}


def _difference(before: str, after: str) -> str:
    """The first line that differs."""
    pairs = zip([*before.splitlines(), ""], [*after.splitlines(), ""], strict=False)
    old, new = next(((old, new) for old, new in pairs if old != new), ("", ""))
    return f"was: {old.strip()} — is: {new.strip()}"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_from_right_to_left_is_the_mirror_of_the_other(
    shown: Shown, pages: list[Sample], width: int
) -> None:
    """Told to run the other way, each kind of page has the same outline from the other side."""
    different = {}
    for sample in pages:
        page = shown(sample, width)
        before = outline(page)
        page.evaluate(MIRROR)
        after = outline(page)
        if before != after:
            different[sample.kind] = _difference(before, after)
    assert different == {}


def test_no_layout_fails_in_letters_of_one_width(shown: Shown, pages: list[Sample]) -> None:
    """Wider letters than those of any typeface neither are cut nor push anything out of the window."""
    faults = {sample.kind: layout_faults(shown(sample, 320)) for sample in pages}
    assert {kind: told for kind, told in faults.items() if told} == {}


@pytest.mark.parametrize(
    "style",
    [
        ".grid { grid-template-columns: 1fr !important }",
        "main { padding-inline-start: 5rem }",
        "h1 { font-size: 8rem !important }",
        ".header { display: none }",
        "main > :last-child { order: -1; position: relative; inset-block-end: 20rem }",
    ],
)
def test_a_change_of_layout_is_seen(shown: Shown, pages: list[Sample], style: str) -> None:
    """Columns, distances, sizes, absence and order each change the outline of the home page."""
    home = next(page for page in pages if page.kind == "home")
    page = shown(home, 1440)
    before = outline(page)
    page.add_style_tag(content=style)
    assert outline(page) != before


def test_a_change_of_words_or_colours_is_not(shown: Shown, pages: list[Sample]) -> None:
    """The outline says nothing of texts and colours."""
    home = next(page for page in pages if page.kind == "home")
    page = shown(home, 1440)
    before = outline(page)
    page.add_style_tag(content="* { color: red !important; background: none !important }")
    page.locator("h1").evaluate("title => { title.textContent = title.textContent.replaceAll(/\\w/g, 'x'); }")
    assert outline(page) == before


def test_a_borrowed_title_keeps_to_its_column(hosted: str, kinds: list[Sample], chromium: Browser) -> None:
    """Its lines break as those of any other: it is never written over the canopy."""
    borrowed = [sample for sample in kinds if sample.kind == "borrowing"]
    wide = []
    with chromium.new_context(viewport={"width": 800, "height": 800}) as context:
        page = context.new_page()
        for sample in borrowed:
            page.goto(hosted + sample.path)
            page.locator("h1").evaluate(
                "(h1) => { h1.innerHTML = '<span lang=\"it\">' + 'parola '.repeat(12) + '</span>'; }"
            )
            if page.locator("h1").evaluate("(h1) => h1.scrollWidth > h1.clientWidth"):
                wide.append(sample.path)
    assert borrowed
    assert wide == []
