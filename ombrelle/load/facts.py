"""YAML to models: what says nothing is left out, then the model of the kind checks the rest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from ombrelle.kinds.base import FrontMatter
from ombrelle.kinds.blocks import Block
from ombrelle.load.faults import Read, report
from ombrelle.load.hygiene import tell, tidy
from ombrelle.load.keys import fields_at
from ombrelle.load.plain import check_plain
from ombrelle.load.rejoin import rejoin, tell_cuts
from ombrelle.load.sheets import Sheets
from ombrelle.problems import Location, Problems
from ombrelle.sources.document import Document
from ombrelle.sources.yaml import Path as Way

M = TypeVar("M", bound=BaseModel)


def read_facts(root: Path, path: str, problems: Problems) -> Document | None:
    """The YAML of a file, before any model has seen it."""
    return Sheets(root).facts(path, problems)


def validate(
    model: type[M], document: Document, kind: str, languages: Sequence[str], problems: Problems
) -> M | None:
    """The frozen value of a document, or None with its faults in `problems`.

    A document with errors of syntax is checked as far as it could be read, and has no value.
    """
    whole = rejoin(document, problems)
    found = tidy(whole.data, partial(_is_field, model))
    value = None
    try:
        value = model.model_validate(found.data, context={"languages": languages})
    except ValidationError as error:
        missing = {tuple(detail["loc"]) for detail in error.errors() if detail["type"] == "missing"}
        if missing and _is_empty(document, model):
            problems.add("empty-file", Location(document.path))
            return None
        tell(found, document, problems, but=missing)
        read = Read(found.left_out, {cut.path: cut.place for cut in whole.cuts})
        report(error, document, kind, model, problems, read)
    else:
        tell(found, document, problems)
    tell_cuts(whole.cuts, problems)
    check_plain(document, problems)
    return value if document.reading is None else None


def _is_empty(document: Document, model: type[BaseModel]) -> bool:
    """Whether a file says nothing at all; a text needs no head, and a block is no file."""
    return not document.data and document.reading is None and not issubclass(model, FrontMatter | Block)


def _is_field(model: type[BaseModel], path: Way) -> bool:
    """Whether a key is one that the model knows, or stands where any key may."""
    known = fields_at(model, path[:-1])
    return not known or path[-1] in known
