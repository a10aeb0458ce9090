"""Random edits of a site and of its theme, as people make them: words, facts, names, files, styles.

Each is one change that a pull request could hold. Some break the site: that is a state like another.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from random import Random

from PIL import Image

from benchmarks.folders import contents, restore

_SAYING = re.compile(
    r"^(\s*(?:- \{)?(?:name|pitch|summary|title|tagline|label): )([^{\[\n'\"|>]+?)$", re.MULTILINE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PROSE = re.compile(r"^\w[^\n:|]{20,}$", re.MULTILINE)
_TAG = re.compile(r"<(p|ul|li|h2|div|span)(?=[ >])")
_WORDS = re.compile(r'^msgstr(?:\[\d\])? "([^"%{}<]+)"$', re.MULTILINE)
_COLOUR = re.compile(r"#[0-9a-f]{6}\b")
_LANGUAGES = re.compile(r"^languages:\n((?:  - .*\n)+)", re.MULTILINE)


class Editor:
    """Edits a site at `root` and its theme, which are copies; the same `random` makes the same edits.

    `today` is the day of the site, which an edit may change too.
    """

    def __init__(self, root: Path, theme: Path, today: date, random: Random) -> None:
        self.today = today
        self._root, self._theme, self._random, self._number = root, theme, random, 0
        self._first = {folder: contents(folder) for folder in (root, theme)}
        self._edits: tuple[Callable[[], str], ...] = (
            self._write_words,
            self._write_words,
            self._change_saying,
            self._change_saying,
            self._change_year,
            self._rename_entry,
            self._delete_entry,
            self._copy_entry,
            self._drop_language,
            self._change_template,
            self._change_catalogue,
            self._change_colour,
            self._change_picture,
            self._change_day,
            self._go_back,
        )

    def edit(self) -> str:
        """Make one edit; what it was, for whom it concerns."""
        self._number += 1
        return self._random.choice(self._edits)()

    def undo(self) -> None:
        """Go back to the first state: what a wrong edit calls for."""
        for folder, first in self._first.items():
            restore(folder, first)

    def _write_words(self) -> str:
        return self._replaced(self._files("**/*.md"), _PROSE, lambda found: f"{found[0]} mot{self._number}")

    def _change_saying(self) -> str:
        return self._replaced(self._files("**/*.yaml"), _SAYING, lambda found: f"{found[0]} {self._number}")

    def _change_year(self) -> str:
        year = str(self._random.randint(1990, 2025))
        return self._replaced(self._files("quartiers/**/*.yaml"), _YEAR, lambda _: year)

    def _rename_entry(self) -> str:
        files = self._entry()
        for path in files:
            stem, _, rest = path.name.partition(".")
            path.rename(path.with_name(f"{stem}-{self._number}.{rest}"))
        return f"rename {files}"

    def _delete_entry(self) -> str:
        files = self._entry()
        for path in files:
            path.unlink()
        return f"delete {files}"

    def _copy_entry(self) -> str:
        files = self._entry()
        for path in files:
            stem, _, rest = path.name.partition(".")
            shutil.copy(path, path.with_name(f"{stem}-{self._number}.{rest}"))
        return f"copy {files}"

    def _drop_language(self) -> str:
        """Leave out the last language that is left beside the source."""
        path = self._root / "content/site.yaml"
        text = path.read_text(encoding="utf-8")
        found = _LANGUAGES.search(text)
        lines = found[1].splitlines(keepends=True) if found else []
        if not found or len(lines) < 2:
            return self._go_back()
        path.write_text(text.replace(found[1], "".join(lines[:-1])), encoding="utf-8")
        return f"drop {lines[-1]}"

    def _change_template(self) -> str:
        files = (path for path in self._theme.rglob("*.html") if path.stem != "examples")
        return self._replaced(files, _TAG, lambda found: f'<{found[1]} data-essai="{self._number}"')

    def _change_catalogue(self) -> str:
        return self._replaced(
            self._theme.rglob("*.po"), _WORDS, lambda found: f'{found[0][:-1]}{self._number}"'
        )

    def _change_colour(self) -> str:
        return self._replaced(self._theme.rglob("*.css"), _COLOUR, lambda found: f"{found[0][:-1]}0")

    def _change_picture(self) -> str:
        files = self._files("**/media/*.png") + self._files("**/media/*.jpg")
        if not files:
            return self._go_back()
        path = self._random.choice(files)
        with Image.open(path) as picture:
            colour = tuple(self._random.randint(0, 255) for _ in range(3))
            Image.new("RGB", picture.size, colour).save(path)
        return f"picture {path}"

    def _change_day(self) -> str:
        self.today += timedelta(days=self._random.randint(-200, 200))
        return f"day {self.today}"

    def _go_back(self) -> str:
        self.undo()
        return "undo"

    def _entry(self) -> list[Path]:
        """The files of one entry, its facts and its texts; none where there is none."""
        found = self._files("quartiers/*/*/*.yaml")
        if not found:
            return []
        path = self._random.choice(found)
        return sorted(path.parent.glob(f"{path.stem}.*"))

    def _files(self, pattern: str) -> list[Path]:
        return sorted(
            path for path in self._root.glob(pattern) if ".cache" not in path.parts and path.is_file()
        )

    def _replaced(
        self, files: Iterable[Path], pattern: re.Pattern[str], put: Callable[[re.Match[str]], str]
    ) -> str:
        """Change one place of one file that has such a place."""
        texts = {path: path.read_text(encoding="utf-8") for path in sorted(files)}
        places = [(path, found) for path, text in texts.items() for found in pattern.finditer(text)]
        if not places:
            return self._go_back()
        path, found = self._random.choice(places)
        text = texts[path]
        path.write_text(text[: found.start()] + put(found) + text[found.end() :], encoding="utf-8")
        return f"{path.name}: {found[0]!r}"
