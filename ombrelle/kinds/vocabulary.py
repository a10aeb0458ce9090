"""A controlled list: ids that fields may take, with their names in every language."""

from __future__ import annotations

from pydantic import RootModel

from ombrelle.kinds.base import Model
from ombrelle.kinds.values import Id, LocalText, Slug


class Term(Model):
    """One id of a vocabulary. `slug` is its word in addresses, the id where none is given."""

    name: LocalText
    slug: Slug | None = None
    summary: LocalText | None = None


class Vocabulary(RootModel[dict[Id, Term]]):
    """`content/vocabularies/<name>.yaml`: id to term, in the order in which they are shown."""
