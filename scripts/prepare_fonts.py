"""Make the theme's fonts from the packages of Fontsource: web fonts, and fonts from which names are outlined.

Run by hand when a font, its version or the characters change, with the three packages in one folder:

    npm pack @fontsource-variable/bricolage-grotesque@5.3.0 @fontsource-variable/readex-pro@5.3.0 \
        @fontsource/noto-sans-jp@5.3.0
    .venv/bin/python scripts/prepare_fonts.py FOLDER themes/marque-ombrelle

Web fonts go to assets/fonts/ and are published; those of outlines go to fonts/, beside the licences, and are
read at build time only. The same packages give the same bytes. It ends by printing, for each web font, the
values of the fallback `@font-face` that takes its room in Arial before it has come.
"""

from __future__ import annotations

import io
import sys
import tarfile
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.woff2 import WOFF2FlavorData
from fontTools.varLib.instancer import instantiateVariableFont

BRICOLAGE = "fontsource-variable-bricolage-grotesque-5.3.0.tgz"
READEX = "fontsource-variable-readex-pro-5.3.0.tgz"
NOTO = "fontsource-noto-sans-jp-5.3.0.tgz"

OPTICAL_SIZE = 32  # points: the contrast and the ink traps of large text, still even at the size of reading
WEIGHTS = (400, 400, 800)  # least, default, greatest
BOLD = 700
WEB_TABLES = ("glyf", "loca")  # what WOFF 2 rewrites to be smaller
KERNED = 600  # the weight whose kerning all weights of the web font share: it does not vary, which halves it
KERNING_STEP = 6  # thousandths of an em, finer than which nobody sees

BASIC = [*range(0x20, 0x7F), *range(0xA0, 0x100)]
EUROPEAN = [ord(c) for c in "ŒœŸẞıˆ˜"]
SIGNS = [ord(c) for c in "\u2009\u2011\u202f–—‘’‚“”„†•…‹›€™−←↑→↓"]
LATIN = [*BASIC, *EUROPEAN, *SIGNS]
ARABIC = [*range(0x0600, 0x0700), 0x200C, 0x200D, 0x200E, 0x200F, 0xFD3E, 0xFD3F]
FEATURES = ["ccmp", "locl", "kern", "liga", "rlig", "calt", "init", "medi", "fina", "mark", "mkmk"]
WEB_FEATURES = [feature for feature in FEATURES if feature not in ("mark", "mkmk")]  # letters are precomposed
FIGURES = ["lnum", "pnum", "tnum"]

# For the letters of French and English prose: how many of 1,000, and the advance width of Arial per 2048 em.
PROSE = (
    *((" ", 180, 569), ("e", 125, 1139), ("a", 67, 1139), ("s", 65, 1024), ("t", 65, 569), ("i", 62, 455)),
    *(("n", 60, 1139), ("r", 56, 682), ("o", 52, 1139), ("u", 45, 1139), ("l", 44, 455), ("d", 34, 1139)),
    *(("c", 28, 1024), ("m", 25, 1706), ("h", 25, 1139), ("p", 24, 1139), ("é", 15, 1139), ("v", 12, 1024)),
)


def main(folder: Path, theme: Path) -> None:
    """Write every font and licence of the theme."""
    latin = with_signs(from_package(folder / BRICOLAGE, "bricolage-grotesque-latin-opsz-normal"))
    extended = from_package(folder / BRICOLAGE, "bricolage-grotesque-latin-ext-opsz-normal")
    take_glyphs(latin, extended)
    arabic = from_package(folder / READEX, "readex-pro-arabic-wght-normal")
    japanese = from_package(folder / NOTO, "noto-sans-jp-japanese-700-normal")

    web = theme / "assets" / "fonts"
    prose = instance(latin, opsz=OPTICAL_SIZE, wght=WEIGHTS)
    prose["GPOS"] = instance(latin, opsz=OPTICAL_SIZE, wght=KERNED)["GPOS"]
    for value in _kerning(prose):
        value.XAdvance = round(value.XAdvance / KERNING_STEP) * KERNING_STEP
    write(reduced(prose, LATIN, [*WEB_FEATURES, *FIGURES]), web / "bricolage.woff2")
    letters = instance(arabic, wght=(400, 400, 700))
    write(reduced(letters, ARABIC, FEATURES), web / "readex-arabic.woff2")
    fallback("Bricolage Grotesque", prose)

    outlines = theme / "fonts"
    bold_latin = instance(latin, opsz=OPTICAL_SIZE, wght=BOLD)
    write(
        reduced(bold_latin, bold_latin.getBestCmap(), FEATURES),
        outlines / "bricolage-700.woff2",
        is_published=False,
    )
    bold_arabic = instance(arabic, wght=BOLD)
    write(
        reduced(bold_arabic, bold_arabic.getBestCmap(), FEATURES),
        outlines / "readex-arabic-700.woff2",
        is_published=False,
    )
    write(
        reduced(japanese, kanji(japanese), ["ccmp", "kern", "locl"]),
        outlines / "noto-jp-700.woff2",
        is_published=False,
    )
    fonts = (bold_latin, bold_arabic, japanese)
    (outlines / "characters.txt").write_text(characters(fonts), encoding="ascii")
    for package, name in ((BRICOLAGE, "bricolage"), (READEX, "readex"), (NOTO, "noto-jp")):
        (outlines / f"{name}.OFL.txt").write_bytes(member(folder / package, "package/LICENSE"))


