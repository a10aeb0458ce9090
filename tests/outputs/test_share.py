"""What networks show of a shared page: words in its language, and a picture that is there."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from ombrelle.build import build
from ombrelle.paths import page_file
from ombrelle.views.edition import Edition
from tests.support.small import copied, options


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rich site with its pictures."""
    folder = tmp_path_factory.mktemp("drawn")
    result = build(options(copied("rich", folder), folder / "public", is_drawn=True))
    assert result.manifest is not None
    return folder / "public"


def opened(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes()))


def told(site: Path, path: str) -> Mapping[str, str]:
    """The words of the Open Graph protocol of a page."""
    tree = LexborHTMLParser((site / path).read_bytes().decode())
    return {
        str(node.attributes["property"]): str(node.attributes["content"])
        for node in tree.css("meta[property]")
    }


def test_each_original_has_its_picture(rich: Edition, drawn: Path) -> None:
    """Every page names a picture of 1200 × 630 that was published, and its words."""
    seen = set()
    base = rich.routes.base_url.rstrip("/")
    for page in rich.routes.pages:
        if page.type == "not-found":
            continue
        said = told(drawn, page_file(page.url))
        assert said["og:image"].startswith(f"{base}/share/")
        assert said["og:title"]
        assert said["og:title"] in said["og:image:alt"]
        seen.add(said["og:image"].removeprefix(f"{base}/"))
    files = {path.relative_to(drawn).as_posix() for path in (drawn / "share").iterdir()}
    assert seen == files
    for file in files:
        picture = opened(drawn / file)
        assert (picture.format, picture.size, picture.mode) == ("PNG", (1200, 630), "P")
        assert (drawn / file).stat().st_size < 45_000


def test_a_page_that_borrows_shows_its_original(rich: Edition, drawn: Path) -> None:
    """What is shared of it is the original's picture, title and language."""
    borrowed = [page for page in rich.routes.pages if page.is_borrowed]
    assert borrowed
    for page in borrowed:
        original = rich.routes.original(page)
        ours, theirs = told(drawn, page_file(page.url)), told(drawn, page_file(original.url))
        for name in ("og:image", "og:title", "og:locale"):
            assert ours[name] == theirs[name]


def test_the_same_site_gives_the_same_pictures(drawn: Path, tmp_path: Path) -> None:
    """Drawn elsewhere by several processes, with nothing kept: the same bytes under the same names."""
    result = build(options(copied("rich", tmp_path), tmp_path / "public", is_drawn=True, jobs=2))
    assert result.manifest is not None
    for kind in ("share", "brand/lockups"):
        again = {path.name: path.read_bytes() for path in (tmp_path / "public" / kind).iterdir()}
        assert again == {path.name: path.read_bytes() for path in (drawn / kind).iterdir()}


def test_nothing_is_drawn_where_nobody_asks(rich_site: Path) -> None:
    """Without the option a page names no picture, and there is none; its words are there."""
    assert not (rich_site / "share").exists()
    said = told(rich_site, "fr/index.html")
    assert "og:image" not in said
    assert said["og:locale"] == "fr_FR"


def test_icons_have_the_sizes_that_systems_ask_for(rich_site: Path) -> None:
    """The touch icon, those of the manifest, and the picture in favicon.ico."""
    assert opened(rich_site / "apple-touch-icon.png").size == (180, 180)
    manifest = json.loads((rich_site / "fr/site.webmanifest").read_text(encoding="utf-8"))
    assert manifest["lang"] == "fr"
    for icon in manifest["icons"]:
        size = int(icon["sizes"].partition("x")[0])
        assert opened(rich_site / icon["src"].rpartition("/")[2]).size == (size, size)
    assert opened(rich_site / "favicon.ico").size == (32, 32)
    assert (rich_site / "favicon.ico").read_bytes()[22:].startswith(b"\x89PNG")
