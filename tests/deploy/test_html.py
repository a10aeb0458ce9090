"""The pages against the HTML standard."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.tools import html_messages


def test_the_checker_sees_a_fault(tmp_path: Path) -> None:
    """A duplicated id is told with its page, so that silence means something."""
    page = '<!doctype html><html lang="fr"><title>t</title><p id="a">1</p><p id="a">2</p></html>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    errors = [message for message in html_messages(tmp_path) if message.kind == "error"]
    assert [(error.path, "Duplicate ID" in error.text) for error in errors] == [("index.html", True)]


@pytest.mark.site
def test_no_page_breaks_the_html_standard(real_site: Path) -> None:
    """The Nu Html Checker finds no error on any page of the real site."""
    assert any(real_site.rglob("*.html"))
    assert [message for message in html_messages(real_site) if message.kind in {"error", "fatal"}] == []
