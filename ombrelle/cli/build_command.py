"""`build`: from the files to the published folder, or the word that nothing changed."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from ombrelle.cli.day import day_of
from ombrelle.cli.words import Words
from ombrelle.paths import DEFAULT_THEME
from ombrelle.stamp import Stamp, inputs_of, outputs_of, read_stamp, write_stamp
from ombrelle.whole import sweep

STAMP = ".cache/build.json"
"""What is known of the last build, below the root: it may be deleted at any time."""

SECRET = "OMBRELLE_CACHE_KEY"  # noqa: S105 the name of a variable
"""The variable with which those who share a cache seal it."""


def run(given: argparse.Namespace, said: Words) -> int:
    """Build and publish. 1 when the content has an error: the site published before stays.

    Where neither a file that is read nor one that is published changed since the last build, its words are
    said again, and nothing is done.
    """
    started = time.perf_counter()
    last = (
        None
        if given.no_cache or given.manifest or given.timings or given.keep
        else read_stamp(_stamp(given), _secret())
    )
    if last and _is_current(last, given):
        from ombrelle.cli.build_words import again

        again(last.said, given, said, time.perf_counter() - started)
        return 0
    return _build(given, said, started)


def _build(given: argparse.Namespace, said: Words, started: float) -> int:
    from ombrelle.cli.build_report import Teller, built, refusal_of
    from ombrelle.publish import alone

    refusal = refusal_of(given, said)
    if refusal:
        print(refusal, file=sys.stderr)
        return 2
    teller = Teller(said)
    # Alone until all is noted: what another build publishes is not what this one made.
    with alone(_out(given), teller.wait):
        since = time.time_ns()
        before = _inputs(given, since)
        told = built(given, _secret(), teller, started)
        if told and before and not given.no_cache and before == _inputs(given, since):
            stamp = Stamp(_asked(given), before, outputs_of(_out(given)), since, told)
            write_stamp(_stamp(given), stamp, _secret())
        sweep(_stamp(given).parent, since)
    return 0 if told else 1


def _is_current(last: Stamp, given: argparse.Namespace) -> bool:
    return (
        last.asked == _asked(given)
        and last.inputs == _inputs(given, last.since) != ""
        and last.outputs == outputs_of(_out(given)) != ""
    )


def _inputs(given: argparse.Namespace, since: int) -> str:
    return inputs_of(given.root, _out(given), given.theme or given.root / DEFAULT_THEME, since)


def _asked(given: argparse.Namespace) -> str:
    """All that is asked for and decides what is made."""
    decisive = ("base_url", "theme", "drafts", "pseudo", "is_drawn", "search")
    options = [str(getattr(given, name)) for name in decisive]
    return repr([str(given.root.resolve()), str(_out(given).resolve()), str(day_of(given)), *options])


def _out(given: argparse.Namespace) -> Path:
    out: Path = given.out or given.root / "public"
    return out


def _stamp(given: argparse.Namespace) -> Path:
    path: Path = given.root / STAMP
    return path


def _secret() -> str:
    return os.environ.get(SECRET, "")
