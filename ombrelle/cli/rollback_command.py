"""`rollback`: an earlier build published again, as it was."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from ombrelle.cli.words import Words
from ombrelle.publish import alone
from ombrelle.publish.kept import FOLDER, Kept, kept_builds, publish_again
from ombrelle.publish.manifest import MANIFEST, read_manifest, record_manifest


def run(given: argparse.Namespace, said: Words) -> int:
    """Publish an earlier build. 1 when it is damaged, 2 when there is none."""
    builds = kept_builds(given.root / FOLDER)
    if given.list:
        for build in builds:
            print(said.say("kept", number=build.number, since=_moment(build)))
        return 0
    wanted = _wanted(builds, given.to)
    if wanted is None:
        print(said.say("kept-none" if given.to is None else "kept-unknown", number=given.to), file=sys.stderr)
        return 2
    out: Path = given.out or given.root / "public"
    with alone(out, lambda: print(said.say("waiting"), file=sys.stderr, flush=True)):
        damaged = publish_again(wanted, out)
        if not damaged:
            record_manifest(read_manifest(wanted.folder / "manifest.json"), given.root / MANIFEST)
    if damaged:
        print(said.say("kept-damaged", number=wanted.number, names=", ".join(damaged[:5])), file=sys.stderr)
        return 1
    print(said.say("rolled-back", number=wanted.number, since=_moment(wanted), folder=out))
    return 0


def _wanted(builds: list[Kept], number: int | None) -> Kept | None:
    """The build of a number; without one, that before the last."""
    if number is None:
        return builds[1] if len(builds) > 1 else None
    return next((build for build in builds if build.number == number), None)


def _moment(build: Kept) -> str:
    return datetime.fromtimestamp(build.since, UTC).strftime("%Y-%m-%d %H:%M UTC")
