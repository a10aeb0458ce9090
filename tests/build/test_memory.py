"""A site prepared with a memory is the site prepared without: whatever was changed between two runs."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ombrelle.build import Options, prepare
from ombrelle.memory import Memory
from ombrelle.problems import Location, Problem, Problems
from ombrelle.render import Renderer
from ombrelle.views.edition import Edition
from tests.support.small import SITES, THEME, options

EDITS = 25
PAGES = 6
"""How many pages are rendered and compared after each edit; what they are made from is compared whole."""

ADDITIONS = (
    "\n\n## Une partie de plus\n\nAvec [un lien](startup:alpha) et [un autre](page:nulle-part).\n",
    "\n\n![Plan](media/plan.svg)\n\n<script>x</script>\n",
    "\nbogus: true\n",
    "\ndraft: true\n",
    "\nname: [\n",
    "\n\ttitle: 'L'été'\n",
)


def some_file(root: Path, dice: random.Random) -> Path:
    """Any file of the site or of its theme's words and styles."""
    files = [path for path in sorted(root.rglob("*")) if path.suffix in {".md", ".yaml", ".po", ".css"}]
    of_content = [path for path in files if path.suffix in {".md", ".yaml"}]
    return dice.choice(of_content if dice.random() < 0.85 else files)


def add(path: Path, dice: random.Random) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(dice.choice(ADDITIONS))


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").splitlines() or [""]


def shuffle_lines(path: Path, dice: random.Random) -> None:
    lines = lines_of(path)
    if len(lines) > 1:
        first, second = dice.sample(range(len(lines)), 2)
        lines[first], lines[second] = lines[second], lines[first]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def drop_line(path: Path, dice: random.Random) -> None:
    lines = lines_of(path)
    del lines[dice.randrange(len(lines))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def change_word(path: Path, dice: random.Random) -> None:
    words = path.read_text(encoding="utf-8", errors="replace").split(" ")
    words[dice.randrange(len(words))] = dice.choice(["autre", "2026-12-01", "true", "lyon", "#0a5c9e"])
    path.write_text(" ".join(words), encoding="utf-8")


def rename(path: Path, dice: random.Random) -> None:
    name, _, ends = path.name.partition(".")
    path.rename(path.with_name(f"{name}-{dice.randrange(100)}.{ends}"))


def translate(path: Path, dice: random.Random) -> None:
    lang = dice.choice(["fr", "en", "ar", "xx"])
    path.with_name(f"{path.name.partition('.')[0]}.{lang}.md").write_bytes(path.read_bytes())


def spoil(path: Path, dice: random.Random) -> None:
    data = path.read_bytes()
    place = dice.randrange(len(data) + 1)
    # A style that is no text is not a fault of the content: reading the theme stops at it, as at a full disk.
    bad = [b"\x00", b"<<<<<<< HEAD\n"] + [b"\xff"] * (path.suffix != ".css")
    path.write_bytes(data[:place] + dice.choice(bad) + data[place:])


def delete(path: Path, dice: random.Random) -> None:
    path.unlink()


KINDS: tuple[Callable[[Path, random.Random], None], ...] = (
    add,
    shuffle_lines,
    drop_line,
    change_word,
    rename,
    translate,
    spoil,
    delete,
)


def edit(root: Path, good: Path, dice: random.Random) -> None:
    """Change a file, or put one that was changed back: half of the time, so that the site stays one."""
    if dice.random() < 0.5:
        path = some_file(good, dice)
        (root / path.relative_to(good)).write_bytes(path.read_bytes())
    else:
        path = some_file(root, dice)
        if path.name != "site.yaml" or dice.random() < 0.2:
            dice.choice(KINDS)(path, dice)


def prepared(asked: Options, memory: Memory | None = None) -> tuple[Edition | None, list[Problem]]:
    problems = Problems()
    edition = prepare(asked, problems, memory) if memory else prepare(asked, problems)
    return edition, list(problems)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The rich site with the theme beside it, and the same again, untouched, in `good`."""
    for name in ("site", "good"):
        shutil.copytree(SITES / "rich", tmp_path / name)
        shutil.copytree(THEME, tmp_path / name / "theme")
    return tmp_path / "site"


@pytest.mark.parametrize("seed", range(6))
def test_what_is_remembered_equals_what_is_made_anew(site: Path, seed: int) -> None:
    """After each of many random edits: the same faults, the same values, the same pages."""
    dice = random.Random(seed)  # noqa: S311 it chooses edits
    asked = options(site, theme=site / "theme", drafts=True)
    memory = Memory()
    sound = 0
    for _ in range(EDITS):
        edit(site, site.parent / "good", dice)
        fresh, told = prepared(asked)
        again, told_again = prepared(asked, memory)
        assert told_again == told
        assert (again is None) == (fresh is None)
        if fresh and again:
            assert _values(again) == _values(fresh)
            sound += 1
            if not any(problem.severity == "error" for problem in told):
                _same_pages(again, fresh, dice)
    assert sound > EDITS / 2


def test_nothing_is_made_twice(site: Path) -> None:
    """A second run over the same files has the very entries, texts, words and theme of the first."""
    memory = Memory()
    asked = options(site, theme=site / "theme")
    first, _ = prepared(asked, memory)
    second, _ = prepared(asked, memory)
    assert first is not None
    assert second is not None
    entries, again = first.library.content.entries, second.library.content.entries
    assert [id(entry) for entry in entries] == [id(entry) for entry in again]
    texts, others = first.bodies.fragments, second.bodies.fragments
    assert {path: id(text) for path, text in texts.items()} == {
        path: id(text) for path, text in others.items()
    }
    assert second.theme is first.theme
    assert second.catalogues is first.catalogues


def test_what_is_read_while_it_changes_is_not_remembered(tmp_path: Path) -> None:
    """A file saved during its reading is read again, even when it is then put back as it was."""
    path, memory = tmp_path / "file", Memory()
    path.write_text("before")

    def interrupted(_: Problems) -> str:
        path.write_text("after")
        return path.read_text()

    assert memory.read("it", [path], interrupted, Problems()) == "after"
    path.write_text("before")
    assert memory.read("it", [path], lambda _: path.read_text(), Problems()) == "before"


def test_what_is_not_asked_for_is_forgotten() -> None:
    """Memory does not grow with the number of runs: what a whole run did not ask for is made anew."""
    memory = Memory()
    kept = memory.recall("kept", lambda _: object(), Problems())
    lost = memory.recall("lost", lambda _: object(), Problems())
    memory.settle()
    assert memory.recall("kept", lambda _: object(), Problems()) is kept
    memory.settle()
    assert memory.recall("lost", lambda _: object(), Problems()) is not lost


def test_a_fault_is_told_each_time() -> None:
    """What is remembered tells its faults again to whoever asks."""
    memory = Memory()
    place = Location("content/site.yaml")
    for _ in range(2):
        problems = Problems()
        memory.recall("it", lambda own: own.add("unreadable-file", place), problems)
        assert [problem.code for problem in problems] == ["unreadable-file"]


def _values(edition: Edition) -> tuple[object, ...]:
    library = edition.library

    return library.content, library.by_key, edition.routes, edition.bodies, edition.catalogues, edition.assets


def _same_pages(one: Edition, other: Edition, dice: random.Random) -> None:
    first, second = Renderer(one), Renderer(other)
    for page in dice.sample(one.routes.pages, PAGES):
        assert first.render(page) == second.render(page)
