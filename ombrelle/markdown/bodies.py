"""Every text converted once, whatever the number of pages that show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ombrelle.library import Library
from ombrelle.library.check import NameChecker
from ombrelle.load.entry import Content, Text
from ombrelle.markdown import Fragment, Source, TypedBlock, convert
from ombrelle.markdown.kept import from_bytes, key_of, to_bytes
from ombrelle.markdown.named import Home, check_block
from ombrelle.memory import FORGETFUL, Forgetful, Memory
from ombrelle.problems import Location, Problem, Problems
from ombrelle.processes import mapped
from ombrelle.route.links import LinkIndex, check_links


@dataclass(frozen=True, slots=True)
class Bodies:
    """The converted texts by the path of their file."""

    fragments: Mapping[str, Fragment]

    def links(self) -> dict[str, tuple[tuple[str, Location], ...]]:
        """The logical links of each text: target and place; what its blocks name is theirs."""
        return {
            path: tuple(
                (link.target, Location(path, link.line, link.column, link.line, link.end_column))
                for link in fragment.links
            )
            for path, fragment in self.fragments.items()
        }

    def blocks(self, path: str) -> tuple[TypedBlock, ...]:
        """The typed blocks of a text."""
        fragment = self.fragments.get(path)
        return fragment.blocks if fragment else ()


def read_bodies(
    content: Content,
    library: Library,
    links: LinkIndex,
    problems: Problems,
    memory: Forgetful = FORGETFUL,
    jobs: int = 1,
) -> Bodies:
    """Every text of a content converted; each link and each name in a block leads somewhere, or is told.

    The library is that of the whole site, of which `content` may be a part.
    """
    bodies = convert_all(content, problems, memory, jobs)
    check_links(content, links, bodies.links(), problems)
    check_blocks(content, library, links, bodies, problems)
    return bodies


def check_blocks(
    content: Content, library: Library, links: LinkIndex, bodies: Bodies, problems: Problems
) -> None:
    """Tell what the blocks of a content name and does not exist, and those with nothing to show."""
    found = [
        (block, Home(text.path, text.lang, entry.district))
        for entry in content.written
        for text in entry.all_texts.values()
        for block in bodies.blocks(text.path)
    ]
    if not found:
        return
    checker = NameChecker.of(library.content, library.content.entries, problems)
    for block, home in found:
        check_block(block, home, checker, links, library)


def convert_all(
    content: Content,
    problems: Problems,
    memory: Forgetful = FORGETFUL,
    jobs: int = 1,
) -> Bodies:
    """Convert every text, hidden ones and those of broken entries too: all faults are told in one run.

    Translations share the anchors of their source. A text that `memory` or its cache knows is not
    converted again, and what remembers is not shared among processes.
    """
    cache, source = memory.cache, content.languages.source.code
    groups = [_in_order(entry.all_texts.values(), source) for entry in content.written if entry.all_texts]
    fragments: dict[str, Fragment] = {}
    unknown = []
    for group in groups:
        kept = cache.use(key_of(group)) if cache.keeps else None
        if kept is None:
            unknown.append(group)
        else:
            fragments.update(from_bytes(kept))
    work = _Conversion(tuple(unknown), memory)
    made = mapped(work, len(unknown), 1 if isinstance(memory, Memory) else jobs)
    for group, (converted, told) in zip(unknown, made, strict=True):
        fragments.update(converted)
        problems.extend(told)
        if cache.keeps and not told and (packed := to_bytes(converted)):
            cache.keep(cache.seal(key_of(group), packed))
    return Bodies(fragments)


def _in_order(texts: Iterable[Text], source: str) -> tuple[Text, ...]:
    """The texts of an entry: that of the source language first, which gives the others their anchors."""
    return tuple(sorted(texts, key=lambda text: (text.lang != source, text.lang)))


@dataclass(frozen=True, slots=True)
class _Conversion:
    """Converts the texts of one entry, by its number."""

    groups: tuple[tuple[Text, ...], ...]
    memory: Forgetful

    def __call__(self, index: int) -> tuple[dict[str, Fragment], tuple[Problem, ...]]:
        """The fragment of each text by its path, and the faults."""
        problems = Problems()
        anchors: tuple[str, ...] = ()
        fragments: dict[str, Fragment] = {}
        for text in self.groups[index]:
            fragment = self._convert(text, anchors, problems)
            anchors = anchors or tuple(heading.id for heading in fragment.headings)
            fragments[text.path] = fragment
        return fragments, tuple(problems)

    def _convert(self, text: Text, anchors: tuple[str, ...], problems: Problems) -> Fragment:
        source = Source(text.path, text.body, text.body_line, text.lang)
        key = ("fragment", source, anchors)
        return self.memory.recall(key, lambda own: convert(source, own, anchors=anchors), problems)
