"""`serve`: the site while it is being written."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from ombrelle.cli.common import options_of, report, wrong_place
from ombrelle.cli.words import Words
from ombrelle.problems import Problem
from ombrelle.serve import Outcome, PortTaken, serve


def run(given: argparse.Namespace, said: Words) -> int:
    """Serve until Ctrl-C. 2 when the port is taken, 130 when stopped."""
    options = options_of(given)
    refusal = wrong_place(options, said)
    if refusal:
        print(refusal, file=sys.stderr)
        return 2
    try:
        serve(options, given.port, _Terminal(said, options.root))
    except PortTaken as error:
        other = given.port + 1 if given.port < 65535 else 8000
        print(said.say("port-taken", port=given.port, reason=error, other=other), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"\n{said.say('serve-stopped')}", file=sys.stderr)
        return 130


@dataclass(slots=True)
class _Terminal:
    """Speaks to the person who writes, on the error output. What was told is not told at every save."""

    said: Words
    root: Path
    told: tuple[Problem, ...] = ()
    told_of_pages: tuple[Problem, ...] = ()

    @property
    def language(self) -> str:
        return self.said.language

    def say(self, key: str, **values: object) -> str:
        return self.said.say(key, **values)

    def serving(self, address: str) -> None:
        _tell(self.say("serving", address=address))

    def refreshed(self, outcome: Outcome) -> None:
        if outcome.problems != self.told or not outcome.is_sound:
            report(outcome.problems, self.root, self.said)
        self.told = outcome.problems
        _tell(self._summary(outcome))

    def checked(self, outcome: Outcome) -> None:
        if outcome.bug:
            _tell(self._summary(outcome))
        if outcome.problems != self.told_of_pages:
            report(outcome.problems, self.root, self.said)
        self.told_of_pages = outcome.problems

    def _summary(self, outcome: Outcome) -> str:
        if outcome.bug:
            return f"{self.say('serve-bug')}\n{outcome.bug}"
        if not outcome.is_sound:
            return self.say("served-stale")
        pages = self.said.count("pages", outcome.pages)
        return self.say("served", pages=pages, seconds=self.said.seconds(outcome.seconds))


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
