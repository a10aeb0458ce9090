"""The documentation says what is there: its examples pass the check, its links lead somewhere."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ombrelle.build import Options, check
from ombrelle.cli import main
from ombrelle.cli.parser import COMMANDS, parse
from ombrelle.cli.words import words
from ombrelle.problems import Problem, Severity
from ombrelle.report.excerpt import source_lines
from ombrelle.report.fields import PAGES, field_reference
from ombrelle.report.text import format_text
from ombrelle.typography import typeset
from scripts.pictures.__main__ import take_all
from tests.support.tools import ROOT
from tests.support.walk import Command, File, fresh_copy, ran, steps, write

DAY = date(2026, 11, 1)

_EXAMPLE = re.compile(
    r"^\*\*`(?P<path>[^`]+)`\*\*\n\n(?P<fence>`{3,})\w+\n(?P<text>.*?)^(?P=fence)$"
    r"(?:\n\n```text\n(?P<report>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)
_FENCE = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_SPAN = re.compile(r"`[^`\n]+`")


@dataclass(frozen=True)
class Example:
    """A file shown in a page, and the report of its faults where the page shows them."""

    path: str
    text: str
    report: str


def pages(*folders: str) -> list[str]:
    """The pages of the documentation, relative to the root."""
    found = [path for folder in folders for path in (ROOT / folder).glob("*.md")]
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def read(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def prose(page: str) -> str:
    """A page without its blocks and pieces of code."""
    return _SPAN.sub("…", _FENCE.sub("", read(page)))


def examples(page: str) -> list[Example]:
    return [
        Example(found["path"], found["text"], found["report"] or "")
        for found in _EXAMPLE.finditer(read(page))
    ]


def anchors(page: str) -> set[str]:
    """The anchors that GitHub gives to the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", read(page)), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.casefold()).strip().replace(" ", "-") for heading in headings}


def section(page: str, heading: str) -> str:
    """What stands under a heading of the second level."""
    return read(page).partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


EVERY_PAGE = pages(".", "docs", "docs/fr", "docs/en")
EDITORS_PAGES = pages("docs/fr", "docs/en")
WALKS = [page for page in EDITORS_PAGES if any(isinstance(step, Command) for step in steps(page))]
PAGES_WITH_EXAMPLES = [page for page in EDITORS_PAGES if examples(page) and page not in WALKS]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real content, with the real theme, into which examples are written."""
    root = tmp_path_factory.mktemp("site")
    for folder in ("content", "quartiers", "themes"):
        shutil.copytree(ROOT / folder, root / folder)
    return root


@contextmanager
def written(site: Path, files: Sequence[Example]) -> Iterator[list[Problem]]:
    """The faults of some files, which stand in the site for that while; what is left to translate is none."""
    before = {file.path: _read_if_there(site / file.path) for file in files}
    for file in files:
        (site / file.path).parent.mkdir(parents=True, exist_ok=True)
        (site / file.path).write_text(file.text, encoding="utf-8")
    found = check(Options(site, site / "public", DAY))
    to_mend = [problem for problem in found if problem.severity is not Severity.INFO]
    yield [problem for problem in to_mend if problem.location.path in before]
    for path, text in before.items():
        if text is None:
            (site / path).unlink()
        else:
            (site / path).write_text(text, encoding="utf-8")


def _read_if_there(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


@pytest.mark.parametrize("page", PAGES_WITH_EXAMPLES)
def test_examples_pass_the_check(page: str, site: Path) -> None:
    """Whoever copies the files shown in a page has nothing to mend."""
    sound = [example for example in examples(page) if not example.report]
    with written(site, sound) as problems:
        assert problems == []


@pytest.mark.parametrize("page", PAGES_WITH_EXAMPLES)
def test_messages_are_those_that_the_check_gives(page: str, site: Path) -> None:
    """Where a page shows a faulty file and what is said of it, that is what is said."""
    language = page.split("/")[1]
    for example in examples(page):
        if example.report:
            with written(site, [example]) as problems:
                report = format_text(problems, source_lines(site), language, colour=False)
            assert report.rpartition("\n\n")[0] == example.report.strip()


@pytest.mark.parametrize("page", WALKS)
def test_a_real_run_is_real(page: str, tmp_path: Path) -> None:
    """Whoever does in a fresh clone what a page says, step by step, is answered word for word as it says."""
    clone, language = fresh_copy(tmp_path), page.split("/")[1]
    for step in steps(page):
        if isinstance(step, File):
            write(clone, step)
        else:
            assert ran(clone, step, language) == step.answer
    found = check(Options(clone, clone / "public", DAY))
    assert [problem for problem in found if problem.severity is not Severity.INFO] == []


@pytest.mark.parametrize("page", EDITORS_PAGES)
def test_commands_are_understood(page: str) -> None:
    """Each command that stands in a block is one that the command line takes."""
    for line in re.findall(r"^(?:\$ )?python build\.py (.+)$", read(page), re.MULTILINE):
        assert parse(shlex.split(line), words("en")).command.partition("_")[0] in COMMANDS


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_links_lead_somewhere(page: str) -> None:
    """Each link of the documentation leads to a file of the repository, and its anchor to a heading."""
    dead = []
    for target in _LINK.findall(prose(page)):
        path, _, anchor = target.partition("#")
        file = (ROOT / page).parent / path if path else ROOT / page
        if re.match(r"[a-z]+:", target):
            continue
        if not file.exists() or (anchor and anchor not in anchors(str(file))):
            dead.append(target)
    assert dead == []


@pytest.mark.parametrize("page", ["docs/fr/commandes.md", "docs/en/commands.md"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented(command: str, page: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command and each option of its help stands in the page of the commands."""
    with pytest.raises(SystemExit):
        main([command, "--help", "--lang", "en"])
    options = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", capsys.readouterr().out))
    known = set(re.findall(r"(?<=`)--?[a-z][a-z-]*", read(page)))
    assert options
    assert f"\n## {command}\n" in read(page)
    assert sorted(options - known) == []


