"""`diff` on a repository: from the files before and after to the comment, with nothing touched."""

from __future__ import annotations

import re
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from ombrelle.cli import main
from ombrelle.compare.checkout import check_out
from ombrelle.compare.comment import Writer
from ombrelle.compare.difference import Difference
from ombrelle.compare.pages import ChangedPage
from tests.support.small import THEME, copied, write
from tests.support.tools import ROOT

DAY = ("--date", "2026-11-01", "--theme", str(THEME))
NEWS = "content/news/2026-10-02-b"
HEAD = "---\ntitle: T{0}\nsummary: S{0}\n---\n\n"

Caught = pytest.CaptureFixture[str]


def git(root: Path, *arguments: str) -> str:
    names = ["-c", "user.name=T", "-c", "user.email=t@essai.example", "-c", "commit.gpgsign=false"]
    command = ["git", *names, *arguments]
    return subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The smallest site, committed with two pieces of news."""
    root = copied("smallest", tmp_path)
    shutil.copyfile(ROOT / "owners.yaml", root / "owners.yaml")
    write(root, f"{NEWS}.fr.md", HEAD.format("b") + "X.\n")
    write(root, "content/news/2026-10-03-c.fr.md", HEAD.format("c") + "## A\n\n#### B\n")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "Before")
    return root


def comment(root: Path, capsys: Caught, *options: str, base: str = "HEAD") -> str:
    assert main(["diff", base, "--root", str(root), *DAY, *options]) == 0
    return capsys.readouterr().out


def test_nothing_changes(root: Path, capsys: Caught) -> None:
    """A comment says so, in the language asked for; faults of before are not told again."""
    assert comment(root, capsys, "--lang", "fr").endswith("\n\nRien ne change sur le site.\n")
    assert comment(root, capsys, "--lang", "en").endswith("\n\nNothing changes on the site.\n")


def test_what_changes_is_told(root: Path, capsys: Caught) -> None:
    """New pages lead to the preview, moved ones say where, new faults stand with their lines."""
    facts = root / "quartiers/val-clair/quartier.yaml"
    write(root, "content/news/2026-10-04-d.fr.md", HEAD.format("d") + "## A\n\n#### B\n")
    (root / f"{NEWS}.fr.md").rename(root / "content/news/2026-10-02-e.fr.md")
    write(root, "content/news/2026-10-02-e.yaml", "redirect_from: [/fr/news/b/]\n")
    facts.write_text(facts.read_text(encoding="utf-8") + "tagline:\n", encoding="utf-8")
    told = comment(root, capsys, "--lang", "en", "--preview-url", "https://p.essai.example/")
    assert "- `/fr/news/d/` [fr](https://p.essai.example/fr/news/d/)" in told
    assert "- `/fr/news/b/` → `/fr/news/e/` [fr](https://p.essai.example/fr/news/e/)" in told
    assert "other pages change: they show or list what was touched." in told
    assert "- [`/fr/news/`](https://p.essai.example/fr/news/)\n" in told
    assert "`content/news/2026-10-04-d.fr.md`" in told
    assert "2026-10-03-c.fr.md" not in told
    assert "`@ombrelle/quartier-val-clair`: 1 file" in told


def test_a_site_below_a_path_has_its_moves(root: Path, capsys: Caught) -> None:
    """Addresses are told from the root of the site, wherever it stands."""
    site = root / "content/site.yaml"
    text = site.read_text(encoding="utf-8")
    below = re.sub(r"^base_url: (.*?)/?$", r"base_url: \1/vitrine", text, flags=re.MULTILINE)
    assert below != text
    site.write_text(below, encoding="utf-8")
    git(root, "commit", "-q", "-a", "-m", "Below a path")
    (root / f"{NEWS}.fr.md").rename(root / "content/news/2026-10-02-e.fr.md")
    write(root, "content/news/2026-10-02-e.yaml", "redirect_from: [/fr/news/b/]\n")
    assert "`/fr/news/b/` → `/fr/news/e/`" in comment(root, capsys)


def test_a_page_that_vanishes_without_a_redirect_is_told(root: Path, capsys: Caught) -> None:
    """With what to write so that its address goes on answering."""
    (root / f"{NEWS}.fr.md").unlink()
    told = comment(root, capsys, "--lang", "en")
    assert "- `/fr/news/b/`" in told
    assert "redirect_from" in told


def test_the_authors_files_are_untouched(root: Path, capsys: Caught) -> None:
    """Neither the working tree nor the index nor the list of work trees changes."""
    write(root, f"{NEWS}.fr.md", HEAD.format("b") + "Y.\n")
    before = (git(root, "status", "--porcelain"), git(root, "worktree", "list"))
    comment(root, capsys)
    assert (git(root, "status", "--porcelain"), git(root, "worktree", "list")) == before
    assert not (root / "public").exists()


def test_the_same_change_gives_the_same_comment(root: Path, capsys: Caught) -> None:
    """No clock, temporary folder or order of a disk shows."""
    write(root, f"{NEWS}.fr.md", HEAD.format("b") + "#### Y\n")
    assert comment(root, capsys) == comment(root, capsys)


def test_errors_keep_pages_from_being_compared(root: Path, capsys: Caught) -> None:
    """The faults are told, and no page is said to be gone."""
    write(root, f"{NEWS}.fr.md", HEAD.format("b") + "[x](page:nowhere-at-all)\n")
    told = comment(root, capsys, "--lang", "en")
    assert "unknown-link" in told
    assert "cannot be compared" in told
    assert "| language |" not in told


def test_an_earlier_build_is_a_base(root: Path, tmp_path: Path, capsys: Caught) -> None:
    """Its manifest says which pages differ."""
    manifest = tmp_path / "manifest.json"
    out = ["--out", str(tmp_path / "public"), "--manifest", str(manifest)]
    assert main(["build", "--root", str(root), *DAY, *out]) == 0
    capsys.readouterr()
    write(root, "content/news/2026-10-04-d.fr.md", HEAD.format("d") + "X.\n")
    assert "- `/fr/news/d/`" in comment(root, capsys, base=str(manifest))


@pytest.mark.parametrize("base", ["nowhere", "--upload-pack=x", "HEAD:content"])
def test_no_revision_is_2(base: str, root: Path, capsys: Caught) -> None:
    """What was given is named, and git is never given it as an option."""
    assert main(["diff", "--root", str(root), *DAY, "--lang", "en", "--", base]) == 2
    assert f'"{base}" is neither a file nor a revision of git' in capsys.readouterr().err


def test_a_folder_without_git_is_told(tmp_path: Path, capsys: Caught) -> None:
    """Not in git's words, and not as if the revision were at fault."""
    root = copied("smallest", tmp_path)
    assert main(["diff", "main", "--root", str(root), *DAY, "--lang", "en"]) == 2
    assert f"There is no git repository in {root}" in capsys.readouterr().err


