"""What a page weighs on its way, and the budgets that it is held to.

A kB is a thousand bytes. The first view is the page and the styles that it links, each compressed by Brotli
at its best quality. The whole is what a browser really fetches, headers included, without pictures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from tests.support.host import compressed
from tests.support.html import Element, read
from tests.support.kinds import Sample

__all__ = [
    "BUDGET",
    "LATE",
    "MAP_BUDGET",
    "MOST_REQUESTS",
    "WHOLE_BUDGET",
    "Fetched",
    "Scale",
    "budget",
    "first_view",
    "weighing",
]

BUDGET, MAP_BUDGET, WHOLE_BUDGET = 10_000, 14_000, 70_000
MOST_REQUESTS = 8
LATE = {".woff2": 0.25, ".js": 0.25, ".svg": 0.25, ".avif": 0.25, ".webp": 0.25, ".jpg": 0.25, ".png": 0.25}
"""Seconds by which what does not hold up the first view comes after it, so that a shift is seen."""

_PICTURES = {"Image", "Media"}
_SHIFTS = """() => {
  window.ownShifts = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) window.ownShifts += shift.hadRecentInput ? 0 : shift.value;
  }).observe({ type: "layout-shift", buffered: true });
}"""
_TO_THE_END = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo({ top: y, behavior: "instant" });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
}"""


def budget(page: Element) -> int:
    """The most bytes of a page's first view: more with the map, which is drawn in the page itself."""
    maps = (*_of_class(page, "map"), *_of_class(page, "local-map"))
    drawn = any(each.tag == "svg" or each.all("svg") for each in maps)
    return MAP_BUDGET if drawn else BUDGET


def first_view(site: Path, sample: Sample) -> tuple[int, int]:
    """Bytes of a page and of the styles that it links, compressed; and the most that they may be.

    A sheet for paper alone is no part of what is seen first: browsers wait for it with nothing.
    """
    content = (site / sample.file).read_bytes()
    page = read(content)
    sheets = (link.attributes for link in page.all("link", rel="stylesheet"))
    styles = [sheet["href"] for sheet in sheets if sheet.get("media") != "print"]
    size = len(compressed(content)) + sum(_size(site / urlsplit(href).path.lstrip("/")) for href in styles)
    return size, budget(page)


@lru_cache
def _size(file: Path) -> int:
    return len(compressed(file.read_bytes()))


def _of_class(page: Element, name: str) -> list[Element]:
    return [each for each in page.all() if name in each.attributes.get("class", "").split()]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a browser fetched for a page: bytes and requests without pictures, layout shift, other hosts."""

    size: int
    requests: int
    shift: float
    outside: tuple[str, ...]

    def faults(self) -> list[str]:
        """The budgets that it is above."""
        found = [f"from outside: {url}" for url in self.outside]
        if self.size > WHOLE_BUDGET:
            found.append(f"{self.size} bytes in all")
        if self.requests > MOST_REQUESTS:
            found.append(f"{self.requests} requests")
        if self.shift > 0:
            found.append(f"layout shift of {self.shift:.4f}")
        return found


@dataclass
class Scale:
    """An open page whose traffic is counted."""

    page: Page
    base: str
    _sizes: dict[str, float] = field(default_factory=dict)
    _asked: list[tuple[str, str, str]] = field(default_factory=list)

    def weigh(self, path: str) -> Fetched:
        """Open a page with an empty cache, look at it to its end, and say what that took."""
        self._sizes.clear()
        self._asked.clear()
        self.page.goto(self.base + path)
        self.page.evaluate(_SHIFTS)
        self.page.evaluate(_TO_THE_END)
        self.page.wait_for_load_state("networkidle")
        shift = self.page.evaluate("() => document.fonts.ready.then(() => window.ownShifts)")
        counted = {request for request, kind, _ in self._asked if kind not in _PICTURES}
        size = sum(self._sizes.get(request, 0) for request in counted)
        outside = tuple(url for _, _, url in self._asked if not url.startswith(self.base))
        return Fetched(round(size), len(counted), shift, outside)

    def watch(self) -> None:
        """Count from now on."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        session.on("Network.requestWillBeSent", self._on_request)
        session.on("Network.loadingFinished", self._on_end)

    def _on_request(self, event: Mapping[str, Any]) -> None:
        url = event["request"]["url"]
        if not url.startswith(("data:", "blob:")):
            self._asked.append((event["requestId"], event.get("type", "Other"), url))

    def _on_end(self, event: Mapping[str, Any]) -> None:
        self._sizes[event["requestId"]] = event["encodedDataLength"]


@contextmanager
def weighing(browser: Browser, base: str) -> Iterator[Scale]:
    """A phone's window of which the traffic is counted; serve the site with `late=LATE`."""
    with browser.new_context(viewport={"width": 412, "height": 823}) as context:
        scale = Scale(context.new_page(), base)
        scale.watch()
        yield scale
