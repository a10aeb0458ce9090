"""The beginning of an entry: the smallest files that pass every check, at the right place.

plan (where) ─► draft (what) ─► trial (is it right?) ─► save

Of a translation: what the source says, where the translation is to stand (`translation`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ombrelle.changes import Changes, apply
from ombrelle.scaffold.draft import (
    Draft,
    Values,
    choices,
    description_of,
    draft,
    facts_alone,
    head_ways,
    needed,
    shape_of,
    title_way,
    typed_example,
)
from ombrelle.scaffold.fields import UnknownFieldError, Way
from ombrelle.scaffold.plan import Plan, Refusal, plan
from ombrelle.scaffold.translation import Begun, begin_translation, languages_left
from ombrelle.scaffold.trial import trial

__all__ = [
    "Begun",
    "Draft",
    "Plan",
    "Refusal",
    "UnknownFieldError",
    "Values",
    "Way",
    "begin_translation",
    "choices",
    "description_of",
    "draft",
    "facts_alone",
    "head_ways",
    "languages_left",
    "needed",
    "plan",
    "save",
    "shape_of",
    "title_way",
    "trial",
    "typed_example",
]


def save(root: Path, drafts: Sequence[Draft]) -> None:
    """Write the files. Refusal, and nothing written, when one of them is there already."""
    there = next((draft.path for draft in drafts if (root / draft.path).exists()), None)
    if there:
        raise Refusal("new-exists", id=Path(there).stem, path=there)
    apply(root, Changes({}, {draft.path: draft.text for draft in drafts}))
