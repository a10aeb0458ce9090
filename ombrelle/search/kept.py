"""The index of the search, and what it is made from, in the cache of builds.

One text that changed is one document for Pagefind to read, and one language to publish anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from functools import cache as once
from pathlib import Path
from typing import Any

from ombrelle.cache import Cache, packed, unpacked
from ombrelle.cache.recipes import digest_of
from ombrelle.search.documents import Document
from ombrelle.search.program import IDENTITY, Read, Word, read_pages
from ombrelle.search.published import published

Files = Mapping[str, str]


def index_of(documents: Sequence[Document], cache: Cache) -> Mapping[str, Files]:
    """The files of each language, by what follows its code in their path, in the order of the documents.

    SearchUnavailableError where Pagefind is needed and cannot be run.
    """
    numbers = {key: number for number, key in enumerate(dict.fromkeys(it.key for it in documents))}
    by_lang: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        by_lang[document.lang].append(document)
    keys = {lang: _key_of([(it, numbers[it.key]) for it in own]) for lang, own in by_lang.items()}
    known = {lang: unpacked(kept) for lang, key in keys.items() if (kept := cache.use(key)) is not None}
    cache.still_use(_key_of_read(it) for lang in known for it in by_lang[lang])
    changed = [lang for lang in by_lang if lang not in known]
    read = iter(_read_all([it for lang in changed for it in by_lang[lang]], cache))
    for lang in changed:
        own = [(it, next(read)) for it in by_lang[lang]]
        known[lang] = published(own, [numbers[it.key] for it in by_lang[lang]])
        cache.keep(cache.seal(keys[lang], packed(known[lang])))
    return {lang: known[lang] for lang in by_lang}


def _read_all(documents: Sequence[Document], cache: Cache) -> list[Read]:
    """What is read of documents; Pagefind is given those that the cache does not know."""
    keys = [_key_of_read(document) for document in documents]
    found = {key: _from_bytes(kept) for key in keys if (kept := cache.use(key)) is not None}
    unknown = {key: it for key, it in zip(keys, documents, strict=True) if key not in found}
    made = read_pages([(it.lang, it.html) for it in unknown.values()]) if unknown else ()
    for key, read in zip(unknown, made, strict=True):
        found[key] = read
        cache.keep(cache.seal(key, packed(astuple(read))))
    return [found[key] for key in keys]


def _key_of_read(document: Document) -> str:
    return _key_of((document.lang, document.html))


def _key_of(made_from: object) -> str:
    return digest_of(("search", _makers(), made_from))


@once
def _makers() -> str:
    """The digest of all that makes the index: Pagefind, of a version, and the modules of this package."""
    modules = sorted(Path(__file__).parent.glob("*.py"))
    return digest_of((IDENTITY, [path.read_text(encoding="utf-8") for path in modules]))


def _from_bytes(content: bytes) -> Read:
    plain: tuple[str, int, list[list[Any]]] = unpacked(content)
    text, length, words = plain
    return Read(text, length, tuple(Word(*word) for word in words))
