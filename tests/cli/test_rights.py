"""`check --base REV --as TEAM`: the verdict in words, in each form, and as an exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ombrelle.cli import main
from ombrelle.cli.parser import FORMATS
from tests.compare.proposals import FILES, LYON, RULES
from tests.support.hosts import sarif_faults
from tests.support.repository import Repository, repository

Caught = pytest.CaptureFixture[str]
HIDDEN = "\n::error::x"


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return repository(tmp_path / "site", FILES)


def check(made: Repository, *options: str, team: str = "quartier-lyon", base: str = "main") -> int:
    return main(["check", "--root", str(made.root), "--base", base, "--as", team, *options])


def beyond(made: Repository) -> None:
    """A field and a file of others."""
    text = (made.root / LYON).read_text(encoding="utf-8")
    made.write(LYON, text.replace("status: labelled", "status: renewed"))
    made.write("content/site.yaml", "name: Ombrelle\nx: 1\n")


@pytest.mark.parametrize(
    ("language", "verdict", "told"),
    [
        (
            "fr",
            "Au-delà des droits\u00a0: 2 changements",
            "c’est l’équipe «\u00a0umbrella\u00a0» qui en décide",
        ),
        ("en", "Beyond the rights: 2 changes", 'it is for the team "umbrella" to decide'),
    ],
)
def test_a_verdict_is_told_in_words(
    language: str, verdict: str, told: str, made: Repository, capsys: Caught
) -> None:
    """What is beyond the rights stands at its line, with whose it is and what to do; the code is 1."""
    beyond(made)
    assert check(made, "--lang", language) == 1
    said = capsys.readouterr()
    assert said.out.startswith(verdict)
    assert told in said.err
    assert f"{LYON}:2:1" in said.err
    assert "2 | status: renewed" in said.err
    assert "content/site.yaml:2:1" in said.err


@pytest.mark.parametrize("language", ["fr", "en"])
def test_within_the_rights_is_0(language: str, made: Repository, capsys: Caught) -> None:
    """It is said how much was judged, and in whose name."""
    made.write("quartiers/lyon/startups/d.yaml", "name: D\n")
    assert check(made, "--lang", language) == 0
    said = capsys.readouterr()
    assert "quartier-lyon" in said.out
    assert "1 " in said.out
    assert said.err == ""


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_tells_every_fault(form: str, made: Repository, capsys: Caught) -> None:
    """Codes, files and lines stand in each form, and the code is 1."""
    beyond(made)
    assert check(made, "--format", form, "--lang", "en") == 1
    said = "".join(capsys.readouterr())
    for word in ("owned-by-another", "field-of-another", LYON, "content/site.yaml", "umbrella"):
        assert word in said


def test_sarif_is_sound(made: Repository, tmp_path: Path, capsys: Caught) -> None:
    """By the official schema, with columns of the proposal and not of the base."""
    beyond(made)
    head = made.commit()
    made.git("checkout", "--quiet", "HEAD~1")
    assert check(made, "--format", "sarif", "--head", head, "--lang", "en", base="HEAD") == 1
    report = tmp_path / "report.sarif"
    report.write_text(capsys.readouterr().out, encoding="utf-8")
    # The site of these proposals names no repository, and so the report no address.
    assert [fault for fault in sarif_faults(report) if "informationUri" not in fault] == []
    results = json.loads(report.read_text(encoding="utf-8"))["runs"][0]["results"]
    regions = [each["locations"][0]["physicalLocation"]["region"] for each in results]
    assert [region["startLine"] for region in regions] == [2, 2]


def test_a_revision_is_judged_without_its_files(made: Repository, capsys: Caught) -> None:
    """The proposal is read from git: neither its files nor its program come to the disk."""
    made.git("checkout", "--quiet", "-b", "proposal")
    beyond(made)
    made.write("ombrelle/evil.py", "raise SystemExit(0)\n")
    head = made.commit()
    made.git("checkout", "--quiet", "main")
    assert check(made, "--head", head, "--lang", "en", base="HEAD") == 1
    assert "2 | status: renewed" in capsys.readouterr().err
    assert "status: labelled" in (made.root / LYON).read_text(encoding="utf-8")
    assert not (made.root / "ombrelle/evil.py").exists()


def test_the_authors_files_and_index_are_untouched(made: Repository) -> None:
    """What is staged stays staged, and nothing is added to the store of objects."""
    beyond(made)
    made.git("add", "content/site.yaml")
    store = made.root / ".git/objects"
    before = (made.git("status", "--porcelain"), sorted(store.rglob("*")))
    assert check(made) == 1
    assert (made.git("status", "--porcelain"), sorted(store.rglob("*"))) == before


def test_a_name_forges_no_message(made: Repository, capsys: Caught) -> None:
    """A path with a line break cannot write a line of its own in any report."""
    head = made.commit_of_entries({f"content/x{HIDDEN}": ("100644", made.blob("x"))}, "HEAD")
    for form in ("text", "github", "markdown"):
        assert check(made, "--format", form, "--head", head, "--lang", "en") == 1
        said = capsys.readouterr()
        assert "\n::error::x" not in said.out + said.err


def test_a_path_that_is_no_text_is_told(made: Repository, capsys: Caught) -> None:
    """Bytes that are no UTF-8 are told in every form, without a crash."""
    name = made.blob("x")
    made.git(
        "update-index", "--add", "-z", "--index-info", given=b"100644 " + name.encode() + b"\tcontent/\xff\0"
    )
    tree = made.git("write-tree")
    head = made.git("commit-tree", tree, "-p", "HEAD", "-m", "Bytes")
    for form in FORMATS:
        assert check(made, "--format", form, "--head", head) == 1
        capsys.readouterr()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--base", "main"], "--base and --as go together"),
        (["--as", "quartier-lyon"], "--base and --as go together"),
        (["--head", "main"], "--base and --as go together"),
        (["--base", "main", "--as", "quartier-lyon", "--fix"], "neither files nor --fix"),
        (["--base", "main", "--as", "quartier-lyon", "content"], "neither files nor --fix"),
        (["--base", "main", "--as", "quartier-lyo"], 'Did you mean "quartier-lyon"?'),
        (["--base", "main", "--as", "zzz"], "The teams: dependabot, maintainers, quartier-lille"),
        (["--base", "nowhere", "--as", "umbrella"], '"nowhere" is neither a file nor a revision'),
        (["--base", "--upload-pack=x", "--as", "umbrella"], ""),
    ],
)
def test_wrong_use_is_2(options: list[str], told: str, made: Repository, capsys: Caught) -> None:
    """With what to write instead."""
    try:
        code = main(["check", "--root", str(made.root), "--lang", "en", *options])
    except SystemExit as wrong:
        code = int(wrong.code or 0)
    assert code == 2
    assert told in capsys.readouterr().err


def test_rules_that_cannot_be_followed_are_2(made: Repository, capsys: Caught) -> None:
    """Without rules, or with faulty ones, nobody is let through; their fault is told at its line."""
    made.write(RULES, "maintainers: [\n")
    made.commit()
    assert check(made, "--lang", "en") == 2
    assert "owners.yaml:1" in capsys.readouterr().err
    (made.root / RULES).unlink()
    made.commit()
    assert check(made, "--lang", "en") == 2
    assert "has no file owners.yaml" in capsys.readouterr().err


def test_a_part_of_a_repository_is_not_judged(made: Repository, capsys: Caught) -> None:
    """What changes beside it would be seen by nobody."""
    part = Repository(made.root / "quartiers")
    assert check(part, "--lang", "en") == 2
    assert "is not the root of its git repository" in capsys.readouterr().err
