"""The commands that look at pages work on one small page, and say what they found by their exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from benchmarks import accessibility, budgets
from scripts import contact_sheet
from tests.support import weight

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture(autouse=True)
def built_already(real_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site of this run in the place of one that is built anew."""

    @contextmanager
    def built() -> Iterator[Path]:
        yield real_site

    for module in (accessibility, budgets, contact_sheet):
        monkeypatch.setattr(module, "built", built)


def ended(main: Callable[[list[str]], int], *arguments: str) -> int:
    """The exit code of a command, run beside the browser of the other tests: two do not share a thread."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(main, list(arguments)).result()


def test_a_page_is_looked_at_in_every_way(capsys: pytest.CaptureFixture[str]) -> None:
    """Six looks at one page, and nothing is found."""
    assert ended(accessibility.main, "--kinds", "chooser") == 0
    assert capsys.readouterr().out.startswith("1 pages, each in 6 ways: 6 looks")


def test_a_page_is_weighed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the budgets the command ends with 0, above one of them with 1 and the page's address."""
    assert ended(budgets.main, "--kinds", "chooser") == 0
    monkeypatch.setattr(weight, "MOST_REQUESTS", 1)
    assert ended(budgets.main, "--kinds", "chooser") == 1
    assert "/: " in capsys.readouterr().out.partition("kB")[2]


def test_a_sheet_is_made(tmp_path: Path) -> None:
    """One sheet with six pictures, as wide as the three sizes side by side."""
    assert ended(contact_sheet.main, str(tmp_path), "--kinds", "chooser") == 0
    (sheet,) = tmp_path.iterdir()
    with Image.open(sheet) as image:
        assert image.width > sum(shown for _, _, shown in contact_sheet.SIZES)
        assert image.height > 1000


def test_an_unknown_kind_is_refused() -> None:
    """A word that is no kind of page ends the command with those that are."""
    with pytest.raises(ValueError, match="chooser"):
        ended(budgets.main, "--kinds", "homepage")
