"""What pages and feeds say of each other's languages: alternates, canonical addresses, switchers."""

from __future__ import annotations

from collections.abc import Iterator

from tests.language_audit.fault import Fault
from tests.language_audit.page import Page, Switch
from tests.language_audit.site import Site

_ROOT = "index.html"
_DEFAULT = "x-default"
_LEFTWARD = frozenset(("ar", "fa", "he", "ur"))


def of_page(site: Site, page: Page) -> Iterator[Fault]:
    """Every fault of a page in what it says of addresses."""
    yield from _of_element(page)
    yield from _of_canonical(site, page)
    yield from _of_alternates(site, page)
    yield from _of_switcher(site, page)
    for address in page.feeds:
        if site.feeds.get(site.file(address, page)) != page.lang:
            yield Fault(page.path, "feed-language", address)


def of_feeds(site: Site) -> Iterator[Fault]:
    """Every feed that is not in the language of its folder."""
    for path, lang in site.feeds.items():
        if lang != path.split("/")[0]:
            yield Fault(path, "feed-language", lang)


def is_original(site: Site, page: Page) -> bool:
    """Whether a page says that it is its own original."""
    return site.url(page) in page.canonical


def is_unlisted(page: Page) -> bool:
    """Whether a page is for visitors alone: it asks no search engine to list it, and is no original."""
    return not page.is_indexed and not page.canonical and not _is_not_found(page)


def _is_not_found(page: Page) -> bool:
    return page.path.endswith("404.html")


def _of_element(page: Page) -> Iterator[Fault]:
    folder = page.path.split("/")[0]
    if not page.lang or ("/" in page.path and page.lang != folder):
        yield Fault(page.path, "html-lang", page.lang)
    if page.direction != ("rtl" if page.lang in _LEFTWARD else "ltr"):
        yield Fault(page.path, "html-dir", page.direction)


def _of_canonical(site: Site, page: Page) -> Iterator[Fault]:
    if _is_not_found(page):
        if page.is_indexed:
            yield Fault(page.path, "not-found-indexed")
        return
    if is_unlisted(page):
        if page.alternates:
            yield Fault(page.path, "unlisted-with-alternates")
        return
    if len(page.canonical) != 1:
        yield Fault(page.path, "canonical-count", str(len(page.canonical)))
        return
    if is_original(site, page):
        yield from _of_original(page)
    else:
        yield from _of_borrower(site, page)


def _of_original(page: Page) -> Iterator[Fault]:
    if page.notices:
        yield Fault(page.path, "original-with-notice")
    if not page.alternates:
        yield Fault(page.path, "original-without-alternates")
    if not page.is_indexed:
        yield Fault(page.path, "original-not-indexed")
    if any(lang != page.lang for lang in page.structured):
        yield Fault(page.path, "structured-language", ", ".join(page.structured))


def _of_borrower(site: Site, page: Page) -> Iterator[Fault]:
    """It leads to an original in another language, the same page, and says so in its own language."""
    (address,) = page.canonical
    original = site.page(address)
    if page.alternates:
        yield Fault(page.path, "borrower-with-alternates")
    if original is None:
        yield Fault(page.path, "canonical-dead", address)
        return
    if original.lang == page.lang or not is_original(site, original):
        yield Fault(page.path, "canonical-borrower", address)
    if original.path not in {site.file(switch.href, page) for switch in page.switches}:
        yield Fault(page.path, "canonical-elsewhere", address)
    if any(lang != original.lang for lang in page.structured):
        yield Fault(page.path, "structured-language", ", ".join(page.structured))
    yield from _of_notice(site, page, original)


def _of_notice(site: Site, page: Page, original: Page) -> Iterator[Fault]:
    if len(page.notices) != 1:
        yield Fault(page.path, "borrower-without-notice")
        return
    (notice,) = page.notices
    if notice.lang != page.lang:
        yield Fault(page.path, "notice-language", notice.lang)
    links = {(lang, site.file(href, page)) for lang, href in notice.links}
    if links != {(original.lang, original.path)}:
        yield Fault(page.path, "notice-elsewhere", str(notice.links))


def _of_alternates(site: Site, page: Page) -> Iterator[Fault]:
    if not page.alternates:
        return
    langs = [lang for lang, _ in page.alternates]
    if len(langs) != len(set(langs)):
        yield Fault(page.path, "alternate-twice", ", ".join(langs))
    if _DEFAULT not in langs:
        yield Fault(page.path, "alternate-default")
    own = _DEFAULT if page.path == _ROOT else page.lang
    if (own, site.url(page)) not in page.alternates:
        yield Fault(page.path, "alternate-self")
    for lang, href in page.alternates:
        yield from _of_alternate(site, page, lang, href)


def _of_alternate(site: Site, page: Page, lang: str, href: str) -> Iterator[Fault]:
    other = site.page(href)
    if other is None or site.url(other) != href:
        yield Fault(page.path, "alternate-dead", href)
        return
    if lang not in {_DEFAULT, other.lang}:
        yield Fault(page.path, "alternate-language", f"{lang}: {href}")
    if not is_original(site, other) or not other.is_indexed:
        yield Fault(page.path, "alternate-borrower", href)
    # The root is nobody's translation: it is what the home pages name for everybody else.
    same = page.path == _ROOT or set(other.alternates) == set(page.alternates)
    if not same or site.url(page) not in {back for _, back in other.alternates}:
        yield Fault(page.path, "alternate-not-mutual", href)


def _of_switcher(site: Site, page: Page) -> Iterator[Fault]:
    if page.path == _ROOT:
        return
    if sorted(switch.lang for switch in page.switches) != sorted(site.languages):
        yield Fault(page.path, "switcher-languages", ", ".join(switch.lang for switch in page.switches))
    for switch in page.switches:
        other = site.page(switch.href, page)
        if other:
            yield from _of_switch(site, page, switch, other)
        else:
            yield Fault(page.path, "switcher-dead", switch.href)


def _of_switch(site: Site, page: Page, switch: Switch, other: Page) -> Iterator[Fault]:
    if switch.lang != other.lang or switch.direction != other.direction:
        yield Fault(page.path, "switcher-language", f"{switch.lang}: {switch.href}")
    if site.file(_own_link(other), other) != other.path or not _leads_back(site, page, other):
        yield Fault(page.path, "switcher-not-mutual", switch.href)
    if switch.is_current != (other.path == page.path or _is_root_not_found(page, other)):
        yield Fault(page.path, "switcher-current", switch.href)
    if bool(switch.hreflang) != _is_own(site, other):
        yield Fault(page.path, "switcher-promise", switch.href)


def _is_own(site: Site, page: Page) -> bool:
    """Whether a page is in its language; one that no search engine lists says so by having no notice."""
    if is_unlisted(page):
        return not page.notices
    return is_original(site, page) or _is_not_found(page)


def _own_link(page: Page) -> str:
    return next((switch.href for switch in page.switches if switch.is_current), "")


def _leads_back(site: Site, page: Page, other: Page) -> bool:
    home = page.path if "/" in page.path else f"{page.lang}/{page.path}"
    return home in {site.file(switch.href, other) for switch in other.switches}


def _is_root_not_found(page: Page, other: Page) -> bool:
    """The page that is not found answers at the root too, in one language."""
    return "/" not in page.path and other.path == f"{page.lang}/{page.path}"
