"""The former addresses of what moves, recorded in the facts of the entries that had them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ombrelle.load.entry import facts_path
from ombrelle.rename.move import Move
from ombrelle.route import Page, Redirect, Routes
from ombrelle.route.ledger import bare, updated
from ombrelle.sources.edits import read_raw
from ombrelle.sources.yaml_lists import with_items
from ombrelle.views.edition import Edition


def former_addresses(before: Routes, after: Routes, move: Move) -> tuple[tuple[Page, Page], ...]:
    """Each page whose address changes: as it was, and as it is."""
    return tuple(
        (page, new)
        for page in before.pages
        if (new := after.page(move.key(page.key), page.lang)) and new.url != page.url
    )


def recorded(folder: Path, moved: tuple[tuple[Page, Page], ...]) -> dict[str, str]:
    """The facts with their former addresses, by path; `folder` holds the files as they are after the move.

    An address that a page takes again is no longer a former one. A section of a district is no entry: it
    leads to the district.
    """
    by_file: dict[str, list[Redirect]] = defaultdict(list)
    for old, new in moved:
        if new.entry:
            by_file[facts_path(new.entry)].append(Redirect(old.url, new.url))
    return {path: _with_redirects(folder, path, redirects) for path, redirects in by_file.items()}


def _with_redirects(folder: Path, path: str, redirects: list[Redirect]) -> str:
    text = read_raw(folder, path) if (folder / path).exists() else ""
    taken = {redirect.target for redirect in redirects}
    return with_items(text, "redirect_from", [redirect.source for redirect in redirects], taken)


def ledger_after(draft: Edition, moved: tuple[tuple[Page, Page], ...], move: Move) -> str:
    """The ledger with the new addresses, under the new names; its own redirects lead straight to them."""
    urls = {bare(old.url): new.url for old, new in moved}
    lines = [
        replace(line, key=move.key(line.key), target=urls.get(bare(line.target), line.target))
        for line in draft.library.content.addresses
    ]
    return updated(lines, draft.routes)


def leads(routes: Routes) -> Mapping[str, str]:
    """Where each former address leads."""
    return {redirect.source: redirect.target for redirect in routes.redirects}
