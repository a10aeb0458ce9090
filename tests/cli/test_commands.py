"""The commands as people and programs call them: exit codes, words, and what they write."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ombrelle.cli import main
from tests.support.small import SITES, THEME, command, copied, write
from tests.support.tools import ROOT

DAY = ("--date", "2026-11-01")
DRESS = ("--theme", str(THEME))
SMALLEST = str(SITES / "smallest")

Caught = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def neutral(monkeypatch: pytest.MonkeyPatch) -> None:
    """No language, no day and no colours from the machine."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


def broken(folder: Path) -> Path:
    """The smallest site with two faults in one file, and one in another."""
    root = copied("smallest", folder)
    facts = root / "quartiers/val-clair/quartier.yaml"
    text = facts.read_text(encoding="utf-8").replace("status: labelled", "status: labeled\nfonded: 2019")
    facts.write_text(text, encoding="utf-8")
    write(root, "content/news/2026-11-31-x.fr.md", "---\ntitle: T\nsummary: S\n---\n\nX.\n")
    return root


def test_a_published_site_is_0(tmp_path: Path, capsys: Caught) -> None:
    """And one line that says how many pages are where."""
    out = tmp_path / "public"
    assert main(["build", "--root", SMALLEST, "--out", str(out), *DRESS, *DAY]) == 0
    assert f"19 pages dans {out}" in capsys.readouterr().out
    assert (out / "index.html").is_file()


def test_no_command_means_build(tmp_path: Path) -> None:
    """With options too."""
    assert main(["--root", SMALLEST, "--out", str(tmp_path / "a"), *DRESS, *DAY]) == 0
    assert (tmp_path / "a/index.html").is_file()


