"""The index as it is published: JSON that a script of a few kilobytes reads.

Per language, by its code `fr`:

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
from ombrelle.search.program import Occurrence, Read, Text
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


def published(documents: Sequence[Document], read: Read) -> dict[str, str]:
    """The files of the index by their path; `documents` and the numbers of `read` are those of one list."""
    keys = {key: number for number, key in enumerate(dict.fromkeys(document.key for document in documents))}
    by_lang: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        by_lang[document.lang].append(number)
    words: dict[str, dict[str, dict[int, tuple[float, bool]]]] = defaultdict(lambda: defaultdict(dict))
    for word, occurrence in read.words:
        lang = documents[occurrence.document].lang
        _count(words[lang][fold(word, lang)], occurrence)
    return {
        path: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        for lang, numbers in by_lang.items()
        for path, value in _language(lang, numbers, documents, read.texts, words[lang], keys)
    }


def _count(places: dict[int, tuple[float, bool]], found: Occurrence) -> None:
    """Add up forms that are one word to search."""
    weight, in_title = places.get(found.document, (0.0, False))
    places[found.document] = (weight + found.weight, in_title or found.in_title)


def _language(
    lang: str,
    numbers: Sequence[int],
    documents: Sequence[Document],
    texts: Mapping[int, Text],
    words: Mapping[str, Mapping[int, tuple[float, bool]]],
    keys: Mapping[str, int],
) -> Iterator[tuple[str, Any]]:
    own = [documents[number] for number in numbers]
    kinds = sorted({document.kind for document in own})
    lists = _scored(numbers, [_weight_of_title(document.title) for document in own], texts, words)
    starts = []
    for index, part in enumerate(_parts(lists)):
        starts.append(next(iter(part)))
        yield f"{lang}/w{index}.json", part
    yield (
        f"{lang}.json",
        {
            "starts": starts,
            "keys": [keys[document.key] for document in own],
            "kinds": kinds,
            "kind": [kinds.index(document.kind) for document in own],
        },
    )
    for page, number in enumerate(numbers):
        yield f"{lang}/p{page}.json", _shown(documents[number], texts.get(number))


def _weight_of_title(title: str) -> float:
    return _TITLE / math.sqrt(max(len(title.split()), len(title) / _SIGNS, 1))


def _scored(
    numbers: Sequence[int],
    titles: Sequence[float],
    texts: Mapping[int, Text],
    words: Mapping[str, Mapping[int, tuple[float, bool]]],
) -> dict[str, list[int]]:
    """Each word with the pages of the language that have it and its score there, in the order of words."""
    places = {number: page for page, number in enumerate(numbers)}
    lengths = {number: texts[number].length if number in texts else 0 for number in numbers}
    average = max(sum(lengths.values()) / max(len(lengths), 1), 1)
    most = _COMMON * len(numbers) if len(numbers) >= _FEW else len(numbers)
    scored: dict[str, list[int]] = {}
    for word in sorted(filter(_is_asked, words), key=lambda it: it.encode("utf-16-be")):
        found = words[word]
        scores = {
            places[number]: _score(weight, lengths[number] / average, titles[places[number]] * in_title)
            for number, (weight, in_title) in found.items()
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


def _shown(document: Document, text: Text | None) -> Mapping[str, str]:
    return {
        "url": document.url,
        "title": document.title,
        "label": document.label,
        "district": document.district,
        "summary": document.summary,
        "text": _cut(text.content if text else "", document.title),
    }


def _cut(text: str, title: str) -> str:
    """The beginning of a text, up to the end of a word, without the title that it begins with."""
    text = text.removeprefix(title).lstrip(" .")
    return text if len(text) <= _TEXT else text[:_TEXT].rpartition(" ")[0] or text[:_TEXT]
