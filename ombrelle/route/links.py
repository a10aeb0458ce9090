"""What `startup:cailabs`, `../pages/settle.md` or `media/plan.png` mean in a text, and where they lead."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ombrelle.kinds import BY_NAME, KINDS
from ombrelle.kinds.addresses import meant_url
from ombrelle.library import Library
from ombrelle.load.entry import Content, Entry, MediaFile, Text
from ombrelle.pictures.ladder import ladder
from ombrelle.problems import Location, Problems
from ombrelle.route import Routes
from ombrelle.text import nearest

_LOGICAL = re.compile(r"([a-z]+):([a-z0-9/-]+)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FILE_END = re.compile(r"(?:\.[A-Za-z0-9-]+)?\.(?:md|yaml)$")
MOST_PROPOSED = 20
"""Links of one text for which the known name nearest is sought: who has more of them has made no slip."""

_INDEXES = frozenset(kind.route[-1] for kind in KINDS if kind.listed)
"""The index pages of kinds: naming one is no fault while it has nothing to list."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a link means: a page of the site (`key`) or a file (`media`, its path from the root)."""

    key: str = ""
    media: str = ""
    anchor: str = ""


class LinkIndex:
    """Finds what targets mean. Entries that are hidden today are known: naming them is no fault."""

    def __init__(self, content: Content, routes: Routes) -> None:
        self._routes = routes
        self._known = content.keys | _INDEXES | routes.by_key.keys()
        self._by_file = {
            _FILE_END.sub("", path): key for key, paths in content.known.items() for path in paths
        }
        self._media = {medium.path: medium for medium in content.media}

    def find(self, target: str, path: str, district: str | None) -> Target | None:
        """What `target` means in the text `path` of `district`; None when nothing has that name."""
        target, _, anchor = target.partition("#")
        logical = _LOGICAL.fullmatch(target)
        if logical and logical[1] in BY_NAME:
            key = self._key(logical[1], logical[2], district)
            return Target(key, anchor=anchor) if key else None
        if target in self._known and ":" not in target:
            return Target(target, anchor=anchor)
        full = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        beside = posixpath.normpath(posixpath.join(_home(path), target))
        medium = next((place for place in (full, beside) if place in self._media), "")
        if medium:
            return Target(media=medium)
        key = self._by_file.get(_FILE_END.sub("", full), "")
        return Target(key, anchor=anchor) if key else None

    def leads(self, target: str, text: Text, district: str | None) -> bool:
        """Whether a link of a text means something."""
        return self.find(target, text.path, district) is not None

    def near(self, target: str) -> str:
        """The known name nearest to one that means nothing; the address of mail or of the web that it is."""
        if _MAIL.fullmatch(target):
            return f"mailto:{target}"
        return meant_url(target) or _nearest_key(target, self._known)

    def medium(self, path: str) -> MediaFile | None:
        """The file of a `media/` folder at a path from the root."""
        return self._media.get(path)

    def address(self, target: Target, lang: str) -> str | None:
        """Where a target stands for a reader of `lang`; None for an entry that is not shown today.

        A photograph is never published as it was taken: a link to one leads to its widest size.
        """
        if target.media:
            original = self._media[target.media].original
            if original and not original.is_drawing:
                return self._routes.link(ladder(original).url)
            return self._routes.link(media_url(target.media))
        href = self._routes.href(target.key, lang)
        return f"{href}#{target.anchor}" if href and target.anchor else href or None

    def _key(self, kind: str, ref: str, district: str | None) -> str:
        own = f"{kind}:{district}/{ref}"
        candidates = (own, f"{kind}:{ref}") if district else (f"{kind}:{ref}",)
        return next((key for key in candidates if key in self._known), "")


def media_url(path: str) -> str:
    """Where a file of a `media/` folder stands: `quartiers/lyon/media/a.png` is at `/media/lyon/a.png`.

    The umbrella's stand under a name that no district can have.
    """
    top, _, rest = path.partition("/media/")
    return f"/media/{top.removeprefix('quartiers/') if top != 'content' else '_umbrella'}/{rest}"


def check_navigation(library: Library, routes: Routes, problems: Problems) -> None:
    """Tell every entry of the menus of the site that leads nowhere. What is hidden today has its name."""
    document = library.content.site_document
    known = library.content.keys | _INDEXES | routes.by_key.keys()
    for menu in ("navigation", "footer"):
        for index, target in enumerate(getattr(library.site, menu)):
            if target not in known:
                place = document.locate((menu, index))
                problems.add("unknown-target", place, value=target, near=_nearest_key(target, known))
    for district in library.of_kind("quartier"):
        _check_menu(district, known, problems)


def _check_menu(district: Entry, known: set[str], problems: Problems) -> None:
    own = {key.rpartition("/")[2] for key in known if key.startswith(f"page:{district.id}/")}
    for index, page in enumerate(getattr(district.facts, "menu", ())):
        if page not in own:
            problems.add(
                "unknown-target", district.locate("menu", index), value=page, near=nearest(page, own)
            )


def check_links(
    content: Content,
    index: LinkIndex,
    links: Mapping[str, tuple[tuple[str, Location], ...]],
    problems: Problems,
) -> None:
    """Tell every logical link that means nothing. `links` are by the path of their text: target and place."""
    for entry in content.written:
        for text in entry.all_texts.values():
            unknown = (
                (target, place)
                for target, place in links.get(text.path, ())
                if index.find(target, text.path, entry.district) is None
            )
            for number, (target, place) in enumerate(unknown):
                near = index.near(target) if number < MOST_PROPOSED else ""
                problems.add("unknown-link", place, value=target, near=near)


def _nearest_key(target: str, known: Iterable[str]) -> str:
    """The known key nearest to `target`: among those of its kind, by their own name alone."""
    kind, colon, ref = target.partition(":")
    if not colon or kind not in BY_NAME:
        return nearest(target, known)
    near = nearest(ref, (key.removeprefix(f"{kind}:") for key in known if key.startswith(f"{kind}:")))
    return f"{kind}:{near}" if near else ""


def _home(path: str) -> str:
    """The folder that holds `media/` for a text: its district's, or `content`."""
    parts = path.split("/")
    return "/".join(parts[:2]) if parts[0] == "quartiers" else parts[0]
