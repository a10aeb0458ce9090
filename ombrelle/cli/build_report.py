"""What `build` does and says: stages while they last, problems, and one line at the end."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path

from ombrelle import cluster
from ombrelle.build import Options, Result, build_alone
from ombrelle.cli.build_words import Said, close
from ombrelle.cli.common import options_of, report, wrong_place
from ombrelle.cli.disk import PublishedError
from ombrelle.cli.words import Words
from ombrelle.load import read_site
from ombrelle.outputs import admin
from ombrelle.problems import Problems
from ombrelle.progress import Stopwatch
from ombrelle.publish.kept import FOLDER, keep_build
from ombrelle.publish.manifest import MANIFEST, record_manifest, write_manifest


def refusal_of(given: argparse.Namespace, said: Words) -> str:
    """Why there is nothing to build here, or nowhere to; "" when there is."""
    options = options_of(given)
    return wrong_place(options, said) or _wrong_out(options, said) or _no_cluster(options, said)


def built(given: argparse.Namespace, secret: str, teller: Teller, started: float) -> Said | None:
    """Build, publish and tell; what was said, None where the content has an error. For who is alone."""
    options, said = replace(options_of(given), reuses=not given.no_cache, secret=secret), teller.said
    result = build_alone(options, teller)
    teller.clear()
    report(result.problems, options.root, said)
    if given.timings:
        _tell_times(teller.seconds, said)
    if result.manifest is None:
        return None
    try:
        _record(given, options, result.manifest)
    except OSError as error:
        raise PublishedError(error.errno, error.strerror, error.filename) from error
    told = _said(result, options.root)
    seconds = said.seconds(time.perf_counter() - started)
    close(told, options.out, said, said.say("rendered", rendered=result.rendered, seconds=seconds))
    return told


def _record(given: argparse.Namespace, options: Options, manifest: Mapping[str, str]) -> None:
    """Note what was published, and keep it where that is asked for. OSError when the disk refuses."""
    if not given.no_cache:
        record_manifest(manifest, options.root / MANIFEST)
    if given.manifest:
        write_manifest(manifest, given.manifest)
    if given.keep:
        keep_build(options.out, manifest, options.root / FOLDER, given.keep)


def _said(result: Result, root: Path) -> Said:
    assert result.manifest is not None
    notes = [result.unsearched] if result.unsearched else []
    if f"{admin.FOLDER}/index.html" not in result.manifest:
        # Nothing is wrong with the content: a word for those who expect the forms.
        site = read_site(root, Problems())
        reason = admin.absence(root, site.site) if site else ""
        notes += [reason] if reason else []
    problems = [
        [list(asdict(each.location).values()), each.code, [list(pair) for pair in each.values]]
        for each in result.problems
    ]
    return {"pages": result.pages, "notes": notes, "problems": problems}


def _tell_times(seconds: Mapping[str, float], said: Words) -> None:
    names = {stage: said.say(f"stage-{stage}") for stage in seconds}
    width = max(map(len, names.values()))
    for stage, duration in seconds.items():
        print(f"{names[stage]:{width}}  {said.seconds(duration):>6} s")


class Teller(Stopwatch):
    """Says on a terminal how far a build is, in one line that is written over."""

    def __init__(self, said: Words) -> None:
        super().__init__()
        self.said = said
        self._is_seen = sys.stderr.isatty()

    def wait(self) -> None:
        """Another build is under way: said wherever the output goes, since nothing else would explain it."""
        print(self.said.say("waiting"), file=sys.stderr, flush=True)

    def begin(self, stage: str) -> None:
        """Say which stage this is."""
        super().begin(stage)
        self._show(self.said.say(f"stage-{stage}"))

    def advance(self, done: int, of: int) -> None:
        """Say how many pages are done."""
        self._show(self.said.say("advance", done=done, of=of, percent=100 * done // of))

    def clear(self) -> None:
        """Take the line away."""
        if self._is_seen:
            print("\r\033[K", end="", file=sys.stderr, flush=True)

    def _show(self, words: str) -> None:
        if self._is_seen:
            print(f"\r\033[K{words}", end="", file=sys.stderr, flush=True)


def _no_cluster(options: Options, said: Words) -> str:
    """Why the cluster that is asked for cannot be spoken to; "" when it can."""
    if options.executor and not cluster.is_possible():
        return said.say("no-dask")
    if options.scheduler and not cluster.answers(options.scheduler):
        return said.say("no-scheduler", address=options.scheduler)
    return ""


def _wrong_out(options: Options, said: Words) -> str:
    """Why the folder to publish into would destroy something; "" when it would not."""
    out, root = options.out.resolve(), options.root.resolve()
    if out == root or out in root.parents:
        return said.say("outside", folder=out)
    is_ours = not out.exists() or not any(out.iterdir()) or (out / "_headers").is_file()
    return "" if is_ours else said.say("not-a-site", folder=out)
