"""Every place that names what moves, in facts, menus and texts, and what is to stand there instead."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from ombrelle.kinds import BY_NAME
from ombrelle.kinds.marks import Marked, marked
from ombrelle.kinds.quartier import Quartier
from ombrelle.kinds.values import LeadsTo, MediaFile, RefersTo
from ombrelle.load.entry import Entry, Text
from ombrelle.problems import Location
from ombrelle.rename.move import Move, media_path
from ombrelle.route.links import Target
from ombrelle.scaffold.plan import Refusal
from ombrelle.sources.edits import Edit, cut, read_raw, scalar_like
from ombrelle.views.edition import Edition

_ENDING = re.compile(r"(?:\.[A-Za-z-]+)?\.(?:md|yaml)$")


def mends(edition: Edition, move: Move) -> Mapping[str, list[Edit]]:
    """The changes by the path of their file, as it is called before the move."""
    found: dict[str, list[Edit]] = defaultdict(list)
    for place, value in (*_facts(edition, move), *_blocks(edition, move)):
        written = cut(read_raw(edition.root, place.path), place)
        found[place.path].append(Edit.at(place, scalar_like(written, value)))
    for place, target, value in _links(edition, move):
        if cut(read_raw(edition.root, place.path), place) != target:
            raise Refusal("rename-by-hand", place=f"{place.path}:{place.line}", target=target, near=value)
        found[place.path].append(Edit.at(place, value))
    return found


def _facts(edition: Edition, move: Move) -> Iterator[tuple[Location, str]]:
    content = edition.library.content
    for entry in content.entries:
        yield from _references(entry, move)
        yield from _district_menu(entry, move)
    for menu in ("navigation", "footer"):
        for index, target in enumerate(getattr(content.site, menu)):
            if move.key(target) != target:
                yield content.site_document.locate((menu, index)), move.key(target)


def _references(entry: Entry, move: Move) -> Iterator[tuple[Location, str]]:
    for item in marked(entry.facts):
        new = _named(item, entry, move)
        if new != item.value:
            yield entry.locate(*item.path), new


def _named(item: Marked, entry: Entry, move: Move) -> str:
    """What an id or a file that an entry names is called after the move; any other value as it is."""
    value: str = item.value
    match item.mark:
        case RefersTo(kind):
            return move.key(f"{kind}:{value}").partition(":")[2]
        case MediaFile():
            return _medium(value, media_path(entry, value), move)
        case _:
            return value


def _blocks(edition: Edition, move: Move) -> Iterator[tuple[Location, str]]:
    """What the typed blocks of texts name: ids and files as facts do, and the targets of links."""
    for entry in edition.library.content.entries:
        for text in entry.texts.values():
            for block in edition.bodies.blocks(text.path):
                for item in marked(block.value):
                    new = _named(item, entry, move)
                    if isinstance(item.mark, LeadsTo):
                        meaning = edition.links.find(item.value, text.path, entry.district)
                        new = _rewritten(item.value, meaning, text, move) if meaning else item.value
                    if new != item.value:
                        yield block.document.locate(item.path), new


def _medium(value: str, path: str, move: Move) -> str:
    """How a fact names a file after the move: by its way below the folder `media/` beside it."""
    inside = move.path(path).partition("/media/")[2]
    return f"media/{inside}" if value.startswith("media/") else inside


def _district_menu(entry: Entry, move: Move) -> Iterator[tuple[Location, str]]:
    """The menu of a district names its pages by their id alone."""
    if isinstance(entry.facts, Quartier) and move.entry.key.startswith(f"page:{entry.id}/"):
        for index, page in enumerate(entry.facts.menu):
            if page == move.entry.id:
                yield entry.locate("menu", index), move.id


def _links(edition: Edition, move: Move) -> Iterator[tuple[Location, str, str]]:
    links = edition.bodies.links()
    for entry in edition.library.content.entries:
        for text in entry.texts.values():
            for target, place in links.get(text.path, ()):
                meaning = edition.links.find(target, text.path, entry.district)
                new = _rewritten(target, meaning, text, move) if meaning else target
                if new != target:
                    yield place, target, new


def _rewritten(target: str, meaning: Target, text: Text, move: Move) -> str:
    """The target that means the same after the move, as it is where it still does."""
    name, hash_, anchor = target.partition("#")
    if meaning.media:
        return _path(name, meaning.media, text, move) + hash_ + anchor
    key = move.key(meaning.key)
    kind, colon, ref = name.partition(":")
    if colon and kind in BY_NAME:
        new_ref = key.partition(":")[2]
        is_short = ref != meaning.key.partition(":")[2]
        return f"{kind}:{new_ref.rpartition('/')[2] if is_short else new_ref}{hash_}{anchor}"
    return name + hash_ + anchor if name == meaning.key else _file(name, text, move) + hash_ + anchor


def _file(name: str, text: Text, move: Move) -> str:
    """A link to a file of an entry, which may be written without its ending."""
    full = posixpath.normpath(posixpath.join(posixpath.dirname(text.path), name))
    stems = {_ENDING.sub("", old): _ENDING.sub("", new) for old, new in move.paths.items()}
    stem = _ENDING.sub("", full)
    new = stems.get(stem, stem) + full[len(stem) :]
    return _relative(name, new, text, move)


def _path(name: str, medium: str, text: Text, move: Move) -> str:
    """A link to a file of a `media/` folder: relative to the text, or from the folder that holds `media/`."""
    new = move.path(medium)
    full = posixpath.normpath(posixpath.join(posixpath.dirname(text.path), name))
    if full == medium:
        return _relative(name, new, text, move)
    return "media/" + new.partition("/media/")[2]


def _relative(name: str, new: str, text: Text, move: Move) -> str:
    folder = posixpath.dirname(move.path(text.path))
    if posixpath.normpath(posixpath.join(folder, name)) == new:
        return name
    way = posixpath.relpath(new, folder)
    return f"./{way}" if name.startswith("./") and not way.startswith("../") else way
