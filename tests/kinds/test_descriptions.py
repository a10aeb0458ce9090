"""What fields say in words: one place for all, whole and without surplus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ombrelle.kinds.base import Facts, Model
from ombrelle.kinds.descriptions import describe, descriptions
from ombrelle.kinds.startup import Startup
from ombrelle.problems.catalogue import SPOKEN
from ombrelle.sources.yaml import parse
from ombrelle.typography import typeset


def models(model: type[Model] = Model) -> Iterator[type[Model]]:
    """Every model below one that is content's own: other tests may define some."""
    for each in model.__subclasses__():
        if each.__module__.startswith("ombrelle.kinds."):
            yield each
        yield from models(each)


def own_keys(model: type[Model]) -> set[str]:
    inherited = {name for base in model.__bases__ for name in getattr(base, "model_fields", {})}
    return {info.alias or name for name, info in model.model_fields.items() if name not in inherited}


def test_each_field_is_described_and_nothing_else() -> None:
    """A field that is added has its words before a release; one that is removed leaves none behind."""
    assert {model: set(fields) for model, fields in descriptions().items()} == {
        model.__name__: keys for model in models() if (keys := own_keys(model))
    }


@pytest.mark.parametrize("language", SPOKEN)
def test_each_description_is_a_sentence_in_each_language(language: str) -> None:
    """In the languages in which the tool speaks and no other, with their typography."""
    said = [words for fields in descriptions().values() for words in fields.values()]
    assert {frozenset(each.words) for each in said} == {frozenset(SPOKEN)}
    texts = [each.words[language] for each in said]
    assert [text for text in texts if not text.endswith(".")] == []
    assert [text for text in texts if typeset(text, language) != text] == []


def test_each_example_is_yaml() -> None:
    """It can be written after the name of its field as it stands."""
    examples = [
        each.example for fields in descriptions().values() for each in fields.values() if each.example
    ]
    assert [example for example in examples if parse(f"key: {example}\n").faults] == []
    assert len(examples) > len(descriptions())


def test_a_common_field_is_described_once() -> None:
    """A kind says of it what all kinds say."""
    assert describe(Startup, "draft") is describe(Facts, "draft")


def test_a_field_whose_words_are_still_to_be_written_ends_nothing() -> None:
    """It says nothing: that none is left so is held by another test."""
    assert set(describe(Startup, "motto").words.values()) == {""}
