"""What the typed blocks of texts name: each name exists, and each block has something to show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ombrelle.kinds.blocks import FiguresBlock, QuoteBlock, StartupsBlock
from ombrelle.kinds.marks import Marked, marked
from ombrelle.kinds.startup import Startup
from ombrelle.kinds.values import InWords, LeadsTo
from ombrelle.library import Library
from ombrelle.library.check import NameChecker, check_repeated
from ombrelle.library.glossary import check_words
from ombrelle.load.entry import Entry
from ombrelle.markdown.fragment import TypedBlock
from ombrelle.problems import Location
from ombrelle.route.links import LinkIndex, Target
from ombrelle.text import nearest


@dataclass(frozen=True, slots=True)
class Home:
    """The text that a block stands in: its language, and the district that its entry belongs to."""

    path: str
    lang: str
    district: str | None

    def find(self, target: str, mark: LeadsTo, links: LinkIndex) -> Target | None:
        """What a value of a block means; None for what it may not name."""
        found = links.find(target, self.path, self.district)
        if found and mark.only_entries and (found.media or ":" not in found.key or found.anchor):
            return None
        return found


def is_address(value: str) -> bool:
    """Whether what a block leads to is out on the web."""
    return value.startswith("https://")


def startups(block: StartupsBlock, library: Library) -> Iterator[Entry]:
    """The companies that meet the conditions of a block, in order of id."""
    facets = {"sectors": block.sector, "stage": block.stage, "looking_for": block.looking_for}
    groups = [library.directory.found.get(((field, term),), ()) for field, term in facets.items() if term]
    if block.district:
        groups.append(library.members.get((block.district, "startup"), ()))
    wanted = [{entry.key for entry in group} for group in groups]
    for entry in min(groups, key=len) if groups else library.of_kind("startup"):
        if all(entry.key in keys for keys in wanted) and isinstance(entry.facts, Startup):
            yield entry


def check_block(
    block: TypedBlock, home: Home, checker: NameChecker, links: LinkIndex, library: Library
) -> None:
    """Tell what a block names and does not exist, or that it would show nothing."""
    told = len(checker.problems)
    items = tuple(marked(block.value))
    for item in items:
        if isinstance(item.mark, LeadsTo):
            _check_target(item, item.mark, block, home, checker, links)
        else:
            checker.check(item, block.document, home.district)
    check_repeated(block.value, block.document, checker.problems)
    # What somebody said stays as they said it.
    words = [(item.path, str(item.value)) for item in items if isinstance(item.mark, InWords)]
    said = () if isinstance(block.value, QuoteBlock) else words
    check_words(library.content, home.lang, block.document, said, checker.problems)
    if len(checker.problems) == told and _is_empty(block, home, links, library):
        place = Location(block.document.path, block.document.first_line - 1)
        checker.problems.add("block-empty", place, block=block.type.name)


def _check_target(
    item: Marked, mark: LeadsTo, block: TypedBlock, home: Home, checker: NameChecker, links: LinkIndex
) -> None:
    target = str(item.value)
    if is_address(target) and not mark.only_entries:
        return
    if home.find(target, mark, links) is None:
        near = _near(target, mark, checker, links)
        code = "unknown-entry" if mark.only_entries else "unknown-link"
        checker.problems.add(code, block.document.locate(item.path), value=target, near=near)


def _near(target: str, mark: LeadsTo, checker: NameChecker, links: LinkIndex) -> str:
    """The key that a target stands for; an id without its kind is one of them."""
    keys = sorted(f"{kind}:{ref}" for kind, refs in checker.ids.items() for ref in refs)
    if not mark.only_entries:
        return links.near(target)
    if ":" in target:
        near = links.near(target)
        return near if near in keys else ""
    ref = nearest(target, (key.partition(":")[2] for key in keys))
    return next((key for key in keys if key.partition(":")[2] == ref), "") if ref else ""


def _is_empty(block: TypedBlock, home: Home, links: LinkIndex, library: Library) -> bool:
    value = block.value
    if isinstance(value, StartupsBlock):
        return next(startups(value, library), None) is None
    if isinstance(value, FiguresBlock) and not value.figures:
        found = (home.find(key, LeadsTo(only_entries=True), links) for key in value.of)
        entries = (library.by_key.get(target.key) for target in found if target)
        return not any(entry is None or getattr(entry.facts, "figures", ()) for entry in entries)
    return False
