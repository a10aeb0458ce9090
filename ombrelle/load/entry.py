"""What files become: texts, entries, and the content that holds them all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from ombrelle.dates import PartialDate
from ombrelle.i18n.languages import Languages
from ombrelle.i18n.phrase import NOTHING, Phrase, first_of
from ombrelle.kinds.base import Facts, Kind
from ombrelle.kinds.glossary import GlossaryTerm
from ombrelle.kinds.marks import marked
from ombrelle.kinds.site import Site
from ombrelle.kinds.values import LocalText, RefersTo
from ombrelle.kinds.vocabulary import Term
from ombrelle.load.addresses import Address
from ombrelle.load.policy import Policy
from ombrelle.pictures.original import Original
from ombrelle.problems import Location
from ombrelle.sources.document import Document

F = TypeVar("F", bound=Facts)

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Text:
    """One Markdown file: the words of an entry in one language.

    `body_line` is the line on which the body begins, `head` the front matter where it could be read.
    """

    lang: str
    path: str
    title: str
    summary: str
    slug: str | None
    draft: bool
    body: str
    body_line: int
    head: Document | None = None

    @property
    def is_to_be_written(self) -> bool:
        """Whether nothing stands under its head, or comments alone."""
        return not _COMMENT.sub("", self.body).strip()


def entry_key(kind: Kind, id_: str, district: str | None) -> str:
    """The name of an entry among all. Only pages may have the same id in two districts."""
    ref = f"{district}/{id_}" if kind.name == "page" and district else id_
    return f"{kind.name}:{ref}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the site: its facts, said once, and its texts by language.

    `district` is the folder that it lies in, None in the umbrella's. `document` is None for an entry
    without a file of facts. `date` is that of the file name, for kinds that are dated. `unread` are the
    texts whose head has an error: they are checked and never shown.
    """

    kind: Kind
    id: str
    district: str | None
    facts: Facts
    document: Document | None
    texts: Mapping[str, Text]
    date: PartialDate | None = None
    unread: Mapping[str, Text] = field(default_factory=dict)

    @property
    def all_texts(self) -> Mapping[str, Text]:
        """Its texts, those with an error in their head too."""
        return {**self.texts, **self.unread} if self.unread else self.texts

    def facts_as(self, model: type[F]) -> F:
        """Its facts as the model of its kind has typed them. TypeError for another model: a bug of ours."""
        if not isinstance(self.facts, model):
            raise TypeError(f"{self.key}: {type(self.facts).__name__}, not {model.__name__}")
        return self.facts

    @property
    def ref(self) -> str:
        """The id by which others name it: pages of a district carry the district's."""
        return self.key.partition(":")[2]

    @property
    def key(self) -> str:
        """Its name among all entries: `startup:cailabs`, `page:lyon/venir`."""
        return entry_key(self.kind, self.id, self.district)

    @property
    def is_of_district(self) -> bool:
        """Whether it is one of the things that a district has, and not the district itself."""
        return self.district is not None and bool(self.kind.folder)

    @property
    def path(self) -> str:
        """The file that stands for it in messages."""
        return self.document.path if self.document else next(iter(self.texts.values())).path

    def locate(self, *path: str | int, key: bool = False) -> Location:
        """The place of a fact."""
        return self.document.locate(path, key=key) if self.document else Location(self.path)

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """The keys of the entries that its facts name, each with the field in which it does."""
        return tuple(
            (f"{item.mark.kind}:{item.value}", str(item.path[0]))
            for item in marked(self.facts)
            if isinstance(item.mark, RefersTo)
        )

    @property
    def distinct(self) -> Iterator[tuple[str, str]]:
        """What no other entry of the kind has too, by field: its website, its sentence in one language."""
        website = getattr(self.facts, "website", None)
        if website:
            yield "website", website.casefold().rstrip("/")
        field = self.kind.facts.summary_field
        summary = getattr(self.facts, field) if field else None
        if isinstance(summary, LocalText):
            said = summary.neutral or next(iter(summary.forms.values()), "")
            if said:
                yield field, said

    def title(self, chain: Sequence[str]) -> Phrase:
        """Its title for a reader whose languages are `chain`."""
        named = self._fact(self.kind.facts.title_field, chain)
        return named or first_of({lang: text.title for lang, text in self.texts.items()}, chain)

    def summary(self, chain: Sequence[str]) -> Phrase:
        """Its one sentence for a reader whose languages are `chain`."""
        said = self._fact(self.kind.facts.summary_field, chain)
        return said or first_of({lang: text.summary for lang, text in self.texts.items()}, chain)

    def is_said_in(self, lang: str) -> bool:
        """Whether its page can be said to be in `lang`: its title and its text are.

        Its summary stands for a text that it has not, or that nobody has begun. The rest may be borrowed word
        by word, each marked.
        """
        facts = self.kind.facts
        if self.texts and not (
            facts.title_field and all(text.is_to_be_written for text in self.texts.values())
        ):
            return lang in self.texts and self._is_fact_in(facts.title_field, lang)
        return self._is_fact_in(facts.title_field, lang) and self._is_fact_in(facts.summary_field, lang)

    def text_for(self, chain: Sequence[str]) -> Text | None:
        """Its text in the first language that has one, None when it has none."""
        return next((self.texts[lang] for lang in (*chain, *self.texts) if lang in self.texts), None)

    def _is_fact_in(self, name: str, lang: str) -> bool:
        value = getattr(self.facts, name) if name else None
        return value.has(lang) if isinstance(value, LocalText) else True

    def _fact(self, name: str, chain: Sequence[str]) -> Phrase:
        value = getattr(self.facts, name) if name else None
        if isinstance(value, LocalText):
            return value.pick(chain)
        return Phrase(value) if isinstance(value, str) else NOTHING


