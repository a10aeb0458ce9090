"""What a field may be chosen from: the words of vocabularies and the entries, with their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ombrelle.load.entry import Content


@dataclass(frozen=True, slots=True)
class Choices:
    """The languages of the site, and the names of terms and entries in the language of the sources.

    `terms` are by vocabulary and id, in the order in which they are shown; `entries` by kind and id.
    """

    languages: Mapping[str, str]
    terms: Mapping[str, Mapping[str, str]]
    entries: Mapping[str, Mapping[str, str]]

    @property
    def source(self) -> str:
        """The code of the language of the sources."""
        return next(iter(self.languages))


def choices_of(content: Content) -> Choices:
    """The choices that a content offers."""
    chain = content.languages.source.chain
    entries: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in sorted(content.entries, key=lambda entry: entry.key):
        entries[entry.kind.name][entry.ref] = entry.title(chain).text
    return Choices(
        languages={language.code: language.autonym for language in content.languages},
        terms={
            name: {id_: term.name.pick(chain).text for id_, term in terms.items()}
            for name, terms in content.vocabularies.items()
        },
        entries=entries,
    )
