"""Every link of the site leads to a file of the site, and every anchor to an element."""

from __future__ import annotations

from urllib.parse import unquote, urljoin

from ombrelle.audit.page import Built, BuiltPage
from ombrelle.paths import page_file
from ombrelle.problems import Location, Problems


def check_links(built: Built, problems: Problems) -> None:
    """Tell each dead link and anchor, once per address, at the first page that has it."""
    judged: set[str] = set()
    for page in (*built.pages.values(), *built.others.values()):
        # Not a difference of sets: that would look at all that was judged, for each page.
        for link in sorted([link for link in page.links if link not in judged]):
            if link.startswith("/"):
                judged.add(link)
            if _is_ours(link):
                _check(link, page, built, problems)


def _check(link: str, page: BuiltPage, built: Built, problems: Problems) -> None:
    target, _, anchor = urljoin(f"{built.prefix}/{page.path}", link).partition("#")
    is_inside = target.startswith(f"{built.prefix}/")
    file = page_file(unquote(target.removeprefix(built.prefix).partition("?")[0]))
    if not is_inside or file not in built.files:
        problems.add("dead-link", Location(page.path), target=link)
    elif anchor and file in built.pages and unquote(anchor) not in built.pages[file].ids:
        problems.add("dead-anchor", Location(page.path), target=link, anchor=anchor)


def _is_ours(link: str) -> bool:
    return not link.startswith(("http:", "https:", "mailto:", "tel:", "webcal:", "data:", "//"))
