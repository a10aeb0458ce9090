"""`calendar`: the next days on which the site changes by itself, so that it is built anew on those alone."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import timedelta

from ombrelle.cli.common import content_of
from ombrelle.cli.day import day_of
from ombrelle.cli.words import Words
from ombrelle.library.calendar import Moment, moments
from ombrelle.outputs import security


def run(given: argparse.Namespace, said: Words) -> int:
    """Print the moments after the day asked for. 1 when the site cannot be known."""
    content = content_of(given, said)
    if isinstance(content, int):
        return content
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
