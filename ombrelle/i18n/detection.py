"""Which language a text is in, from the text alone.

Most are plainly in theirs. The model is loaded for the first that is in doubt, which takes half a second:
nothing here is imported by a command that judges none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from ombrelle.i18n.languages import PSEUDO
from ombrelle.i18n.plainly import is_plainly

_SURE = 0.99


def judge(codes: Sequence[str], texts: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """For each text, given after its language, the other one of `codes` that it is in; "" where none is.

    Regional forms of one language are not told apart. What leaves the model in doubt is taken
    for what it is said to be.
    """
    doubtful = [number for number, (lang, text) in enumerate(texts) if not is_plainly(_language(lang), text)]
    found = [""] * len(texts)
    judged = _judged(codes, [texts[number] for number in doubtful]) if doubtful else ()
    for number, other in zip(doubtful, judged, strict=True):
        found[number] = other
    return tuple(found)


def _judged(codes: Sequence[str], texts: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The same by the model, for each."""
    model, every = _model()
    known = {
        _language(code): code for code in reversed(codes) if code not in PSEUDO and _language(code) in every
    }
    if len(known) < 2:
        return ("",) * len(texts)
    model.set_languages(known)
    return tuple(_other(model, known, *text) for text in texts)


def _other(model: LanguageIdentifier, known: Mapping[str, str], lang: str, text: str) -> str:
    own = _language(lang)
    if own not in known:
        return ""
    found, probability = model.classify(text)
    return known[found] if found != own and probability >= _SURE else ""


@cache
def _model() -> tuple[LanguageIdentifier, frozenset[str]]:
    """The model, and the languages that it knows."""
    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return model, frozenset(model.labels)


def _language(code: str) -> str:
    return code.partition("-")[0]
