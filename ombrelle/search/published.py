"""The index as it is published: JSON that a script of a few kilobytes reads.

Per language, by its code `fr`, below a digest of its files:

- `fr.json`: `starts`, the first word of each part in the order of UTF-16, as scripts compare; of each page,
  by its number, the same `keys` in every language, and its kind as its place in `kinds`;
- `fr/w<part>.json`: each word with the pages that have it, `[page, score, page, score, …]`, the score that of
  BM25 for the page, ten times, rounded. A word that is on most pages begins with -1 and has the best alone:
  it tells little, and rules out none;
- `fr/p<page>.json`: what a result shows: `url`, `title`, `label` (its kind), `district`, `summary`, `text`.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ombrelle.search.documents import Document
from ombrelle.search.program import Read, Word
from ombrelle.search.text import fold

_PART = 5_000
"""Characters of a part, as soon as it has so many: two kilobytes or so when compressed."""

_TEXT = 2_500
"""Characters of a page's text from which excerpts are taken."""

_SATURATION, _LENGTHS, _TITLE = 1.2, 0.6, 6.0
"""BM25's k1 and b, and what a word gains that is all of a title; less, the longer the title is."""

_SIGNS = 12
"""Characters of a title that count as a word at least, as in scripts without spaces."""

_COMMON, _FEW, _BEST = 0.6, 30, 30
"""A word on so large a share of the pages tells little, where there are at least so many pages; how many are
kept for it."""


def published(own: Sequence[tuple[Document, Read]], numbers: Sequence[int]) -> dict[str, str]:
    """The files of one language by what follows its code in their path.

    `numbers` are those of the documents, the same in every language.
    """
    words: dict[str, dict[int, tuple[float, bool]]] = defaultdict(dict)
    for page, (document, read) in enumerate(own):
        for word in read.words:
            _count(words[fold(word.form, document.lang)], page, word)
    return {
        path: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        for path, value in _files(own, numbers, words)
    }


def _count(places: dict[int, tuple[float, bool]], page: int, found: Word) -> None:
    """Add up forms that are one word to search."""
    weight, in_title = places.get(page, (0.0, False))
    places[page] = (weight + found.weight, in_title or found.in_title)


def _files(
    own: Sequence[tuple[Document, Read]],
    numbers: Sequence[int],
    words: Mapping[str, Mapping[int, tuple[float, bool]]],
) -> Iterator[tuple[str, Any]]:
    starts = []
    for index, part in enumerate(_parts(_scored(own, words))):
        starts.append(next(iter(part)))
        yield f"/w{index}.json", part
    kinds = sorted({document.kind for document, _ in own})
    kind = [kinds.index(document.kind) for document, _ in own]
    yield ".json", {"starts": starts, "keys": numbers, "kinds": kinds, "kind": kind}
    for page, (document, read) in enumerate(own):
        yield f"/p{page}.json", _shown(document, read)


def _weight_of_title(title: str) -> float:
    return _TITLE / math.sqrt(max(len(title.split()), len(title) / _SIGNS, 1))


def _scored(
    own: Sequence[tuple[Document, Read]], words: Mapping[str, Mapping[int, tuple[float, bool]]]
) -> dict[str, list[int]]:
    """Each word with the pages of the language that have it and its score there, in the order of words."""
    titles = [_weight_of_title(document.title) for document, _ in own]
    average = max(sum(read.length for _, read in own) / max(len(own), 1), 1)
    lengths = [read.length / average for _, read in own]
    most = _COMMON * len(own) if len(own) >= _FEW else len(own)
    scored: dict[str, list[int]] = {}
    for word in sorted(filter(_is_asked, words), key=lambda it: it.encode("utf-16-be")):
        scores = {
            page: _score(weight, lengths[page], titles[page] * in_title)
            for page, (weight, in_title) in words[word].items()
        }
        is_common = len(scores) > most
        kept = sorted(scores, key=lambda page: (-scores[page], page))[:_BEST] if is_common else scores
        scored[word] = [-1] * is_common + [part for page in sorted(kept) for part in (page, scores[page])]
    return scored


def _is_asked(word: str) -> bool:
    """Whether anybody asks for it: not for one letter of an alphabet, which is what elision leaves."""
    return len(word) > 1 or (word.isalnum() and word > "\u2fff")


def _score(weight: float, length: float, title: float) -> int:
    """BM25 of a word that stands `weight` times on a page of `length`, and what it gains by the `title`."""
    score = weight * (_SATURATION + 1) / (weight + _SATURATION * (1 - _LENGTHS + _LENGTHS * length) or 1)
    return max(round(10 * (score + title)), 1)


def _parts(lists: Mapping[str, list[int]]) -> Iterator[dict[str, list[int]]]:
    part: dict[str, list[int]] = {}
    size = 0
    for word, places in lists.items():
        part[word] = places
        size += len(word) + 6 + sum(len(str(place)) + 1 for place in places)
        if size >= _PART:
            yield part
            part, size = {}, 0
    if part:
        yield part


def _shown(document: Document, read: Read) -> Mapping[str, str]:
    return {
        "url": document.url,
        "title": document.title,
        "label": document.label,
        "district": document.district,
        "summary": document.summary,
        "text": _cut(read.content, document.title),
    }


def _cut(text: str, title: str) -> str:
    """The beginning of a text, up to the end of a word, without the title that it begins with."""
    text = text.removeprefix(title).lstrip(" .")
    return text if len(text) <= _TEXT else text[:_TEXT].rpartition(" ")[0] or text[:_TEXT]
