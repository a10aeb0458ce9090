"""`new`: what is written passes every check, and what cannot be right is never written."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ombrelle.cli import main
from ombrelle.cli.parser import KINDS
from ombrelle.kinds import BY_NAME
from ombrelle.scaffold.draft import head_ways, needed
from ombrelle.scaffold.fields import Way, optional, shapes
from tests.serve.small_site import THEME, write_small_site
from tests.support.tools import ROOT

SOURCE = ("--set", "source.title=Source : un essai", "--set", "as_of=2026")
GIVEN: dict[str, tuple[str, ...]] = {
    "quartier": (
        "--title=Les Dunes",
        "--set=status=candidate",
        "--set=summary=Un quartier de plus.",
        "--set=places.name=Brest",
        "--set=places.lat=48.39",
        "--set=places.lon=-4.49",
        "--set=contacts.general.email=dunes@example.org",
    ),
    "startup": (
        "--quartier=brumes",
        "--title=Zaza",
        "--set=website=https://www.zaza.example",
        "--set=status=active",
        "--set=pitch=Des parapluies.",
        *SOURCE,
    ),
    "actor": ("--title=La Cale", "--set=kind=fablab", "--set=summary=Un atelier.", *SOURCE),
    "event": (
        "--quartier=brumes",
        "--title=Colloque : le retour",
        "--set=starts=2027-05-12T18:30",
        "--set=ends=2027-05-12T20:00",
        "--set=timezone=Europe/Paris",
        "--set=kind=meetup",
    ),
    "service": ("--quartier=brumes", "--title=Trouver", "--set=layer=host", "--set=summary=Un bureau."),
    "programme": ("--title=Élan", "--set=kind=acceleration", "--set=summary=Un programme."),
    "news": ("--title=Une actualité", "--date=2026-11-20"),
    "story": ("--title=Un récit",),
    "page": ("--quartier=brumes", "--title=Venir"),
}
FILES = {
    "quartier": ["quartiers/essai/quartier.yaml"],
    "startup": ["quartiers/brumes/startups/essai.yaml"],
    "actor": ["content/actors/essai.yaml"],
    "event": ["quartiers/brumes/events/essai.yaml"],
    "service": ["quartiers/brumes/services/essai.yaml"],
    "programme": ["content/programmes/essai.yaml"],
    "story": ["content/stories/essai.yaml", "content/stories/essai.fr.md"],
    "news": ["content/news/2026-11-20-essai.yaml", "content/news/2026-11-20-essai.fr.md"],
    "page": ["quartiers/brumes/pages/essai.yaml", "quartiers/brumes/pages/essai.fr.md"],
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_small_site(tmp_path)


def new(site: Path, *arguments: str) -> int:
    return main(["new", "--root", str(site), "--lang", "en", *arguments])


def state(site: Path) -> dict[str, bytes]:
    """Every file of the site."""
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def faults(site: Path, capsys: pytest.CaptureFixture[str], files: list[str]) -> list[dict[str, Any]]:
    """What `check` says of these files, whatever the severity."""
    capsys.readouterr()
    paths = [str(site / file) for file in files]
    main(["check", "--root", str(site), "--theme", str(THEME), "--format", "json", *paths])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def ways(kind: str) -> Iterator[Way]:
    """Every field that the files of a kind show, given or in comments."""
    yield from needed(BY_NAME[kind])
    yield from ((name,) for name in optional(BY_NAME[kind].facts))
    yield from head_ways(BY_NAME[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_passes_every_check(
    site: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    """For each kind the files stand at their place, and `check` has not even a warning for them."""
    before = set(state(site))
    assert new(site, kind, "essai", *GIVEN[kind]) == 0
    assert sorted(set(state(site)) - before) == sorted(FILES[kind])
    assert faults(site, capsys, FILES[kind]) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_optional_field_can_be_used_as_it_stands(
    site: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    """With the # taken away from every commented field, the files have no error but a picture to bring."""
    new(site, kind, "essai", *GIVEN[kind])
    shown = set()
    for file in FILES[kind]:
        text = (site / file).read_text(encoding="utf-8")
        shown |= set(re.findall(r"^# (\w+):", text, re.MULTILINE))
        (site / file).write_text(re.sub(r"^# (?=\w+:)", "", text, flags=re.MULTILINE), encoding="utf-8")
    found = faults(site, capsys, FILES[kind])
    to_bring = {"media-missing", "unknown-reference"}
    assert [each for each in found if each["severity"] == "error" and each["code"] not in to_bring] == []
    assert shown >= set(optional(BY_NAME[kind].facts)) - {way[0] for way in needed(BY_NAME[kind])}


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("startup", "Été.2026", "--quartier=brumes"), "ete-2026"),
        (("startup", "lampes", "--quartier=brumes"), "quartiers/brumes/startups/lampes.yaml"),
        (("quartier", "brumes"), "quartiers/brumes/quartier.yaml"),
        (("startup", "essai", "--quartier=brume"), '"brumes"'),
        (("startup", "essai"), "brumes"),
        (("quartier", "essai", "--quartier=brumes"), "--quartier"),
        (("page", "essai", "--set=titel=Venir"), '"title"'),
        (("actor", "essai", "--set=source=Un livre"), "source.title"),
        (("startup", "essai", *GIVEN["startup"], "--set=as_of=2022-31-12"), "as_of: 2022-12-31"),
        (("startup", "essai", *GIVEN["startup"], "--set=sectors=helth"), "health"),
        (("startup", "essai", *GIVEN["startup"], "--set=hosted_by=sere"), "serre"),
    ],
)
def test_what_cannot_be_right_is_not_written(
    site: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], word: str
) -> None:
    """An id that is none or is taken, an unknown district, field or value: the way out is said, exit 2."""
    before = state(site)
    assert new(site, *arguments) == 2
    assert word in capsys.readouterr().err
    assert state(site) == before


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_missing_is_named(site: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    """Away from a terminal nothing is asked: every option that is needed is named, and exit 2."""
    where = ("--quartier=brumes",) if kind == "startup" else ()
    assert new(site, kind, "essai", *where) == 2
    told = capsys.readouterr().err
    title = BY_NAME[kind].facts.title_field or "title"
    for way in needed(BY_NAME[kind]):
        assert "{fr:" not in told, "an option takes a text, not YAML"
        assert ("--title" if way == (title,) else f"--set {'.'.join(way)}=") in told


def test_a_place_that_was_free_is_never_overwritten(site: Path) -> None:
    """Beginning the same entry twice leaves the first as it is."""
    assert new(site, "actor", "essai", *GIVEN["actor"]) == 0
    before = state(site)
    assert new(site, "actor", "essai", *GIVEN["actor"], "--set=national=true") == 2
    assert state(site) == before


@pytest.mark.parametrize(
    "title",
    ["Colloque : le retour", "# un", "@lampes", "oui, non", "l’été « chaud »", '"deux"', "- tiret", "\\n"],
)
def test_a_title_stands_as_it_was_given(site: Path, capsys: pytest.CaptureFixture[str], title: str) -> None:
    """What means something in YAML is put in quotes, so that it is read back as it was typed."""
    assert new(site, "page", "essai", f"--title={title}") == 0
    files = ["content/pages/essai.fr.md", "content/pages/essai.yaml"]
    assert [each for each in faults(site, capsys, files) if each["severity"] == "error"] == []
    head = (site / files[0]).read_text(encoding="utf-8").splitlines()[1]
    written = head.removeprefix("title: ")
    assert (json.loads(written) if written.startswith('"') else written) == title


def test_on_a_terminal_what_is_missing_is_asked(site: Path) -> None:
    """Each field is asked for in words; an answer that cannot be right is told and asked for again."""
    command = [sys.executable, "build.py", "new", "actor", "essai", "--root", str(site), "--lang", "en"]
    answers = ["La Cale", "fablb", "Un atelier.", "Un livre", "2026", "fablab"]
    ours, theirs = pty.openpty()
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    run = subprocess.run(command, stdin=theirs, capture_output=True, text=True, check=False, cwd=ROOT)
    os.close(theirs)
    os.close(ours)
    assert run.returncode == 0, run.stderr
    assert "What it is (research, " in run.stdout
    assert "fablb" in run.stderr
    text = (site / "content/actors/essai.yaml").read_text(encoding="utf-8")
    assert "kind: fablab" in text
    assert "title: Un livre" in text


def test_names_are_neutral_and_texts_are_said_in_a_language(site: Path) -> None:
    """A name stands in every language, a summary in the source's and in those that are given."""
    assert new(site, "actor", "essai", *GIVEN["actor"], "--set=summary.en=A workshop.") == 0
    text = (site / "content/actors/essai.yaml").read_text(encoding="utf-8")
    assert "\nname: La Cale\nkind: fablab\nsummary:\n  fr: Un atelier.\n  en: A workshop.\n" in text


def test_the_fields_of_each_kind_come_before_those_of_all() -> None:
    """A file opens with what the entry is, not with its address and its history."""
    assert next(iter(shapes(BY_NAME["startup"].facts))) == "name"
