"""One page that stands for each kind of page and language, found from the site itself.

The kinds are the types of the routes, and the pages that outputs make besides are told apart by their place.
Nothing here is a list of addresses: a kind that comes or goes is looked at, or no longer, by itself.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from filelock import FileLock

from ombrelle.kinds import KINDS
from ombrelle.options import Options
from ombrelle.paths import page_file
from ombrelle.problems import Problems
from ombrelle.route import Page, Routes
from ombrelle.survey import survey
from tests.support.site import DATE
from tests.support.tools import ROOT

__all__ = ["Sample", "pages_by_kind", "samples", "samples_of_real_site"]


@dataclass(frozen=True, slots=True)
class Sample:
    """A page of a built site: its kind, its language, its address below the site's, whether it borrows.

    `borrows` says that its text is in another language than its address, so that no search engine is to
    list it.
    """

    kind: str
    lang: str
    path: str
    borrows: bool = False

    @property
    def file(self) -> str:
        """Its file in the site's folder."""
        return page_file(f"/{self.path}")

    @property
    def name(self) -> str:
        """How reports and tests call it."""
        return f"{self.kind} {self.lang}" if self.lang else self.kind


def samples(site: Path, root: Path = ROOT, day: str = DATE) -> list[Sample]:
    """For each kind, the same page in every language: the fullest of those that are said in most of them.

    A page that borrows shows what no other does, so that those stand as a kind of their own.
    """
    found: list[Sample] = []
    borrowing: list[list[Sample]] = []
    for pages in pages_by_kind(site, root, day).values():
        by_key: dict[str, list[Sample]] = defaultdict(list)
        for key, page in pages:
            by_key[key].append(page)
        fullest: list[Sample] = max(by_key.values(), key=lambda alike: _fullness(site, alike))
        found += fullest
        borrowing += [[page for page in alike if page.borrows] for alike in by_key.values()]
    borrowing.sort(key=lambda alike: (len(alike), _fullness(site, alike)))
    return [*found, *(replace(page, kind="borrowing") for page in borrowing[-1])]


def samples_of_real_site(site: Path, shared: Path) -> list[Sample]:
    """The same for the real site, found once per run whatever the number of workers."""
    kept = shared / "kinds.json"
    with FileLock(shared / "kinds.lock"):
        if not kept.exists():
            kept.write_text(json.dumps([asdict(sample) for sample in samples(site)]), encoding="utf-8")
    return [Sample(**each) for each in json.loads(kept.read_text(encoding="utf-8"))]


def pages_by_kind(site: Path, root: Path = ROOT, day: str = DATE) -> Mapping[str, list[tuple[str, Sample]]]:
    """Every page of a built site by its kind, each with a key that is the same in every language."""
    routes = _routes(root, day)
    kinds: dict[str, list[tuple[str, Sample]]] = defaultdict(list)
    known = {"404.html"}
    for page in routes.pages:
        lang = "" if page.url == "/" else page.lang
        sample = Sample(_kind(page), lang, page.url.lstrip("/"), page.is_borrowed)
        known.add(sample.file)
        kinds[sample.kind].append((page.key, sample))
    languages = {page.lang for page in routes.pages}
    files = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    for kind, key, sample in _besides(sorted(set(files) - known), languages):
        kinds[kind].append((key, sample))
    return kinds


def _kind(page: Page) -> str:
    """A page's type, told apart where the index of a kind is called like the kind."""
    alone = page.own_entry or page.type not in {kind.name for kind in KINDS}
    return page.type if alone else f"index-{page.type}"


def _routes(root: Path, day: str) -> Routes:
    found = survey(Options(root, root / "public", date.fromisoformat(day)), Problems())
    if found is None:
        raise ValueError(f"the site of {root} cannot be known")
    return found.routes


def _besides(files: Sequence[str], languages: Iterable[str]) -> Iterator[tuple[str, str, Sample]]:
    """Pages that have no route: of one kind where they stand equally deep below the same first word.

    Words of addresses differ by language, so a kind is called after its place in the first language alone
    where pages are in languages, and a page is the same in each by its rank.
    """
    places: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
    ranks: dict[tuple[str, str], int] = defaultdict(int)
    for file in files:
        path = file.removesuffix("index.html")
        first, *rest = path.split("/")
        lang = first if first in languages else ""
        words = [word for word in (rest if lang else [first, *rest]) if word]
        places["" if lang else words[0], len(words)].append((lang, path))
    for (first, depth), pages in places.items():
        kind = f"besides/{first or depth}"
        for lang, path in pages:
            ranks[kind, lang] += 1
            yield kind, str(ranks[kind, lang]), Sample(kind, lang, path)


def _fullness(site: Path, alike: Sequence[Sample]) -> tuple[int, int]:
    """How many languages have the page as their own, then how many bytes it has in all."""
    own = sum(not page.borrows for page in alike)
    return own, sum((site / page.file).stat().st_size for page in alike)