def member(package: Path, name: str) -> bytes:
    """One file of a package of npm."""
    with tarfile.open(package) as archive:
        found = archive.extractfile(name)
        assert found is not None
        return found.read()


def from_package(package: Path, name: str) -> TTFont:
    """One font of a package of Fontsource."""
    return _read(member(package, f"package/files/{name}.woff2"))


def _read(content: bytes) -> TTFont:
    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    font.ensureDecompiled()
    return font


def instance(font: TTFont, **axes: float | tuple[float, float, float]) -> TTFont:
    """The font with axes pinned or narrowed; written and read again, since the instancer leaves gaps."""
    content = io.BytesIO()
    pinned = instantiateVariableFont(deepcopy(font), axes)
    pinned.flavor = None
    pinned.save(content)
    return _read(content.getvalue())


def with_signs(font: TTFont) -> TTFont:
    """The font with spaces that French needs, the hyphen that does not break, and arrows to the sides."""
    for table in font["cmap"].tables:
        table.cmap[0x2011] = table.cmap[ord("-")]
    for code, share in ((0x2009, 0.5), (0x202F, 0.5)):
        _add_space(font, code, share)
    up = font.getBestCmap()[0x2191]
    _add_turned(font, up, 0x2192, lambda x, y: (y, -x))
    _add_turned(font, up, 0x2190, lambda x, y: (-y, x))
    return font


def _add_space(font: TTFont, code: int, share: float) -> None:
    """A space of a share of the word space; where the font has it, its own."""
    if code in font.getBestCmap():
        return
    space = font.getBestCmap()[0x20]
    width, _ = font["hmtx"][space]
    _add(font, f"uni{code:04X}", deepcopy(font["glyf"][space]), (round(width * share), 0), [], code)


def _add_turned(font: TTFont, source: str, code: int, turn: Any) -> None:
    """A glyph turned by a quarter around the middle of its capital height, its variations with it."""
    glyph = deepcopy(font["glyf"][source])
    assert not glyph.isComposite()
    xs, ys = zip(*glyph.coordinates, strict=True)
    points = [turn(x, y) for x, y in glyph.coordinates]
    middle, side = (min(ys) + max(ys)) / 2, font["hmtx"][source][1]
    left = min(x for x, _ in points) - side
    down = (min(y for _, y in points) + max(y for _, y in points)) / 2 - middle
    for index, (x, y) in enumerate(points):
        glyph.coordinates[index] = (round(x - left), round(y - down))
    glyph.recalcBounds(font["glyf"])
    variations = deepcopy(font["gvar"].variations[source])
    for variation in variations:
        turned = [None if delta is None else turn(*delta) for delta in variation.coordinates[:-4]]
        variation.coordinates = [*turned, (0, 0), (0, 0), (0, 0), (0, 0)]
    width = round(max(ys) - min(ys)) + 2 * side
    _add(font, f"uni{code:04X}", glyph, (width, side), variations, code)
    assert len(xs) == len(points)


def _add(font: TTFont, name: str, glyph: Any, metric: tuple[int, int], variations: Any, code: int) -> None:
    """A glyph with its metric, its variations and its character."""
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphs[name] = glyph
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["hmtx"][name] = metric
    font["gvar"].variations[name] = variations
    if code:
        for table in font["cmap"].tables:
            table.cmap[code] = name
    if "HVAR" in font:  # the widths vary as the phantom points of gvar say, which every renderer reads
        del font["HVAR"]


def take_glyphs(font: TTFont, other: TTFont) -> None:
    """Into `font` the characters that only `other` has, on the same axes, kerned as their base letters."""
    characters, theirs = set(font.getBestCmap()), other.getBestCmap()
    taken: dict[str, str] = {}
    for code in sorted(set(theirs) - characters):
        name = _take(font, other, theirs[code], taken)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name
        base = font.getBestCmap().get(ord(unicodedata.normalize("NFD", chr(code))[0]))
        if base and base != name:
            _kern_like(font, name, base)


