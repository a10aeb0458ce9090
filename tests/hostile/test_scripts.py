"""No text of a district runs a script, asks another host or leads a visitor away: not even without a policy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.hostile.trap import Trap, trapped
from tests.hostile.vectors import Vector, vectors
from tests.support.server import serving

_UNGUARDED = {
    "html": "{}",
    "address": '<a href="{}">x</a>',
    "quoted": '<p title="{}">x</p>',
    "apostrophes": "<p title='{}'>x</p>",
    "bare": "<p title={}>x</p>",
    "data": '<script type="application/ld+json">"{}"</script>',
    "style": "<style>p{{color:{}}}</style>",
}
_OF_ONE_PAGE = 100


def _unguarded(folder: Path, found: Sequence[Vector]) -> list[str]:
    """Each vector as it is, in a file of its own, and pages that show many of them in frames."""
    for each in found:
        text = f"<!doctype html><meta charset=utf-8>{_UNGUARDED[each.context].format(each.text)}"
        (folder / f"{each.number}.html").write_text(text, encoding="utf-8")
    pages = []
    for start in range(0, len(found), _OF_ONE_PAGE):
        frames = (f"<iframe src={each.number}.html></iframe>" for each in found[start : start + _OF_ONE_PAGE])
        pages.append(f"page-{start}.html")
        (folder / pages[-1]).write_text("<!doctype html>" + "".join(frames), encoding="utf-8")
    return pages


def _looked(trap: Trap, address: str, pages: Sequence[str]) -> Trap:
    for page in pages:
        trap.look(address + page)
    return trap


@pytest.mark.browser
def test_every_vector_runs_where_nothing_stops_it(chromium: Browser, tmp_path: Path) -> None:
    """The control: more than 300 vectors, and the same trap catches each one that no encoder stood before."""
    found = vectors()
    pages = _unguarded(tmp_path, found)
    with serving(tmp_path) as address, trapped(chromium, address) as trap:
        caught = _looked(trap, address, pages).caught
    assert len(found) > 300
    print(*[each for each in found if each.number not in caught], sep="\n")
    assert [each for each in found if each.number not in caught] == []
