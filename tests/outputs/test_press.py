"""Press kits: what a journalist finds in the ZIP, in their language, and that its bytes hold still."""

from __future__ import annotations

import io
import re
import shutil
import struct
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser

from ombrelle.outputs.press import outputs
from ombrelle.outputs.zipped import zipped
from ombrelle.views.edition import Edition
from tests.support.html import read
from tests.support.small import copied, edition_of
from tests.support.tools import html_messages
from tests.support.vcard import read_vcard

Kits = dict[str, zipfile.ZipFile]

LANGUAGES = ("fr", "en", "ar")
DISTRICTS = ("haute-rive", "port-clair", "valmont")
SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*")
MOST = 10_000_000


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The small site with its pictures, which are kept in its folder."""
    return edition_of(copied("rich", tmp_path_factory.mktemp("drawn")), is_drawn=True)


@pytest.fixture(scope="module")
def kits(drawn: Edition) -> Kits:
    """Each kit of the small site, opened, by its path."""
    return {output.path: zipfile.ZipFile(io.BytesIO(output.content)) for output in outputs(drawn)}


def inside(kit: zipfile.ZipFile) -> dict[str, bytes]:
    """The files of a kit, by their path in its folder."""
    return {name.partition("/")[2]: kit.read(name) for name in kit.namelist()}


def test_the_umbrella_and_each_real_district_have_a_kit_in_each_language(kits: Kits, tmp_path: Path) -> None:
    """An invented district has none: there is nothing true to say of it."""
    own = {f"press/ombrelle-d-essai-{lang}.zip" for lang in LANGUAGES}
    assert set(kits) == own | {
        f"press/ombrelle-d-essai-{district}-{lang}.zip" for district in DISTRICTS for lang in LANGUAGES
    }
    root = copied("rich", tmp_path)
    facts = root / "quartiers/valmont/quartier.yaml"
    facts.write_text("demo: true\n" + facts.read_text(encoding="utf-8"), encoding="utf-8")
    assert not [output.path for output in outputs(edition_of(root)) if "valmont" in output.path]


def test_a_kit_holds_all_that_an_article_needs(kits: Kits) -> None:
    """Texts, figures, contact, and each lock-up in three dresses as drawing and as picture."""
    files = set(inside(kits["press/ombrelle-d-essai-haute-rive-fr.zip"]))
    texts = {"README.txt", "figures.html", "contact.vcf", "captions.txt", "contact.txt", "licence.txt"}
    assert texts <= files
    forms = [
        f"{lines}-{dress}" for lines in ("one-line", "two-lines") for dress in ("colour", "mono", "negative")
    ]
    assert files - texts == {
        f"lockups/{suffix}/haute-rive-fr-{form}.{suffix}" for suffix in ("svg", "png") for form in forms
    }


def test_every_kit_opens_whole_and_is_small(kits: Kits, drawn: Edition) -> None:
    """Sums are right, names are safe on every system, all in one folder; under ten megabytes."""
    for output in outputs(drawn):
        kit = kits[output.path]
        assert kit.testzip() is None
        folder = Path(output.path).stem
        for info in kit.infolist():
            assert SAFE.fullmatch(info.filename), info.filename
            assert info.filename.startswith(f"{folder}/")
            assert info.external_attr >> 16 == 0o644
        assert len(output.content) < MOST


def test_the_pictures_are_pictures(kits: Kits) -> None:
    """Each drawing is SVG without text to be set, each picture a PNG of the same proportions."""
    for path, kit in kits.items():
        files = inside(kit)
        drawings = [name for name in files if name.endswith(".svg")]
        assert drawings, path
        for name in drawings:
            root = ET.fromstring(files[name])
            assert root.tag == "{http://www.w3.org/2000/svg}svg"
            assert not root.findall(".//{http://www.w3.org/2000/svg}text")
            picture = files[name.replace("/svg/", "/png/").replace(".svg", ".png")]
            assert picture.startswith(b"\x89PNG\r\n\x1a\n")
            width, height = struct.unpack(">II", picture[16:24])
            assert width / height == pytest.approx(
                float(root.attrib["width"]) / float(root.attrib["height"]), rel=0.01
            )


def test_every_figure_has_its_source_and_its_date(kits: Kits) -> None:
    """In the page of figures as on the site; the umbrella counts on the day of the build."""
    for path, kit in kits.items():
        page = read(inside(kit)["figures.html"])
        for figure in (div for listing in page.all("dl") for div in listing.all("div")):
            assert figure.one("small", class_="source").text, path
            assert figure.one("time")["datetime"], path
    own = read(inside(kits["press/ombrelle-d-essai-fr.zip"])["figures.html"])
    assert {time["datetime"] for time in own.one("dl").all("time")} == {"2026-11-01"}


def test_the_figures_need_nothing_beside_them(kits: Kits, tmp_path: Path) -> None:
    """No file, script or address is loaded, and the page keeps to the standard of HTML."""
    for path, kit in kits.items():
        content = inside(kit)["figures.html"]
        page = read(content)
        assert not page.all("script")
        assert not page.all("link")
        assert all(image["src"].startswith("data:") for image in page.all("img"))
        (tmp_path / f"{Path(path).stem}.html").write_bytes(content.lstrip())
    assert [message for message in html_messages(tmp_path) if message.kind in {"error", "fatal"}] == []


def test_the_texts_are_in_the_language_of_the_kit(kits: Kits) -> None:
    """French spacing in French, Arabic from right to left; nothing of the marks of pages is left in texts."""
    french = inside(kits["press/ombrelle-d-essai-haute-rive-fr.zip"])
    arabic = inside(kits["press/ombrelle-d-essai-haute-rive-ar.zip"])
    assert read(arabic["figures.html"]).one("html").language == ("ar", "rtl")
    assert "Dans ce dossier" in french["README.txt"].decode("utf-8-sig")
    assert "في هذا المجلد" in arabic["README.txt"].decode("utf-8-sig")
    for kit in kits.values():
        for name, content in inside(kit).items():
            if name.endswith(".txt"):
                text = content.decode("utf-8-sig")
                assert not re.search(r"[\ue000-\ue002<>]|&\w+;", text), text
                assert text.count("\n") == text.count("\r\n")


def test_the_readme_names_every_file(kits: Kits) -> None:
    """And none that is not there; every picture has its caption and its credit."""
    for kit in kits.values():
        files = inside(kit)
        readme = files["README.txt"].decode("utf-8-sig")
        named = set(re.findall(r"[\w/-]+\.(?:html|txt|vcf|svg|png)", readme))
        assert named == files.keys() - {"README.txt"}
        captions = files["captions.txt"].decode("utf-8-sig")
        assert all(name in captions for name in files if name.startswith("lockups/"))


def test_the_contact_is_the_card_of_the_site(kits: Kits, outputs: dict[str, bytes]) -> None:
    """Whoever takes the kit has the same address as whoever visits."""
    card = inside(kits["press/ombrelle-d-essai-haute-rive-en.zip"])["contact.vcf"]
    assert card == outputs["en/districts/haute-rive/contact-general.vcf"]
    assert read_vcard(card)["EMAIL"][0].text == "haute-rive@essai.example"


def test_the_same_content_gives_the_same_bytes(drawn: Edition) -> None:
    """Pictures kept or not, whatever the day: only what the umbrella counts is of the day."""
    first = {output.path: output.content for output in outputs(drawn)}
    shutil.rmtree(drawn.root / ".cache")
    assert first == {output.path: output.content for output in outputs(drawn)}
    later = replace(drawn, library=replace(drawn.library, today=date(2026, 11, 2)))
    changed = {output.path for output in outputs(later) if output.content != first[output.path]}
    assert changed == {f"press/ombrelle-d-essai-{lang}.zip" for lang in LANGUAGES}


def test_a_kit_of_a_preview_has_no_pictures_to_wait_for(rich: Edition) -> None:
    """While one writes, nothing is drawn: the drawings are there, and the text names what is there."""
    for output in outputs(rich):
        files = inside(zipfile.ZipFile(io.BytesIO(output.content)))
        assert not [name for name in files if name.endswith(".png")]
        assert ".png" not in files["README.txt"].decode("utf-8-sig")


def test_no_zip_is_older_than_zip_can_be() -> None:
    """A fact of 1903 does not break the kit that tells it."""
    archive = zipfile.ZipFile(io.BytesIO(zipped("a", {"b.txt": b"c"}, date(1903, 5, 1))))
    assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
    assert zipped("a", {"b.txt": b"c"}, None) == zipped("a", {"b.txt": b"c"}, date(1980, 1, 1))


@pytest.mark.site
def test_a_journalist_finds_every_kit(real_site: Path) -> None:
    """From the press page in one click each; a district's page and its contacts lead to its own."""
    for lang, press, districts in (("en", "press", "districts"), ("fr", "presse", "quartiers")):
        page = read(real_site / lang / press / "index.html")
        links = {a["href"] for a in page.all("a", type="application/zip")}
        assert links == {f"/press/{path.name}" for path in (real_site / "press").glob(f"*-{lang}.zip")}
        assert len(links) > 15
        for place in ("lyon", "lyon/contact"):
            own = read(real_site / lang / districts / place / "index.html")
            assert f"/press/ombrelle-lyon-{lang}.zip" in [a["href"] for a in own.all("a")]


