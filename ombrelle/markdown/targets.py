"""Where links and pictures lead: to the world, into the page, or to something that the site knows by name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from urllib.parse import unquote

from ombrelle.markdown.fragment import Link, Source
from ombrelle.markdown.marks import TARGET, Place, without
from ombrelle.markdown.outline import without_space
from ombrelle.markdown.placeholders import credit_of, placeholder
from ombrelle.problems import Problems
from ombrelle.text import nearest

# Only these leave the hands of authors as they are. All others are placeholders, so that a target can be
# nothing that a browser would run. The address after http:// must start with a host.
_ABSOLUTE = re.compile(r"https?://[^\s/\\?#]|mailto:|tel:", re.IGNORECASE)
_OF_THE_WEB = re.compile(r"www\.[\w-]+\.", re.IGNORECASE)
_FROM_ROOT = re.compile(r"[\x00-\x20]*[/\\]")
_WRITTEN = re.compile(r"[^\s)>\"']*")
_OWN = ("class", "id", "lang", "dir", "title", "hreflang")


@dataclass(slots=True)
class Targets:
    """Writes the tags of links and pictures; `links` are the logical ones, as their placeholders count."""

    source: Source
    places: tuple[Place, ...]
    problems: Problems
    links: list[Link] = field(default_factory=list)
    _within: list[tuple[str, Place]] = field(default_factory=list)
    _dropped: bool = False

    def link(self, attributes: dict[str, str], label: str = "") -> str:
        """The opening tag of a link, or of nothing when it leads nowhere; then its text alone stays."""
        rest = f' aria-label="{escape(label)}"' if label else ""
        rest += "".join(f' {name}="{escape(attributes[name])}"' for name in _OWN if name in attributes)
        self._dropped = False
        if "href" not in attributes:
            return f"<a{rest}>"
        target, place = self._split(attributes["href"])
        address = self._address(target, place)
        self._dropped = address is None
        if address is None:
            return ""
        rel = ' rel="noopener"' if address.lower().startswith("http") else ""
        return f'<a href="{escape(address)}"{rest}{rel}>'

    def link_end(self) -> str:
        """The end of the link that was opened last."""
        dropped, self._dropped = self._dropped, False
        return "" if dropped else "</a>"

    def image(self, attributes: dict[str, str], alternative: str) -> str:
        """The tag of a picture, or its alternative text when it cannot be shown."""
        target, place = self._split(attributes.get("src", ""))
        if not alternative:
            self._tell("image-without-alternative", place, target)
        if _ABSOLUTE.match(target):
            self._tell("external-image", place, target)
            return escape(alternative)
        address = self._logical(target, place, image=True)
        if address is None:
            return escape(alternative)
        if not credit_of(attributes.get("title", "")):
            self._tell("picture-without-credit", place, target, alternative=alternative)
        rest = "".join(f' {name}="{escape(attributes[name])}"' for name in _OWN if name in attributes)
        return f'<img src="{address}" alt="{escape(alternative)}"{rest} loading="lazy" decoding="async">'

    def check_anchors(self, ids: set[str]) -> None:
        """Tell of links into the page that name none of its ids."""
        for target, place in self._within:
            wanted = target.removeprefix("#")
            if wanted not in ids and unquote(wanted) not in ids:
                near = nearest(wanted, ids)
                known = ", ".join(f"#{each}" for each in sorted(ids))
                self._tell("unknown-anchor", place, target, near=f"#{near}" if near else "", known=known)

    def _split(self, value: str) -> tuple[str, Place]:
        """A target as written, and its place, which the mark before it tells."""
        match = TARGET.match(value)
        place = self.places[int(match[1])] if match and int(match[1]) < len(self.places) else None
        return without(value).strip(), place or Place(self.source.first_line, 1, "")

    def _address(self, target: str, place: Place) -> str | None:
        if target.startswith("#"):
            if target not in {"#", "#top"}:
                target = f"#{without_space(target[1:])}"
                self._within.append((target, place))
            return target
        if _ABSOLUTE.match(target):
            return target
        if _OF_THE_WEB.match(target):
            self._tell("url-without-scheme", place, target, value=target, repair=f"https://{target}")
            return None
        return self._logical(target, place, image=False)

    def _logical(self, target: str, place: Place, *, image: bool) -> str | None:
        if not target:
            self._tell("empty-link", place, target)
            return None
        if _FROM_ROOT.match(target):
            self._tell("absolute-path-link", place, target)
            return None
        end = place.column + _length(target, place)
        self.links.append(Link(target, place.line, place.column, end, image))
        return placeholder(len(self.links) - 1)

    def _tell(self, code: str, place: Place, target: str, **values: str) -> None:
        where = place.location(self.source.path, _length(target, place))
        self.problems.add(code, where, target=target, **values)


def _length(target: str, place: Place) -> int:
    """How many characters the target takes in the file, where it may be written with escapes."""
    start = place.column - 1
    if place.text.startswith(target, start):
        return len(target)
    found = _WRITTEN.match(place.text, start)
    return len(found[0]) if found else 0
