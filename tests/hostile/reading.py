"""A page read as a browser reads it, and what in it would run or ask another host: without opening it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

_BASE = "http://here.example/a/b"
_FOREIGN = frozenset({"base", "embed", "frame", "iframe", "object", "portal", "style"})
_DATA = frozenset({"application/ld+json", "application/json", "speculationrules"})
_LOADS = frozenset({"src", "srcset", "poster", "data", "background", "action"})
_LINKS = frozenset({"http", "https", "mailto", "tel", "webcal"})
_RUNS = re.compile(r"on|(?:style|srcdoc|formaction)$")
# What browsers pass over in an address before they look at its scheme (WHATWG URL, section 4.4).
_PASSED_OVER = re.compile(r"^[\x00-\x20]+|[\t\n\r]")


def dangers(html: str, own: str = "") -> Iterator[str]:
    """What stands in a page and should not: elements, attributes, addresses; `own` is the theme's script."""
    for node in LexborHTMLParser(html).css("*"):
        tag, attributes = str(node.tag), {name: value or "" for name, value in node.attributes.items()}
        if (
            tag in _FOREIGN
            or "shadowrootmode" in attributes
            or (tag == "meta" and attributes.get("http-equiv"))
            or (_is_script(tag, attributes) and node.text() != (own or None))
        ):
            yield f"<{tag}>"
        yield from (f"{tag} {name}" for name in attributes if _RUNS.match(name))
        yield from (f"{tag} {name}={value}" for name, value in attributes.items() if _leads(tag, name, value))


def _is_script(tag: str, attributes: dict[str, str]) -> bool:
    """Whether an element holds a script of its own; data is none, and files of the site are ours."""
    return tag == "script" and "src" not in attributes and attributes.get("type") not in _DATA


def _leads(tag: str, name: str, value: str) -> bool:
    """Whether an address runs or is asked of another host without a click."""
    if name in {"href", "xlink:href"} and tag in {"a", "area"}:
        return _scheme(value) not in _LINKS
    if name in _LOADS or (name in {"href", "xlink:href"} and tag != "link"):
        return _is_outside(value)
    return name == "href" and tag == "link" and _is_outside(value)


def _scheme(address: str) -> str:
    return _split(address).scheme


def _split(address: str) -> SplitResult:
    """An address as a browser takes it; one whose host cannot be, leads nowhere."""
    try:
        return urlsplit(urljoin(_BASE, _PASSED_OVER.sub("", address).replace("\\", "/")))
    except ValueError:
        return urlsplit(_BASE)


def _is_outside(address: str) -> bool:
    plain, parts = _PASSED_OVER.sub("", address), _split(address)
    return parts.netloc != "here.example" and not plain.startswith(("data:image/", "https://essai.example/"))
