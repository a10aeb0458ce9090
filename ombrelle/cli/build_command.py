"""`build`: from the files to the published folder."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from ombrelle.build import Options, build
from ombrelle.cli.common import options_of, report, wrong_place
from ombrelle.cli.words import Words
from ombrelle.load import read_site
from ombrelle.outputs import admin
from ombrelle.problems import Problems
from ombrelle.publish import write_manifest


def run(given: argparse.Namespace, said: Words) -> int:
    """Build and publish. 1 when the content has an error: the site published before stays."""
    options = options_of(given)
    refusal = wrong_place(options, said) or _wrong_out(options, said)
    if refusal:
        print(refusal, file=sys.stderr)
        return 2
    started = time.perf_counter()
    if sys.stderr.isatty():
        print(said.say("progress"), end="\r", file=sys.stderr, flush=True)
    result = build(options)
    report(result.problems, options.root, said)
    if result.manifest is None:
        return 1
    if given.manifest:
        write_manifest(result.manifest, given.manifest)
    seconds = said.seconds(time.perf_counter() - started)
    print(said.say("built", pages=said.count("pages", result.pages), folder=options.out, seconds=seconds))
    print(said.say("look", folder=options.out))
    if result.unsearched:
        print(said.say(result.unsearched))
    if f"{admin.FOLDER}/index.html" not in result.manifest:
        _tell_why_without_admin(options.root, said)
    return 0


def _tell_why_without_admin(root: Path, said: Words) -> None:
    """Nothing is wrong with the content: a word for those who expect the forms."""
    site = read_site(root, Problems())
    reason = admin.absence(root, site.site) if site else ""
    if reason:
        print(said.say(reason))


def _wrong_out(options: Options, said: Words) -> str:
    """Why the folder to publish into would destroy something; "" when it would not."""
    out, root = options.out.resolve(), options.root.resolve()
    if out == root or out in root.parents:
        return said.say("outside", folder=out)
    is_ours = not out.exists() or not any(out.iterdir()) or (out / "_headers").is_file()
    return "" if is_ours else said.say("not-a-site", folder=out)
