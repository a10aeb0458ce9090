"""What the tests stand on: the static server and the watched browser."""

from __future__ import annotations

from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from tests.support.browser import visiting
from tests.support.server import serving


def write(folder: Path, name: str, body: str) -> None:
    page = folder / name
    page.parent.mkdir(exist_ok=True)
    page.write_text(f'<!doctype html><html lang="fr"><title>t</title>{body}</html>', encoding="utf-8")


@pytest.mark.parametrize("under", ["/", "/a/site/"])
def test_a_folder_answers_with_its_index(tmp_path: Path, under: str) -> None:
    """At the root and under a sub-path, the address of a folder gives its index.html."""
    write(tmp_path, "fr/index.html", "bonjour")
    with serving(tmp_path, under) as base:
        assert b"bonjour" in urlopen(f"{base}fr/").read()


@pytest.mark.parametrize(
    ("address", "page"), [("fr/absent/", b"perdu"), ("de/absent", b"lost"), ("en/", b"lost")]
)
def test_what_is_absent_answers_404_with_the_site_s_page(tmp_path: Path, address: str, page: bytes) -> None:
    """The 404 page is that of the address's language, else that of the site; a folder is never listed."""
    write(tmp_path, "404.html", "lost")
    write(tmp_path, "fr/404.html", "perdu")
    write(tmp_path, "en/other.html", "there")
    with serving(tmp_path) as base, pytest.raises(HTTPError) as answer:
        urlopen(base + address)
    assert answer.value.code == 404
    assert page in answer.value.read()
    answer.value.close()


def test_nothing_is_served_outside_the_sub_path(tmp_path: Path) -> None:
    """A site at /a/site/ that links to /style.css is found out."""
    write(tmp_path, "style.css", "")
    with serving(tmp_path, "/a/site/") as base, pytest.raises(HTTPError) as answer:
        urlopen(base.removesuffix("a/site/") + "style.css")
    assert answer.value.code == 404
    answer.value.close()


def test_the_site_s_own_headers_are_sent(tmp_path: Path) -> None:
    """Each rule for the paths that it names, and none unless asked for."""
    write(tmp_path, "index.html", "t")
    write(tmp_path, "data/a.html", "t")
    (tmp_path / "_headers").write_text("/*\n  X-A: 1: 2\n\n/data/*\n  X-B: 3\n", encoding="utf-8")
    with serving(tmp_path, headers=True) as base:
        assert (urlopen(base).headers["X-A"], urlopen(base).headers["X-B"]) == ("1: 2", None)
        assert urlopen(f"{base}data/a.html").headers["X-B"] == "3"
    with serving(tmp_path) as base:
        assert urlopen(base).headers["X-A"] is None


@pytest.mark.browser
def test_a_visit_keeps_errors_and_outside_requests(tmp_path: Path, chromium: Browser) -> None:
    """An error of a script and a request to another host are both recorded."""
    write(tmp_path, "index.html", '<img alt="" src="http://127.0.0.2:9/pixel.png"><script>absent()</script>')
    with serving(tmp_path) as base, visiting(chromium, base) as visit:
        assert any("absent is not defined" in error for error in visit.errors)
        assert visit.outside == ["http://127.0.0.2:9/pixel.png"]


@pytest.mark.browser
def test_a_quiet_page_leaves_no_trace(tmp_path: Path, chromium: Browser) -> None:
    """A page that does nothing wrong has no record, scripts on or off."""
    write(tmp_path, "index.html", '<link rel="icon" href="data:,"><h1>t</h1>')
    for scripts in (True, False):
        with serving(tmp_path) as base, visiting(chromium, base, java_script_enabled=scripts) as visit:
            assert (visit.errors, visit.outside) == ([], [])
