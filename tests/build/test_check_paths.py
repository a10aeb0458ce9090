"""A check of some files reads few others, and tells what the check of all would tell of them.

Sites are broken at random, as people who rename, copy and delete files do, and files of them are asked about.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from ombrelle.check import check
from ombrelle.load import read_all
from ombrelle.load.discover import discover
from ombrelle.load.scope import scope_of
from ombrelle.problems import Problem, Problems
from ombrelle.route.ledger import updated
from tests.support.small import copied, options, routes_of

LINKS = (
    "{kind}:{id}",
    "page:{id}",
    "../startups/{id}.fr.md",
    "../{id}.yaml",
    "{id}",
    "media/{id}.svg",
    "quartier:haute-rive/startups",
    "quartier:{id}/contact",
    "services/settle",
    "startups/sectors/health",
    "/fr/startups/{id}/",
)
BLOCKS = (
    "cards\nentries: [{kind}:{id}, {kind}:{other}]",
    "cards\nentries: [{id}]",
    "startups\ndistrict: {id}",
    "startups\nsector: health\nlooking_for: investors",
    "startups\nsector: fintech\ndistrict: haute-rive",
    "figures\nof: [{kind}:{id}]",
    "gallery\npictures: [{{file: {id}.svg, alt: Un plan, credit: Essai}}]",
    "call-to-action\nlabel: Voir\nto: {kind}:{id}",
    "call-to-action\nlabel: Voir\nto: startups",
    "contacts\ndistricts: [{id}]",
    "map\ndistricts: [haute-rive, {id}]",
)
KINDS = ("startup", "quartier", "page", "actor", "news", "service")
FACTS = (
    "slug: {{fr: {id}}}",
    "redirect_from: [/fr/startups/{id}/]",
    "redirect_from: [/fr/services/{id}/, /en/{id}/]",
    "districts: [{id}]",
    "website: https://{id}.example/",
    "draft: true",
    "publish_on: 2027-01-01",
    "status: [",
    "hosted_by: [{id}]",
    "programmes: [excellence, {id}]",
)
LEDGER = (
    "/fr/startups/{id}/ 301 /fr/startups/{other}/",
    "/fr/startups/{id}/ 301 /fr/{other}/",
    "/fr/startups/{id}/ 410",
    "/fr/startups/{id}/ startup:{other}",
    "/fr/{id}/ page:{id}",
)


@dataclass
class Site:
    """A site that is being broken: `gone` are the paths that a fault took away."""

    root: Path
    random: Random
    gone: list[str]

    @property
    def files(self) -> list[str]:
        """Those of entries, and the media."""
        found = (path.relative_to(self.root).as_posix() for path in self.root.rglob("*.*") if path.is_file())
        return sorted(path for path in found if path.count("/") > 1 and "vocabularies" not in path)

    def pick(self, ending: str = "") -> str:
        return self.random.choice([path for path in self.files if path.endswith(ending)])

    def id(self) -> str:
        """That of an entry of the site, or of none."""
        path = self.pick() if self.random.random() < 0.8 else "content/pages/nulle-part.fr.md"
        name = path.rsplit("/", 1)[1].split(".")[0]
        return path.split("/")[1] if name == "quartier" else name.removeprefix("2026-10-20-")

    def said(self, forms: tuple[str, ...]) -> str:
        kind = self.random.choice(KINDS)
        return self.random.choice(forms).format(id=self.id(), other=self.id(), kind=kind)

    def add(self, path: str, line: str) -> None:
        with (self.root / path).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")

    def state(self, path: str, line: str) -> None:
        """Write a fact in place of what the file says of it."""
        key = line.partition(":")[0]
        text = (self.root / path).read_text(encoding="utf-8").split("\n")
        kept = [other for other in text if not other.startswith((f"{key}:", "  "))]
        (self.root / path).write_text("\n".join([*kept, line, ""]), encoding="utf-8")


def removed(site: Site) -> None:
    path = site.pick()
    (site.root / path).unlink()
    site.gone.append(path)


def moved(site: Site) -> None:
    path = site.pick()
    folder, _, name = path.rpartition("/")
    target = site.root / f"{folder}/{site.id()}.{name.partition('.')[2]}"
    if not target.exists():
        (site.root / path).rename(target)
        site.gone.append(path)


def copied_elsewhere(site: Site) -> None:
    path = site.pick()
    folder = site.random.choice(["quartiers/valmont", "quartiers/sans-faits", "quartiers/port-clair"])
    target = site.root / folder / "/".join(path.split("/")[-2:])
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        shutil.copyfile(site.root / path, target)


def linked(site: Site) -> None:
    site.add(site.pick(".md"), f"[ici]({site.said(LINKS)})")


def blocked(site: Site) -> None:
    """A typed block that names something."""
    site.add(site.pick(".md"), f"```ombrelle {site.said(BLOCKS)}\n```")


def changed(site: Site) -> None:
    site.state(site.pick(".yaml"), site.said(FACTS))


def repeated(site: Site) -> None:
    """A line copied down a sheet of companies."""
    said = [f"pitch: Une phrase, {site.random.randint(1, 2)}", f"website: https://A{site.id()}.example"]
    line = site.random.choice(said)
    for path in [path for path in site.files if "/startups/" in path and path.endswith(".yaml")]:
        if site.random.random() < 0.4:
            site.state(path, line)


def collided(site: Site) -> None:
    """Two of a folder with one word in their addresses."""
    path = site.pick(".yaml")
    beside = [other for other in site.files if other.rpartition("/")[0] == path.rpartition("/")[0]]
    other = site.random.choice(beside).rsplit("/", 1)[1].split(".")[0]
    site.state(path, site.random.choice([f"slug: {other}", f"redirect_from: [/fr/startups/{other}/]"]))


def entered(site: Site) -> None:
    site.add("content/addresses.txt", site.said(LEDGER))


FAULTS: tuple[Callable[[Site], None], ...] = (
    removed,
    moved,
    copied_elsewhere,
    linked,
    linked,
    blocked,
    blocked,
    changed,
    changed,
    repeated,
    collided,
    entered,
)


def broken_site(root: Path, random: Random) -> Site:
    """The rich site with a few faults, and one time in two with a ledger of its pages."""
    if random.random() < 0.5:
        ledger = updated((), routes_of(root)[0])
        (root / "content/addresses.txt").write_text(ledger, encoding="utf-8")
    site = Site(root, random, [])
    for _ in range(random.randint(1, 7)):
        random.choice(FAULTS)(site)
    return site


def asked(site: Site) -> list[Path]:
    """One to three files, those that are gone too, or folders."""
    folders = ["quartiers/haute-rive", "quartiers/port-clair/startups", "content/pages", "content/news"]
    pool = [*site.files, *site.gone * 5, *folders, "content/addresses.txt"]
    return [site.root / path for path in site.random.sample(pool, site.random.randint(1, 3))]


def told(problems: Problems, keep: Callable[[Problem], bool] = lambda _: True) -> list[Problem]:
    return [problem for problem in problems if keep(problem)]


@pytest.mark.parametrize("seed", range(40))
def test_a_check_of_files_is_a_part_of_the_check_of_all(tmp_path: Path, seed: int) -> None:
    """The same problems, to the letter, as those of the whole check that the files cause or hold."""
    site = broken_site(copied("rich", tmp_path), Random(seed))  # noqa: S311 a seed is what is wanted
    whole = check(options(site.root))
    for _ in range(4):
        paths = asked(site)
        scope = scope_of(site.root, paths)
        assert told(check(options(site.root, scope=scope))) == told(whole, scope.concerns), paths


def test_most_of_a_large_site_is_not_read(tmp_path: Path) -> None:
    """Of companies that have nothing to do with the one asked about, none is parsed."""
    root = copied("rich", tmp_path)
    scope = scope_of(root, [root / "quartiers/port-clair/startups/gamma.yaml"])
    problems = Problems()
    content = read_all(root, discover(root, problems), problems, scope=scope)
    assert content is not None
    read = {entry.key for entry in content.entries}
    assert {"startup:gamma", "quartier:port-clair"} <= read
    assert read.isdisjoint({"startup:beta", "page:about", "quartier:valmont"})
    assert "startup:beta" in content.keys
