"""How `build` ends: one line, and what is good to know. Said again where nothing changed."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ombrelle.cli.words import Words

Said = Mapping[str, Any]
"""What a build said, as far as the next may have to say it again; it can be written as JSON."""


def again(last: Said, given: argparse.Namespace, said: Words, seconds: float) -> None:
    """Say once more what the last build said, since nothing changed."""
    if last["problems"]:
        from ombrelle.cli.common import report
        from ombrelle.problems import Location, Problem

        problems = [
            Problem(Location(*place), code, tuple((name, value) for name, value in values))
            for place, code, values in last["problems"]
        ]
        report(problems, given.root, said)
    close(
        last, given.out or given.root / "public", said, said.say("unchanged", seconds=said.seconds(seconds))
    )


def close(told: Said, out: Path, said: Words, how: str) -> None:
    """One line, and what is good to know."""
    pages, problems = said.count("pages", told["pages"]), said.count("problems", len(told["problems"]))
    print(said.say("built", pages=pages, folder=out, how=how, problems=problems))
    print(said.say("look", folder=out))
    for note in told["notes"]:
        print(said.say(note))
