"""What a file is follows from its name and folder alone, and a name that says nothing is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ombrelle.load.discover import Role, SourceFile, discover
from ombrelle.names import name_fault, twins
from ombrelle.problems import Problems

Told = list[tuple[str, str, dict[str, object]]]


def found(root: Path, *paths: str) -> tuple[tuple[SourceFile, ...], Told]:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).touch()
    problems = Problems()
    files = discover(root, problems)
    return files, [(each.code, each.location.path, dict(each.values)) for each in problems]


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site without what is in it would be another one; a folder that is not there is none."""

    def closed(path: Path) -> object:
        if path.name == "media":
            raise PermissionError(13, "Permission denied", str(path))
        return original(path)

    original = os.scandir
    monkeypatch.setattr("os.scandir", closed)
    _, told = found(tmp_path, "content/site.yaml", "content/media/plan.png")
    assert told == [("unreadable-file", "content/media", {})]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("content/site.yaml", (Role.SITE, "", "", None, None, None)),
        ("content/vocabularies/sectors.yaml", (Role.VOCABULARY, "", "sectors", None, None, None)),
        ("content/pages/about.fr.md", (Role.TEXT, "page", "about", "fr", None, None)),
        ("content/pages/about.yaml", (Role.FACTS, "page", "about", None, None, None)),
        ("content/news/2013-02-28-a.pt-BR.md", (Role.TEXT, "news", "a", "pt-BR", "2013-02-28", None)),
        ("content/media/a/plan.png", (Role.MEDIA, "", "a/plan.png", None, None, None)),
        ("quartiers/lyon/quartier.yaml", (Role.FACTS, "quartier", "lyon", None, None, "lyon")),
        ("quartiers/lyon/quartier.en.md", (Role.TEXT, "quartier", "lyon", "en", None, "lyon")),
        ("quartiers/lyon/startups/a-b1.yaml", (Role.FACTS, "startup", "a-b1", None, None, "lyon")),
        ("quartiers/lyon/media/plan.png", (Role.MEDIA, "", "plan.png", None, None, "lyon")),
    ],
)
def test_a_name_says_what_a_file_is(tmp_path: Path, path: str, said: tuple[str | None, ...]) -> None:
    """Role, kind, id, language, date and district are read from the path."""
    (file,), told = found(tmp_path, path)
    kind = file.kind.name if file.kind else ""
    assert told == []
    assert (file.role, kind, file.id, file.lang, file.date, file.district) == said
    assert file.path == path


@pytest.mark.parametrize(
    ("path", "code", "near"),
    [
        ("quartiers/lyon/startup/a.yaml", "foreign-folder", "startups"),
        ("content/startups/a.yaml", "foreign-folder", None),
        ("content/page/a.fr.md", "foreign-folder", "pages"),
        ("quartiers/lyon/startups/a.yml", "wrong-extension", "a.yaml"),
        ("quartiers/lyon/startups/a.txt", "foreign-file", None),
        ("quartiers/lyon/startups/more/a.yaml", "foreign-file", None),
        ("quartiers/notes.yaml", "foreign-file", None),
        ("quartiers/lyon/lyon.yaml", "foreign-file", None),
        ("content/pages/about.md", "language-missing-in-name", "about.fr.md"),
        ("content/pages/about.fr.yaml", "language-in-facts-name", "about.yaml"),
        ("content/news/debut.fr.md", "date-missing-in-name", None),
        ("quartiers/lyon/startups/Cailabs.yaml", "id-form", "cailabs"),
        ("quartiers/lyon/startups/station.f.yaml", "id-form", "station-f"),
        ("quartiers/Saint Étienne/quartier.yaml", "id-form", "saint-etienne"),
        ("quartiers/lyon/startups/" + "a" * 61 + ".yaml", "id-form", "a" * 60),
    ],
)
def test_a_name_that_says_nothing_is_told(tmp_path: Path, path: str, code: str, near: str | None) -> None:
    """The file is left out, with the name that it may have been meant to have."""
    files, told = found(tmp_path, path)
    assert files == ()
    ((found_code, where, values),) = told
    assert found_code == code
    assert path.startswith(where)
    assert near is None or values["near"] == near


def test_a_foreign_folder_is_told_once(tmp_path: Path) -> None:
    """However many files it holds."""
    _, told = found(tmp_path, "quartiers/lyon/photos/a.png", "quartiers/lyon/photos/b.png")
    assert [(code, path) for code, path, _ in told] == [("foreign-folder", "quartiers/lyon/photos/")]


