"""Whether faults in the folder of one district change a byte of what another district has.

python -m benchmarks.isolation --faults 200
python -m benchmarks.isolation --faults 20 --site . --seed 7

After each the release must be refused, unless what is left is sound, with an error at a file or a page of
that district or one that names it as its cause; what is published must not have been touched. What `serve`
shows of every other district must be what it was before: each page that stands for the district or for what
lies in its folder, in one language by chance, and each file whose path names it (feeds, calendars, cards,
tables, press kits, lock-ups). Pages of the umbrella list what all districts have, and are not among them.

`serve` that is started when the fault is there has never seen the site without. Each of those pages is then
as it is without the fault, or as it is without the files that have it: what is in a file with an error is
shown nowhere. What two claim, an id or an address, is left out of this: nobody can say whose it is.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.folders import contents, restore, stamps
from benchmarks.incremental import DAY, SITE, THEME
from benchmarks.spoil import Spoiler
from ombrelle.build import Options, build, prepare
from ombrelle.load.scope import scope_of
from ombrelle.memory import Memory
from ombrelle.paths import page_file
from ombrelle.problems import Problems, Severity
from ombrelle.serve.apart import names_of
from ombrelle.serve.live import LiveSite
from ombrelle.serve.showing import Showing

_SKIPPED = shutil.ignore_patterns(".*", "public", "node_modules", "tests", "ombrelle", "benchmarks", "docs")

Pages = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of some faults: whether the release was refused, how much was compared; `fault` is ours."""

    what: str
    is_refused: bool
    compared: int
    fault: str = ""


