"""Every field of a model filled, from its type alone: a new field is filled without a line here."""

from __future__ import annotations

import re
import types
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from ombrelle.dates import PartialDate
from ombrelle.kinds.values import LeadsTo, LocalText, MediaFile, RefersTo, TermOf

_CHOSEN: dict[str, Any] = {
    "business_model": "b2b",
    "closed": "2030",
    "closes": "2030",
    "country": "FR",
    "currency": "EUR",
    "demo": False,
    "draft": False,
    "duration": "1:00",
    "ends": "2027-05-05T10:00",
    "accent": "#aa0000",
    "lat": "45.7",
    "lon": "4.8",
    "markets": ["FR"],
    "region": "84",
    "siren": "732829320",
    "status": "labelled",
    "timezone": "Europe/Paris",
    "to": "2030",
    "wikidata": "Q42",
}
"""Values of fields whose form or order says more than their type."""

_LEFT_OUT = frozenset({"slug", "redirect_from", "publish_on", "menu", "logo", "emblem"})
_FORMS = {"check_url": "url", "_https": "url", "check_email": "email", "check_phone": "phone"}
"""What the checks of a form are called, and what form that is."""

_KNOWN: dict[Any, Any] = {
    bool: True,
    int: 1,
    Decimal: 12,
    float: 1.5,
    PartialDate: "2020",
    datetime: "2026-05-05T10:00",
}
_MOST_ITEMS = 8
_IN_ADDRESS = re.compile(r"(?!.*&#)\S+")
_MAIL = "x'onfocus=hit`1`'autofocus='@hote.example"


@dataclass(slots=True)
class Filler:
    """Fills models with `texts`, in turn for each field, as many at once as it has room for.

    `ids` are the entries that may be named, by kind, `terms` the ids of each vocabulary.
    """

    texts: Sequence[str]
    ids: dict[str, str]
    terms: dict[str, list[str]]
    room: int = 950
    languages: tuple[str, ...] = ("fr",)
    _turns: Counter[str] = field(default_factory=Counter)
    _name: str = ""

    def filled(self, model: type[BaseModel]) -> dict[str, Any]:
        """Every field of a model, as YAML writes it."""
        made: dict[str, Any] = {}
        for name, info in model.model_fields.items():
            key = info.alias or name
            if key in _LEFT_OUT:
                continue
            annotation = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
            value = self._chosen(model, key, annotation)
            if value is not None:
                made[key] = value
        return made

    def taken(self, key: str, room: int, form: re.Pattern[str] | None = None) -> str:
        """The next texts for a field, as many as its room holds; those of a form alone where one is given."""
        texts = [text for text in self.texts if form.fullmatch(text)] if form else self.texts
        if form:
            self._turns[key] += 1
            return texts[self._turns[key] % len(texts)]
        found: list[str] = []
        size = 0
        while not found or size + len(self._next(key)) <= room:
            found.append(self._next(key))
            size += len(found[-1]) + 1
            self._turns[key] += 1
        return " ".join(found)

    def is_short(self, model: str) -> bool:
        """Whether a field of a model has not held every text yet."""
        turns = [turn for name, turn in self._turns.items() if name.startswith(f"{model}.")]
        return bool(turns) and min(turns) < len(self.texts)

    def _next(self, key: str) -> str:
        return self.texts[self._turns[key] % len(self.texts)]

    def _chosen(self, model: type[BaseModel], key: str, annotation: Any) -> Any:
        self._name = f"{model.__name__}.{key}"
        if key == "status" and model.__name__ != "Quartier":
            return "active" if model.__name__ == "Startup" else "scheduled"
        if key in _CHOSEN:
            return _CHOSEN[key]
        if key == "extra":
            return {self.taken("extra-key", 60): self.taken("extra", 60)}
        room = {"pitch": 140, "name": 150, "title": 150}.get(key, self.room)
        return self._value(annotation, (), room)

    def _value(self, annotation: Any, marks: tuple[Any, ...], room: int) -> Any:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._value(arguments[0], (*marks, *annotation.__metadata__), room)
        if origin in {Union, types.UnionType}:
            return self._value(arguments[0], marks, room)
        if origin is tuple:
            most = max((each.max_length for each in marks if hasattr(each, "max_length")), default=2)
            return [self._value(arguments[0], (), room) for _ in range(min(most, _MOST_ITEMS))]
        if origin is Literal:
            return arguments[0]
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.filled(annotation)
        return self._scalar(annotation, marks, room)

    def _scalar(self, annotation: Any, marks: tuple[Any, ...], room: int) -> Any:
        name = self._name
        for mark in marks:
            named = self._named(mark)
            if named:
                return named
        if annotation is LocalText:
            return {lang: self.taken(name, room) for lang in self.languages}
        if annotation in _KNOWN:
            return _KNOWN[annotation]
        return "fr" if "language" in name.lower() or name.endswith(".lang") else self.taken(name, room)

    def _named(self, mark: Any) -> str:
        """What a mark of a field asks for: an entry, a term, a file, a form; "" for any other."""
        if isinstance(mark, RefersTo):
            return self.ids[mark.kind]
        if isinstance(mark, LeadsTo):
            return f"actor:{self.ids['actor']}"
        if isinstance(mark, TermOf):
            return self.terms[mark.vocabulary][0]
        if isinstance(mark, MediaFile):
            return "embleme.svg"
        form = _FORMS.get(getattr(getattr(mark, "func", None), "__name__", ""), "")
        return self._formed(self._name, form) if form else ""

    def _formed(self, name: str, form: str) -> str:
        if form == "phone":
            return "+33 4 77 00 00 00"
        return _MAIL if form == "email" else f"https://hote.example/{self.taken(name, 60, _IN_ADDRESS)}"
