"""Press kits: a ZIP with all that an article needs, for each district and language, and for the umbrella."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import replace

from ombrelle.load.entry import Entry
from ombrelle.outputs.contacts import cards_of
from ombrelle.outputs.output import Output
from ombrelle.outputs.press_visuals import Visuals, draw_visuals
from ombrelle.outputs.vcard import vcard
from ombrelle.outputs.zipped import zipped
from ombrelle.render.environment import CompiledTemplates
from ombrelle.render.sheets import Sheets
from ombrelle.views.context import Context
from ombrelle.views.edition import Edition
from ombrelle.views.press import PressKit, district_kit, kit_day, umbrella_kit
from ombrelle.views.takeaway import districts_with_kit, kit_url

_PAPERS = ("readme", "captions", "contact", "licence")


def outputs(edition: Edition) -> Iterator[Output]:
    """Every kit."""
    compiled = CompiledTemplates()
    visuals = draw_visuals(edition, (district.id for district in districts_with_kit(edition.library)))
    for language in edition.library.languages:
        context = edition.context(language.code)
        sheets = Sheets(edition, language.code, compiled)
        yield _kit(context, sheets, visuals, None)
        for district in districts_with_kit(edition.library):
            page = edition.routes.page(district.key, language.code)
            if page:
                yield _kit(context.borrowing(page.origin), sheets, visuals, district)


def _kit(context: Context, sheets: Sheets, visuals: Visuals, district: Entry | None) -> Output:
    kit = district_kit(context, district) if district else umbrella_kit(context)
    found = visuals.of(kit.district, kit.lang)
    shown = tuple(visual for visual, _ in found)
    lockup = _inlined(found[0][1]) if found else ""
    kit = replace(kit, visuals=shown, lockup=lockup, is_named=visuals.is_own(kit.district))
    files = _papers(context, sheets, kit, district) | {visual.path: content for visual, content in found}
    url = kit_url(context.library, context.lang, kit.district)
    return Output(url.lstrip("/"), zipped(kit.name, files, kit_day(kit)))


def _papers(context: Context, sheets: Sheets, kit: PressKit, district: Entry | None) -> dict[str, bytes]:
    """The texts, the first to read first. Windows and macOS know by its mark that a text is in UTF-8."""
    cards = cards_of(context, district)
    card = cards.get("press") or cards["general"]
    texts = {
        f"{name}.txt": sheets.text(f"press/{name}.html", kit).strip().replace("\n", "\r\n") + "\r\n"
        for name in _PAPERS
    }
    return {
        "README.txt": texts.pop("readme.txt").encode("utf-8-sig"),
        "figures.html": sheets.html("press/figures.html", kit),
        "contact.vcf": vcard(card),
        **{name: text.encode("utf-8-sig") for name, text in texts.items()},
    }


def _inlined(svg: bytes) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}"