@pytest.mark.site
def test_every_figure_of_the_real_site_says_where_it_is_from(real_site: Path) -> None:
    """In pages, each number of a list of figures has its source beside it."""
    seen = 0
    for page in sorted(real_site.glob("en/**/index.html")):
        for figure in (div for dl in read(page).all("dl", class_="figures") for div in dl.all("div")):
            seen += 1
            assert figure.one("small", class_="source").text, page
    assert seen > 15


@pytest.mark.site
def test_the_real_kits_are_light_and_have_a_figure(real_site: Path) -> None:
    """Under ten megabytes each, readable, and with a number that has a source and a date."""
    kits = sorted((real_site / "press").glob("*.zip"))
    assert kits
    for path in kits:
        assert path.stat().st_size < MOST
        with zipfile.ZipFile(path) as kit:
            assert kit.testzip() is None
            page = read(inside(kit)["figures.html"])
            figures = [div for listing in page.all("dl") for div in listing.all("div")]
            assert figures, path.name
            assert all(it.one("small", class_="source").text and it.one("time") for it in figures)


@pytest.mark.site
@pytest.mark.browser
def test_the_figures_fit_one_sheet(real_site: Path, chromium: Browser, tmp_path: Path) -> None:
    """On A4 as the page itself asks, for the longest kits and the scripts that stand highest."""
    for name in ("ombrelle-de", "ombrelle-ja", "ombrelle-rennes-saint-malo-ar"):
        with zipfile.ZipFile(real_site / f"press/{name}.zip") as kit:
            (tmp_path / f"{name}.html").write_bytes(inside(kit)["figures.html"])
        page = chromium.new_page()
        page.goto((tmp_path / f"{name}.html").as_uri())
        sheet = page.pdf(prefer_css_page_size=True)
        page.close()
        assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1, name
        box = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", sheet)
        assert box is not None
        assert [round(float(side)) for side in box.groups()] == [595, 842]
