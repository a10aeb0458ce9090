"""The converted texts of an entry as bytes, for a cache: those that are plain, without blocks or faults."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple
from typing import Any

from ombrelle.cache import packed, program_digest, unpacked
from ombrelle.cache.recipes import digest_of
from ombrelle.load.entry import Text
from ombrelle.markdown.fragment import Fragment, Heading, Link

Fragments = Mapping[str, Fragment]


def key_of(texts: Sequence[Text]) -> str:
    """The key of the texts of an entry, in the order in which they are converted."""
    return digest_of((program_digest(), [(it.path, it.body, it.body_line, it.lang) for it in texts]))


def to_bytes(fragments: Fragments) -> bytes | None:
    """The fragments by path; None where one has blocks, which hold more than texts."""
    if any(fragment.blocks for fragment in fragments.values()):
        return None
    found = {path: [*astuple(fragment)[:4]] for path, fragment in fragments.items()}
    return packed(found)


def from_bytes(content: bytes) -> Fragments:
    """The fragments that were made bytes."""
    found: dict[str, list[Any]] = unpacked(content)
    return {path: _fragment(*parts) for path, parts in found.items()}


def _fragment(html: str, headings: list[list[Any]], links: list[list[Any]], words: int) -> Fragment:
    return Fragment(
        html, tuple(Heading(*each) for each in headings), tuple(Link(*each) for each in links), words
    )
