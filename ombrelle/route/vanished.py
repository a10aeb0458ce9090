"""Addresses of the ledger where nothing answers any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from ombrelle.library import Library
from ombrelle.library.relate import arrange
from ombrelle.load.addresses import ADDRESSES_FILE, Address
from ombrelle.load.entry import Content, Entry, facts_path
from ombrelle.problems import Location, Problems
from ombrelle.route import Routes
from ombrelle.route.ledger import bare
from ombrelle.route.routes import make_routes


def check_vanished(library: Library, routes: Routes, problems: Problems) -> None:
    """Tell each address of the ledger that is neither a page, nor redirected, nor declared gone.

    What a date alone hides has not vanished: its page comes, or comes back, by itself. Where the words of
    addresses cannot be known, nothing is told.
    """
    if library.content.unread or not library.content.is_sound:
        return
    missing = tuple(_missing(library.content.addresses, routes))
    if not missing:
        return
    whole = make_routes(arrange(library.content, date.max), routes.base_url, Problems())
    by_entry: dict[str, list[Address]] = defaultdict(list)
    hidden = _hidden(library.content)
    for address in _missing(missing, whole):
        if _may_be_broken(address.key, hidden):
            continue
        if address.key in library.by_key:
            by_entry[address.key].append(address)
        else:
            _tell_in_ledger(address, routes, problems)
    for key, addresses in by_entry.items():
        _tell_in_facts(library.by_key[key], addresses, problems)


def _missing(addresses: Sequence[Address], routes: Routes) -> Iterator[Address]:
    known = {bare(page.url) for page in routes.pages} | {bare(each.source) for each in routes.redirects}
    for address in addresses:
        if address.key and bare(address.path) not in known:
            yield address


def _hidden(content: Content) -> set[str]:
    """The keys of what cannot be shown for an error: a district takes all that lies in it along."""
    broken = set(content.broken)
    return broken | {entry.key for entry in content.entries if f"quartier:{entry.district}" in broken}


def _may_be_broken(key: str, hidden: Collection[str]) -> bool:
    """Whether the page is missing only because a file has an error, which is told already."""
    is_entry = ":" in key and not (key.startswith("quartier:") and "/" in key)
    return key in hidden or (bool(hidden) and not is_entry)


def _tell_in_facts(entry: Entry, addresses: Sequence[Address], problems: Problems) -> None:
    former = [*entry.facts.redirect_from, *(address.path for address in addresses)]
    file = facts_path(entry)
    has_field = bool(entry.facts.redirect_from)
    place = entry.locate("redirect_from") if has_field else Location(entry.path)
    urls = ", ".join(address.path for address in addresses)
    problems.add(
        "address-vanished", place, urls=urls, file=file, fact=f"redirect_from: [{', '.join(former)}]"
    )


def _tell_in_ledger(address: Address, routes: Routes, problems: Problems) -> None:
    lang = address.path.split("/")[1]
    page = routes.page(address.key, lang)
    line = f"{address.path} 301 {page.url}" if page else f"{address.path} 410"
    problems.add("address-vanished", address.place, urls=address.path, ledger=ADDRESSES_FILE, line=line)
