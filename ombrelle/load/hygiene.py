"""What is cleaned before a value gets its meaning: nothing, spaces, words that stand for a value to come.

A value is one line of characters that can be shown, whatever escapes of YAML wrote it: no format into which
it goes has to expect a line end or a control in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from ombrelle.problems import Problems
from ombrelle.sources.characters import MOST_TOLD, escaped_characters, match_place, shown_line
from ombrelle.sources.document import Document
from ombrelle.sources.yaml import Path

_PLACEHOLDERS = frozenset(
    ("undefined", "null", "none", "~", "n/a", "todo", "tbd", "tba", "fixme", "xx", "xxx", "xxxx", "?", "...")
) | frozenset(
    (
        *(
            "…",
            "-",
            "à venir",
            "a venir",
            "à compléter",
            "à remplir",
            "à définir",
            "à préciser",
            "à traduire",
        ),
        *("coming soon", "to be translated", "to be completed", "to translate"),
    )
)
MOST_CHARACTERS = 1_000
"""Characters of a value: what is longer is a text, and has its file. The longest of the site has 233."""

_TRACKED = re.compile(r"https?://[^\s<>\"')\]]*[?&](?:utm_|fbclid=|gclid=|msclkid=|mc_[ce]id=)[^\s<>\"')\]]*")
_TRACKER = re.compile(r"(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id)=")
_BARE_COLOUR = re.compile(r":\s+(#[0-9a-fA-F]{6})\b")


@dataclass(slots=True)
class Tidy:
    """Values without what says nothing: what was left out, and where spaces were taken off.

    `controlled` are the values as they were of which not every character can be shown on one line, `cut` the
    lengths of those that were too long.
    """

    data: Any = None
    left_out: dict[Path, str] = field(default_factory=dict)
    spaced: list[Path] = field(default_factory=list)
    controlled: dict[Path, str] = field(default_factory=dict)
    cut: dict[Path, int] = field(default_factory=dict)


def tidy(data: Mapping[str, Any], is_field: Callable[[Path], bool]) -> Tidy:
    """Leave out fields that are empty or hold a word for a value to come, and spaces around the others.

    What is no field stays: there is more to say of it than that it is empty.
    """
    found = Tidy()
    found.data = _tidied(data, (), found, is_field)
    return found


def tell(found: Tidy, document: Document, problems: Problems, *, but: Collection[Path] = ()) -> None:
    """Tell what was found, except of the fields `but`, of which more is said elsewhere."""
    for path, value in found.left_out.items():
        if path not in but:
            _tell_left_out(path, value, document, problems)
    for path in found.spaced:
        problems.add("surrounding-spaces", document.locate(path), field=str(path[-1]))
    for path, length in found.cut.items():
        place = document.locate(path)
        problems.add("text-too-long-for-field", place, length=length, most=MOST_CHARACTERS)
    for path, value in found.controlled.items():
        for name in escaped_characters(value, document.text):
            problems.add("control-character", document.locate(path), name=name)


def check_trackers(path: str, text: str, problems: Problems) -> None:
    """Tell the addresses of a file's whole text that carry what follows their visitors."""
    for match in islice(_TRACKED.finditer(text), MOST_TOLD):
        problems.add("tracking-parameters", match_place(path, match), near=_without_trackers(match[0]))


def _tidied(value: Any, path: Path, found: Tidy, is_field: Callable[[Path], bool]) -> Any:
    if isinstance(value, str):
        return _stripped(value, path, found)
    if isinstance(value, list):
        return [_tidied(item, (*path, index), found, is_field) for index, item in enumerate(value)]
    kept = {}
    for key, item in value.items():
        own = (*path, key)
        if isinstance(item, str) and _says_nothing(item) and is_field(own):
            found.left_out[own] = item.strip()
        else:
            kept[key] = _tidied(item, own, found, is_field)
    return kept


def _stripped(value: str, path: Path, found: Tidy) -> str:
    if len(value) > MOST_CHARACTERS:
        found.cut[path] = len(value)
        value = value[:MOST_CHARACTERS]
    bare = value.strip()
    # The last line end of a text written on several lines is YAML's doing.
    if bare != value and "\n" not in value:
        found.spaced.append(path)
    line = shown_line(bare)
    if line != bare:
        found.controlled[path] = value
    return line.strip()


def _says_nothing(value: str) -> bool:
    bare = shown_line(value).strip()
    return (
        not bare or bare == "x" or bare.casefold() in _PLACEHOLDERS or bare.lower().startswith("lorem ipsum")
    )


def _tell_left_out(path: Path, value: str, document: Document, problems: Problems) -> None:
    name = str(path[-1])
    if value:
        problems.add("placeholder-value", document.locate(path), field=name, value=value)
        return
    place = document.locate(path, key=True)
    if document.is_mended(place.line):
        return
    colour = _BARE_COLOUR.search(document.line(place.line))
    if colour:
        problems.add("colour-unquoted", place, near=f'{name}: "{colour[1]}"')
    else:
        problems.add("empty-value", place, field=name)


def _without_trackers(address: str) -> str:
    page, _, rest = address.partition("?")
    query, hash_, anchor = rest.partition("#")
    kept = "&".join(part for part in query.split("&") if not _TRACKER.match(part))
    return f"{page}?{kept}{hash_}{anchor}" if kept else f"{page}{hash_}{anchor}"
