"""What a page asks of a browser is what the content security policy of its address lets it have.

The directives are those of https://www.w3.org/TR/CSP3/. A browser would leave out what is refused, and tell
nobody but the visitor's console.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from ombrelle.audit.page import Built, Want
from ombrelle.problems import Location, Problems

Directives = Mapping[str, tuple[str, ...]]
"""The sources that each directive of a policy lets in."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_WITHOUT_DEFAULT = frozenset(("base-uri", "form-action"))


def check_policy(built: Built, problems: Problems) -> None:
    """Tell each thing that a policy refuses, once, at the first page that asks for it."""
    told: dict[tuple[str, ...], set[Want]] = {}
    for page in (*built.pages.values(), *built.others.values()):
        policy = built.policy_of(page.path)
        known = told.setdefault(policy, set())
        directives = _read(policy)
        for want in [want for want in page.wants if want not in known]:
            if not _is_let(want, directives, built.base_url):
                problems.add(
                    "policy-broken", Location(page.path), directive=want.directive, source=want.source
                )
            known.add(want)


def _is_let(want: Want, directives: Directives, base_url: str) -> bool:
    """Whether a policy lets a browser have what is wanted."""
    allowed = directives.get(want.directive)
    if allowed is None:
        allowed = ("*",) if want.directive in _WITHOUT_DEFAULT else directives.get("default-src", ("*",))
    return any(source in allowed for source in _sources(want.source, base_url))


def _sources(source: str, base_url: str) -> Iterator[str]:
    """The words of a policy that let a source in."""
    yield "*"
    if source.startswith("'"):
        yield source
    elif source.startswith("data:"):
        yield "data:"
    elif not _SCHEME.match(source) or _is_at(base_url, source):
        yield "'self'"


def _is_at(base_url: str, source: str) -> bool:
    return urlsplit(base_url)[:2] == urlsplit(source)[:2]


def _read(policy: tuple[str, ...]) -> Directives:
    parts = (directive.split() for directive in policy)
    return {name: tuple(sources) for name, *sources in parts}
