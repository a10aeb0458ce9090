"""What crawlers may read, and where the sitemap is: https://www.rfc-editor.org/rfc/rfc9309."""

from __future__ import annotations

from collections.abc import Iterator

from ombrelle.outputs.output import Output
from ombrelle.views.edition import Edition


def outputs(edition: Edition) -> Iterator[Output]:
    """Everything may be read in production, nothing of a preview."""
    if edition.library.drafts:
        yield Output("robots.txt", b"User-agent: *\nDisallow: /\n")
        return
    sitemap = edition.routes.absolute("/sitemap.xml")
    yield Output("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n".encode())