def test_files_of_systems_and_readers_are_passed_over(tmp_path: Path) -> None:
    """Hidden files, what Windows leaves, licences and readmes are nobody's fault."""
    paths = ("content/.DS_Store", "content/pages/Thumbs.db", "quartiers/README.md", "quartiers/lyon/LICENSE")
    assert found(tmp_path, *paths) == ((), [])


def test_a_shortcut_is_not_followed(tmp_path: Path) -> None:
    """Neither a file nor a folder outside the site is read through a symbolic link."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/a.yaml").touch()
    (tmp_path / "quartiers/lyon").mkdir(parents=True)
    (tmp_path / "quartiers/lyon/startups").symlink_to(tmp_path / "outside")
    (tmp_path / "quartiers/lyon/quartier.yaml").symlink_to(tmp_path / "outside/a.yaml")
    files, told = found(tmp_path)
    assert files == ()
    assert [code for code, _, _ in told] == ["symbolic-link", "symbolic-link"]


def test_files_are_in_the_order_of_their_names(tmp_path: Path) -> None:
    """Whatever the order in which the disk gives them."""
    files, _ = found(tmp_path, "content/pages/b.fr.md", "content/pages/a.fr.md", "content/pages/a.en.md")
    assert [file.path for file in files] == sorted(file.path for file in files)


def test_a_site_without_folders_is_empty(tmp_path: Path) -> None:
    """No folder is no exception."""
    assert found(tmp_path) == ((), [])


@pytest.mark.parametrize("name", ["quartier.aaaa.yaml", "quartier.aaaa.fr.md", "quartiers.yaml"])
def test_a_district_has_one_file_of_facts(name: str, tmp_path: Path) -> None:
    """No other file beside `quartier.yaml` says its facts or its text, whatever its name begins with."""
    files, told = found(tmp_path, "quartiers/lyon/quartier.yaml", f"quartiers/lyon/{name}")
    assert [file.path for file in files] == ["quartiers/lyon/quartier.yaml"]
    assert [(code, path) for code, path, _ in told] == [("foreign-file", f"quartiers/lyon/{name}")]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nul.yaml", "name-device"),
        ("CON", "name-device"),
        ("com1.fr.md", "name-device"),
        ("a.yaml.", "name-end"),
        (" a.yaml", "name-end"),
        ("a\nb.yaml", "name-unseen"),
        ("a\u202eb.yaml", "name-unseen"),
        ("LYON~1.YAM", "name-short"),
        ("a:b.yaml", "name-signs"),
        ("e\u0301te\u0301.yaml", "name-decomposed"),
        ("console.yaml", ""),
        ("a..b", ""),
    ],
)
def test_a_name_is_possible_on_every_machine(name: str, reason: str) -> None:
    """What Windows refuses, what cannot be seen, and accents that macOS writes otherwise are found."""
    assert name_fault(name) == reason


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no such file")
def test_a_name_that_is_not_possible_everywhere_is_told(tmp_path: Path) -> None:
    """The file is left out, and so is all that is in such a folder."""
    files, told = found(tmp_path, "content/pages/aux.fr.md", "content/nul/a.fr.md", "content/media/a.")
    assert files == ()
    assert sorted((code, path) for code, path, _ in told) == [
        ("unsafe-name", "content/media/a."),
        ("unsafe-name", "content/nul"),
        ("unsafe-name", "content/pages/aux.fr.md"),
    ]


def test_names_that_some_machine_takes_for_one_are_found() -> None:
    """By case, by the form of accents, by invisible signs, in files and in folders."""
    alike = twins(["A/x", "a/y", "b/\u00e9", "b/e\u0301", "c/d", "c/d\u200c", "e/f", "e/g"])
    assert alike == {
        "A": "a",
        "a": "A",
        "b/\u00e9": "b/e\u0301",
        "b/e\u0301": "b/\u00e9",
        "c/d": "c/d\u200c",
        "c/d\u200c": "c/d",
    }


def test_two_names_that_differ_by_case_are_told(tmp_path: Path) -> None:
    """Where the disk holds both; the one of them that comes later."""
    files, told = found(tmp_path, "content/media/Plan.png", "content/media/plan.png")
    if len(files) == 1:
        pytest.skip("the disk of this machine takes the two for one")
    assert [(code, path) for code, path, _ in told] == [("name-twice", "content/media/plan.png")]