def _take(font: TTFont, other: TTFont, name: str, taken: dict[str, str]) -> str:
    """A glyph and the glyphs that it is composed of, under new names."""
    if name not in taken:
        glyph = deepcopy(other["glyf"][name])
        for component in glyph.components if glyph.isComposite() else ():
            component.glyphName = _take(font, other, component.glyphName, taken)
        taken[name] = f"ext.{name}"
        _add(font, taken[name], glyph, other["hmtx"][name], deepcopy(other["gvar"].variations[name]), 0)
    return taken[name]


def _kern_like(font: TTFont, name: str, base: str) -> None:
    """Give a glyph the kerning of another, by its classes and its pairs."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in (getattr(each, "ExtSubTable", each) for each in lookup.SubTable):
            if table.LookupType != 2 or base not in table.Coverage.glyphs:
                continue
            table.Coverage.glyphs.append(name)
            if table.Format == 1:
                table.PairSet.append(deepcopy(table.PairSet[table.Coverage.glyphs.index(base)]))
            elif base in table.ClassDef1.classDefs:
                table.ClassDef1.classDefs[name] = table.ClassDef1.classDefs[base]
            if table.Format == 2 and base in table.ClassDef2.classDefs:
                table.ClassDef2.classDefs[name] = table.ClassDef2.classDefs[base]


def _kerning(font: TTFont) -> Iterator[Any]:
    """Every value of the font's pairs."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in (getattr(each, "ExtSubTable", each) for each in lookup.SubTable):
            if table.LookupType == 2 and table.Format == 1:
                yield from (pair.Value1 for pairs in table.PairSet for pair in pairs.PairValueRecord)
            elif table.LookupType == 2:
                yield from (second.Value1 for first in table.Class1Record for second in first.Class2Record)


def kanji(font: TTFont) -> list[int]:
    """What the font has of JIS X 0208 (kana, signs, kanji of levels 1 and 2), half and full width forms."""
    rows = [bytes([row, cell]) for row in range(0xA1, 0xFF) for cell in range(0xA1, 0xFF)]
    standard = {ord(c) for row in rows for c in row.decode("euc_jp", "ignore")}
    return sorted(set(font.getBestCmap()) & (standard | set(range(0xFF01, 0xFFA0)) | {0x301C, 0x30FB}))


def characters(fonts: Iterable[TTFont]) -> str:
    """What the fonts have together, as ranges of code points, so that a check need not open them."""
    ranges: list[list[int]] = []
    for code in sorted({code for font in fonts for code in font.getBestCmap()}):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    words = (f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in ranges)
    return textwrap.fill(" ".join(words), 110, break_on_hyphens=False) + "\n"


def reduced(font: TTFont, characters: Iterable[int], features: list[str]) -> TTFont:
    """The font with these characters and features alone, without hinting and names that nobody reads."""
    options = Options(layout_features=features, hinting=False, desubroutinize=True, notdef_outline=True)
    options.name_IDs, options.drop_tables = [0, 1, 2, 13, 14], [*options.drop_tables, "STAT", "vhea", "vmtx"]
    options.glyph_names = options.legacy_kern = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def write(font: TTFont, target: Path, *, is_published: bool = True) -> None:
    """The font as WOFF 2. What is read here is not transformed: two seconds less for 6,000 kanji."""
    target.parent.mkdir(parents=True, exist_ok=True)
    font.flavor = "woff2"
    font.flavorData = WOFF2FlavorData(transformedTables=WEB_TABLES if is_published else ())
    font.save(target)
    print(f"{target}: {target.stat().st_size} bytes, {len(font.getBestCmap())} characters")


def fallback(family: str, font: TTFont) -> None:
    """Print the `@font-face` that makes Arial as wide and as high as the font at its least weight."""
    em, glyphs, cmap = font["head"].unitsPerEm, font.getGlyphSet(), font.getBestCmap()
    ours = sum(glyphs[cmap[ord(letter)]].width / em * share for letter, share, _ in PROSE)
    theirs = sum(width / 2048 * share for _, share, width in PROSE)
    size, line = ours / theirs, font["hhea"]
    values = {
        "size-adjust": size,
        "ascent-override": line.ascent / em / size,
        "descent-override": -line.descent / em / size,
        "line-gap-override": line.lineGap / em / size,
    }
    words = "; ".join(f"{name}: {value:.1%}" for name, value in values.items())
    print(f'@font-face {{ font-family: "{family} fallback"; src: local("Arial"); {words} }}')


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
