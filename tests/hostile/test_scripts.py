"""No text of a district runs a script, asks another host or leads away: not even without a policy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser

from ombrelle.build import Result, build
from ombrelle.problems import Problems
from ombrelle.theme.theme import load_theme
from tests.hostile.reading import dangers
from tests.hostile.site import hostile_site
from tests.hostile.trap import Trap, trapped
from tests.hostile.vectors import Vector, vectors
from tests.support.server import serving
from tests.support.small import THEME, options

Spoiled = tuple[Path, Result]

_UNGUARDED = {
    "html": "{}",
    "address": '<a href="{}">x</a>',
    "quoted": '<p title="{}">x</p>',
    "apostrophes": "<p title='{}'>x</p>",
    "bare": "<p title={}>x</p>",
    "data": '<script type="application/ld+json">"{}"</script>',
    "style": "<style>p{{color:{}}}</style>",
}
_OF_ONE_PAGE = 30
_SHOWN = {".html", ".xml", ".svg"}


def _unguarded(folder: Path, found: Sequence[Vector]) -> list[str]:
    """Each vector as it is, in a file of its own."""
    for each in found:
        text = f"<!doctype html><meta charset=utf-8>{_UNGUARDED[each.context].format(each.text)}"
        (folder / f"{each.number}.html").write_text(text, encoding="utf-8")
    return [f"{each.number}.html" for each in found]


def _looked(trap: Trap, address: str, folder: Path, pages: Sequence[str]) -> list[str]:
    """Look at pages, many at once in frames; what they have and should not."""
    found: list[str] = []
    for start in range(0, len(pages), _OF_ONE_PAGE):
        shown = pages[start : start + _OF_ONE_PAGE]
        frames = "".join(f'<iframe src="{page}"></iframe>' for page in shown)
        (folder / "frames.html").write_text(f"<!doctype html>{frames}", encoding="utf-8")
        found += trap.look(f"{address}frames.html")
    return found


@pytest.mark.browser
def test_every_vector_runs_where_nothing_stops_it(chromium: Browser, tmp_path: Path) -> None:
    """The control: more than 300 vectors, and the same trap catches each one that no encoder stood before."""
    found = vectors()
    pages = _unguarded(tmp_path, found)
    with serving(tmp_path) as address, trapped(chromium, address) as trap:
        _looked(trap, address, tmp_path, pages)
    assert len(found) > 300
    assert [each.text for each in found if each.number not in trap.caught] == []


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spoiled]:
    """The site of a district that tries everything, published as if none of its faults stopped that."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Problems, "errors", 0)
        root = hostile_site(tmp_path_factory.mktemp("hostile"), vectors())
        yield root, build(options(root))


def test_every_text_is_shown(spoiled: Spoiled) -> None:
    """No entry, text or block was left out for a bound, so that what was not seen to run was there to run."""
    _, result = spoiled
    codes = {problem.code for problem in result.problems}
    assert not codes & {"text-too-nested", "text-too-long", "text-too-long-for-field", "block-too-long"}
    assert not codes & {"missing-field", "unknown-key", "unknown-choice", "text-expected", "form-of-value"}


def test_a_reader_finds_the_vectors_too() -> None:
    """The second control: what an HTML parser calls dangerous is there for each vector of HTML."""
    found = [each for each in vectors() if each.context == "html"]
    assert [each for each in found if not list(dangers(f"<!doctype html>{each.text}"))] == []


def test_no_page_holds_what_would_run(spoiled: Spoiled) -> None:
    """Read by a parser of HTML, no page has a script, handler, style, frame or an address that runs."""
    root, _ = spoiled
    pages = sorted((root / "public").rglob("*.html"))
    own = load_theme(THEME).early
    found = {path: list(dangers(path.read_text(encoding="utf-8"), own)) for path in pages}
    assert len(found) > 500
    assert {path: dangerous for path, dangerous in found.items() if dangerous} == {}


def test_no_document_of_xml_is_broken(spoiled: Spoiled) -> None:
    """Feeds, sitemaps and drawings are whole: one district breaks none for the others."""
    root, _ = spoiled
    paths = [path for form in ("xml", "svg") for path in sorted((root / "public").rglob(f"*.{form}"))]
    roots = {ET.parse(path).getroot().tag.rpartition("}")[2] for path in paths}
    assert roots == {"feed", "svg", "sitemapindex", "urlset"}


@pytest.mark.browser
def test_nothing_runs(spoiled: Spoiled, chromium: Browser) -> None:
    """Nothing runs a vector, asks another host, opens a window or is left, whatever a visitor does there.

    Every text is opened, and one in sixteen of the other pages, feeds and drawings.
    """
    root, _ = spoiled
    public = root / "public"
    paths = sorted(path for path in public.rglob("*.*") if path.suffix in _SHOWN)
    pages = [str(path.relative_to(public)) for path in paths]
    shown = [page for number, page in enumerate(pages) if "texte-" in page or number % 16 == 0]
    with serving(public) as address, trapped(chromium, address) as trap:
        found = _looked(trap, address, public, [page.removesuffix("index.html") for page in shown])
    assert (trap.ran, trap.outside, trap.strange, found) == (set(), set(), [], [])
