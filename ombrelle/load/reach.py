"""Which entries the check of some files has to read: those files, and the entries that they can break.

One entry breaks another in three ways only: the other names it; both hold what one alone may hold (an id, an
address, a website, a sentence); the ledger of addresses brings them together. In each of them the files of
the other hold, in their text or in their path, words of the first. So a file that holds none of these words
need not be parsed: the entry is known by the names of its files.

What is told of all addresses together is not found so: `check` reads everything where it comes to that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ombrelle.kinds.vocabulary import Term
from ombrelle.load.addresses import Address
from ombrelle.load.discover import SourceFile
from ombrelle.load.entry import Broken, Entry, entry_key
from ombrelle.load.scope import Scope

Group = Sequence[SourceFile]
"""The files of an entry."""

_WORD = re.compile(r"\w+")


def group_key(group: Group) -> str:
    """The name of the entry of some files."""
    first = group[0]
    assert first.kind is not None
    return entry_key(first.kind, first.id, first.district)


def read_part(
    scope: Scope,
    root: Path,
    groups: Sequence[Group],
    read: Callable[[Group], Entry | Broken],
    addresses: Sequence[Address],
    vocabularies: Mapping[str, Mapping[str, Term]],
) -> list[Entry | Broken] | None:
    """The entries that the files of a scope can break, in the order of the groups; None for any of them."""
    own = {
        number: read(group)
        for number, group in enumerate(groups)
        if any(scope.holds(file.path) for file in group)
    }
    if _meets_addresses(scope, own.values(), vocabularies):
        return None
    traces = _traces(scope, own.values(), addresses)
    named = {address.key for address in addresses if scope.mentions(address.path)}
    keys = [group_key(group) for group in groups]
    touched = {
        number
        for number, group in enumerate(groups)
        if number in own or keys[number] in named or traces.are_in(root, group)
    }
    touched.update(_without_facts(groups, keys, own))
    homes = {f"quartier:{groups[number][0].district}" for number in touched}
    wanted = {keys[number] for number in touched} | homes
    return [own.get(number) or read(groups[number]) for number, key in enumerate(keys) if key in wanted]


@dataclass(frozen=True, slots=True)
class _Traces:
    """What tells a file that may have to do with some entries: all the words of one of these."""

    words: Collection[tuple[bytes, ...]]

    def are_in(self, root: Path, group: Group) -> bool:
        """Whether a file of the group holds a trace, in its path or its text."""
        return any(self._is_in(root, file.path) for file in group)

    def _is_in(self, root: Path, path: str) -> bool:
        try:
            with open(f"{root}/{path}", "rb") as file:  # noqa: PTH123 twice as fast, for thousands of files
                text = f"{path}\n".encode() + file.read().lower()
        except OSError:
            return True
        return any(all(word in text for word in trace) for trace in self.words)


def _traces(scope: Scope, own: Iterable[Entry | Broken], addresses: Sequence[Address]) -> _Traces:
    """The traces of the entries of a scope, and of the names in it that may have no file any more."""
    entries = tuple(own)
    keys = {entry.key for entry in entries}
    words = {(name,) for name in scope.names}
    words |= {(_last(address.path),) for address in addresses if address.key in keys}
    for entry in entries:
        if isinstance(entry, Entry):
            words |= {(slug,) for slug in _slugs(entry)}
        words |= {tuple(_WORD.findall(value)) for _, value in entry.distinct}
    return _Traces([tuple(word.encode().lower() for word in trace) for trace in words if all(trace)])


def _meets_addresses(
    scope: Scope, own: Iterable[Entry | Broken], vocabularies: Mapping[str, Mapping[str, Term]]
) -> bool:
    """Whether a word of these entries is also one of the vocabularies, of which addresses are made."""
    words = set(vocabularies)
    for terms in vocabularies.values():
        for id_, term in terms.items():
            words |= {id_, *(term.slug.forms.values() if term.slug else ())}
    slugs = (_slugs(entry) for entry in own if isinstance(entry, Entry))
    return not words.isdisjoint(scope.names.union(*slugs))


def _slugs(entry: Entry) -> Iterator[str]:
    """The words of an entry in addresses, those of the past too."""
    yield entry.id
    if entry.facts.slug:
        yield from filter(None, (entry.facts.slug.neutral, *entry.facts.slug.forms.values()))
    yield from (text.slug for text in entry.all_texts.values() if text.slug)
    yield from filter(None, map(_last, entry.facts.redirect_from))


def _last(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]


def _without_facts(groups: Sequence[Group], keys: Sequence[str], own: Collection[int]) -> Iterator[int]:
    """The groups in the folders of districts without facts: the first of them is where it is told."""
    homes = {groups[number][0].district for number in own}
    lacking = {home for home in homes if home and f"quartier:{home}" not in keys}
    return (number for number, group in enumerate(groups) if group[0].district in lacking)
