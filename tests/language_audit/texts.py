"""Whether each text is in the language that its element is said to be in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from tests.language_audit.addresses import is_original
from tests.language_audit.fault import Fault
from tests.language_audit.page import Page, Said
from tests.language_audit.site import Site

_SURE, _FAIRLY_SURE = 0.99, 0.95
_LONG, _SHORT = 60, 12
"""Letters from which a text is judged by itself, and from which one that other languages share is."""

_SCRIPTS = {
    "ar": re.compile(r"[\u0600-\u06ff\u0750-\u077f]"),
    "ja": re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]"),
}
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_LETTER = re.compile(r"[^\W\d_]")
_BREAK = re.compile(r"[\s’'-]+")
_DENSITY = {"ja": 2.5}


class Texts:
    """Judges the texts of a site. What stands the same in every language is a name, in none of them."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._model = _model(tuple(site.languages))
        self._spoken = _spoken(site)
        self._names = {said.text for page in site.pages.values() for said in page.said if said.is_name}
        self._judged: dict[tuple[str, str], str] = {}

    def of_page(self, page: Page) -> Iterator[Fault]:
        """Every text of a page that is not in the language that it is said to be in."""
        for said in page.said:
            if said.lang not in self._site.languages:
                yield Fault(page.path, "text-lang", f"{said.lang}: {said.text[:80]}")
            elif said.text not in self._names:
                key = (said.text, said.lang)
                if key not in self._judged:
                    self._judged[key] = self._fault(said)
                if self._judged[key]:
                    yield Fault(page.path, self._judged[key], f"{said.lang}: {said.text[:80]}")
        if not (page.path.endswith("404.html") or is_original(self._site, page)):
            yield from self._of_borrower(page)

    def _of_borrower(self, page: Page) -> Iterator[Fault]:
        """What it borrows is there, and marked with the language of the original."""
        original = self._site.page(page.canonical[0]) if page.canonical else None
        if original and not any(said.lang == original.lang for said in page.said if not said.is_chrome):
            yield Fault(page.path, "borrowed-unmarked", original.lang)

    def _fault(self, said: Said) -> str:
        if self._is_in_another_script(said):
            return "text-script"
        weight = len(_LETTER.findall(said.text)) * _DENSITY.get(said.lang, 1)
        if weight < _SHORT or (weight < _LONG and not self._is_word(said)):
            return ""
        found, probability = self._model.classify(said.text)
        is_short = weight < _LONG and found in self._spoken[said.text]
        least = _FAIRLY_SURE if is_short else _SURE
        return "text-language" if found != said.lang and probability >= least else ""

    def _is_word(self, said: Said) -> bool:
        """Whether a short text that some languages share is more than a name and its particles."""
        return self._is_shared(said) and any(
            word[:1].islower() and len(word) > 3 for word in _BREAK.split(said.text)
        )

    def _is_in_another_script(self, said: Said) -> bool:
        """Letters of a script that its language does not have; names may be Latin anywhere."""
        own = _SCRIPTS.get(said.lang)
        if any(script.search(said.text) for script in _SCRIPTS.values() if script is not own):
            return True
        if own is None or own.search(said.text) or not self._is_shared(said):
            return False
        return len(_LATIN.findall(said.text)) >= _SHORT and " " in said.text

    def _is_shared(self, said: Said) -> bool:
        """Whether a text stands for some other languages too, but not for all: a word of theirs."""
        langs = self._spoken[said.text]
        return 1 < len(langs) < len(self._site.languages)


@cache
def _model(languages: tuple[str, ...]) -> LanguageIdentifier:
    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(languages)
    return model


def _spoken(site: Site) -> Mapping[str, set[str]]:
    """For each text the languages that it is said to be in, somewhere on the site."""
    found: dict[str, set[str]] = defaultdict(set)
    for page in site.pages.values():
        for said in page.said:
            found[said.text].add(said.lang)
    return found


def of_anchors(site: Site) -> Iterator[Fault]:
    """Every page with as many headings as a translation, and other anchors."""
    for page in site.pages.values():
        for _, href in page.alternates:
            other = site.page(href)
            if (
                other
                and page.path < other.path
                and len(other.anchors) == len(page.anchors)
                and other.anchors != page.anchors
            ):
                yield Fault(page.path, "anchors-differ", other.path)
