"""What each field says in words, from `fields.toml`: for the reference, forms, schemas and `new`."""

from __future__ import annotations

import tomllib
from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Description:
    """A field in the words of each language of the tool, and an example of its value in YAML.

    `example` is "" for terms and ids, which come from the site, and for fields that need none.
    """

    words: Mapping[str, str]
    example: str = ""


_UNSAID = Description({"fr": "", "en": ""})


def describe(model: type[BaseModel], key: str) -> Description:
    """What a field says, by its key in the files; nothing for one whose words are still to be written."""
    table = descriptions()
    return ChainMap(*(dict(table.get(each.__name__, {})) for each in model.__mro__)).get(key, _UNSAID)


@cache
def descriptions() -> Mapping[str, Mapping[str, Description]]:
    """All fields by the name of their model and their key."""
    text = (files("ombrelle.kinds") / "fields.toml").read_text(encoding="utf-8")
    return {
        model: {key: _description(dict(said)) for key, said in fields.items()}
        for model, fields in tomllib.loads(text).items()
    }


def _description(said: dict[str, str]) -> Description:
    example = said.pop("example", "")
    return Description(said, example)
