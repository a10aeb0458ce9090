"""Colours and their contrast, after WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""

from __future__ import annotations

import colorsys

READABLE = 4.5
"""The least contrast of text, WCAG 2.2 success criterion 1.4.3."""

RGB = tuple[float, float, float]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours written `#rrggbb`: from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, background: str, ratio: float = READABLE) -> str:
    """The colour of the same hue nearest to `colour` whose contrast on `background` reaches `ratio`.

    Lightness moves away from the background's in steps of 1 %, so the result is `colour` itself where it is
    readable, and black or white at worst.
    """
    hue, lightness, saturation = colorsys.rgb_to_hls(*_rgb(colour))
    step = 0.01 if _luminance(background) < 0.18 else -0.01
    while contrast(colour, background) < ratio and 0 < lightness + step < 1:
        lightness += step
        colour = _hex(colorsys.hls_to_rgb(hue, lightness, saturation))
    return colour


def mixed(colour: str, other: str, share: float) -> str:
    """A colour of which a share is `colour`, from 0 to 1, and the rest `other`."""
    pairs = zip(_rgb(colour), _rgb(other), strict=True)
    red, green, blue = (one * share + two * (1 - share) for one, two in pairs)
    return _hex((red, green, blue))


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _rgb(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rgb(colour: str) -> RGB:
    red, green, blue = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    return red, green, blue


def _hex(rgb: RGB) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in rgb)
