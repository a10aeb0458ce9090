"""The design tokens of a theme, read from its stylesheet: its named colours, sizes and distances."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Tier = Literal["primitive", "semantic", "component"]

_TIERS: tuple[Tier, ...] = ("primitive", "semantic", "component")
_ROOT = re.compile(r":root\s*\{(.*?)\n  \}", re.DOTALL)
_OTHER = re.compile(r"var\(--([\w-]+)\)")
_TOKEN = re.compile(r"/\*\s*(?P<tier>\d)\.|--(?P<name>[\w-]+):\s*(?P<value>[^;]+);")


@dataclass(frozen=True, slots=True)
class Token:
    """A custom property: its name without the hyphens, its value as it is written, the tier that it is of."""

    name: str
    value: str
    tier: Tier
    is_colour: bool


def tokens_of(style: str) -> tuple[Token, ...]:
    """The tokens of the first `:root` of `tokens.css`, in which a comment `/* 1. …` begins each tier."""
    root = _ROOT.search(style)
    found: dict[str, Token] = {}
    tier = _TIERS[0]
    for match in _TOKEN.finditer(root[1] if root else ""):
        if match["tier"]:
            tier = _TIERS[int(match["tier"]) - 1]
        else:
            value = " ".join(match["value"].split())
            found[match["name"]] = Token(match["name"], value, tier, _is_colour(value, found))
    return tuple(found.values())


def _is_colour(value: str, known: Mapping[str, Token]) -> bool:
    """Whether a value is a colour, or that of a token that is one."""
    other = _OTHER.fullmatch(value)
    return value.startswith(("#", "light-dark(")) or bool(other and known[other[1]].is_colour)
