"""Pages that need no view: nothing that they are made from changed since they were last looked at.

The base of a site is all that it is made from but the words of its texts. On the same base, a page whose
texts are converted to the same is the same page: what it shows else is not worked out to learn that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass

from ombrelle.cache import Cache, Kept, packed, program_digest, unpacked
from ombrelle.cache.recipes import digest_of
from ombrelle.drawing.store import digest_of as fonts_digest
from ombrelle.load.entry import Content
from ombrelle.markdown import Fragment
from ombrelle.views.edition import Edition


@dataclass(frozen=True, slots=True)
class Known:
    """A page as it was last looked at: the texts that it shows, their digest, its key in the cache."""

    texts: tuple[str, ...]
    digest: str
    key: str


def known_on(base: str, cache: Cache) -> Mapping[str, Known]:
    """The pages of the last build on a base, by the paths of their files; none where there was none."""
    kept = cache.use(_key(base)) if cache.keeps else None
    return {path: Known(tuple(texts), *rest) for path, (texts, *rest) in unpacked(kept or b"{}").items()}


def kept_on(base: str, known: Mapping[str, Known], cache: Cache) -> Kept | None:
    """The pages of a build, ready to be kept for the next on the same base."""
    plain = {path: astuple(each) for path, each in known.items()}
    return cache.seal(_key(base), packed(plain))


class Watched(Mapping[str, Fragment]):
    """Converted texts by path, which note what is asked for."""

    def __init__(self, fragments: Mapping[str, Fragment]) -> None:
        self._fragments = fragments
        self._digests: dict[str, str] = {}
        self.asked: set[str] = set()

    def digest(self, paths: Iterable[str]) -> str:
        """That of some of the texts, which are not asked for by it."""
        return digest_of([self._digest(path) for path in paths])

    def __getitem__(self, path: str) -> Fragment:
        self.asked.add(path)
        return self._fragments[path]

    def __iter__(self) -> Iterator[str]:
        raise TypeError("what goes through all texts is not shown by one page")

    def __len__(self) -> int:
        return len(self._fragments)

    def _digest(self, path: str) -> str:
        if path not in self._digests:
            self._digests[path] = digest_of(self._fragments.get(path))
        return self._digests[path]


def base_of(edition: Edition) -> str:
    """The digest of all that an edition is made from, but the words of its texts."""
    library, theme = edition.library, edition.theme
    digest = hashlib.blake2b(digest_size=16)
    words = [(lang, catalogue.digest) for lang, catalogue in sorted(edition.catalogues.items())]
    common = (
        program_digest(),
        library.today,
        library.drafts,
        tuple(library.languages),
        edition.routes.base_url,
        words,
        sorted((name, asset.path, digest_of(asset.content)) for name, asset in edition.assets.items()),
        sorted(edition.aged.items()),
        library.content.addresses,
        library.content.glossary,
        library.media,
        (theme.templates_digest, theme.ground_digest, theme.geometry, edition.seed),
        (
            sorted(theme.templates),
            theme.families,
            theme.tokens,
            theme.early,
            theme.grounds,
            fonts_digest(theme.fonts),
        ),
    )
    digest.update(repr(common).encode("utf-8", "surrogatepass"))
    for text in _written(library.content):
        digest.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def _key(base: str) -> str:
    return digest_of(("known", base))


def _written(content: Content) -> Iterator[str]:
    """What people wrote, with its paths: facts, heads of texts, and whether anything stands under them."""
    for document in (content.site_document, *content.lists.values()):
        yield from (document.path, document.text)
    for entry in content.written:
        if entry.document:
            yield from (entry.document.path, entry.document.text)
        for text in entry.all_texts.values():
            yield from (text.path, text.head.text if text.head else "", str(text.is_to_be_written))
