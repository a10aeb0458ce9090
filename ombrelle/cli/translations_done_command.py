"""`translations done`: the work of translators recorded, or edits declared to need none."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from ombrelle.cli.common import content_of, paths_of
from ombrelle.cli.words import Words
from ombrelle.load import Content
from ombrelle.translations.done import Recorded, done, save, unneeded
from ombrelle.translations.units import units


def run(given: argparse.Namespace, said: Words) -> int:
    """Record, and say what. 1 when the site cannot be known, 2 for what cannot be recorded."""
    content = content_of(given, said)
    if isinstance(content, int):
        return content
    paths = paths_of(given)
    refusal = _refusal(given, paths, content, said)
    if refusal:
        print(refusal, file=sys.stderr)
        return 2
    work = unneeded if given.unneeded else done
    found = work(given.root, content, paths, given.language)
    save(given.root, found)
    for each in found:
        print(_recorded(each, said))
    if not found:
        print(said.say("translations-nothing"))
    return 0


def _recorded(each: Recorded, said: Words) -> str:
    if each.unit is None or each.text is None:
        return said.say("translations-cleared", path=each.path)
    blocks = said.count("blocks", each.blocks)
    return said.say("translations-recorded", path=each.unit.path, language=each.unit.language, blocks=blocks)


def _refusal(given: argparse.Namespace, paths: Sequence[str], content: Content, said: Words) -> str:
    """Why the command cannot be followed; "" when it can."""
    targets = content.languages.codes[1:]
    if given.language not in {None, *targets}:
        return said.say("translations-language", language=given.language, known=", ".join(targets))
    absent = next((path for path in paths if not (given.root / path).exists()), None)
    if absent is not None:
        return said.say("translations-no-file", path=absent)
    return "" if given.unneeded else _is_source(paths, content, said)


def _is_source(paths: Sequence[str], content: Content, said: Words) -> str:
    """That a path is a source, whose translation is to be named; "" when none is."""
    texts = [unit for unit in units(content) if not unit.is_facts]
    translations, sources = {unit.path for unit in texts}, {unit.source_path: unit.path for unit in texts}
    wrong = next((path for path in paths if path in sources and path not in translations), None)
    return "" if wrong is None else said.say("translations-source", path=wrong, near=sources[wrong])
