"""Each page is an original or says which one it borrows from; search engines are told of originals alone."""

from __future__ import annotations

from collections.abc import Iterator

from ombrelle.audit.page import Built, BuiltPage
from ombrelle.problems import Location, Problems

_DEFAULT = "x-default"


def check_originals(built: Built, problems: Problems) -> None:
    """Tell canonical addresses, offers to search engines and translations that are not as they say.

    A page that is not found promises nothing. A site that no search engine may see is a preview: none of its
    pages is offered.
    """
    is_public = any(page.is_indexed for page in built.pages.values())
    for page in filter(_is_promising, built.pages.values()):
        if _is_original(built, page):
            if is_public and not page.is_indexed:
                problems.add("original-hidden", Location(page.path))
            _check_translations(built, page, problems)
        else:
            _check_borrower(built, page, problems)
    if built.listed is not None:
        _check_sitemaps(built, problems)


def _is_promising(page: BuiltPage) -> bool:
    return bool(page.canonical) and not page.path.endswith("404.html")


def _is_original(built: Built, page: BuiltPage) -> bool:
    return built.file(page.canonical) == page.path


def _check_borrower(built: Built, page: BuiltPage, problems: Problems) -> None:
    place = Location(page.path)
    original = built.pages.get(built.file(page.canonical))
    if original is None or original.lang == page.lang or not _is_original(built, original):
        problems.add("canonical-wrong", place, target=page.canonical)
    elif original.lang not in page.marked:
        problems.add("borrowed-unmarked", place, lang=original.lang)
    if page.alternates or page.is_indexed:
        problems.add("borrower-offered", place)


def _check_translations(built: Built, page: BuiltPage, problems: Problems) -> None:
    """Each translation is an original too, can be reached from here, and has the same anchors."""
    place = Location(page.path)
    for lang, href, other in _translations(built, page):
        if other.canonical and not _is_original(built, other):
            problems.add("alternate-borrower", place, lang=lang, target=other.path)
        if f"{built.prefix}{href.removeprefix(built.base_url)}" not in page.links:
            problems.add("translation-unlinked", place, lang=lang, target=other.path)
        own, theirs = _anchors(page), _anchors(other)
        if page.path < other.path and len(own) == len(theirs) and own != theirs:
            names = ", ".join(sorted(own ^ theirs))
            problems.add("anchors-differ", place, lang=lang, target=other.path, names=names)


def _translations(built: Built, page: BuiltPage) -> Iterator[tuple[str, str, BuiltPage]]:
    for lang, href in page.alternates:
        other = built.pages.get(built.file(href))
        if other is not None and lang not in {_DEFAULT, page.lang}:
            yield lang, href, other


def _anchors(page: BuiltPage) -> frozenset[str]:
    """The anchors of the content: those of the theme begin with a low line."""
    return frozenset(id_ for id_ in page.ids if not id_.startswith("_"))


def _check_sitemaps(built: Built, problems: Problems) -> None:
    listed = {built.file(address) for address in built.listed or ()}
    for page in built.pages.values():
        is_due = _is_promising(page) and page.is_indexed and _is_original(built, page)
        if is_due != (page.path in listed):
            code = "sitemap-lacks" if is_due else "sitemap-surplus"
            problems.add(code, Location(page.path))