@pytest.mark.parametrize("language", PAGES)
def test_the_reference_of_fields_is_current(language: str) -> None:
    """The committed pages are what the models say: `python -m ombrelle.report.fields` writes them."""
    assert read(PAGES[language]) == field_reference(language)


@pytest.mark.parametrize("page", pages("docs/fr"))
def test_french_is_set_as_french(page: str) -> None:
    """The French pages have their no-break spaces and curved apostrophes, outside code."""
    lines = _LINK.sub("]()", prose(page)).splitlines()
    assert lines == [typeset(line, "fr") for line in lines]


def test_the_code_map_names_every_folder() -> None:
    """The code map has a line for each folder of the repository and part of the package, and no other."""
    tracked = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    folders = {f"{name.partition('/')[0]}/" for name in tracked if "/" in name}
    parts = {
        f"ombrelle/{path.name}" if path.is_file() else f"ombrelle/{path.name}/"
        for path in (ROOT / "ombrelle").iterdir()
        if path.name not in {"__init__.py", "__pycache__"}
    }
    rows = re.findall(r"^\| (`.+?) \|", section("ARCHITECTURE.md", "Code map"), re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`([^`]+)`", row)]
    assert sorted(named) == sorted((folders - {"ombrelle/"}) | parts | {"build.py"})


def test_the_layers_are_those_that_are_enforced() -> None:
    """ARCHITECTURE.md shows the layers in the order in which import-linter enforces them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    enforced = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    block = section("ARCHITECTURE.md", "Layers").partition("```text\n")[2].partition("```")[0]
    shown = [line.partition("  ")[0] for line in block.splitlines()]
    assert shown == [re.sub(r"[()]", "", layer) for layer in enforced]


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_commands_of_make_exist(page: str) -> None:
    """Each `make …` that a page names is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    assert set(_made(read(page))) <= targets


def test_pictures_are_light_and_used() -> None:
    """No picture of the documentation weighs 100 kB, and each stands in a page."""
    pictures = {path for path in (ROOT / "docs/images").rglob("*") if path.is_file()}
    assert [path.name for path in pictures if path.stat().st_size >= 100_000] == []
    shown = {((ROOT / page).parent / name).resolve() for page in EVERY_PAGE for _, name in shown_in(page)}
    assert shown == pictures


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_pictures_are_told_to_those_who_do_not_see_them(page: str) -> None:
    """Each picture says in words what it shows."""
    assert [name for words, name in shown_in(page) if len(words.split()) < 6] == []


@pytest.mark.browser
def test_the_pictures_can_be_made_anew(tmp_path: Path, chromium: Browser) -> None:
    """`make pictures` takes every picture of a language, from the pages as they are today."""
    take_all(chromium, tmp_path, ["fr"])
    made = {path.name for path in (tmp_path / "fr").iterdir()}
    assert made == {path.name for path in (ROOT / "docs/images/fr").iterdir()}
    assert made >= {path.name for path in (ROOT / "docs/images/en").iterdir()}


def shown_in(page: str) -> list[tuple[str, str]]:
    """The pictures of a page: what is said of each, and where it is."""
    return re.findall(r"!\[([^\]]*)\]\((\S+\.(?:png|webp))\)", _FENCE.sub("", read(page)))


def _made(text: str) -> Iterator[str]:
    yield from re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE)
