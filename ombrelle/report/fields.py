"""The reference of fields for those who write content, made from the models so that it cannot lag behind.

`python -m ombrelle.report.fields` writes the pages. Its own words are in `fields.toml`, in the languages in
which the tool speaks.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ombrelle.dates import PartialDate
from ombrelle.kinds import KINDS, base, blocks, glossary, site, values, vocabulary
from ombrelle.kinds.base import Kind, Scope
from ombrelle.kinds.descriptions import describe

PAGES: Mapping[str, str] = {"fr": "docs/fr/champs.md", "en": "docs/en/fields.md"}
"""The page of each language."""


def field_reference(language: str) -> str:
    """The page of a language, as Markdown."""
    return "\n".join(_Writer(language).page())


def _write(root: Path) -> None:
    for language, path in PAGES.items():
        (root / path).write_text(field_reference(language), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class _Writer:
    language: str

    def page(self) -> Iterator[str]:
        yield from self._chapter("title")
        for kind in KINDS:
            yield from self._section(kind.name, kind.facts, _places(kind))
        yield from self._section("common", base.Facts)
        yield from self._section("text", base.FrontMatter)
        yield from self._section("site", site.Site, "content/site.yaml")
        yield from self._section("vocabulary", vocabulary.Term, "content/vocabularies/<id>.yaml")
        yield from self._section("glossary", glossary.GlossaryTerm, "content/glossary.yaml")
        yield from self._chapter("blocks", level="## ")
        for block in blocks.BLOCKS:
            yield f"### {self._word('block')} `{block.name}`\n"
            yield from self._table(block.model)
        yield from self._chapter("groups", level="## ")
        for model in _groups():
            yield f"### {self._word(model.__name__)}\n"
            yield from self._table(model)

    def _chapter(self, name: str, level: str = "# ") -> Iterator[str]:
        yield f"{level}{self._word(name)}\n"
        yield f"{self._word(f'{name}-text')}\n"

    def _section(self, name: str, model: type[BaseModel], *places: str) -> Iterator[str]:
        yield f"## {self._word(name)}\n"
        places = tuple(place for group in places for place in group.split())
        if places:
            yield ", ".join(f"`{place}`" for place in places) + "\n"
        if f"{name}-text" in _words():
            yield f"{self._word(f'{name}-text')}\n"
        yield from self._table(model)

    def _table(self, model: type[BaseModel]) -> Iterator[str]:
        yield f"| {self._word('field')} | {self._word('value')} | {self._word('meaning')} |"
        yield "|---|---|---|"
        for key, info in _own_fields(model).items():
            star = " \\*" if info.is_required() else ""
            meaning = describe(model, key).words[self.language]
            yield f"| `{key}`{star} | {self._form(info.annotation, tuple(info.metadata))} | {meaning} |"
        yield ""

    def _form(self, annotation: Any, metadata: tuple[Any, ...] = ()) -> str:
        """What a value looks like: in a word, with a link to the list or the group that it comes from."""
        if get_origin(annotation) is Annotated:
            inner, *rest = get_args(annotation)
            return self._form(inner, (*rest, *metadata))
        limits = self._limits(metadata)
        if get_origin(annotation) is tuple:
            return f"{self._word('list')} {self._form(get_args(annotation)[0])}{limits}"
        options = [option for option in get_args(annotation) if option is not type(None)]
        if get_origin(annotation) is Literal:
            return self._word("one-of") + " " + ", ".join(f"`{option}`" for option in options)
        if options and get_origin(annotation) is not dict:
            return self._form(options[0], metadata)
        return self._marked(metadata) or self._typed(annotation) + limits

    def _marked(self, metadata: tuple[Any, ...]) -> str:
        for mark in metadata:
            match mark:
                case values.RefersTo(kind):
                    return f"{self._word('id-of')} [{self._word(kind)}](#{self._anchor(kind)})"
                case values.TermOf(name):
                    return f"{self._word('term-of')} [{name}](../../content/vocabularies/{name}.yaml)"
                case values.MediaFile():
                    return self._word("media")
                case values.LeadsTo():
                    return self._word("entry" if mark.only_entries else "target")
                case _ if mark in _FORMS:
                    return self._word(_FORMS[mark])
        return ""

    def _typed(self, annotation: Any) -> str:
        if annotation in _TYPES:
            return self._word(_TYPES[annotation])
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            name = annotation.__name__
            return f"[{self._word(name)}](#{self._anchor(name)})"
        return self._word("free")

    def _limits(self, metadata: tuple[Any, ...]) -> str:
        said = [
            f"{self._word(word)} {getattr(limit, bound):g}"
            for limit in metadata
            for word, bound in _LIMITS.get(type(limit), ())
        ]
        return f" ({', '.join(said)})" if said else ""

    def _anchor(self, name: str) -> str:
        """The anchor that GitHub gives to a heading."""
        kept = (c for c in self._word(name).casefold() if c.isalnum() or c in " -")
        return "".join(kept).replace(" ", "-")

    def _word(self, name: str) -> str:
        return _words()[name][self.language]


_FORMS: Mapping[Any, str] = {
    get_args(values.Url)[1]: "url",
    get_args(values.Email)[1]: "email",
    get_args(blocks.Https)[1]: "url",
    get_args(values.Colour)[1]: "colour",
    get_args(values.LanguageCode)[1]: "language",
    get_args(values.Siren)[1]: "siren",
    get_args(values.Id)[1]: "id",
}

_TYPES: Mapping[Any, str] = {
    str: "string",
    bool: "boolean",
    int: "number",
    float: "number",
    Decimal: "number",
    PartialDate: "day",
    datetime: "moment",
    values.LocalText: "local-text",
}

_LIMITS: Mapping[type, tuple[tuple[str, str], ...]] = {
    MinLen: (("least", "min_length"),),
    MaxLen: (("most", "max_length"),),
    Ge: (("least", "ge"),),
    Le: (("most", "le"),),
}
"""How a limit is said, and where it keeps its number."""


def _places(kind: Kind) -> str:
    """Where the files of a kind lie."""
    if not kind.folder:
        return "quartiers/<id>/quartier.yaml"
    name = f"{kind.folder}/{'<date>-' if kind.dated else ''}<id>.yaml"
    homes = {Scope.UMBRELLA: "content", Scope.DISTRICT: "quartiers/<quartier>"}
    return " ".join(f"{home}/{name}" for scope, home in homes.items() if scope in kind.scopes)


def _own_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by their key in the YAML, without those that all kinds share."""
    shared = base.Facts.model_fields if model is not base.Facts and issubclass(model, base.Facts) else {}
    return {info.alias or name: info for name, info in model.model_fields.items() if name not in shared}


def _groups() -> list[type[BaseModel]]:
    """The models inside fields, each once, in the order in which the page meets them."""
    found: dict[type[BaseModel], None] = {}
    models: list[type[BaseModel]] = [kind.facts for kind in KINDS]
    models += [block.model for block in blocks.BLOCKS]
    models += [base.Facts, base.FrontMatter, site.Site, vocabulary.Term, glossary.GlossaryTerm]
    for model in models:
        found |= dict.fromkeys(_inside(model))
    return list(found)


def _inside(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for info in model.model_fields.values():
        for inner in _models_in(info.annotation):
            yield inner
            yield from _inside(inner)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for option in get_args(annotation):
        yield from _models_in(option)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    text = (files("ombrelle.report") / "fields.toml").read_text(encoding="utf-8")
    words: Mapping[str, Mapping[str, str]] = tomllib.loads(text)["words"]
    return words


if __name__ == "__main__":
    _write(Path())
