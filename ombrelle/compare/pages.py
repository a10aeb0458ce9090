"""The pages that differ between two sides, each once with all the languages in which it does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ombrelle.compare.snapshot import Snapshot

STATES = ("added", "moved", "gone", "changed")

_PAGE = re.compile(r"(?P<lang>[a-z]{2,3}(?:-[A-Za-z0-9]+)*)/(?:.*/)?index\.html")


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """A page that is `added`, `moved`, `gone` or `changed` in these languages.

    `addresses` are by language, the former ones of a page that is gone; `former` are those before a move.
    `is_own` is False for a page that only shows, lists or names what was touched.
    """

    state: str
    addresses: Mapping[str, str]
    former: Mapping[str, str]
    is_own: bool = True

    @property
    def address(self) -> str:
        """The address in the first of its languages."""
        return next(iter(self.addresses.values()))


def changed_pages(before: Snapshot, after: Snapshot, touched: tuple[str, ...]) -> tuple[ChangedPage, ...]:
    """What differs, by state and address; the languages of each are in the order of the site."""
    found: dict[tuple[str, str], dict[str, tuple[str, str]]] = defaultdict(dict)
    for lang in _languages(before, after):
        for state, former, address in _differences(lang, before, after):
            found[state, _key(address, before, after)][lang] = former, address
    pages = [
        ChangedPage(
            state,
            {lang: address for lang, (_, address) in each.items()},
            {lang: former for lang, (former, _) in each.items() if former},
            is_own=_is_own(each, before, after, touched),
        )
        for (state, _), each in found.items()
    ]
    return tuple(sorted(pages, key=lambda each: (STATES.index(each.state), each.address)))


def _languages(before: Snapshot, after: Snapshot) -> list[str]:
    order = {lang: index for index, lang in enumerate(after.languages or before.languages)}
    matches = (_PAGE.fullmatch(path) for path in (*before.outputs, *after.outputs))
    return sorted(
        {page["lang"] for page in matches if page}, key=lambda lang: (order.get(lang, len(order)), lang)
    )


def _differences(lang: str, before: Snapshot, after: Snapshot) -> Iterator[tuple[str, str, str]]:
    """State, former address and address of each page of a language that differs."""
    old, new = _addresses(before.outputs, lang), _addresses(after.outputs, lang)
    leads = {address: after.redirects.get(address.rstrip("/"), "") for address in old.keys() - new}
    moved = {address: target for address, target in leads.items() if target}
    yield from (("changed", "", address) for address in old.keys() & new if old[address] != new[address])
    yield from (("added", "", address) for address in new.keys() - old if address not in moved.values())
    yield from (("moved", address, target) for address, target in moved.items())
    yield from (("gone", "", address) for address in leads.keys() - moved)


def _addresses(outputs: Mapping[str, str], lang: str) -> dict[str, str]:
    """The pages of a language: their hashes by their address from the root."""
    matches = (_PAGE.fullmatch(path) for path in outputs)
    return {
        f"/{page[0].removesuffix('index.html')}": outputs[page[0]]
        for page in matches
        if page and page["lang"] == lang
    }


def _key(address: str, before: Snapshot, after: Snapshot) -> str:
    """What a page is called in every language; its address where only a manifest knows it."""
    page = after.pages.get(address) or before.pages.get(address)
    return page.key if page else address


def _is_own(
    each: Mapping[str, tuple[str, str]], before: Snapshot, after: Snapshot, touched: tuple[str, ...]
) -> bool:
    """Whether a file of what the page is about was touched; True where no files are known."""
    pages = (after.pages.get(address) or before.pages.get(address) for _, address in each.values())
    files = {path for page in pages if page for path in page.files}
    return not touched or not files.isdisjoint(touched)
