"""Cards of companies that any site may show in a frame: small, without a script, not for search engines."""

from __future__ import annotations

from collections.abc import Iterator

from ombrelle.render import Sheet
from ombrelle.views.edition import Edition
from ombrelle.views.embeds import STYLE, embed_view
from ombrelle.views.takeaway import embed_url

_TEMPLATE = "elsewhere/card.html"

POLICY = (
    "default-src 'none'",
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors *",
    "upgrade-insecure-requests",
)
"""With `frame-ancestors`, browsers leave X-Frame-Options aside: https://www.w3.org/TR/CSP3/, 6.4.2."""


def sheets(edition: Edition) -> Iterator[Sheet]:
    """The card of each company in each language, where the theme has one."""
    if STYLE not in edition.assets:
        return
    for language in edition.library.languages:
        for entry in edition.library.of_kind("startup"):
            page = edition.routes.page(entry.key, language.code)
            if page:
                path = f"{embed_url(language.code, entry)}index.html".lstrip("/")
                yield Sheet(path, language.code, page.origin, _TEMPLATE, entry.key, embed_view)
