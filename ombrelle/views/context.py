"""What every view of a language is made from: library, routes, texts, and how to name things."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from ombrelle.i18n.formats import Formats
from ombrelle.i18n.languages import Language
from ombrelle.i18n.phrase import NOTHING, Phrase
from ombrelle.kinds import base
from ombrelle.kinds.values import LocalText
from ombrelle.library import Library
from ombrelle.library.directory import FACETS, Selection, key_of
from ombrelle.load.entry import Entry, Text
from ombrelle.markdown import Fragment, Illustration, fill, parted
from ombrelle.markdown.bodies import Bodies
from ombrelle.route import Routes
from ombrelle.route.links import LinkIndex
from ombrelle.theme.ground import Ground
from ombrelle.theme.mark import Mark
from ombrelle.theme.projection import MapGeometry
from ombrelle.theme.theme import Grounds
from ombrelle.theme.tokens import Token
from ombrelle.views.illustrations import illustrated
from ombrelle.views.parts import Body, Contact, Figure, Former, Link, Passage, Source

T = TypeVar("T")

_LEVELS = re.compile(r"<h([2-6])[ >]")


@dataclass(frozen=True, slots=True)
class Context:
    """The whole site, for the views of one language.

    `assets` are addresses by name, `outlined` says that names
    can be drawn; `seed` is the edition's.
    `show_block` makes the view of a typed block: `of_blocks.block_view`, which needs a context itself.
    What several pages show is made `once`.
    """

    library: Library
    routes: Routes
    links: LinkIndex
    bodies: Bodies
    assets: Mapping[str, str]
    geometry: MapGeometry
    ground: Ground
    mark: Mark
    templates: frozenset[str]
    families: Mapping[str, tuple[str, ...]]
    tokens: tuple[Token, ...]
    early: str
    language: Language
    collate: Callable[[str], Any]
    aged: Mapping[tuple[str, str], str]
    grounds: Grounds
    show_block: Callable[..., Any]
    outlined: bool = False
    seed: str = ""
    _made: dict[Hashable, Any] = field(init=False, repr=False, compare=False, default_factory=dict)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives for a key that says all it depends on besides this context, made once.

        It asks for no text: which page shows one is seen by who asks for it.
        """
        if key not in self._made:
            self._made[key] = make()
        made: T = self._made[key]
        return made

    @property
    def lang(self) -> str:
        """The language of the pages."""
        return self.language.code

    @property
    def chain(self) -> tuple[str, ...]:
        """The languages of the reader, nearest first."""
        return self.language.chain

    def borrowing(self, origin: str) -> Context:
        """The same for a page that borrows from `origin`: what its language lacks is sought there first."""
        if origin in self.chain[:2]:
            return self
        fallbacks = tuple(dict.fromkeys((origin, *self.language.fallbacks)))
        return self._for(replace(self.language, fallbacks=fallbacks))

    def speaking(self, lang: str) -> Context:
        """The same for readers of another language of the site."""
        return self._for(self.library.languages[lang])

    def _for(self, language: Language) -> Context:
        return self.once(("context", language), lambda: replace(self, language=language))

    def pick(self, text: LocalText | None) -> Phrase:
        """A short text for the reader; nothing for None."""
        return text.pick(self.chain) if text else NOTHING

    def term(self, vocabulary: str, term: str | None) -> Phrase:
        """The name of a term; nothing for None."""
        if not term:
            return NOTHING
        return self.once(
            ("term", vocabulary, term), lambda: self.library.term_name(vocabulary, term, self.chain)
        )

    def section(self, section: str) -> Phrase:
        """The name of a section of the site."""
        return self.term("sections", section)

    def sorted(self, entries: Iterable[Entry]) -> list[Entry]:
        """Entries by title, in the order that a reader of the language expects."""
        return sorted(entries, key=lambda entry: (self.collate(entry.title(self.chain).text), entry.ref))

    def link(self, entry: Entry) -> Link:
        """A link to an entry."""
        return Link(entry.title(self.chain), self.routes.href(entry.key, self.lang), entry.ref)

    def links_to(self, entries: Iterable[Entry]) -> tuple[Link, ...]:
        """Links to entries, in their order."""
        return tuple(self.link(entry) for entry in entries)

    def section_link(self, section: str, count: int | None = None) -> Link:
        """A link to a section of the site."""
        return Link(self.section(section), self.routes.href(section, self.lang), section, count)

    def target_link(self, target: str) -> Link | None:
        """A link of a menu: a section, or an entry by its key; None where it leads nowhere."""
        entry = self.library.by_key.get(target)
        if entry:
            return replace(self.link(entry), id=target)
        return self.section_link(target) if self.routes.page(target, self.lang) else None

    def facet_link(self, field: str, term: str) -> Link:
        """A link to the page of the directory for a term, with how many companies it has."""
        return self.selection_link(((field, term),))

    def selection_link(self, selection: Selection) -> Link:
        """A link to the page of the directory for a selection: it has the name of the last term."""
        return self.once(("selection", selection), lambda: self._selection_link(selection))

    def _selection_link(self, selection: Selection) -> Link:
        url = self.routes.href(key_of(selection), self.lang)
        field, term = selection[-1]
        return Link(self.facet_term(field, term), url, term, self.library.directory.count(selection))

    def facet_term(self, field: str, term: str) -> Phrase:
        """The name of a term of a facet."""
        return self.once(("facet", field, term), lambda: self._facet_term(field, term))

    def _facet_term(self, field: str, term: str) -> Phrase:
        if FACETS[field].vocabulary:
            return self.term(FACETS[field].vocabulary, term)
        if field == "districts":
            district = self.library.get("quartier", term)
            return district.title(self.chain) if district else Phrase(term)
        return Phrase(Formats(self.lang).language(term), self.lang)

    def layer_link(self, layer: str) -> Link:
        """A link to a layer of services."""
        return Link(self.term("layers", layer), self.routes.href(f"services/{layer}", self.lang), layer)

    def body(self, entry: Entry) -> Body | None:
        """The long text of an entry for the reader, with its links leading to pages of this language.

        Its page says where it borrows from: the text is in that language.
        """
        page = self.routes.page(entry.key, self.lang)
        text = entry.text_for(self.library.languages[page.origin].chain if page else self.chain)
        fragment = self.bodies.fragments.get(text.path) if text else None
        if text is None or fragment is None or not fragment.html.strip():
            return None

        def resolve(target: str) -> str | None:
            found = self.links.find(target, text.path, entry.district)
            return self.links.address(found, self.lang) if found else None

        def show(illustration: Illustration) -> str | None:
            found = self.links.find(illustration.target, text.path, entry.district)
            return illustrated(self.routes, self.links, found.media, illustration) if found else None

        direction = self.library.languages[text.lang].direction
        html = fill(fragment, resolve, show)
        parts = tuple(self._parts(entry, text, fragment, html, direction))
        if not parts:
            return None
        prose = "\n".join(part.html for part in parts if isinstance(part, Passage))
        return Body(prose, text.lang, direction, parts, fragment.block_types)

    def _parts(
        self, entry: Entry, text: Text, fragment: Fragment, html: str, direction: str
    ) -> Iterator[Any]:
        """The passages of a text and its blocks, those that show something."""
        level, is_more = 1, False
        for piece in parted(html):
            if isinstance(piece, str):
                level = int((_LEVELS.findall(piece) or [level])[-1])
                part: Any = Passage(piece, text.lang, direction, is_more)
            else:
                part = self.show_block(self, entry, text, fragment.blocks[piece], level)
            if part is not None:
                yield part
                is_more = True

    def former_names(self, names: Iterable[base.FormerName]) -> tuple[Former, ...]:
        """Names of the past."""
        return tuple(Former(self.pick(former.name), former.since, former.until) for former in names)

    def figures(self, figures: Iterable[base.Figure]) -> tuple[Figure, ...]:
        """Numbers with their sources."""
        return tuple(
            Figure(
                self.pick(figure.label),
                figure.value,
                self.term("units", figure.unit),
                figure.as_of,
                source(figure.source),
            )
            for figure in figures
        )

    def contact(
        self, contact: base.Contact, purpose: str = "general", district: Link | None = None
    ) -> Contact:
        """Whom to write to."""
        return Contact(
            self.term("contact-purposes", purpose),
            contact.name or "",
            self.pick(contact.role),
            contact.email or "",
            contact.phone or "",
            contact.url or "",
            district,
        )


def entry_template(kind: str, templates: Collection[str]) -> str:
    """The template of the entries of a kind, or the general one where the theme has none for it."""
    return f"{kind}.html" if f"{kind}.html" in templates else "entry.html"


def source(found: base.Source) -> Source:
    """Where a fact was found."""
    return Source(found.title, found.url or "")


def address_lines(place: base.Address | None) -> tuple[str, ...]:
    """The lines of an address, as far as it is known."""
    if place is None:
        return ()
    town = " ".join(part for part in (place.postcode, place.city) if part)
    return tuple(line for line in (place.name, place.street, town) if line)
