"""The glossary of the brand: its terms and names, each with the one way to write it in each language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, RootModel, ValidationInfo

from ombrelle.kinds.base import Model
from ombrelle.kinds.site import EVERY
from ombrelle.kinds.values import Id, LocalText, unknown_language


def _language(code: str, info: ValidationInfo) -> str:
    known = (info.context or {}).get("languages", ())
    if known and code not in {EVERY, *known}:
        raise unknown_language(code, known)
    return code


def _lists(value: Any) -> Any:
    """The forms of each language as a list; one may be written without."""
    if not isinstance(value, dict):
        return value
    return {code: [forms] if isinstance(forms, str) else forms for code, forms in value.items()}


Forms = Annotated[dict[Annotated[str, AfterValidator(_language)], tuple[str, ...]], BeforeValidator(_lists)]
"""Ways to write something, by language, or in every language under `all`."""


class GlossaryTerm(Model):
    """A term or a name. One whose `form` is a plain string is never translated.

    `also` are its other right forms, plurals and cases, `wrong` what is written instead and should not be.
    `exact_case` are the languages in which its small and capital letters count.
    """

    form: LocalText
    also: Forms = Field(default_factory=dict)
    wrong: Forms = Field(default_factory=dict)
    exact_case: tuple[Annotated[str, AfterValidator(_language)], ...] = ()

    def right(self, lang: str) -> tuple[str, ...]:
        """Its right forms in a language, the term itself first; () where the glossary gives none."""
        form = self.form.neutral or self.form.forms.get(lang)
        return (form, *_of(self.also, lang)) if form else ()

    def wrongs(self, lang: str) -> tuple[str, ...]:
        """What is wrong in a language."""
        return _of(self.wrong, lang)

    def has_exact_case(self, lang: str) -> bool:
        """Whether its small and capital letters count in a language."""
        return not {EVERY, lang}.isdisjoint(self.exact_case)


class Glossary(RootModel[dict[Id, GlossaryTerm]]):
    """`content/glossary.yaml`: the terms by their ids."""


def _of(forms: Mapping[str, tuple[str, ...]], lang: str) -> tuple[str, ...]:
    return (*forms.get(lang, ()), *forms.get(EVERY, ()))