def test_long_lists_are_cut() -> None:
    """A change of every page does not drown the comment."""
    many = tuple(ChangedPage("changed", {"fr": f"/fr/{number}/"}, {}) for number in range(300))
    told = Writer("fr", lambda _: None).comment(Difference(many, (), 0, (), (), ()))
    assert "| fr | 0 | 0 | 0 | 300 |" in told
    assert "- + 270" in told


def test_a_link_at_the_revision_leads_nowhere(root: Path, tmp_path: Path) -> None:
    """Of a revision only plain files are written: what stands outside of the folder is out of reach."""
    (root / "content/pages").mkdir(exist_ok=True)
    (root / "content/pages/dehors").symlink_to(tmp_path, target_is_directory=True)
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "A link")
    folder = tmp_path / "before"
    check_out(root, "HEAD", folder)
    assert (folder / "content/site.yaml").read_bytes() == (root / "content/site.yaml").read_bytes()
    assert [path for path in folder.rglob("*") if path.is_symlink()] == []


def test_the_first_python_that_we_promise_is_enough(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python 3.11.2, which Debian 12 has, knows no filters of archives."""
    monkeypatch.delattr(tarfile, "data_filter", raising=False)
    monkeypatch.setattr(tarfile.TarFile, "extractall", None)
    check_out(root, "HEAD", tmp_path / "before")
    assert (tmp_path / "before/content/site.yaml").is_file()
