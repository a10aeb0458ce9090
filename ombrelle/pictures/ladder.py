"""The widths and formats in which a picture is offered, and the addresses at which they stand.

An address says which picture it is of, how wide and in which format. It is known before the file is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ombrelle.pictures.original import Original

FOLDER = "/pictures"
WIDTHS = (160, 320, 640, 960, 1280, 1920)
"""In pixels. From a logo on a small screen to a picture across a large one; browsers choose."""

_PLAIN_WIDTHS = frozenset({640, 1280})
_WORTH = 1.2
"""How much wider than the step below a picture must be for its own width to be offered too."""

_MODERN = (("image/avif", "avif"), ("image/webp", "webp"))
_ADDRESS = re.compile(
    rf"{FOLDER}/(?P<name>[a-z0-9-]+)-(?P<digest>[0-9a-f]{{12}})-(?P<width>\d+)\.(?P<format>avif|webp|jpg|png)"
)
_IN_FILES = re.compile(_ADDRESS.pattern.encode())


@dataclass(frozen=True, slots=True)
class Step:
    """One file to be made: of which original (its digest), how wide, in which format."""

    digest: str
    width: int
    format: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """Every size of a picture. `url` is the widest in the format that every browser shows.

    `sources` are the better formats, the best first: a type and its `srcset`. Addresses begin with the prefix
    of the site.
    """

    url: str
    width: int
    height: int
    srcset: str
    sources: tuple[tuple[str, str], ...]


def widths(original: Original) -> tuple[int, ...]:
    """The widths in which a picture is offered, none above its own."""
    own = original.form.width
    steps = [width for width in WIDTHS if width <= own]
    if not steps or own > steps[-1] * _WORTH:
        steps.append(min(own, WIDTHS[-1]))
    return tuple(dict.fromkeys(steps))


def plain_widths(original: Original) -> tuple[int, ...]:
    """Those of them for the few browsers that know no better format: a small screen, and all others."""
    steps = widths(original)
    return tuple(width for width in steps if width in _PLAIN_WIDTHS) or steps[-1:]


def offered(original: Original) -> set[tuple[int, str]]:
    """The width and format of every file that a picture may be asked for."""
    better = {(width, form) for width in widths(original) for _, form in _MODERN}
    return better | {(width, plain_format(original)) for width in plain_widths(original)}


def height_at(original: Original, width: int) -> int:
    """How high a picture is at a width."""
    return max(round(original.form.height * width / original.form.width), 1)


def plain_format(original: Original) -> str:
    """The format for browsers that know no better: PNG where something shows through."""
    return "png" if original.form.has_alpha else "jpg"


def address(original: Original, width: int, form: str) -> str:
    """Where one size of a picture stands, from the root of the site."""
    return f"{FOLDER}/{original.name}-{original.digest}-{width}.{form}"


def ladder(original: Original, prefix: str = "") -> Ladder:
    """Every size of a picture that is no drawing."""
    steps, few = widths(original), plain_widths(original)
    plain = plain_format(original)

    def srcset(form: str, steps: tuple[int, ...]) -> str:
        return ", ".join(f"{prefix}{address(original, width, form)} {width}w" for width in steps)

    return Ladder(
        url=prefix + address(original, few[-1], plain),
        width=few[-1],
        height=height_at(original, few[-1]),
        srcset=srcset(plain, few) if len(few) > 1 else "",
        sources=tuple((type_, srcset(form, steps)) for type_, form in _MODERN),
    )


def step_at(path: str) -> Step | None:
    """What stands at an address (from the root, or without the slash); None for another file."""
    found = _ADDRESS.fullmatch(f"/{path.lstrip('/')}")
    return Step(found["digest"], int(found["width"]), found["format"]) if found else None


def named_in(contents: Iterable[bytes]) -> set[str]:
    """The addresses of pictures that files name, from the root of the site."""
    return {match[0].decode() for content in contents for match in _IN_FILES.finditer(content)}
