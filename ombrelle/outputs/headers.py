"""The headers of every answer, in the form of Netlify: https://docs.netlify.com/routing/headers/."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ombrelle.outputs import admin, embeds, speculation
from ombrelle.outputs.lines import field, word
from ombrelle.outputs.output import Output
from ombrelle.pictures.ladder import FOLDER as PICTURES
from ombrelle.theme.assets import FOLDER
from ombrelle.views.edition import Edition
from ombrelle.views.of_search import PARTS
from ombrelle.views.takeaway import EMBEDS

_POLICY = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "upgrade-insecure-requests",
)

_SAFE: Mapping[str, str] = {
    "Content-Security-Policy": "; ".join(_POLICY),
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}

_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_FREE = {"Access-Control-Allow-Origin": "*"}

_FRAMED = {
    "Content-Security-Policy": "; ".join(embeds.POLICY),
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Robots-Tag": "noindex",
}
"""Cards that any site may show in a frame."""

_APART = {"X-Robots-Tag": "noindex", "Cross-Origin-Opener-Policy": "same-origin-allow-popups"}
"""The content manager: not for search engines, and it signs people in through a window of the host's."""


def outputs(edition: Edition) -> Iterator[Output]:
    """The file `_headers`. Assets and pictures are named after their content; data may be read from any site.

    The parts of the search are named after what they were made from. A later rule takes the place of an
    earlier one, header by header.
    """
    safe = dict(_SAFE) | ({"X-Robots-Tag": "noindex"} if edition.library.drafts else {})
    prefix = edition.routes.prefix
    for_ever = (f"{prefix}{FOLDER}/*", f"{prefix}{PICTURES}/*", f"{prefix}/{PARTS}/*")
    safe["Speculation-Rules"] = f'"{prefix}{speculation.PATH}"'
    rules = {f"{prefix}/*": safe, **dict.fromkeys(for_ever, _FOR_EVER), f"{prefix}/data/*": _FREE}
    rules[f"{prefix}{speculation.PATH}"] = {"Content-Type": speculation.TYPE}
    rules[f"{prefix}{EMBEDS}/*"] = _FRAMED
    policy = admin.policy(edition.library.site)
    if policy:
        rules[f"{prefix}/{admin.FOLDER}/*"] = {"Content-Security-Policy": policy, **_APART}
    yield Output("_headers", "\n".join(_rule(path, headers) for path, headers in rules.items()).encode())


def _rule(path: str, headers: Mapping[str, str]) -> str:
    return f"{word(path)}\n" + "".join(f"  {field(name, value)}\n" for name, value in headers.items())