class Trials:
    """Faults in a copy of a site, one district after another by chance."""

    def __init__(self, folder: Path, seed: int, site: Path = SITE) -> None:
        self._random = Random(seed)  # noqa: S311 the same faults every time
        self._root = Path(shutil.copytree(site, folder / "site", ignore=_SKIPPED))
        self._options = Options(self._root, folder / "public", DAY, THEME, search=False, jobs=1)
        self._first = contents(self._root / "quartiers")
        build(self._options)
        self._published = stamps(self._options.out)
        self._live, self._memory = LiveSite(self._options), Memory()
        self._live.refresh()
        assert self._live.now is not None
        self._good = self._live.now
        self._districts = sorted(
            each.id for each in self._good.edition.library.of_kind("quartier") if self._has(each.id)
        )

    def spoil(self) -> Trial:
        """Make some faults in the folder of a district, look at what came of it, and take them back."""
        victim = self._random.choice(self._districts)
        language = self._random.choice(self._good.edition.library.languages.codes)
        home = self._root / "quartiers" / victim
        spoiler = Spoiler(home, self._companies(victim), self._random)
        what = [spoiler.spoil() for _ in range(self._random.choice((1, 1, 2, 3)))]
        result = build(self._options)
        is_refused = result.manifest is None
        faults = [*self._of_release(victim, result.problems, is_refused=is_refused)]
        compared = 0
        if is_refused:
            seen = self._seen(victim, language)
            compared = len(seen)
            faults += [path for path, (before, now) in seen.items() if before != now]
            if len(what) == 1 and not spoiler.taken:
                faults += self._of_start(victim, language)
        self._mend()
        return Trial(f"{victim}: {'; '.join(what)}", is_refused, compared, ", ".join(faults[:5]))

    def _of_release(self, victim: str, problems: Problems, *, is_refused: bool) -> Iterator[str]:
        if not is_refused:
            # A file less, a text cut short: what is left may be sound, and is published.
            self._published = stamps(self._options.out)
            return
        own = scope_of(self._root, [self._root / "quartiers" / victim])
        errors = [each for each in problems if each.severity is Severity.ERROR]
        if not any(own.concerns(each) or each.location.path in self._pages_of(victim) for each in errors):
            yield "no error is told of the district"
        if stamps(self._options.out) != self._published:
            yield "what was published is touched"

    def _seen(self, victim: str, language: str) -> Mapping[str, tuple[bytes, bytes]]:
        """What `serve` shows of other districts, before and with the faults."""
        before, files = _pages(self._good, victim, language), self._files(victim)
        known = {path: self._good.file(path) or b"" for path in files}
        self._live.refresh()
        seen = {url: (page, self._shown(url)) for url, page in before.items()}
        return seen | {path: (content, self._filed(path)) for path, content in known.items()}

    def _shown(self, url: str) -> bytes:
        found = next(self._live.candidates(url), None)
        return found[0].render(found[1]) if found else b""

    def _filed(self, path: str) -> bytes:
        return next((found for each in self._live.showings(path) if (found := each.file(path))), b"")

    def _of_start(self, victim: str, language: str) -> Iterator[str]:
        """The pages of others that are neither as without the fault nor as without the files with it."""
        spoiled = contents(self._root / "quartiers")
        now = self._anew(victim, language)
        files = {path for path, content in spoiled.items() if self._first.get(path) != content}
        files |= self._first.keys() - spoiled.keys()
        groups = {each for path in files for each in path.parent.glob(f"{path.name.split('.')[0]}.*")}
        allowed = [_pages(self._good, victim, language)]
        for left_out in (files, files | groups):
            for path in left_out:
                path.unlink(missing_ok=True)
            allowed.append(self._anew(victim, language))
        for url, page in now.items():
            if page not in [each.get(url) for each in allowed]:
                yield f"{url} at the start"

    def _anew(self, victim: str, language: str) -> Pages:
        edition = prepare(self._options, Problems(), self._memory)
        return _pages(Showing(edition), victim, language) if edition else {}

    def _mend(self) -> None:
        for path in (self._root / "quartiers").rglob("*"):
            if path.is_symlink():
                path.unlink()
        restore(self._root / "quartiers", self._first)
        self._live.refresh()
        assert self._live.now is not None
        self._good = self._live.now

    def _pages_of(self, district: str) -> set[str]:
        """The files of the pages of a district: what only they show is told there."""
        pages = self._good.edition.routes.pages
        return {page_file(page.url) for page in pages if page.entry and page.entry.district == district}

    def _has(self, district: str) -> bool:
        return any((self._root / "quartiers" / district).glob("*/*.yaml"))

    def _companies(self, victim: str) -> list[str]:
        companies = self._good.edition.library.of_kind("startup")
        return [entry.id for entry in companies if entry.district != victim]

    def _files(self, victim: str) -> list[str]:
        """The paths of files that name another district and not this one."""
        edition = self._good.edition
        known = {each.id: names_of(edition, each.id) for each in edition.library.of_kind("quartier")}
        others = {name for id_, names in known.items() if id_ != victim for name in names}
        self._good.file("/nothing")
        paths = (path for path in self._good.paths if not any(name in path for name in known[victim]))
        return [f"/{path}" for path in paths if any(name in path for name in others)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the faults that are asked for; 1 when one of them reached another district."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--faults", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--site", type=Path, default=SITE)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        trials = Trials(Path(folder), given.seed, given.site)
        found = [trials.spoil() for _ in range(given.faults)]
    refused, faults = [each for each in found if each.is_refused], [each for each in found if each.fault]
    compared = sum(each.compared for each in found)
    print(f"{len(found)} districts spoiled, {len(refused)} releases refused, {compared} pages and files seen")
    for trial in faults:
        print(f"{trial.what}: {trial.fault}")
    print(f"{len(faults)} reached another district")
    return 1 if faults else 0


def _pages(showing: Showing, victim: str, language: str) -> Pages:
    """The pages of other districts in a language, by their addresses."""
    pages = (page for page in showing.edition.routes.pages if page.lang == language and page.entry)
    return {
        page.url: showing.render(page)
        for page in pages
        if page.entry and page.entry.district not in {None, victim}
    }


if __name__ == "__main__":
    sys.exit(main())
