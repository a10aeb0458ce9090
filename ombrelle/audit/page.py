"""What a built page says, read from its bytes alone: its links, its anchors, its alternates."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from sys import intern
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from ombrelle.outputs.headers import policy_of
from ombrelle.paths import page_file

_ATTRIBUTE_READ = re.compile(rb'[\t\n\f\r ](href|src|action|id|lang)="([^"]*)"')
"""The attributes that are read, in one pass: most of the time goes into looking where they begin."""

_HEAD = re.compile(rb"<head>.*?</head>", re.DOTALL)
_ALTERNATE = re.compile(rb'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"')
_CANONICAL = re.compile(rb'<link rel="canonical" href="([^"]*)"')
_LANG = re.compile(rb'<html[^>]*\slang="([^"]*)"')
_LISTED = re.compile(rb"<loc>([^<]*)</loc>")
_ASKING = re.compile(rb"<(base|link|script|style|img|source|iframe|object|embed|audio|video|form)\b([^<>]*)>")
_SCRIPT = re.compile(rb"<script\b([^<>]*)>(.*?)</script>", re.DOTALL)
_DATA_TYPE = re.compile(rb'\stype="application/(?:ld\+)?json"')
"""A block of data is no script that runs."""

_MAY_BE_INLINE = re.compile(rb"\s(?:on[a-z]+|style)\s*=")
"""What is part of all that the next one finds; hardly a page has it, and it is looked for in less time."""

_INLINE = re.compile(rb"<[a-z][^<>]*?\s(on[a-z]+|style)\s*=")
_ATTRIBUTE = re.compile(rb'([a-z-]+)="([^"]*)"')
_LINKS = frozenset({b"href", b"src", b"action"})
_NOINDEX = b'<meta name="robots" content="noindex'


class Want(NamedTuple):
    """What a page asks of a browser: the directive that lets it, and an address, a digest or `INLINE`."""

    directive: str
    source: str


S = TypeVar("S", str, Want)


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page as it was built. Addresses are as written in it; what is listed is so once, in order.

    `marked` are the languages that its main part names. Lists take a tenth of the memory of sets.
    """

    path: str
    lang: str
    links: tuple[str, ...]
    ids: tuple[str, ...]
    alternates: tuple[tuple[str, str], ...]
    canonical: str
    is_indexed: bool
    marked: tuple[str, ...]
    wants: tuple[Want, ...] = ()

    def plain(self) -> list[Any]:
        """The same as lists and text."""
        listed = (self.links, self.ids, self.marked, self.wants)
        return [self.path, self.lang, self.alternates, self.canonical, self.is_indexed, *listed]

    @classmethod
    def of_plain(cls, found: Sequence[Any]) -> BuiltPage:
        """The page that was made plain. What all pages link to is held once."""
        path, lang, alternates, canonical, is_indexed, links, ids, marked, wants = found
        return cls(
            path=path,
            lang=lang,
            links=tuple(map(intern, links)),
            ids=tuple(map(intern, ids)),
            alternates=tuple((code, href) for code, href in alternates),
            canonical=canonical,
            is_indexed=is_indexed,
            marked=tuple(map(intern, marked)),
            wants=tuple(Want(intern(directive), intern(source)) for directive, source in wants),
        )


Policies = Sequence[tuple[str, tuple[str, ...]]]
"""Paths, with a star at the end for all below, each with the directives of its content security policy."""


@dataclass(frozen=True, slots=True)
class Built:
    """The built site: its pages by path, the paths of all its files, the address that it is made for.

    `base_url` has no slash at its end. `listed` are the addresses of its sitemaps, None where it has none;
    `policies` are what its host is told of them, in order. `others` is its HTML that is no page for search
    engines: cards for other sites, the content manager, the page not found at the root.
    """

    pages: Mapping[str, BuiltPage]
    files: Collection[str]
    base_url: str
    listed: Collection[str] | None = None
    policies: Policies = (("/*", policy_of("")),)
    others: Mapping[str, BuiltPage] = field(default_factory=dict)
    _files: dict[str, str] = field(init=False, repr=False, compare=False, default_factory=dict)

    @property
    def prefix(self) -> str:
        """The path under which the site stands, without a slash at its end."""
        return urlsplit(self.base_url).path

    def policy_of(self, path: str) -> tuple[str, ...]:
        """The content security policy of a file of HTML: the last that a rule for its address gives.

        Where none does, one that lets nothing in, so that it is told.
        """
        address = f"{self.prefix}/{path.removesuffix('index.html')}"
        given = [policy for rule, policy in self.policies if _is_for(rule, address)]
        return given[-1] if given else ("default-src 'none'",)

    def file(self, address: str) -> str:
        """The file that answers for a whole address, which many pages name."""
        file = self._files.get(address)
        if file is None:
            file = self._files[address] = page_file(address.removeprefix(self.base_url))
        return file


