"""What an editor meant: the values of messages that propose a repair."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from ombrelle.i18n.languages import is_language
from ombrelle.load.keys import fields_at, meant_key
from ombrelle.problems import Value
from ombrelle.sources.document import Document
from ombrelle.sources.yaml import Path
from ombrelle.text import nearest

_BULLET = re.compile(r"(?:^|(?<=\s))[-*–—•‣▪◦·]\s*(?=\S)")
_NUMBER = re.compile(r"-?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|-?\d+(?:[.,]\d+)?")
_DEGREES = re.compile(
    r"(\d+)\s*°\s*(\d+)\s*['’′]\s*(?:(\d+(?:[.,]\d+)?)\s*(?:[\"”″]|''))?\s*([NSEWO])", re.IGNORECASE
)
_TIMES = {"k": 10**3, "M": 10**6, "Md": 10**9, "million": 10**6, "milliard": 10**9, "billion": 10**9}
_CURRENCIES = {"€": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "dollar": "USD", "£": "GBP"}
_YES_NO = {
    **dict.fromkeys(("oui", "vrai", "ok", "x"), "true"),
    **dict.fromkeys(("non", "faux"), "false"),
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A value that its model refused: what pydantic says, the model, the way to the value, its document."""

    detail: ErrorDetails
    model: type[BaseModel]
    path: Path
    document: Document

    @property
    def said(self) -> str:
        """What was written."""
        return str(self.detail["input"])


def guesses(code: str, refusal: Refusal) -> dict[str, Value]:
    """The values that the message of a code names, beside those that the refusal itself tells."""
    guess = _GUESSES.get(code)
    return guess(refusal) if guess else {}


def repair(path: Path, near: Value | None) -> str:
    """The value to write, after the name of its field where it has one."""
    if not near:
        return ""
    return f"{path[-1]}: {near}" if path and isinstance(path[-1], str) else str(near)


# What can stand in brackets without quotes: a colon within a word, as in page:about, is no sign of a field.
_BARE = re.compile(r"(?!-)(?:[\w .,-]|(?<=\w):(?=\w))+")


def has_bullets(text: str) -> bool:
    """Whether a text was meant as a list: its items begin with a sign, and YAML asks for hyphen and space."""
    return _BULLET.match(text) is not None


def _near_key(refusal: Refusal) -> dict[str, Value]:
    known = fields_at(refusal.model, refusal.path[:-1])
    key = str(refusal.path[-1])
    if len(key) == 2 and is_language(key):
        return {"key": key, "lang": key}
    return {"key": key, "near": meant_key(key, known), "known": ", ".join(known)}


def _known_keys(refusal: Refusal) -> dict[str, Value]:
    return {"known": ", ".join(fields_at(refusal.model, refusal.path))}


def _near_choice(refusal: Refusal) -> dict[str, Value]:
    choices = str((refusal.detail.get("ctx") or {}).get("expected", ""))
    choices = choices.replace("'", "").replace(" or ", ", ")
    return {"choices": choices, "near": nearest(refusal.said, choices.split(", "))}


def _as_list(refusal: Refusal) -> dict[str, Value]:
    if isinstance(refusal.detail["input"], dict):
        return {}
    return {"near": f"[{refusal.said}]" if _BARE.fullmatch(refusal.said) else f'["{refusal.said}"]'}


def _items(refusal: Refusal) -> dict[str, Value]:
    items = [item.strip() for item in _BULLET.split(refusal.said)]
    return {"near": "\n".join(f"- {item}" for item in items if item)}


def _quoted(refusal: Refusal) -> dict[str, Value]:
    """The text that its colon cut, whole, behind what stands before it on its line."""
    place = refusal.document.locate(refusal.path)
    line = refusal.document.line(place.line)
    lead, text = line[: place.column - 1].strip(), line[place.column - 1 :].strip()
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return {"near": "" if text.startswith("{") else f'{lead} "{escaped}"'.strip()}


def _yes_or_no(refusal: Refusal) -> dict[str, Value]:
    return {"near": _YES_NO.get(refusal.said.casefold(), "")}


def _number(refusal: Refusal) -> dict[str, Value]:
    """The number of a text with its unit; degrees and minutes as decimals."""
    if degrees := _DEGREES.fullmatch(refusal.said.strip()):
        return {"near": _decimal(*degrees.groups())}
    found = list(_NUMBER.finditer(refusal.said))
    if len(found) != 1:
        return {"near": ""}
    plain = re.sub(r"\s", "", found[0][0]).replace(",", ".")
    unit = re.match(r"\s*([A-Za-z]+?)s?\b", refusal.said[found[0].end() :])
    times = _TIMES.get(unit[1], 1) if unit else 1
    return {"near": plain if times == 1 else f"{float(plain) * times:.0f}"}


def _decimal(degrees: str, minutes: str, seconds: str | None, side: str) -> str:
    value = int(degrees) + int(minutes) / 60 + float((seconds or "0").replace(",", ".")) / 3600
    return f"{-value if side.upper() in 'SWO' else value:.4f}"


def _limits(refusal: Refusal) -> dict[str, Value]:
    context = refusal.detail.get("ctx") or {}
    names = {"ge": "least", "le": "most", "min_length": "least", "max_length": "most"}
    return {name: f"{context[key]:g}" for key, name in names.items() if key in context}


def _pattern(refusal: Refusal) -> dict[str, Value]:
    """The form that is asked, and the part of the text that has it."""
    form = str((refusal.detail.get("ctx") or {}).get("pattern", "")).strip("^$")
    found = re.search(rf"(?<!\w){form}(?!\w)", refusal.said)
    near = found[0] if found else _CURRENCIES.get(refusal.said.casefold(), "") if form == "[A-Z]{3}" else ""
    return {"form": form, "near": near}


_GUESSES: Mapping[str, Callable[[Refusal], dict[str, Value]]] = {
    "unknown-key": _near_key,
    "unknown-choice": _near_choice,
    "list-expected": _as_list,
    "yaml-list-dash": _items,
    "yaml-colon-in-value": _quoted,
    "map-expected": _known_keys,
    "yes-or-no-expected": _yes_or_no,
    "number-expected": _number,
    "out-of-range": _limits,
    "too-many": _limits,
    "too-few": _limits,
    "form-of-value": _pattern,
}
