"""Search over the finished pages: an index made once per page, published as small files that a browser asks.

    pages ─► documents ─► Pagefind ─► words of each ─► parts of words, and a file per page, by language
                              └── kept in the cache: what did not change is not made again ──┘

Pagefind reads the pages, splits texts into words, Chinese and Japanese too, and weighs each by where it
stands. What it writes depends on the order in which a disk lists files. What is published is made from it in
an order of its own, so that the same pages give the same bytes. A part is a few kilobytes: the script of the
search page fetches those that its words stand in, and needs neither WebAssembly nor Pagefind's own program.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ombrelle.cache import Cache
from ombrelle.cache.recipes import digest_of
from ombrelle.outputs import Output
from ombrelle.search.documents import documents
from ombrelle.search.kept import index_of
from ombrelle.search.program import SearchUnavailableError
from ombrelle.views.edition import Edition
from ombrelle.views.of_search import INDEX, PARTS

__all__ = ["INDEX", "NOT_ASKED", "Found", "make_search"]

_DIGEST = 16  # hexadecimal figures of it that name a folder


@dataclass(frozen=True, slots=True)
class Found:
    """The files of the search. `reason` says why there is no index, by a key of the command line's words."""

    outputs: tuple[Output, ...]
    reason: str = ""


def _entry(folders: Mapping[str, str]) -> Output:
    """The one file whose address does not change: the folder of the index of each language."""
    return Output(INDEX, json.dumps({"folders": folders}, separators=(",", ":")).encode())


NOT_ASKED = Found((_entry({}),))
"""The search of a site whose pages are not indexed."""


def make_search(edition: Edition, pages: Iterable[Output], cache: Cache) -> Found:
    """The index of the pages that are worth finding, and the file that says where it is.

    Where it cannot be made that file says so, and the search page shows its other ways. A preview of drafts
    is not indexed.
    """
    if edition.library.drafts:
        return NOT_ASKED
    try:
        index = index_of(documents(edition, pages), cache)
    except SearchUnavailableError as reason:
        return Found(NOT_ASKED.outputs, str(reason))
    folders = {lang: digest_of(files)[:_DIGEST] for lang, files in index.items()}
    entry = _entry({lang: f"{posixpath.basename(PARTS)}/{digest}" for lang, digest in folders.items()})
    parts = (
        Output(f"{PARTS}/{folders[lang]}/{lang}{path}", text.encode())
        for lang, files in index.items()
        for path, text in sorted(files.items())
    )
    return Found((entry, *parts))
