"""Whatever happens to a build, the site is the old one or the new one, and the next build is right."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from benchmarks.accidents import KINDS, RefusedError, befall
from ombrelle.build import build
from ombrelle.gather import gather
from tests.support.small import THEME, copied, options, write

TIMES = {"kill": 2}
"""How often, where it is not once; `python -m benchmarks.accidents` makes hundreds."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with little of everything that may go away: facts, texts, pictures."""
    root = copied("smallest", tmp_path)
    for name in ("about", "visit"):
        text = 'Tout ce que l’on veut savoir d’ici.\n\n![Un quai au matin](media/quai.png "© Camille Doe")\n'
        write(
            root,
            f"content/pages/{name}.fr.md",
            f"---\ntitle: Une page\nsummary: Elle dit tout.\n---\n\n{text}",
        )
    folder = root / "content/media"
    folder.mkdir()
    Image.new("RGB", (400, 300), (20, 90, 160)).save(folder / "quai.png")
    return root


@pytest.mark.parametrize("kind", KINDS)
def test_an_accident_does_no_harm(kind: str, site: Path, tmp_path: Path) -> None:
    """Nothing of two sites is mixed, what is said is true, and nothing is left beside what is published."""
    times = TIMES.get(kind, 1)
    try:
        found = befall(kind, times, 5, tmp_path, site)
    except RefusedError as error:
        pytest.skip(f"the system has not what it takes: {error}")
    assert [each for each in found if each.fault] == []
    assert len(found) == times


def test_what_changes_while_it_is_read_is_not_published(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture that is another than the one examined, a template of which older pages were made."""
    theme = Path(shutil.copytree(THEME, tmp_path / "theme"))
    for path in (site / "content/media/quai.png", theme / "templates/home.html"):
        content = path.read_bytes()

        def changed(*values: Any, path: Path = path) -> Any:
            with path.open("ab") as file:
                file.write(b" ")
            return gather(*values)

        monkeypatch.setattr("ombrelle.build.gather", changed)
        with pytest.raises(OSError, match=re.escape(str(theme if theme in path.parents else path))):
            build(options(site, theme=theme, reuses=True))
        assert not (site / "public").exists()
        path.write_bytes(content)
    monkeypatch.setattr("ombrelle.build.gather", gather)
    assert build(options(site, theme=theme, reuses=True)).manifest
