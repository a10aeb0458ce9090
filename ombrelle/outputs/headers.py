"""The headers of every answer, in the form of Netlify: https://docs.netlify.com/routing/headers/."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Mapping

from ombrelle.outputs import admin, embeds, speculation
from ombrelle.outputs.lines import field, word
from ombrelle.outputs.output import Output
from ombrelle.pictures.ladder import FOLDER as PICTURES
from ombrelle.theme.assets import FOLDER
from ombrelle.views.edition import Edition
from ombrelle.views.of_search import PARTS
from ombrelle.views.share import FOLDER as SHARED
from ombrelle.views.takeaway import EMBEDS

FILE = "_headers"

_POLICY = (
    "default-src 'none'",
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
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
}

_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_SHOWN = {"Cross-Origin-Resource-Policy": "cross-origin"}
"""Pictures, which readers of feeds and other sites show."""
_FREE = {"Access-Control-Allow-Origin": "*", **_SHOWN}

_STILL = (
    "default-src 'none'",
    "img-src data:",
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
)
_FROM_TEAMS = {"Content-Security-Policy": "; ".join(_STILL), **_SHOWN}
"""Files as teams gave them: a drawing opened by itself has its own styles, and runs and fetches nothing."""

_FRAMED = {
    "Content-Security-Policy": "; ".join(embeds.POLICY),
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Robots-Tag": "noindex",
}
"""Cards that any site may show in a frame."""

_APART = {
    "X-Robots-Tag": "noindex",
    "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
    "Cross-Origin-Embedder-Policy": "unsafe-none",
}
"""The content manager: not for search engines; it signs people in through a window of the code host, whose
pictures of people it shows.
"""

_OF_FOLDERS: Mapping[str, Mapping[str, str]] = {
    FOLDER.strip("/"): _FOR_EVER,
    PICTURES.strip("/"): _FOR_EVER | _SHOWN,
    PARTS: _FOR_EVER,
    "data": _FREE,
    "media": _FROM_TEAMS,
    "brand": _SHOWN,
    SHARED: _SHOWN,
    EMBEDS.strip("/"): _FRAMED,
}


def outputs(edition: Edition) -> Iterator[Output]:
    """The file `_headers`.

    Assets and pictures are named after their content, the parts of the search after what they were made from.
    A later rule takes the place of an earlier one, header by header.
    """
    safe = {"Content-Security-Policy": "; ".join(policy_of(edition.theme.early)), **_SAFE}
    safe |= {"X-Robots-Tag": "noindex"} if edition.library.drafts else {}
    prefix = edition.routes.prefix
    safe["Speculation-Rules"] = f'"{prefix}{speculation.PATH}"'
    rules: dict[str, Mapping[str, str]] = {f"{prefix}/*": safe} | {
        f"{prefix}/{folder}/*": own for folder, own in _OF_FOLDERS.items()
    }
    rules[f"{prefix}{speculation.PATH}"] = {"Content-Type": speculation.TYPE}
    policy = admin.policy(edition.library.site)
    if policy:
        rules[f"{prefix}/{admin.FOLDER}/*"] = {"Content-Security-Policy": policy, **_APART}
    yield Output(FILE, "\n".join(_rule(path, headers) for path, headers in rules.items()).encode())


def policy_of(early: str) -> tuple[str, ...]:
    """What a page may do; `audit.policy` holds the pages to it.

    Of scripts that stand in one, the theme's alone runs, known by its digest.
    """
    digest = b64encode(hashlib.sha256(early.encode()).digest()).decode()
    own = f" 'sha256-{digest}'" if early else ""
    return f"script-src 'self'{own}", *_POLICY


def _rule(path: str, headers: Mapping[str, str]) -> str:
    return f"{word(path)}\n" + "".join(f"  {field(name, value)}\n" for name, value in headers.items())
