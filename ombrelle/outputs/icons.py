"""Icons for home screens and lists of applications, and what they say of the site in each language."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ombrelle.outputs.output import Output
from ombrelle.views.edition import Edition
from ombrelle.views.maps import palette_of, umbrella

_SIZES = (192, 512)
_TOUCH = 180
_SMALL = 32


def outputs(edition: Edition) -> Iterator[Output]:
    """The icons, `favicon.ico` for whoever asks for nothing else, a manifest per language."""
    from ombrelle.drawing.icons import icon_file, icon_png

    palette = palette_of(edition.library, edition.theme)
    mark = umbrella(edition.library, size=_TOUCH)
    yield Output("apple-touch-icon.png", icon_png(mark, palette, _TOUCH))
    for size in _SIZES:
        yield Output(f"icon-{size}.png", icon_png(mark, palette, size))
    yield Output(f"icon-{_SIZES[-1]}-maskable.png", icon_png(mark, palette, _SIZES[-1], is_maskable=True))
    favicon = edition.assets["favicon.svg"].content.decode()
    yield Output("favicon.ico", icon_file(favicon, _SMALL))
    for lang in edition.library.languages.codes:
        yield Output(f"{lang}/site.webmanifest", _manifest(edition, lang))


def _manifest(edition: Edition, lang: str) -> bytes:
    """What a system shows of the site that somebody puts on a home screen."""
    language, site = edition.library.languages[lang], edition.library.site
    link = edition.routes.link
    icons = [
        {"src": link(f"/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"} for size in _SIZES
    ]
    largest = icons[-1] | {"src": link(f"/icon-{_SIZES[-1]}-maskable.png"), "purpose": "maskable"}
    told = {
        "name": site.name.pick(language.chain).text,
        "description": site.tagline.pick(language.chain).text,
        "lang": lang,
        "dir": language.direction,
        "id": link(f"/{lang}/"),
        "start_url": link(f"/{lang}/"),
        "scope": link("/"),
        "display": "browser",
        "background_color": site.colours.ink,
        "theme_color": site.colours.ink,
        "icons": [*icons, largest],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