def read_page(path: str, html: bytes) -> BuiltPage:
    """Read a page that our templates wrote: attributes are in double quotes, the head has no comment."""
    head = _HEAD.search(html)
    top = head[0] if head else b""
    canonical = _CANONICAL.search(top)
    lang = _LANG.search(html)
    main = max(html.find(b"<main"), 0)
    within = _ATTRIBUTE_READ.findall(html, main)
    marks = {value for name, value in within if name == b"lang"}
    attributes = {*_ATTRIBUTE_READ.findall(html, 0, main), *within}
    return BuiltPage(
        path=path,
        lang=lang[1].decode() if lang else "",
        links=_in_order(_text(value) for name, value in attributes if name in _LINKS),
        ids=_in_order(_text(value) for name, value in attributes if name == b"id"),
        alternates=tuple((_text(lang), _text(href)) for lang, href in _ALTERNATE.findall(top)),
        canonical=_text(canonical[1]) if canonical else "",
        is_indexed=_NOINDEX not in top,
        marked=_in_order(map(_text, marks)),
        wants=_in_order(_wants(html)),
    )


def _in_order(found: Iterable[S]) -> tuple[S, ...]:
    return tuple(sorted(set(found)))


def listed_in(sitemaps: Iterable[bytes]) -> frozenset[str] | None:
    """The addresses of pages that sitemaps list; None when there is no sitemap."""
    found = list(sitemaps)
    return frozenset(_text(address) for each in found for address in _LISTED.findall(each)) if found else None


def policies_in(headers: bytes) -> Policies:
    """The rules of a file `_headers` that give a content security policy."""
    found, path = [], ""
    for line in headers.decode().split("\n"):
        name, _, value = line.strip().partition(": ")
        if line.startswith("/"):
            path = line
        elif name == "Content-Security-Policy":
            found.append((path, tuple(value.split("; "))))
    return tuple(found)


def _is_for(rule: str, address: str) -> bool:
    return address.startswith(rule[:-1]) if rule.endswith("*") else address == rule


def _wants(html: bytes) -> Iterator[Want]:
    """All that a page has fetched or run."""
    for name in set(_INLINE.findall(html)) if _MAY_BE_INLINE.search(html) else ():
        yield Want("style-src" if name == b"style" else "script-src", INLINE)
    for written, script in set(_SCRIPT.findall(html)):
        if b" src=" not in written and not _DATA_TYPE.search(written):
            yield Want("script-src", f"'sha256-{b64encode(hashlib.sha256(script).digest()).decode()}'")
    for tag, written in set(_ASKING.findall(html)):
        given = {_text(name): _text(value) for name, value in _ATTRIBUTE.findall(written)}
        yield from _wanted(tag.decode(), given)


def _wanted(tag: str, given: Mapping[str, str]) -> Iterator[Want]:
    """What one element asks for."""
    if tag == "style":
        yield Want("style-src", INLINE)
    if tag == "link":
        directive = _OF_LINKS.get(given.get("rel", ""), "")
        directive = f"{given.get('as', '')}-src" if given.get("rel") == "preload" else directive
        if directive:
            yield Want(directive, given.get("href", ""))
    for attribute in _OF_TAGS.get(tag, ()):
        if attribute in given:
            yield Want(_DIRECTIVES[tag], given[attribute])
    for candidate in given.get("srcset", "").split(", ") if tag in {"img", "source"} else ():
        if candidate:
            yield Want("img-src", candidate.split()[0])


INLINE = "'unsafe-inline'"
_OF_LINKS = {
    "stylesheet": "style-src",
    "icon": "img-src",
    "apple-touch-icon": "img-src",
    "manifest": "manifest-src",
    "modulepreload": "script-src",
}
_DIRECTIVES = {
    "base": "base-uri",
    "script": "script-src",
    "img": "img-src",
    "source": "img-src",
    "iframe": "frame-src",
    "object": "object-src",
    "embed": "object-src",
    "audio": "media-src",
    "video": "media-src",
    "form": "form-action",
}
_OF_TAGS = {
    **dict.fromkeys(_DIRECTIVES, ("src",)),
    "script": ("src", "data-late"),
    "base": ("href",),
    "object": ("data",),
    "form": ("action",),
}


@lru_cache(maxsize=4096)
def _text(value: bytes) -> str:
    """What is written, remembered: all pages link to the same ones."""
    return unescape(value.decode())
