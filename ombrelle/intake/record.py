"""What a row says of its entry: its id, its day, its facts, and its texts by language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from ombrelle.i18n.languages import Languages
from ombrelle.kinds.base import Kind
from ombrelle.paths import ID_LENGTH
from ombrelle.scaffold import Refusal, UnknownFieldError, Way, head_ways, shape_of, title_way
from ombrelle.scaffold.fields import language_at
from ombrelle.text import slugify

ID: Way = ("id",)
DATE: Way = ("date",)
BODY = "body"


@dataclass(frozen=True, slots=True)
class Record:
    """The values of a row by their ways; those of texts end with their language: `body.fr`."""

    kind: Kind
    source: str
    values: Mapping[Way, str]

    @property
    def name(self) -> str:
        """What the entry is called: in the language of the sources, else in the first that is there."""
        title = title_way(self.kind)
        names = {way[1:]: value for way, value in self.values.items() if way[:1] == title}
        return names.get((), "") or names.get((self.source,), "") or next(iter(names.values()), "")

    @property
    def id(self) -> str:
        """The id that the row gives, else the one that is made of the name; "" without either."""
        return self.values.get(ID, "") or id_of(self.name)

    def without(self, way: Way) -> Record:
        """The same but for a value."""
        return replace(self, values={other: value for other, value in self.values.items() if other != way})

    @property
    def facts(self) -> dict[Way, str]:
        """What goes into the facts."""
        own = (ID, DATE) if self.kind.dated else (ID,)
        return {
            way: value
            for way, value in self.values.items()
            if way not in own and not is_of_text(self.kind, way)
        }

    @property
    def texts(self) -> dict[str, dict[str, str]]:
        """What goes into each text, by language and by field: the body, and the fields of the head."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for way, value in self.values.items():
            if is_of_text(self.kind, way):
                found[way[1]][way[0]] = value
        return found


def id_of(name: str) -> str:
    """The first words of a name, as many as an id may have."""
    slug = slugify(name)
    short = slug[: ID_LENGTH + 1]
    return slug if len(slug) <= ID_LENGTH else (short.rpartition("-")[0] or short[:ID_LENGTH])


def is_of_text(kind: Kind, way: Way) -> bool:
    """Whether the value at a way stands in a text, not in the facts."""
    return way[0] == BODY or way[:1] in head_ways(kind)


def way_of(name: str, kind: Kind, languages: Languages) -> Way:
    """The way that a name of a map means. Refusal for no field of the kind, or no language of the site."""
    way = tuple(name.split("."))
    if way == ID or (kind.dated and way == DATE):
        return way
    if is_of_text(kind, way) and len(way) <= 2:
        way = (way[0], way[1] if len(way) > 1 else languages.source.code)
        lang = way[1]
    else:
        lang = _language(name, way, kind)
    if lang and lang not in languages:
        raise Refusal.near("import-language", lang, languages.codes, value=lang, field=name)
    return way


def _language(name: str, way: Way, kind: Kind) -> str:
    try:
        shape_of(kind, way)
    except UnknownFieldError as error:
        known: Collection[str] = error.known
        if error.name == way[0]:
            heads = (name for (name,) in head_ways(kind))
            known = {*known, *heads, *ID, BODY, *(DATE if kind.dated else ())}
        raise Refusal.near("new-field-unknown", error.name, known, field=name) from None
    return language_at(kind.facts, way)
