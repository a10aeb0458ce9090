"""Whom the errors of a site concern: the districts whose files are not as they were before them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace

from ombrelle.load.entry import Content
from ombrelle.views.edition import Edition


def districts_touched(before: Edition, now: Edition) -> frozenset[str] | None:
    """The districts whose files changed between two editions of a site; None where anything else did."""
    if (before.theme, before.catalogues) != (now.theme, now.catalogues):
        return None
    own, others = (_by_owner(edition.library.content) for edition in (before, now))
    touched = {owner for owner in own.keys() | others.keys() if own.get(owner) != others.get(owner)}
    return None if None in touched else frozenset(owner for owner in touched if owner)


def names_of(edition: Edition, district: str) -> frozenset[str]:
    """The words by which paths name a district: its id and that of its address in each language."""
    pages = edition.routes.by_key.get(f"quartier:{district}", {})
    return frozenset((district, *(page.url.rstrip("/").rpartition("/")[2] for page in pages.values())))


def _by_owner(content: Content) -> Mapping[str | None, Mapping[Hashable, object]]:
    """All that was read, by the district whose it is; under None what is the umbrella's, lists included."""
    rest = replace(content, entries=(), media=(), broken={}, known={})
    found: dict[str | None, dict[Hashable, object]] = {None: {"rest": rest}}
    for entry in content.written:
        found.setdefault(entry.district, {})[entry.path] = entry
    for medium in content.media:
        found.setdefault(medium.district, {})[medium.path] = medium
    return found
