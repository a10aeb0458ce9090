"""`translations`: what is translated and what is to be done, paragraph by paragraph."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from ombrelle.cli.common import content_of, has_colour, paths_of, report
from ombrelle.cli.words import Words
from ombrelle.outputs.translations import page
from ombrelle.problems import Problems
from ombrelle.report.translations import format_json, format_markdown, format_text
from ombrelle.translations.freshness import State
from ombrelle.translations.survey import Item, survey


def run(given: argparse.Namespace, said: Words) -> int:
    """Print the report in the form that is asked for. 1 when the site cannot be known, 2 for wrong use."""
    content = content_of(given, said)
    if isinstance(content, int):
        return content
    targets = content.languages.codes[1:]
    if given.language not in {None, *targets}:
        known = ", ".join(targets)
        print(said.say("translations-language", language=given.language, known=known), file=sys.stderr)
        return 2
    problems, paths = Problems(), paths_of(given)
    found = survey(given.root, content, problems)
    report(problems, given.root, said)
    items = [item for item in found if _is_asked(item, paths, given.language)]
    shown = [item for item in items if _is_shown(item, given.state)]
    languages, repository = content.languages, content.site.repository or ""
    if given.format == "json":
        print(format_json(items if given.state is None else shown))
    elif given.format == "markdown":
        print(format_markdown(items, shown, languages, said.language, repository))
    elif given.format == "html":
        print(page(content, items, shown, said.language))
    else:
        print(format_text(items, shown, languages, said.language, colour=has_colour(sys.stdout)))
    return 0


def _is_asked(item: Item, paths: Sequence[str], language: str | None) -> bool:
    is_there = not paths or any(
        wanted in {".", path} or path.startswith(f"{wanted}/")
        for wanted in paths
        for path in (item.unit.path, item.unit.source_path)
    )
    return is_there and language in {None, item.unit.language}


def _is_shown(item: Item, state: str | None) -> bool:
    """Whether something is to be done; what only lacks its record is counted, and listed when asked for."""
    if state is None:
        return not item.is_beyond and not item.states <= {State.COMPLETE, State.UNRECORDED}
    return State(state) in item.states
