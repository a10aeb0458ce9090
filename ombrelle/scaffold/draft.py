"""The files of a new entry: what is given, and every optional field as a comment ready for use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from ombrelle.kinds.base import FrontMatter, Kind
from ombrelle.kinds.descriptions import Description
from ombrelle.kinds.values import LocalText, TermOf
from ombrelle.load.entry import Content
from ombrelle.problems.catalogue import SPOKEN
from ombrelle.scaffold.fields import (
    Shape,
    UnknownFieldError,
    Way,
    described,
    optional,
    required,
    shape_at,
    shapes,
)
from ombrelle.scaffold.plan import Plan
from ombrelle.scaffold.yaml_text import Tree, write
from ombrelle.schemas.files import schema_path
from ombrelle.sources.yaml import parse

Values = Mapping[Way, str]

_COMMENTS = {
    "fr": "Facultatif\u00a0: ôtez le «\u00a0#\u00a0» devant un champ pour vous en servir.",
    "en": "Optional: take away the “#” before a field to use it.",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to be written."""

    path: str
    text: str


def needed(kind: Kind) -> tuple[Way, ...]:
    """The ways to the values that an entry of a kind must have."""
    return (*((("title",),) if _has_head(kind) else ()), *required(kind.facts))


def title_way(kind: Kind) -> Way:
    """The way to what names an entry of the kind."""
    return (kind.facts.title_field or "title",)


def shape_of(kind: Kind, way: Way) -> Shape:
    """What the value at a way holds; UnknownFieldError where no field is there."""
    heads = head_ways(kind)
    if way in heads:
        return Shape(str)
    try:
        return shape_at(kind.facts, way)
    except UnknownFieldError as error:
        also = tuple(name for (name,) in heads) if len(way) == 1 else ()
        raise UnknownFieldError(error.name, (*error.known, *also)) from None


def description_of(kind: Kind, way: Way, language: str) -> str:
    """What the value at a way is, in words: what it is part of, then what it is itself."""
    return " ".join(description.words[language] for description in _described(kind, way))


def example_of(kind: Kind, way: Way) -> str:
    """An example of the value at a way, in YAML; "" where the site has the words or the ids."""
    return _described(kind, way)[-1].example


def typed_example(kind: Kind, way: Way, language: str) -> str:
    """The example as a person types it for one value: a short text in a language, a list with commas."""
    example = example_of(kind, way)
    value = parse(example).value
    if isinstance(value, dict):
        return str(value.get(language) or next(iter(value.values()), ""))
    return ", ".join(map(str, value)) if isinstance(value, list) else example


def head_ways(kind: Kind) -> tuple[Way, ...]:
    """The fields of the front matter that are not facts; () for kinds that are named by their facts."""
    words = (name for name in FrontMatter.model_fields if name not in kind.facts.model_fields)
    return tuple((name,) for name in words) if _has_head(kind) else ()


def choices(content: Content, shape: Shape) -> tuple[str, ...]:
    """The words that a field may take; () where any will do."""
    if isinstance(shape.mark, TermOf):
        return shape.choices or tuple(content.vocabularies.get(shape.mark.vocabulary, ()))
    return shape.choices


def draft(plan: Plan, values: Values, content: Content) -> tuple[Draft, ...]:
    """The files of an entry with these values; what is optional and not given stands in comments."""
    source = content.languages.source.code
    writer = _Writer(plan.kind, content, source if source in SPOKEN else SPOKEN[0])
    heads = {way: value for way, value in values.items() if way in head_ways(plan.kind)}
    facts = {way: value for way, value in values.items() if way not in heads}
    drafts = [Draft(plan.facts_path, writer.facts(plan.facts_path, facts))]
    if _has_head(plan.kind):
        drafts.append(Draft(plan.text_path(source), writer.text(heads)))
    return tuple(drafts)


def modeline(path: str, kind: Kind) -> str:
    """The line by which an editor that has no settings for the folder finds the schema of a file.

    https://github.com/redhat-developer/yaml-language-server#using-inlined-schema
    """
    return f"# yaml-language-server: $schema={'../' * path.count('/')}{schema_path(kind.name)}\n"


def facts_alone(plan: Plan, values: Values, content: Content) -> Draft:
    """The facts of an entry with these values, and nothing in comments."""
    tree = _tree(plan.kind.facts, values, content.languages.source.code)
    return Draft(plan.facts_path, write(tree))


def _described(kind: Kind, way: Way) -> tuple[Description, ...]:
    return described(FrontMatter if way in head_ways(kind) else kind.facts, way)


def _has_head(kind: Kind) -> bool:
    return kind.text_required and not kind.facts.title_field


@dataclass(frozen=True, slots=True)
class _Writer:
    kind: Kind
    content: Content
    language: str

    def facts(self, path: str, values: Values) -> str:
        given = write(_tree(self.kind.facts, values, self.content.languages.source.code))
        used = {way[0] for way in values}
        comments = self._comments([name for name in optional(self.kind.facts) if name not in used])
        return modeline(path, self.kind) + "\n".join(part for part in (given, comments) if part)

    def text(self, values: Values) -> str:
        given = write({way[0]: values[way] for way in head_ways(self.kind) if way in values})
        comments = self._comments([way[0] for way in head_ways(self.kind) if way not in values])
        return f"---\n{given}{comments}---\n\n"

    def _comments(self, names: Sequence[str]) -> str:
        if not names:
            return ""
        lines = [f"## {_COMMENTS[self.language]}", *(line for name in names for line in self._comment(name))]
        return "".join(f"{line}\n" for line in lines)

    def _comment(self, name: str) -> Iterator[str]:
        text = description_of(self.kind, (name,), self.language)
        shape = shapes(self.kind.facts).get(name, Shape(str))
        words = choices(self.content, shape)
        yield f"## {text.removesuffix('.')} ({', '.join(words)})" if words else f"## {text}"
        yield f"# {name}: {example_of(self.kind, (name,)) or self._example(shape, words)}"

    def _example(self, shape: Shape, words: Sequence[str]) -> str:
        """The first word of the vocabulary, or the first entry that could be named."""
        kind = getattr(shape.mark, "kind", "")
        known = words or [entry.ref for entry in self.content.entries if entry.kind.name == kind]
        word = next(iter(known), "exemple")
        return f"[{word}]" if shape.many else word


def _tree(model: type[BaseModel], values: Values, lang: str) -> dict[str, Tree]:
    """Values by their ways, as the map that a file holds."""
    tree: dict[str, Tree] = {}
    for name, shape in shapes(model).items():
        inside = {way[1:]: value for way, value in values.items() if way[0] == name}
        if inside:
            tree[name] = _value(name, shape, inside, lang)
    return tree


def _value(name: str, shape: Shape, inside: Values, lang: str) -> Tree:
    if shape.group:
        group = _tree(shape.group, inside, lang)
        return [group] if shape.many else group
    if shape.core is LocalText and (name != "name" or () not in inside):
        # A name is the same in every language; any other text is said in each.
        forms: Tree = {way[0] if way else lang: value for way, value in inside.items()}
        return [forms] if shape.many else forms
    value = inside[()]
    return [word.strip() for word in value.split(",")] if shape.many else value
