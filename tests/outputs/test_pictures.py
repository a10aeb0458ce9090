"""Photographs of a site: which files are published, what pages say of them, what is kept between builds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from ombrelle.build import build
from ombrelle.outputs import picture
from ombrelle.pictures.store import FOLDER
from tests.pictures.samples import corners, encoded
from tests.support.small import SITES, copied, edition_of, options, write

ALONE = '![La halle](media/halle.jpg "La halle en novembre © Camille Exemple")'
HEAD = "---\ntitle: Visite\nsummary: Venir voir.\n---\n\n"
TEXT = f'{HEAD}{ALONE}\n\nAvec ![un plan](media/plan.png "© A") dedans.\n'
FACTS = """
picture:
  file: halle.jpg
  alt: {fr: La halle & le quai, en: The hall}
  credit: Camille & Exemple
  licence: CC BY 4.0
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small rich site with a photograph that says where it was taken."""
    found = copied("rich", tmp_path_factory.mktemp("site"))
    exif = Image.Exif()
    exif[0x010F] = "Camera of somebody"
    exif[0x0112] = 6
    media = found / "content/media"
    (media / "halle.jpg").write_bytes(encoded(corners(1000, 1500), "JPEG", exif=exif))
    (media / "plan.png").write_bytes(encoded(Image.new("RGBA", (200, 100), (200, 30, 30, 90)), "PNG"))
    (media / "unused.jpg").write_bytes(encoded(corners(), "JPEG"))
    write(found, "content/pages/halle.fr.md", TEXT)
    write(found, "content/pages/halle.yaml", FACTS.lstrip())
    return found


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    return built(root, root / "public")


def built(root: Path, out: Path) -> Path:
    result = build(options(root, out))
    assert result.manifest is not None, "\n".join(map(repr, result.problems))
    return out


def page(site: Path, lang: str = "fr") -> str:
    return (site / lang / "halle/index.html").read_text(encoding="utf-8")


def files(site: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((site / "pictures").iterdir())}


def test_the_widths_of_each_format_are_published_and_no_original(site: Path) -> None:
    """Once upright it is 1,500 wide: no width above, two plain ones; none of a file that nobody shows."""
    names = sorted(re.sub(r"-[0-9a-f]{12}", "", name) for name in files(site))
    halls = [f"halle-{width}.{form}" for width in (160, 320, 640, 960, 1280) for form in ("avif", "webp")]
    plans = [f"plan-{width}.{form}" for width in (160, 200) for form in ("avif", "webp")]
    assert names == sorted([*halls, "halle-640.jpg", "halle-1280.jpg", *plans, "plan-200.png"])
    assert [path.name for path in (site / "media").rglob("*.*") if path.suffix != ".svg"] == []


def test_nothing_published_says_where_a_picture_was_taken(site: Path) -> None:
    """The camera's words are in no file of the site."""
    assert not any(b"Camera of somebody" in path.read_bytes() for path in site.rglob("*") if path.is_file())


def test_the_picture_of_a_page_comes_first(site: Path) -> None:
    """Its place is kept, its words are there, and it is fetched before the rest."""
    found = re.search(r'<figure class="picture" data-dress="wide">.*?</figure>', page(site), re.DOTALL)
    assert found is not None
    lead = found[0]
    assert re.findall(r'<source type="(\S+)"', lead) == ["image/avif", "image/webp"]
    assert 'sizes="(min-width: 48rem) 100vw, 85vw"' in lead
    image = lead[lead.index("<img") :]
    assert 'width="1280" height="853" fetchpriority="high" decoding="async"' in image
    assert "loading" not in image
    assert 'alt="La halle &amp; le quai"' in image
    assert "Camille &amp; Exemple" in lead
    assert "CC BY 4.0" in lead


def test_an_alternative_in_another_language_says_so(site: Path) -> None:
    """A page that borrows its words marks those of the picture too."""
    image = re.search(r"<img[^>]*>", page(site, "ar")[page(site, "ar").index('data-dress="wide"') :])
    assert image is not None
    assert 'alt="La halle &amp; le quai"' in image[0]
    assert 'lang="fr" dir="ltr"' in image[0]


