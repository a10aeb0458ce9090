"""What HTML may stand in a text: a list of elements, attributes, classes and schemes; nothing else passes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import nh3

from ombrelle.markdown.leaves import ALERTS
from ombrelle.markdown.marks import TAG, Place

CLASSES = frozenset({"lead", "note", "button", "small"})
"""The classes that an author may give with `{.name}` or in HTML."""

# What our own steps say to one another.
_OURS = {
    "div": {"footnote"},
    "a": {"footnote-ref", "footnote-backref"},
    "blockquote": {f"alert-{kind}" for kind in ALERTS},
    "li": {"task-open", "task-done"},
}
_NAMES = """
    a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption
    figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub
    summary sup table tbody td tfoot th thead time tr u ul var wbr
"""
TAGS = frozenset(_NAMES.split())
"""The elements that may stand in a text."""

_ATTRIBUTES = {
    "*": {"id", "lang", "dir", "title"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt"},
    "ol": {"start", "reversed"},
    "li": {"value"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "time": {"datetime"},
    "blockquote": {"cite"},
    "q": {"cite"},
}
_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
    allowed_classes={tag: set(CLASSES) | _OURS.get(tag, set()) for tag in TAGS},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)
_ATTRIBUTE = re.compile(r"""([^\s"'=<>/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")
_WITH_SLASH = re.compile(r"/\s*$")


@dataclass(frozen=True, slots=True)
class Removal:
    """An element (`<iframe>`), attribute (`onclick`) or class that does not pass, and where it stands."""

    what: str
    place: Place
    length: int


def sanitise(html: str) -> str:
    """The HTML rid of all that is not on the list: well-formed, no bare `<`, `>`, `"` in attributes."""
    return _CLEANER.clean(html)


def removals(html: str, places: tuple[Place, ...]) -> Iterator[Removal]:
    """What of the authors' own HTML, which carries marks, `sanitise` will remove."""
    for match in TAG.finditer(html):
        tag, place = match[1].lower(), places[int(match[2])]
        if tag not in TAGS:
            yield Removal(f"<{tag}>", place, len(match[1]) + 1)
            continue
        for attribute in _ATTRIBUTE.finditer(_WITH_SLASH.sub("", match[3])):
            name, value = attribute[1].lower(), (attribute[2] or "").strip("\"'")
            what = _refused(tag, name, value)
            if what:
                yield _removal(what, attribute[1], place, tag)


def _refused(tag: str, name: str, value: str) -> str:
    if name == "class":
        allowed = CLASSES | _OURS.get(tag, set())
        return " ".join(f'class="{word}"' for word in value.split() if word not in allowed)
    return "" if name in _ATTRIBUTES["*"] | _ATTRIBUTES.get(tag, set()) else name


def _removal(what: str, written: str, place: Place, tag: str) -> Removal:
    start = place.column - 1
    found = place.text.find(written, start + len(tag) + 1)
    if found < 0:
        return Removal(what, place, len(tag) + 1)
    return Removal(what, place.after(found - start), len(written))
