"""What the benchmarks that look at pages have in common: the real site, and which pages they look at."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.support.kinds import Sample, samples
from tests.support.site import BASE_URL, build

__all__ = ["LANGUAGES", "arguments", "built", "chosen"]

LANGUAGES = ("fr", "en", "de", "es", "ar", "ja")


@contextmanager
def built() -> Iterator[Path]:
    """The real site on the day of the tests, in a folder of its own. RuntimeError where it does not build."""
    with tempfile.TemporaryDirectory(prefix="ombrelle-") as folder:
        out = Path(folder) / "public"
        run = build(out, "--base-url", BASE_URL)
        if run.returncode:
            raise RuntimeError(f"the real site does not build: {run.stdout}{run.stderr}")
        yield out


def arguments(about: str | None) -> argparse.ArgumentParser:
    """A parser that knows `--kinds` and `--languages`."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kinds", nargs="+", default=[], metavar="KIND", help="as `home quartier`; else all")
    parser.add_argument("--languages", nargs="+", default=[], metavar="LANG", help="as `fr ar`; else all")
    return parser


def chosen(site: Path, kinds: Sequence[str], languages: Sequence[str]) -> list[Sample]:
    """One page for each kind and language that is asked for, all where nothing is. ValueError for no kind."""
    pages = samples(site)
    known = {page.kind for page in pages}
    if not known.issuperset(kinds):
        raise ValueError(f"no such kind: {sorted(set(kinds) - known)}; there are {sorted(known)}")
    return [
        page
        for page in pages
        if (not kinds or page.kind in kinds) and (not languages or page.lang in {"", *languages})
    ]