def facts_path(entry: Entry) -> str:
    """The file of the facts of an entry, whether it is there or not."""
    if entry.document:
        return entry.document.path
    return f"{entry.path.removesuffix('.md').rpartition('.')[0]}.yaml"


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A picture or another file that texts show; `district` is None for the umbrella's.

    `original` is what is known of a picture: None for another file, for one with a fault, and in a check that
    is not asked about it.
    """

    path: str
    district: str | None
    name: str
    original: Original | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """An entry whose files have faults of their own: it is known, and what can be read of it is checked."""

    kind: Kind
    id: str
    district: str | None
    document: Document | None
    texts: Mapping[str, Text]

    @property
    def all_texts(self) -> Mapping[str, Text]:
        """Its texts, of which none is shown."""
        return self.texts

    @property
    def path(self) -> str:
        """The file that stands for it in messages; "" for one that has none."""
        files = [
            *([self.document.path] if self.document else []),
            *(text.path for text in self.texts.values()),
        ]
        return next(iter(files), "")

    def locate(self, *path: str | int) -> Location:
        """The place of a fact."""
        return self.document.locate(path) if self.document else Location(self.path)

    @property
    def distinct(self) -> Iterator[tuple[str, str]]:
        """What no other entry of the kind has too, as far as it can be read."""
        data = self.document.data if self.document else {}
        website, field = data.get("website"), self.kind.facts.summary_field
        if isinstance(website, str) and website:
            yield "website", website.casefold().rstrip("/")
        said = data.get(field)
        said = next(iter(said.values()), "") if isinstance(said, dict) else said
        if isinstance(said, str) and said:
            yield field, said

    @property
    def key(self) -> str:
        """The name that it would have among all entries."""
        return entry_key(self.kind, self.id, self.district)


@dataclass(frozen=True, slots=True)
class Content:
    """All that the files hold. `broken` are by key; `addresses` is the ledger, () for a site without one.

    `lists` are the documents of the vocabularies, by name; `unread` the names of those that have an error.
    `is_sound` is False where the file of the site has one. What depends on them can be checked, not made.
    `glossary` is by id, empty where there is none.
    `known` are the paths of the files of every entry that there is, by key: a check that is asked about some
    files does not read all of them.
    """

    site: Site
    site_document: Document
    languages: Languages
    policy: Policy
    vocabularies: Mapping[str, Mapping[str, Term]]
    lists: Mapping[str, Document]
    entries: tuple[Entry, ...]
    media: tuple[MediaFile, ...]
    broken: Mapping[str, Broken]
    addresses: tuple[Address, ...] = ()
    is_sound: bool = True
    unread: frozenset[str] = frozenset()
    glossary: Mapping[str, GlossaryTerm] = field(default_factory=dict)
    known: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def keys(self) -> set[str]:
        """The names of all entries, read or not."""
        return {*self.known, *(entry.key for entry in self.written)}

    @property
    def written(self) -> tuple[Entry | Broken, ...]:
        """All that people wrote, whether it can be shown or not."""
        return (*self.entries, *self.broken.values())
