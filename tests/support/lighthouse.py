"""Lighthouse, as the phone that it emulates: scores of pages, and what costs them points."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.support.browser import QUIET, find_chromium, sandbox
from tests.support.tools import ROOT

__all__ = ["CATEGORIES", "LCP_BUDGET", "Audit", "audits"]

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LCP_BUDGET = 1000.0
"""Milliseconds to the largest contentful paint, in the simulation of a slow mobile network."""

_SCRIPT = Path(__file__).with_name("lighthouse.mjs")


@dataclass(frozen=True, slots=True)
class Audit:
    """What Lighthouse says of a page: scores out of 100 by category, milliseconds, and what costs points.

    `shift` is the layout shift, `blocked` the time for which the main thread was.
    """

    url: str
    scores: Mapping[str, int]
    paint: float
    shift: float
    blocked: float
    costly: tuple[str, ...]

    def faults(self) -> list[str]:
        """What is under 100, or above a budget where performance was measured."""
        found = [f"{name} {score}" for name, score in self.scores.items() if score < 100]
        if "performance" in self.scores and self.paint > LCP_BUDGET:
            found.append(f"largest contentful paint after {self.paint:.0f} ms")
        if self.shift > 0:
            found.append(f"layout shift of {self.shift:.4f}")
        return found


def audits(urls: Sequence[str], categories: Sequence[str] = CATEGORIES) -> Iterator[Audit]:
    """Each page in turn, one browser for all. RuntimeError where Lighthouse or the page did not run."""
    chromium = find_chromium() or _own()
    if chromium is None:
        raise FileNotFoundError("no Chromium on this machine: make setup says how to install it")
    flags = ["--headless=new", *QUIET, *sandbox()]
    command = ["node", str(_SCRIPT), ",".join(categories), ",".join(flags), *urls]
    environment = {**os.environ, "CHROME_PATH": chromium}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment) as run:
        assert run.stdout is not None
        yield from map(_audit, run.stdout)
    if run.returncode:
        raise RuntimeError(f"Lighthouse did not run: exit {run.returncode}")


def _own() -> str | None:
    with sync_playwright() as playwright:
        return find_chromium(playwright)


def _audit(line: str) -> Audit:
    told = json.loads(line)
    if told["error"]:
        raise RuntimeError(f"{told['url']}: {told['error']}")
    numbers = told["numbers"]
    return Audit(
        told["url"],
        told["scores"],
        numbers["largest-contentful-paint"],
        numbers["cumulative-layout-shift"],
        numbers["total-blocking-time"],
        tuple(told["costly"]),
    )
