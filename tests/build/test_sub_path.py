"""A site that stands below a path of its host, on a plain static server."""

from __future__ import annotations

from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin
from urllib.request import urlopen

from ombrelle.audit import read_page
from ombrelle.build import build
from tests.support.server import serving
from tests.support.small import SITES, options


def crawled(start: str) -> tuple[dict[str, bytes], dict[str, str]]:
    """Every page that links lead to from `start`, and the addresses that do not answer with their page."""
    pages: dict[str, bytes] = {}
    dead: dict[str, str] = {}
    waiting, seen = [start], {start}
    while waiting:
        address = waiting.pop()
        try:
            with urlopen(address) as answer:
                content, kind = answer.read(), answer.headers.get_content_type()
        except HTTPError as error:
            dead[address] = str(error.code)
            continue
        if kind != "text/html":
            continue
        pages[address] = content
        links = {urldefrag(urljoin(address, link))[0] for link in read_page("", content).links}
        origin = start.partition("/sous/")[0]
        fresh = {link for link in links if link.startswith(origin)} - seen
        waiting += sorted(fresh)
        seen |= fresh
    return pages, dead


def test_every_link_answers_below_a_path(tmp_path: Path) -> None:
    """From the choice of languages every page is reached, and nothing leads out of the path or nowhere."""
    out = tmp_path / "public"
    out.mkdir()
    with serving(out, "/sous/chemin/") as address:
        assert build(options(SITES / "rich", out, base_url=address.rstrip("/"))).manifest is not None
        pages, dead = crawled(address)
        assert dead == {}
        built = {path.relative_to(out).as_posix() for path in out.rglob("*.html")}
        reached = {f"{page.removeprefix(address)}index.html" for page in pages if page.endswith("/")}
        assert built - reached == {"404.html", "fr/404.html", "en/404.html", "ar/404.html"}
        canonicals = {read_page("", html).canonical for html in pages.values()}
        assert all(canonical.startswith(address) for canonical in canonicals if canonical)
