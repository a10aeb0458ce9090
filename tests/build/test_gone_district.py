"""A district whose folder is removed or renamed: all that names it is told, and no link of a site is dead."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from ombrelle.build import build, check
from ombrelle.paths import page_file
from ombrelle.problems import Severity
from tests.support.small import copied, options

DISTRICT, OTHER = "haute-rive", "quartiers/port-clair"
OWN = ("alpha", "beta", "halle", "service:bureau")
"""What lies in its folder, by id."""

LINKS = """
Un lien vers [le quartier](quartier:haute-rive) et [sa page](page:haute-rive/venir#venir).

Vers [une startup](startup:beta "Titre"), <a href="service:bureau">un service</a>, [un acteur][a].

Vers [un fichier](HERE/haute-rive/quartier.md), [un autre](HERE/haute-rive/startups/alpha.md).

![Emblème](HERE/haute-rive/media/embleme.svg "Emblème © Essai")

[a]: actor:halle

```ombrelle cards
entries:
  - startup:alpha
  - quartier:haute-rive
```

```ombrelle map
districts: [haute-rive]
```

```ombrelle timeline
steps:
  - {date: 2020, title: Venir, to: "page:haute-rive/venir"}
```
"""
LEDGER = """\
/fr/ancien/ 301 /fr/quartiers/haute-rive/
/fr/quartiers/haute-rive/ quartier:haute-rive
/fr/startups/alpha/ startup:alpha
"""
Line = tuple[str, int]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site in which a district is named in every way that there is, from everywhere."""
    site = copied("rich", tmp_path)
    for path in ("content/pages/about.fr.md", f"{OTHER}/startups/gamma.fr.md"):
        file = site / path
        here = "../../quartiers" if path.startswith("content/") else "../.."
        head = "" if file.exists() else "---\n---\n"
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        file.write_text(head + text + LINKS.replace("HERE", here), encoding="utf-8")
    _put(site, f"{OTHER}/startups/gamma.yaml", "$", "\nhosted_by: [halle]\n")
    _put(site, "content/site.yaml", r"footer: \[", '\nfooter: ["quartier:haute-rive", ')
    _put(site, "content/site.yaml", r"navigation: \[", 'navigation: ["page:haute-rive/venir", ')
    (site / "content/addresses.txt").write_text(LEDGER, encoding="utf-8")
    assert list(_errors(site)) == []
    return site


def test_whatever_names_a_removed_district_is_told_at_its_line(root: Path) -> None:
    """Facts, texts, blocks, menus, media, the ledger: each line outside that names it or what it had."""
    shutil.rmtree(root / "quartiers" / DISTRICT)
    named = set(_naming(root, DISTRICT, *OWN))
    assert len(named) > 30
    assert named - set(_errors(root)) == set()


def test_whatever_names_a_renamed_district_is_told_at_its_line(root: Path) -> None:
    """By its former name; what lies in it has kept its own."""
    (root / "quartiers" / DISTRICT).rename(root / "quartiers/autre-rive")
    named = set(_naming(root, DISTRICT))
    assert len(named) > 20
    assert named - set(_errors(root)) == set()


def test_a_site_without_a_district_has_no_dead_link(tmp_path: Path) -> None:
    """Once what was told is mended the site is built, and each link of its pages leads to a file."""
    root = copied("rich", tmp_path)
    shutil.rmtree(root / "quartiers/valmont")
    (where,) = set(_errors(root))
    assert where == ("content/actors/pole-eau.yaml", 3)
    _put(root, where[0], ", valmont", "")
    out = tmp_path / "public"
    assert build(options(root, out)).manifest is not None
    assert [link for link in _links(out) if not (out / page_file(link)).is_file()] == []
    assert not any("valmont" in path.as_posix() for path in out.rglob("*"))


def _put(root: Path, path: str, pattern: str, text: str) -> None:
    file = root / path
    file.write_text(re.sub(pattern, text, file.read_text(encoding="utf-8"), count=1), encoding="utf-8")


def _errors(root: Path) -> Iterator[Line]:
    """The lines at which an error is told."""
    for problem in check(options(root)):
        if problem.severity is Severity.ERROR and not problem.location.path.startswith("themes/"):
            yield problem.location.path, problem.location.line


def _naming(root: Path, *names: str) -> Iterator[Line]:
    """The lines of the content that name something by one of these ids."""
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(names)})(?![\w@-])")
    for path in sorted(root.rglob("*.*")):
        if path.suffix in {".yaml", ".md", ".txt"}:
            for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
                if pattern.search(line):
                    yield path.relative_to(root).as_posix(), number


def _links(out: Path) -> set[str]:
    """The addresses within the site that its pages name."""
    html = "".join(path.read_text(encoding="utf-8") for path in sorted(out.rglob("*.html")))
    found = {urlsplit(unescape(link)).path for link in re.findall(r'\s(?:href|src)="(/[^"]*)"', html)}
    return {unquote(path) for path in found if not path.startswith("//")}
