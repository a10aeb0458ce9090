"""Which components the pages of each template show: a page gets their styles and scripts, and no others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

EXAMPLES = "examples.html"
"""The file of a component that shows it in each of its states."""

_FILE = re.compile(r'"((?:components/[\w-]+/)?[\w-]+\.html)"')
_EXPRESSION = re.compile(r"\{[{%](.*?)[%}]\}", re.DOTALL)
_STRING = re.compile(r'"([^"]*)"')
_CLASSES = re.compile(r'class="([^"]*)"')
_FILTER = re.compile(r"\|\s*(\w+)\b(?!\()")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANK = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Part:
    """A file of styles or scripts; `component` is the one that it belongs to, "" for those of every page."""

    component: str
    text: str


def family_type(family: str) -> str:
    """By which the styles and scripts of a family of components are asked for, beside the types of blocks."""
    return f"family-{family}"


def lean_script(script: str) -> str:
    """Scripts without comments and indentation: what is left is left as it is written."""
    return _BLANK.sub("\n", _COMMENT.sub("", script)).strip()


def shown_by(
    templates: Mapping[str, str],
    components: Iterable[str],
    makers: Iterable[str] = (),
    apart: Collection[str] = (),
) -> dict[str, frozenset[str]]:
    """The components that each file shows. `templates` are the texts of templates and macros by their names.

    A file shows a component whose macro it imports, whose class it writes (`name`, or `name-…`), or whose
    name is a filter that it applies (`prose`), and all that the files it imports, includes or extends show.
    `makers` have a script and no macro: they make themselves, on every page. What `apart` files show does
    not count for the files that import them.
    """
    known = frozenset(components)
    own = {name: frozenset(_named(name, text, known)) for name, text in templates.items()}
    leads = {
        name: [other for other in _FILE.findall(text) if other in own and other not in apart]
        for name, text in templates.items()
    }
    always = {name: frozenset(() if name.startswith("components/") else makers) for name in templates}
    return {name: always[name].union(*(own[each] for each in _reached(name, leads))) for name in templates}


def _reached(name: str, leads: Mapping[str, Iterable[str]]) -> set[str]:
    """A file, and those to which it leads in any number of steps."""
    found, waiting = {name}, [name]
    while waiting:
        for other in leads[waiting.pop()]:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _named(name: str, text: str, known: frozenset[str]) -> Iterator[str]:
    """The components that a file itself is of or names."""
    if name.startswith("components/"):
        yield name.split("/")[1]
    for word in _words(text):
        component = next((each for each in _prefixes(word) if each in known), None)
        if component:
            yield component


def _words(text: str) -> Iterator[str]:
    """Every class that a template may write, and every filter that it applies."""
    yield from _FILTER.findall(text)
    plain = _EXPRESSION.sub(lambda found: " ".join(_STRING.findall(found[1])), text)
    for classes in _CLASSES.findall(plain):
        yield from classes.split()


def _prefixes(word: str) -> Iterator[str]:
    """`facets-terms`, then `facets`."""
    parts = word.split("-")
    yield from ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
