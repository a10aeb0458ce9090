"""What is translated: the texts of a file in its source language, and in another, block by block.

A file of facts holds all of its languages, a text has a file for each. The source of a text is what it says
in the site's source language, else in the first language in order that it has. Nothing is translated into
the site's source language: what lacks there is a fault of the content. What a language lacks and the site
does not promise is no work either; a site that promises nothing wants everything in every language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from ombrelle.load.entry import Broken, Content, Entry, Text
from ombrelle.load.policy import SITE, TEXT, VOCABULARY, Policy, translated
from ombrelle.markdown.pieces import pieces
from ombrelle.translations.blocks import Block, Way, has_words

TITLE, SUMMARY, BODY = "title", "summary", "body"


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a file in two languages: `strengths[]` of facts; `title`, `summary` or `body` of a text.

    The source and the translation of facts stand side by side, None where one is missing. The blocks of a
    body (`is_flow`) are two lists of their own.
    """

    place: str
    source: tuple[Block, ...]
    translation: tuple[Block | None, ...]
    is_flow: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A file in one language other than its source's: what is translated, and so what is done or to do.

    `id` is that by which others name the entry, `owner` its key among all. For facts, `path` and
    `source_path` are the same file; for a text that is missing, `path` is where it would be, and
    `is_promised` says whether the site promises it.
    """

    id: str
    kind: str
    owner: str
    language: str
    source_language: str
    path: str
    source_path: str
    parts: tuple[Part, ...]
    is_missing: bool = False
    is_promised: bool = True
    is_draft: bool = False

    @property
    def is_facts(self) -> bool:
        """Whether it is the short texts of a YAML file."""
        return self.path == self.source_path


def units(content: Content) -> Iterator[Unit]:
    """Every unit of the site, file by file and then in the order of the languages."""
    codes, policy = content.languages.codes, content.policy
    umbrella = _Owner(SITE, SITE, SITE, policy)
    yield from _of_facts(umbrella, content.site_document.path, [((), content.site)], codes)
    for name, document in content.lists.items():
        owner = _Owner(name, VOCABULARY, f"{VOCABULARY}:{name}", policy)
        terms = [((id_,), term) for id_, term in content.vocabularies[name].items()]
        yield from _of_facts(owner, document.path, terms, codes)
    for entry in sorted(content.written, key=_path):
        yield from of_entry(entry, codes, policy)


def of_entry(entry: Entry | Broken, codes: Sequence[str], policy: Policy) -> Iterator[Unit]:
    """The units of one entry."""
    in_district = entry.district is not None and bool(entry.kind.folder)
    owner = _Owner(entry.key.partition(":")[2], entry.kind.name, entry.key, policy, in_district)
    if isinstance(entry, Entry) and entry.document:
        yield from _of_facts(owner, entry.document.path, [((), entry.facts)], codes)
    yield from _of_texts(owner, entry.all_texts, codes)


def source_of(texts: Mapping[str, Text], codes: Sequence[str]) -> Text | None:
    """The text from which the others are translated."""
    return next((texts[code] for code in codes if code in texts), None)


def place_of(way: Way) -> str:
    """The pattern of a way in facts: `strengths[].title`."""
    return "".join("[]" if isinstance(step, int) else f".{step}" for step in way).removeprefix(".")


@dataclass(frozen=True, slots=True)
class _Owner:
    id: str
    kind: str
    key: str
    policy: Policy
    in_district: bool = False

    def wants(self, way: Way, code: str) -> bool:
        """Whether the site promises a text of its own in a language."""
        if not self.policy.required:
            return True
        return code in self.policy.required_in(self.kind, way, in_district=self.in_district)


def _path(entry: Entry | Broken) -> str:
    return entry.document.path if entry.document else next((text.path for text in entry.texts.values()), "")


def _of_facts(
    owner: _Owner, path: str, models: Iterable[tuple[Way, BaseModel]], codes: Sequence[str]
) -> Iterator[Unit]:
    texts = [each for above, model in models for each in _short_texts(model, above, codes)]
    for code in codes[1:]:
        own = [
            each
            for each in texts
            if each.source != code and (each.forms.get(code) or owner.wants(each.named, code))
        ]
        if own:
            parts = tuple(_parts_of_facts(own, code))
            yield Unit(owner.id, owner.kind, owner.key, code, own[0].source, path, path, parts)


@dataclass(frozen=True, slots=True)
class _ShortText:
    """A short text: the way to it in the file, that by which the policy names it, its source, its forms."""

    way: Way
    named: Way
    source: str
    forms: Mapping[str, str]

    def block(self, code: str) -> Block | None:
        return Block(self.forms[code], way=(*self.way, code)) if self.forms.get(code) else None


def _short_texts(model: BaseModel, above: Way, codes: Sequence[str]) -> Iterator[_ShortText]:
    """What a model says in words of one language."""
    for item in translated(model):
        source = next((code for code in codes if item.value.forms.get(code)), "")
        if source:
            yield _ShortText((*above, *item.path), item.path, source, item.value.forms)


def _parts_of_facts(texts: Iterable[_ShortText], code: str) -> Iterator[Part]:
    places: defaultdict[str, list[tuple[Block, Block | None]]] = defaultdict(list)
    for text in texts:
        source = text.block(text.source)
        if source and has_words(source.text):
            places[place_of(text.way)].append((source, text.block(code)))
    for place, pairs in places.items():
        yield Part(place, tuple(source for source, _ in pairs), tuple(block for _, block in pairs))


def _of_texts(owner: _Owner, texts: Mapping[str, Text], codes: Sequence[str]) -> Iterator[Unit]:
    source = source_of(texts, codes)
    if source is None:
        return
    body = _body(source)
    for code in codes[1:]:
        text = texts.get(code)
        is_translated = source.lang == codes[0]
        if code == source.lang or (text is None and not is_translated):
            continue
        path = text.path if text else f"{source.path.removesuffix(f'.{source.lang}.md')}.{code}.md"
        parts = tuple(_parts_of_text(source, body, text))
        yield Unit(
            owner.id,
            owner.kind,
            owner.key,
            code,
            source.lang,
            path,
            source.path,
            parts,
            is_missing=text is None,
            is_promised=owner.wants((TEXT,), code),
            is_draft=source.draft,
        )


def _parts_of_text(source: Text, body: tuple[Block, ...], text: Text | None) -> Iterator[Part]:
    for place, one, other in (
        (TITLE, source.title, text.title if text else ""),
        (SUMMARY, source.summary, text.summary if text else ""),
    ):
        if one or other:
            here = (Block(one, way=(place,)),) if one else ()
            yield Part(place, here, (Block(other, way=(place,)) if other else None,))
    yield Part(BODY, body, _body(text) if text else (), is_flow=True)


def _body(text: Text) -> tuple[Block, ...]:
    found = (Block(piece.text, text.body_line + piece.line - 1) for piece in pieces(text.body))
    return tuple(block for block in found if has_words(block.text))
