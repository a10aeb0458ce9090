"""What the site promises of its translations: which texts must exist, and in which languages.

Which texts are translated and which are the same in every language is said by the models; which languages are
required is said by the site, in `translations` of `content/site.yaml`. Checks, fallback, sitemaps and reports
all ask this one object.

A text is named by its kind and the way to it: `quartier.tagline`, `quartier.contacts.press.role`. `text` is
the Markdown file. `site` is the umbrella itself, `vocabulary` the terms of every list, and `quartiers/page` a
page that a district owns. The most precise name holds, and where the owner is named too, it goes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from ombrelle.i18n.languages import Languages
from ombrelle.kinds import KINDS
from ombrelle.kinds.base import Facts, Scope
from ombrelle.kinds.marks import Marked, marked, ways
from ombrelle.kinds.site import EVERY, Site
from ombrelle.kinds.values import LocalText
from ombrelle.kinds.vocabulary import Term
from ombrelle.problems import Problems
from ombrelle.sources.document import Document
from ombrelle.text import nearest

TEXT = "text"
"""The name of the Markdown file of an entry, among its fields."""

SITE = "site"
VOCABULARY = "vocabulary"

_OF_DISTRICTS = "quartiers/"
_ADDRESS = ("slug",)

Way = Sequence[str | int]


@dataclass(frozen=True, slots=True)
class Policy:
    """The promise of a site. `others` are its languages but the source, in declared order.

    `required` are the languages by the name of a kind or of a text; `stale_notice` are kinds.
    """

    others: tuple[str, ...] = ()
    required: tuple[tuple[str, frozenset[str]], ...] = ()
    stale_notice: frozenset[str] = frozenset()

    def required_in(self, kind: str, way: Way = (), *, in_district: bool = False) -> tuple[str, ...]:
        """The languages besides the source in which a text must exist; `in_district` is whose entry it is."""
        named = dict(self.required)
        wanted = next((named[name] for name in _names(kind, way, in_district) if name in named), frozenset())
        return self.others if EVERY in wanted else tuple(lang for lang in self.others if lang in wanted)

    def lacking(
        self, kind: str, way: Way, present: Sequence[str], *, in_district: bool = False
    ) -> tuple[str, ...]:
        """The required languages that are not among those `present`."""
        wanted = self.required_in(kind, way, in_district=in_district)
        return tuple(lang for lang in wanted if lang not in present)

    def tells_stale(self, kind: str) -> bool:
        """Whether pages of the kind tell visitors that their text is older than its source."""
        return kind in self.stale_notice


def translated(model: BaseModel) -> Iterator[Marked]:
    """The short texts of a model that readers see in their own language: one that is neutral is left out."""
    for item in marked(model):
        # A slug is a word of addresses: the id stands where a language has none of its own.
        if item.mark is LocalText and item.path != _ADDRESS and item.value.neutral is None:
            yield item


def read_policy(site: Site, document: Document, languages: Languages, problems: Problems) -> Policy:
    """The promise of the site; what it names and does not exist is told, and promises nothing."""
    said = site.translations
    for name, codes in said.required.items():
        _check_name(name, _known(), document, ("translations", "required", name), problems)
        for code in codes:
            if code not in {EVERY, *languages.codes}:
                near = nearest(code, languages.codes)
                values = {"lang": code, "near": near, "known": ", ".join(languages.codes)}
                problems.add(
                    "unknown-language", document.locate(("translations", "required", name)), **values
                )
    for index, name in enumerate(said.stale_notice):
        kinds = [kind.name for kind in KINDS]
        _check_name(name, kinds, document, ("translations", "stale_notice", index), problems)
    required = tuple((name, frozenset(codes)) for name, codes in said.required.items())
    return Policy(languages.codes[1:], required, frozenset(said.stale_notice))


def _check_name(
    name: str, known: Sequence[str], document: Document, way: tuple[str | int, ...], problems: Problems
) -> None:
    if name not in known:
        kinds = ", ".join(dict.fromkeys(each.partition(".")[0] for each in known))
        place = document.locate(way, key=isinstance(way[-1], str))
        problems.add("unknown-translated", place, value=name, near=nearest(name, known), known=kinds)


def _names(kind: str, way: Way, in_district: bool) -> Iterator[str]:
    """The names under which the languages of a text may be said, the most precise first."""
    steps = [step for step in way if isinstance(step, str)]
    for owner in (_OF_DISTRICTS, "") if in_district else ("",):
        for length in range(len(steps), -1, -1):
            yield owner + ".".join((kind, *steps[:length]))


@cache
def _known() -> tuple[str, ...]:
    """Every name that stands for texts."""
    umbrella = [*_of_model(SITE, Site), *_of_model(VOCABULARY, Term)]
    kinds = [name for kind in KINDS for name in _of_model(kind.name, kind.facts)]
    owned = [
        _OF_DISTRICTS + name
        for kind in KINDS
        if kind.folder and Scope.DISTRICT in kind.scopes
        for name in _of_model(kind.name, kind.facts)
    ]
    return (*umbrella, *kinds, *owned)


def _of_model(name: str, model: type[BaseModel]) -> Iterator[str]:
    yield name
    if issubclass(model, Facts):
        yield f"{name}.{TEXT}"
    for way in ways(model, LocalText):
        if way != _ADDRESS:
            yield ".".join((name, *way))
