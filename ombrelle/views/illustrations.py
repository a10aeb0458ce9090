"""Pictures as views and as HTML: one way from a file to what a page shows of it.

`shown` makes a view of any file of a `media/` folder; `element` writes a view as `<picture>`. What a text
shows and what a template shows come out of the same two.
"""

from __future__ import annotations

from html import escape

from ombrelle.i18n.phrase import Phrase
from ombrelle.markdown import Illustration
from ombrelle.pictures.ladder import ladder
from ombrelle.route import Routes
from ombrelle.route.links import LinkIndex, media_url
from ombrelle.views.parts import Picture

PROSE = "(min-width: 44rem) 42rem, 92vw"
"""How wide a picture of a text is: the measure of its lines, or the screen without its gutters."""


def shown(routes: Routes, links: LinkIndex, path: str, alternative: Phrase) -> Picture | None:
    """The view of the file at a path from the root (`content/media/plan.png`); None for no picture."""
    medium = links.medium(path)
    original = medium.original if medium else None
    if original is None:
        return None
    if original.is_drawing:
        url = routes.link(media_url(path))
        return Picture(url, alternative, original.form.width, original.form.height)
    steps = ladder(original, routes.prefix)
    return Picture(steps.url, alternative, steps.width, steps.height, steps.srcset, steps.sources)


def element(picture: Picture, alternative: str, sizes: str, *, rest: str = "", is_first: bool = False) -> str:
    """A picture as HTML. `sizes` says how wide it stands, as in HTML; `rest` are attributes of the image.

    One that `is_first` is seen at once: it is fetched before the others. The others wait to be scrolled to,
    and let what is read go first.
    """
    when = ' fetchpriority="high"' if is_first else ' fetchpriority="low" loading="lazy"'
    how = f' sizes="{escape(sizes)}"' if picture.sources else ""
    srcset = f' srcset="{escape(picture.srcset)}"{how}' if picture.srcset else ""
    image = (
        f'<img src="{escape(picture.url)}"{srcset} alt="{escape(alternative)}" width="{picture.width}"'
        f' height="{picture.height}"{rest}{when} decoding="async">'
    )
    if not picture.sources:
        return image
    sources = "".join(
        f'<source type="{type_}" srcset="{escape(each)}"{how}>' for type_, each in picture.sources
    )
    return f"<picture>{sources}{image}</picture>"


def illustrated(routes: Routes, links: LinkIndex, path: str, illustration: Illustration) -> str | None:
    """A picture of a text as HTML; a figure with its caption where it is a paragraph of its own."""
    picture = shown(routes, links, path, Phrase(illustration.alternative))
    if picture is None:
        return None
    html = element(picture, illustration.alternative, PROSE, rest=illustration.attributes)
    if not illustration.is_alone:
        return html
    words = [escape(illustration.caption, quote=False)] if illustration.caption else []
    if illustration.credit:
        words.append(f'<small class="picture-credit">{escape(illustration.credit, quote=False)}</small>')
    caption = f"<figcaption>{' '.join(words)}</figcaption>" if words else ""
    return f'<figure class="picture">{html}{caption}</figure>'
