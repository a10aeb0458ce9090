"""Cards of companies that any site may show in a frame: small, without a script, not for search engines."""

from __future__ import annotations

from collections.abc import Iterator

from ombrelle.outputs.output import Output
from ombrelle.render.environment import CompiledTemplates
from ombrelle.render.sheets import Sheets
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


def outputs(edition: Edition) -> Iterator[Output]:
    """The card of each company in each language, where the theme has one."""
    if STYLE not in edition.assets:
        return
    compiled = CompiledTemplates()
    for language in edition.library.languages:
        context = edition.context(language.code)
        sheets = Sheets(edition, language.code, compiled)
        for entry in edition.library.of_kind("startup"):
            page = edition.routes.page(entry.key, language.code)
            if page:
                view = embed_view(context.borrowing(page.origin), entry)
                path = f"{embed_url(language.code, entry)}index.html"
                yield Output(path.lstrip("/"), sheets.html(_TEMPLATE, view))
