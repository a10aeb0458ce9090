"""`import`: the rows of a table become entries."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ombrelle.cli.common import day_of, report
from ombrelle.cli.words import Words
from ombrelle.intake import Intake, Reader, RowFault, apply, diff, propose, read_map, read_table, take_in
from ombrelle.intake.tables import Table
from ombrelle.kinds import BY_NAME
from ombrelle.load import Content, load
from ombrelle.load.discover import SITE_FILE, discover
from ombrelle.problems import Problems
from ombrelle.problems.wording import say
from ombrelle.scaffold import Refusal


def run(given: argparse.Namespace, said: Words) -> int:
    """Propose a map, or take the rows in. 1 when some were left out, 2 when nothing could be read."""
    if not (given.root / SITE_FILE).is_file():
        return _refuse(said.say("no-site", folder=given.root.resolve()))
    problems = Problems()
    content = load(given.root, discover(given.root, problems), problems)
    if content is None:
        report(problems, given.root, said)
        return 1
    try:
        table = read_table(given.file)
        if given.map is None:
            return _propose(given, table, content, said)
        return _take_in(given, table, content, said)
    except Refusal as refusal:
        return _refuse(said.say(refusal.key, **refusal.values))


def _propose(given: argparse.Namespace, table: Table, content: Content, said: Words) -> int:
    text = propose(table, BY_NAME[given.kind], content, said.language)
    path: Path = given.file.with_suffix(".map.yaml")
    if given.dry_run:
        print(text, end="")
        return 0
    if path.exists():
        raise Refusal("import-map-exists", file=path)
    path.write_text(text, encoding="utf-8", newline="\n")
    print(said.say("import-map-written", file=path))
    return 0


def _take_in(given: argparse.Namespace, table: Table, content: Content, said: Words) -> int:
    kind = BY_NAME[given.kind]
    fields = read_map(given.map, table, kind)
    reader = Reader(given.root, kind, given.quartier, content, day_of(given))
    reader.check_place()
    intake = take_in(table, fields, reader)
    for fault in intake.faults:
        print(_words(fault, said), file=sys.stderr)
    if given.dry_run:
        print("\n".join(diff(given.root, intake.changes)))
    else:
        apply(given.root, intake.changes)
        for path in intake.changes.texts:
            print(said.say("new-written", path=path))
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
        "new": len(intake.new),
        "updated": len(intake.updated),
        "unchanged": len(intake.unchanged),
        "left_out": intake.left_out,
    }
    print(said.say("import-counts", rows=said.count("rows", rows), **counts))


def _refuse(words: str) -> int:
    print(words, file=sys.stderr)
    return 2
