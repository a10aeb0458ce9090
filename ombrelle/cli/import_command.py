"""`import`: the rows of a table become entries."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ombrelle.cli.common import content_of, report
from ombrelle.cli.day import day_of
from ombrelle.cli.words import Words
from ombrelle.intake import (
    Intake,
    MapFaultsError,
    RowFault,
    apply,
    diff,
    propose,
    read_map,
    read_table,
    reader_of,
    take_in,
)
from ombrelle.intake.tables import Table
from ombrelle.kinds import BY_NAME
from ombrelle.load import Content
from ombrelle.load.discover import discover
from ombrelle.problems import Problems
from ombrelle.problems.wording import say
from ombrelle.report.excerpt import safe
from ombrelle.scaffold import Refusal
from ombrelle.whole import write_whole


def run(given: argparse.Namespace, said: Words) -> int:
    """Propose a map, or take the rows in. 1 when some were left out, 2 when nothing could be read."""
    content = content_of(given, said)
    if isinstance(content, int):
        return content
    try:
        table = read_table(given.file)
        if given.map is None:
            return _propose(given, table, content, said)
        return _take_in(given, table, content, said)
    except MapFaultsError as error:
        report(error.problems, given.map.parent, said)
        print(said.say("import-no-map", file=given.map), file=sys.stderr)
    except Refusal as refusal:
        print(said.say(refusal.key, **refusal.values), file=sys.stderr)
    return 2


def _propose(given: argparse.Namespace, table: Table, content: Content, said: Words) -> int:
    text = propose(table, BY_NAME[given.kind], content, said.language)
    path: Path = given.file.with_suffix(".map.yaml")
    if given.dry_run:
        print(text, end="")
        return 0
    if path.exists():
        raise Refusal("import-map-exists", file=path)
    write_whole(path, text.encode())
    print(said.say("import-map-written", file=path))
    return 0


def _take_in(given: argparse.Namespace, table: Table, content: Content, said: Words) -> int:
    kind = BY_NAME[given.kind]
    fields = read_map(given.map, table, kind, content.languages)
    reader = reader_of(given.root, discover(given.root, Problems()), content, kind, given.quartier)
    intake = take_in(table, fields, reader, day_of(given))
    for fault in intake.faults:
        print(safe(_words(fault, said)), file=sys.stderr)
    if not given.dry_run:
        apply(given.root, intake.changes)
    paths = [said.say("new-written", path=path) for path in intake.changes.texts]
    for line in diff(given.root, intake.changes) if given.dry_run else paths:
        print(safe(line))
    _count(intake, len(table.rows), said)
    if given.dry_run:
        print(said.say("dry-run"), file=sys.stderr)
    return 1 if intake.left_out else 0


def _words(fault: RowFault, said: Words) -> str:
    where = said.say(
        "import-row-column" if fault.column else "import-row", row=fault.row, column=fault.column
    )
    if isinstance(fault.cause, Refusal):
        return f"{where}\n  {said.say(fault.cause.key, **fault.cause.values)}"
    words = say(fault.cause, said.language)
    return "\n  ".join([f"{where}  {fault.cause.code}", words.message, *([words.hint] if words.hint else [])])


def _count(intake: Intake, rows: int, said: Words) -> None:
    counts = {
        "new": intake.new,
        "updated": intake.updated,
        "unchanged": intake.unchanged,
        "left_out": intake.left_out,
    }
    print(said.say("import-counts", rows=said.count("rows", rows), **counts))
