"""The words that are content and stand in the frame of every page, as the pseudo-languages have them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from ombrelle.i18n.languages import PSEUDO
from ombrelle.i18n.phrase import first_of
from ombrelle.i18n.pseudo import disguise, with_pseudo
from ombrelle.kinds.values import LocalText
from ombrelle.load.entry import Content

_WORDS_OF_ADDRESSES = "slug"


def with_pseudo_languages(content: Content) -> Content:
    """The content in two languages more: the umbrella's own texts and the vocabularies are in them too.

    Entries are as they were: a page about one borrows its text, as in any language without translations.
    """
    return replace(
        content,
        languages=with_pseudo(content.languages),
        site=_disguised(content.site),
        vocabularies={
            name: {id_: _disguised(term) for id_, term in terms.items()}
            for name, terms in content.vocabularies.items()
        },
    )


def _disguised(value: Any) -> Any:
    """The value with each of its short texts in the pseudo-languages, made from English if it can be."""
    if isinstance(value, LocalText):
        shown = first_of(value.forms, ("en",)).text
        forms = {code: disguise(code, shown) for code in PSEUDO} if shown else {}
        return replace(value, forms={**value.forms, **forms})
    if isinstance(value, tuple):
        return tuple(map(_disguised, value))
    if isinstance(value, BaseModel):
        names = (name for name in type(value).model_fields if name != _WORDS_OF_ADDRESSES)
        return value.model_copy(update={name: _disguised(getattr(value, name)) for name in names})
    return value
