"""`calendar`: the next days on which the site changes by itself, so that it is built anew on those alone."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import timedelta

from ombrelle.cli.common import day_of, report
from ombrelle.cli.words import Words
from ombrelle.library.calendar import Moment, moments
from ombrelle.load import load
from ombrelle.load.discover import SITE_FILE, discover
from ombrelle.outputs import security
from ombrelle.problems import Problems


def run(given: argparse.Namespace, said: Words) -> int:
    """Print the moments after the day asked for. 1 when the site cannot be known."""
    if not (given.root / SITE_FILE).is_file():
        print(said.say("no-site", folder=given.root.resolve()), file=sys.stderr)
        return 2
    problems = Problems()
    content = load(given.root, discover(given.root, problems), problems)
    if content is None:
        report(problems, given.root, said)
        return 1
    day = day_of(given)
    expiry = Moment(security.expires(day), "expires", security.PATH)
    found = sorted([*moments(content, day), expiry])
    if given.days:
        found = [moment for moment in found if moment.day <= day + timedelta(days=given.days)]
    print(_as_json(found) if given.format == "json" else _as_text(found, said))
    return 0


def _as_json(found: Sequence[Moment]) -> str:
    told = [{"day": it.day.isoformat(), "what": it.what, "path": it.path} for it in found]
    return json.dumps(told, indent=2)


def _as_text(found: Sequence[Moment], said: Words) -> str:
    lines = [f"{it.day}  {said.say(f'calendar-{it.what}', path=it.path)}" for it in found]
    return "\n".join(lines) or said.say("calendar-nothing")