def test_a_fault_of_the_content_is_1(tmp_path: Path, capsys: Caught) -> None:
    """All faults in one run, and nothing published."""
    root = broken(tmp_path)
    assert main(["build", "--root", str(root), *DRESS, *DAY]) == 1
    said = capsys.readouterr()
    for place in ("quartier.yaml:2:9", "quartier.yaml:3:1", "2026-11-31-x.fr.md:1:1"):
        assert place in said.err
    assert "Traceback" not in said.err
    assert not (root / "public").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["biuld"],
        ["build", "--nothing"],
        ["build", "--date", "01/11/2026"],
        ["build", "--jobs", "0"],
        ["build", "--base-url", "www.essai.example"],
        ["build", "--lang", "de"],
        ["check", "--format", "xml"],
        ["serve", "--port", "a"],
    ],
)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_wrong_use_is_2(
    arguments: list[str], lang: str, capsys: Caught, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a word on what is wrong in the language of the reader, and how the command is called."""
    monkeypatch.setenv("LANG", f"{lang}_XX.UTF-8")
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    said = capsys.readouterr().err
    assert {"fr": "Cette commande n’est pas comprise", "en": "This command is not understood"}[lang] in said
    assert arguments[-1] in said


def test_a_folder_without_a_site_is_2(tmp_path: Path, capsys: Caught) -> None:
    """What is missing is named, and so is the way out."""
    for name in ("build", "check"):
        assert main([name, "--root", str(tmp_path), *DRESS]) == 2
        assert "content/site.yaml" in capsys.readouterr().err


def test_a_folder_without_a_theme_is_2(tmp_path: Path, capsys: Caught) -> None:
    """The folder is named."""
    assert main(["build", "--root", SMALLEST, "--theme", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err


def test_what_is_not_a_site_is_not_replaced(tmp_path: Path, capsys: Caught) -> None:
    """Neither somebody's folder nor the project itself is erased by a mistyped --out."""
    letters = tmp_path / "letters"
    write(letters, "dear.txt", "Dear")
    root = copied("smallest", tmp_path)
    for out in (letters, root, tmp_path):
        assert main(["build", "--root", str(root), "--out", str(out), *DRESS, *DAY]) == 2
    assert (letters / "dear.txt").is_file()
    assert (root / "content/site.yaml").is_file()
    assert str(letters) in capsys.readouterr().err


def test_a_disk_that_refuses_is_2(tmp_path: Path, capsys: Caught) -> None:
    """Where a file stands in the way of the folder, its name is said and nothing is a bug."""
    write(tmp_path, "public", "a file")
    arguments = ["build", "--root", SMALLEST, "--out", str(tmp_path / "public/site"), *DRESS, *DAY]
    assert main(arguments) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_bug_of_ours_is_3(tmp_path: Path, capsys: Caught, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so, with what is needed to report it."""

    def bug(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("ombrelle.cli.build_report.build_alone", bug)
    assert main(["build", "--root", SMALLEST, "--out", str(tmp_path / "a"), *DRESS, "--lang", "en"]) == 3
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "A fault of the program, not of your files." in said


def test_an_interruption_is_130(tmp_path: Path, capsys: Caught, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a traceback, and with the word that nothing has changed."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ombrelle.cli.build_report.build_alone", interrupted)
    assert main(["build", "--root", SMALLEST, "--out", str(tmp_path / "a"), *DRESS]) == 130
    said = capsys.readouterr().err
    assert "Interrompu" in said
    assert "Traceback" not in said


def test_check_as_json_is_an_array_of_problems(tmp_path: Path, capsys: Caught) -> None:
    """Code, severity, message, hint, and a place from the root, whatever the folder it is called from."""
    root = broken(tmp_path)
    assert main(["check", "--root", str(root), "--format", "json", *DRESS, *DAY]) == 1
    said = capsys.readouterr()
    problems = json.loads(said.out)
    keys = {"code", "severity", "message", "hint", "path", "line", "column"}
    assert all(set(problem) == keys for problem in problems)
    own = [(it["path"], it["line"], it["column"], it["severity"]) for it in problems if "yaml" in it["path"]]
    assert own == [
        ("quartiers/val-clair/quartier.yaml", 2, 9, "error"),
        ("quartiers/val-clair/quartier.yaml", 3, 1, "error"),
    ]
    assert said.err == ""


def test_check_publishes_nothing(tmp_path: Path, capsys: Caught) -> None:
    """It says that all is well, or what is not, and writes no file."""
    root = copied("smallest", tmp_path)
    before = sorted(root.rglob("*"))
    assert main(["check", "--root", str(root), *DRESS, *DAY]) == 0
    assert sorted(root.rglob("*")) == before


def test_check_may_ask_about_some_files_only(
    tmp_path: Path, capsys: Caught, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file or a folder, named from where one stands; the faults of others are not this editor's."""
    root = broken(tmp_path)
    monkeypatch.chdir(root / "quartiers")
    check = ["check", "--root", "..", "--format", "json", *DRESS, *DAY]
    assert main([*check, "val-clair"]) == 1
    assert {it["path"] for it in json.loads(capsys.readouterr().out)} == {"quartiers/val-clair/quartier.yaml"}
    assert main([*check, "../content/vocabularies"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    ("arguments", "environment", "word"),
    [
        (["--lang", "en"], {"LANG": "fr_FR.UTF-8"}, "error"),
        (["--lang=fr"], {"LANG": "en_GB.UTF-8"}, "erreur"),
        ([], {"LANG": "en_GB.UTF-8"}, "error"),
        ([], {"LC_ALL": "C.UTF-8", "LANG": "en_GB.UTF-8"}, "error"),
        ([], {"LC_ALL": "fr_FR.UTF-8", "LANG": "en_GB.UTF-8"}, "erreur"),
        ([], {"LANG": "de_DE.UTF-8"}, "erreur"),
        ([], {}, "erreur"),
    ],
)
def test_messages_are_in_the_language_of_the_reader(
    tmp_path: Path,
    capsys: Caught,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
    word: str,
) -> None:
    """That of --lang, else the first that the environment names and we speak, else French."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert main(["check", "--root", str(broken(tmp_path)), *arguments, *DRESS, *DAY]) == 1
    assert word in capsys.readouterr().err.split()


@pytest.mark.parametrize(("lang", "word"), [("fr", "Commandes"), ("en", "Commands")])
def test_help_is_in_the_language_of_the_reader(lang: str, word: str, capsys: Caught) -> None:
    """Headings too; and each command has its own."""
    with pytest.raises(SystemExit) as stop:
        main(["--help", "--lang", lang])
    assert stop.value.code == 0
    assert word in capsys.readouterr().out
    for name in ("build", "check", "serve", "new", "words"):
        with pytest.raises(SystemExit) as stop:
            main([name, "--help", f"--lang={lang}"])
        assert stop.value.code == 0
        assert f"ombrelle {name}" in capsys.readouterr().out


def test_the_day_may_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH is the day where no day is asked for; a day that is asked for goes before it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")  # 2027-01-01 in UTC
    rich = ["build", "--root", str(SITES / "rich"), "--jobs", "1", *DRESS]
    assert main([*rich, "--out", str(tmp_path / "later")]) == 0
    assert (tmp_path / "later/fr/actualites/a-venir/index.html").is_file()
    assert main([*rich, "--out", str(tmp_path / "before"), *DAY]) == 0
    assert not (tmp_path / "before/fr/actualites/a-venir").exists()


def test_the_manifest_is_sorted_json(tmp_path: Path) -> None:
    """The SHA-256 of each file by its path; its folder is made."""
    out, manifest = tmp_path / "public", tmp_path / "new/site.json"
    build = ["build", "--root", SMALLEST, "--out", str(out), "--manifest", str(manifest), *DRESS, *DAY]
    assert main(build) == 0
    read = json.loads(manifest.read_text(encoding="utf-8"))
    assert list(read) == sorted(read)
    assert set(read) == {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}


def test_the_door_is_the_program(tmp_path: Path) -> None:
    """`python build.py` gives the same codes to a shell, whatever the folder it is called from."""
    out = tmp_path / "public"
    assert command("--root", SMALLEST, "--out", out, *DRESS, *DAY).returncode == 0
    assert command("check", "--root", broken(tmp_path), *DRESS).returncode == 1
    assert command("--root", tmp_path).returncode == 2
    assert command("--help").returncode == 0


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_terminal_that_lacks_our_letters_is_no_bug(tmp_path: Path, encoding: str) -> None:
    """Where the output cannot show a narrow space or an accent, something stands for it."""
    out = tmp_path / "public"
    limits = {"PYTHONUTF8": "0", "PYTHONIOENCODING": encoding}
    run = command("--root", SMALLEST, "--out", out, *DRESS, *DAY, **limits)
    assert (run.returncode, run.stderr) == (0, "")
    assert command("check", "--root", broken(tmp_path), *DRESS, **limits).returncode == 1


def test_words_brings_the_catalogues_of_a_theme_up_to_date(tmp_path: Path, capsys: Caught) -> None:
    """The words of its templates are collected, and each language of the site gets its file."""
    theme = tmp_path / "theme"
    write(theme, "theme.toml", 'name = "T"\nextends = ""\n')
    write(theme, "templates/home.html", '{{ _("A new word") }}\n')
    root = str(SITES / "rich")
    assert main(["words", "--root", root, "--theme", str(theme)]) == 0
    assert str(theme / "locale") in capsys.readouterr().out
    assert "A new word" in (theme / "locale/messages.pot").read_text(encoding="utf-8")
    assert "A new word" in (theme / "locale/ar.po").read_text(encoding="utf-8")
    assert main(["words", "--root", root, "--theme", str(tmp_path)]) == 2


def test_a_reader_who_has_read_enough_is_no_fault() -> None:
    """`check | head -1` ends without a word when `head` has gone, as other programs do."""
    reader, writer = os.pipe()
    os.close(reader)
    program = [
        sys.executable,
        "build.py",
        "check",
        "--format",
        "json",
        "--root",
        str(SITES / "rich"),
        "--theme",
        str(THEME),
        *DAY,
    ]
    try:
        ended = subprocess.run(program, cwd=ROOT, stdout=writer, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writer)
    assert (ended.returncode, ended.stderr) == (141, b"")
