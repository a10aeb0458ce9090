"""Every kind of page on sheets to be looked at.

python -m scripts.contact_sheet OUT
python -m scripts.contact_sheet OUT --kinds home quartier --languages fr ar --whole

One sheet for each kind and language, `<kind>-<lang>.webp`: a phone, a tablet and a large window side by side,
light above dark, the first screens of each. And one for each language with all kinds, `all-<lang>.webp`.
With `--whole` each page is shown to its end.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Page

from benchmarks.real_site import built, chosen
from tests.support.browser import launched, opened
from tests.support.host import hosting
from tests.support.kinds import Sample
from tests.support.looks import Look, seen_as

LANGUAGES = ("fr", "en", "ar", "ja")
SIZES = ((320, 900, 280), (768, 1400, 400), (1440, 1400, 760))
"""Width and height of the window in CSS pixels, and the width at which it is shown on the sheet."""

_GAP, _LABEL = 20, 32
_PAPER, _WORDS = "#8b8b8b", "#000000"
_QUALITY = 82
_HIGHEST = 16_000
"""WebP knows no picture of more pixels on a side."""

_CELL, _ACROSS = (360, 340), 6


def main(given: Sequence[str] | None = None) -> int:
    """Take every picture in one browser, and write the sheets."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path, metavar="OUT", help="folder of the sheets")
    parser.add_argument("--kinds", nargs="+", default=[], metavar="KIND")
    parser.add_argument("--languages", nargs="+", default=list(LANGUAGES), metavar="LANG")
    parser.add_argument("--whole", action="store_true", help="each page to its end")
    options = parser.parse_args(given)
    options.out.mkdir(parents=True, exist_ok=True)
    started, overview = time.perf_counter(), defaultdict(list)
    with built() as site, hosting(site) as base, launched() as browser:
        page = browser.new_page(reduced_motion="reduce")
        samples = chosen(site, options.kinds, options.languages)
        for sample in samples:
            opened(page, base + sample.path)
            rows = list(_rows(page, whole=options.whole))
            name = f"{sample.kind.replace('/', '-')}-{sample.lang or 'all'}"
            _write(_sheet(f"/{sample.path}   ({sample.kind})", rows), options.out / f"{name}.webp")
            overview[sample.lang].append((sample, rows[0][-1]))
    for lang, cells in overview.items():
        if len(cells) > 1:
            _write(_overview(cells), options.out / f"all-{lang}.webp")
    print(f"{len(samples)} sheets in {options.out}, {time.perf_counter() - started:.0f} s")
    return 0


def _rows(page: Page, *, whole: bool) -> Iterator[list[Image.Image]]:
    """The pictures of an open page, those of a scheme in a row."""
    for scheme in ("light", "dark"):
        row = []
        for width, height, shown in SIZES:
            seen_as(page, Look(width, height, scheme))
            page.evaluate("() => document.fonts.ready.then(() => undefined)")
            taken = page.screenshot(full_page=whole, type="jpeg", quality=92)
            image = Image.open(BytesIO(taken))
            row.append(image.resize((shown, round(image.height * shown / width)), Image.Resampling.LANCZOS))
        yield row


def _sheet(title: str, rows: Sequence[Sequence[Image.Image]]) -> Image.Image:
    """The rows one above the other, each picture under its size."""
    width = sum(shown + _GAP for _, _, shown in SIZES) + _GAP
    tallest = [max(image.height for image in row) for row in rows]
    sheet = Image.new("RGB", (width, _LABEL * 2 + sum(each + _LABEL + _GAP for each in tallest)), _PAPER)
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(size=18)
    draw.text((_GAP, 8), title, _WORDS, font)
    top = _LABEL
    for scheme, row, height in zip(("light", "dark"), rows, tallest, strict=True):
        left = _GAP
        for (size, _, shown), image in zip(SIZES, row, strict=True):
            draw.text((left, top + 6), f"{size} px, {scheme}", _WORDS, font)
            sheet.paste(image, (left, top + _LABEL))
            left += shown + _GAP
        top += height + _LABEL + _GAP
    return sheet


def _overview(cells: Sequence[tuple[Sample, Image.Image]]) -> Image.Image:
    """The top of each kind of page in a large window, as many across as can be read."""
    (wide, high), lines = _CELL, -(-len(cells) // _ACROSS)
    across = min(_ACROSS, len(cells))
    sheet = Image.new("RGB", (across * (wide + _GAP) + _GAP, lines * (high + _LABEL + _GAP) + _GAP), _PAPER)
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(size=18)
    for number, (sample, image) in enumerate(cells):
        left = _GAP + number % _ACROSS * (wide + _GAP)
        top = _GAP + number // _ACROSS * (high + _LABEL + _GAP)
        small = image.resize((wide, round(image.height * wide / image.width)), Image.Resampling.LANCZOS)
        draw.text((left, top + 6), sample.name, _WORDS, font)
        sheet.paste(small.crop((0, 0, wide, min(high, small.height))), (left, top + _LABEL))
    return sheet


def _write(sheet: Image.Image, file: Path) -> None:
    """As WebP; what is too long for it is cut at its end."""
    sheet.crop((0, 0, sheet.width, min(sheet.height, _HIGHEST))).save(file, quality=_QUALITY)


if __name__ == "__main__":
    sys.exit(main())
