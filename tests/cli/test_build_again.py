"""A second build: that nothing has changed is said only where nothing has; and what a page is made of."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from ombrelle.cli import main
from ombrelle.cli.words import words
from ombrelle.progress import STAGES
from ombrelle.stamp import inputs_of
from tests.support.small import THEME, copied

Caught = pytest.CaptureFixture[str]
UNCHANGED = "nothing has changed"
OPTIONS = ("--date", "2026-11-01", "--no-drawings", "--no-search")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied("rich", tmp_path)


def build(root: Path, capsys: Caught, *options: str, theme: Path = THEME) -> str:
    """What a build said; its files are as old as those of any site, not of this instant."""
    _age(root / "content", root / "quartiers")
    code = main(["build", "--root", str(root), "--theme", str(theme), "--lang", "en", *OPTIONS, *options])
    said = capsys.readouterr()
    assert code == 0, said.err
    return said.out + said.err


def _age(*folders: Path) -> None:
    for folder in folders:
        for path in folder.rglob("*"):
            if path.stat().st_mtime > 1_000_000_500:
                os.utime(path, (1_000_000_000, 1_000_000_000))


def test_where_nothing_changed_nothing_is_done(root: Path, capsys: Caught) -> None:
    """It says so, with the same counts and the same problems, and touches no file."""
    first = build(root, capsys)
    assert UNCHANGED not in first
    before = {path: path.stat() for path in (root / "public").rglob("*")}
    again = build(root, capsys)
    assert UNCHANGED in again
    assert again.count("warning") == first.count("warning")
    assert {path: path.stat() for path in (root / "public").rglob("*")} == before


def test_a_change_of_any_kind_is_seen(root: Path, capsys: Caught) -> None:
    """Of content with the same size and time, of what is published, of an option, of a name of a file."""
    build(root, capsys)
    page = next((root / "quartiers").glob("*/startups/alpha.fr.md"))
    text, times = page.read_text(encoding="utf-8"), page.stat()
    page.write_text(text.replace("a", "e", 1), encoding="utf-8")
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert UNCHANGED not in build(root, capsys)
    assert UNCHANGED in build(root, capsys)
    (root / "public/robots.txt").unlink()
    assert UNCHANGED not in build(root, capsys)
    assert (root / "public/robots.txt").is_file()
    (root / "public/added.html").write_text("x", encoding="utf-8")
    assert UNCHANGED not in build(root, capsys)
    assert not (root / "public/added.html").exists()
    assert UNCHANGED not in build(root, capsys, "--drafts")
    page.with_name("alpha.ar.md").unlink()
    assert UNCHANGED not in build(root, capsys)


def test_who_asks_for_more_than_a_site_gets_a_build(root: Path, capsys: Caught, tmp_path: Path) -> None:
    """A manifest, times, a cache that is not used: each is made."""
    build(root, capsys)
    assert "Reading" in build(root, capsys, "--timings")
    assert UNCHANGED not in build(root, capsys, "--manifest", str(tmp_path / "manifest.json"))
    assert json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert UNCHANGED not in build(root, capsys, "--no-cache")


def test_a_stamp_of_somebody_else_is_not_believed(
    root: Path, capsys: Caught, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sealed with another secret, damaged, or of another form: the site is built."""
    monkeypatch.setenv("OMBRELLE_CACHE_KEY", "theirs")
    build(root, capsys)
    monkeypatch.setenv("OMBRELLE_CACHE_KEY", "ours")
    assert UNCHANGED not in build(root, capsys)
    stamp = root / ".cache/build.json"
    for content in (b"", b"x\n{}", stamp.read_bytes()[:-5], b"\xff\n[]"):
        stamp.write_bytes(content)
        assert UNCHANGED not in build(root, capsys)


def test_a_folder_that_is_a_link_is_never_thought_unchanged(root: Path, tmp_path: Path) -> None:
    """What lies behind it is not seen."""
    out = root / "public"
    assert inputs_of(root, out, THEME, 0) != ""
    (tmp_path / "elsewhere").mkdir()
    (root / "content/linked").symlink_to(tmp_path / "elsewhere")
    assert inputs_of(root, out, THEME, 0) == ""


def test_a_page_is_explained(root: Path, capsys: Caught) -> None:
    """Its files, its templates, why it was made; then that it was used again; then what has changed."""
    build(root, capsys)
    address = "/fr/startups/alpha/"

    def explained() -> str:
        site = ["--root", str(root), "--theme", str(THEME), "--lang", "en", "--date", "2026-11-01"]
        assert main(["explain", address, *site]) == 0
        return capsys.readouterr().out

    first = explained()
    assert "startups/alpha.yaml" in first
    assert "startup.html, base.html" in first
    assert "it is new" in first
    assert "will use it again" in first
    page = next((root / "quartiers").glob("*/startups/alpha.fr.md"))
    page.write_text(f"{page.read_text(encoding='utf-8')}\nUn mot de plus.\n", encoding="utf-8")
    assert "What has changed since: body." in explained()
    build(root, capsys)
    assert "What had changed: body." in explained()
    other = root / "content/pages/about.fr.md"
    other.write_text(f"{other.read_text(encoding='utf-8')}\nUn mot de plus.\n", encoding="utf-8")
    build(root, capsys)
    assert "used it as build 2 had made it" in explained()


def test_an_address_without_a_page_is_told_with_the_near_one(root: Path, capsys: Caught) -> None:
    """Whole addresses and those without a slash are understood."""
    site = ["--root", str(root), "--theme", str(THEME), "--lang", "fr"]
    assert main(["explain", "/fr/startups/alfa/", *site]) == 2
    assert "/fr/startups/alpha/" in capsys.readouterr().err
    assert main(["explain", "https://essai.example/fr/startups/alpha", *site]) == 0
    assert "Aucune construction" in capsys.readouterr().out


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_stage_has_its_name(lang: str) -> None:
    """What is shown while a build lasts, and by `--timings`."""
    assert len({words(lang).say(f"stage-{stage}") for stage in STAGES}) == len(STAGES)


def test_a_date_that_was_set_hides_no_change(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file that was written in the instant of the build, whatever its date, the content is compared."""
    page = root / "content/site.yaml"
    since = page.stat().st_ctime_ns + 1_000_000
    os.utime(page, (1_000_000_000, 1_000_000_000))
    as_it_was = {path: path.stat() for path in root.rglob("*")}
    monkeypatch.setattr("ombrelle.stamp._stat", lambda each: as_it_was.get(Path(each.path)) or each.stat())
    before = inputs_of(root, root / "public", THEME, since)
    page.write_text(page.read_text(encoding="utf-8").replace("a", "e", 1), encoding="utf-8")
    assert inputs_of(root, root / "public", THEME, since) != before