def test_a_picture_of_a_text_waits_to_be_scrolled_to(site: Path) -> None:
    """Alone in its paragraph it is a figure with caption and author; within one it stays in its line."""
    prose = page(site)[page(site).index('<div class="prose') :]
    figure = re.search(r'<figure class="picture"><picture>.*?</picture>(.*?)</figure>', prose)
    assert figure is not None
    assert figure[1] == (
        '<figcaption>La halle en novembre <small class="picture-credit">Camille Exemple</small></figcaption>'
    )
    assert "<p><figure" not in prose
    assert re.search(
        r'<p>Avec <picture>.*?<img [^>]*alt="un plan"[^>]*loading="lazy"[^>]*></picture> dedans', prose
    )
    assert "title=" not in prose


def test_two_builds_give_the_same_bytes(root: Path, site: Path) -> None:
    """From the cache, without it, and in one process or two."""
    once = files(site)
    for path in sorted((root / FOLDER).iterdir()):
        path.unlink()
    assert build(options(root, root / "again", jobs=2)).manifest is not None
    assert files(root / "again") == once


def test_a_spoilt_cache_is_made_anew(root: Path, site: Path) -> None:
    """Half a file, or another one, is never published."""
    once = files(site)
    for index, path in enumerate(sorted((root / FOLDER).iterdir())):
        content = path.read_bytes()
        path.write_bytes(content[: len(content) // 2] if index % 2 else content[:-1] + b"?")
    assert files(built(root, root / "spoilt")) == once


def test_serving_makes_a_picture_when_it_is_asked_for(root: Path, site: Path) -> None:
    """The same bytes as a build; no width or format that is not offered, and no other file."""
    edition = edition_of(root)
    name, content = next(
        (name, content) for name, content in files(site).items() if name.endswith("-640.avif")
    )
    (root / FOLDER / name.partition("-")[2]).unlink()
    assert picture(edition, f"pictures/{name}") == content
    for other in (name.replace("-640", "-641"), name.replace(".avif", ".png"), "a.avif", "../site.yaml"):
        assert picture(edition, f"pictures/{other}") is None


def test_a_link_to_a_photograph_leads_to_its_widest_size(root: Path, tmp_path: Path) -> None:
    """The file as it was taken has no address."""
    site = copied("rich", tmp_path)
    (site / "content/media/halle.jpg").write_bytes(encoded(corners(1500, 1000), "JPEG"))
    write(
        site,
        "content/pages/halle.fr.md",
        "---\ntitle: Visite\nsummary: Voir.\n---\n\n[Voir](media/halle.jpg)\n",
    )
    html = page(built(site, site / "public"))
    link = re.search(r'<a href="(/pictures/halle-\w+-1280\.jpg)">Voir</a>', html)
    assert link is not None
    assert (site / "public" / link[1].lstrip("/")).is_file()


def test_a_picture_that_cannot_be_decoded_stops_the_release(tmp_path: Path) -> None:
    """Its first bytes were well; its pixels are not: it is told at its file, and nothing is published."""
    root = copied("rich", tmp_path)
    data = encoded(corners(600, 400), "WEBP", lossless=True)
    cut = data[: len(data) // 2]
    broken = cut[:4] + (len(cut) - 8).to_bytes(4, "little") + cut[8:]
    (root / "content/media/halle.webp").write_bytes(broken)
    write(root, "content/pages/halle.fr.md", TEXT.replace("halle.jpg", "halle.webp").partition("Avec")[0])
    result = build(options(root, root / "public"))
    assert result.manifest is None
    assert [(each.code, each.location.path) for each in result.problems] == [
        ("picture-damaged", "content/media/halle.webp")
    ]


def test_the_shared_site_has_no_photograph(rich_site: Path) -> None:
    """A site without one has no folder of pictures: nothing is made for nobody."""
    assert SITES.is_dir()
    assert not (rich_site / "pictures").exists()


def test_another_site_may_use_the_cache(root: Path, site: Path, tmp_path: Path) -> None:
    """A comparison with a revision that lies elsewhere makes nothing anew, and forgets nothing."""
    kept = {path.name: path.stat().st_mtime_ns for path in (root / FOLDER).iterdir()}
    other = copied("rich", tmp_path)
    (other / "content/media/halle.jpg").write_bytes((root / "content/media/halle.jpg").read_bytes())
    write(other, "content/pages/halle.fr.md", f"{HEAD}{ALONE}\n")
    result = build(options(other, tmp_path / "public", cache=root))
    assert result.manifest is not None
    assert {path.name: path.stat().st_mtime_ns for path in (root / FOLDER).iterdir()} == kept
    assert not (other / FOLDER).exists()
    assert files(tmp_path / "public").items() <= files(site).items()
