"""The pages of the codes are those that the catalogue and the examples make."""

from __future__ import annotations

from pathlib import Path

import pytest

from ombrelle.problems.catalogue import SPOKEN, definitions
from ombrelle.report.pages import PAGES, example, main, page

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "tests" / "invalid"


@pytest.mark.parametrize("language", SPOKEN)
def test_the_committed_page_is_current(language: str) -> None:
    """Made anew, the page is the same: `python -m ombrelle.report.pages tests/invalid docs`."""
    written = (ROOT / "docs" / PAGES[language]).read_text(encoding="utf-8")
    assert written == page(language, EXAMPLES)


@pytest.mark.parametrize("language", SPOKEN)
def test_each_code_has_one_heading(language: str) -> None:
    """A link to `#code` leads to that code, in each language."""
    headings = [line for line in page(language, EXAMPLES).split("\n") if line.startswith("### ")]
    assert sorted(headings) == sorted(f"### {code}" for code in definitions())


def test_main_writes_both_pages(tmp_path: Path) -> None:
    """The command writes a page per language into the folder that it is given."""
    main([str(EXAMPLES), str(tmp_path)])
    assert {path.name for path in tmp_path.iterdir()} == set(PAGES.values())


def test_an_example_is_the_part_of_its_code() -> None:
    """Of a report that tells several problems, the first of the code is shown."""
    report = "a:1:1  error  empty-value\n  One.\n\nb:1:1  error  id-form\n  Two.\n\n2 files, 2 errors."
    assert example("id-form", report) == "b:1:1  error  id-form\n  Two."
    with pytest.raises(ValueError, match="no example"):
        example("form", report)
