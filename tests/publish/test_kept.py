"""Earlier builds published again, and what is published compared with what was built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ombrelle.cli import main
from ombrelle.publish.manifest import read_manifest
from tests.build.test_build import tree
from tests.support.server import serving
from tests.support.small import THEME, copied

Caught = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied("smallest", tmp_path)


def run(command: str, root: Path, *options: str) -> int:
    return main([command, "--root", str(root), "--lang", "en", *options])


def build(root: Path, *options: str) -> dict[str, bytes]:
    assert run("build", root, "--theme", str(THEME), "--no-drawings", "--no-search", *options) == 0
    return tree(root / "public")


def rename(root: Path, old: str, new: str) -> None:
    path = root / "content/site.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def name_of(root: Path) -> str:
    return (root / "content/site.yaml").read_text(encoding="utf-8").splitlines()[0].removeprefix("name: ")


def test_the_build_before_the_last_is_published_again(root: Path, capsys: Caught) -> None:
    """Byte for byte, also where files are links to those of later builds; then the next build goes on."""
    first = build(root, "--keep", "2")
    name = name_of(root)
    rename(root, name, "Autre nom")
    second = build(root, "--keep", "2")
    assert first != second
    assert run("rollback", root) == 0
    assert tree(root / "public") == first
    assert run("verify", root) == 0
    assert "Build 1 " in capsys.readouterr().out
    assert build(root) == second


def test_no_more_builds_are_kept_than_asked_for(root: Path, capsys: Caught) -> None:
    """The last ones, each with its number, which goes on."""
    for number in range(4):
        rename(root, name_of(root), f"Nom {number}")
        build(root, "--keep", "2")
    capsys.readouterr()
    assert run("rollback", root, "--list") == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["4", "3"]
    assert run("rollback", root, "--to", "1") == 2
    assert "not kept" in capsys.readouterr().err


def test_a_build_that_was_being_kept_or_removed_is_none(root: Path) -> None:
    """What somebody who was killed left of it goes with the next."""
    build(root, "--keep", "2")
    for number in ("0", "7"):
        (root / ".cache/kept" / number / "site").mkdir(parents=True)
    rename(root, name_of(root), "Autre nom")
    build(root, "--keep", "2")
    assert sorted(path.name for path in (root / ".cache/kept").iterdir()) == ["1", "2"]


def test_a_damaged_build_is_not_published(root: Path, capsys: Caught) -> None:
    """It is told, and what is published has not changed."""
    build(root, "--keep", "2")
    rename(root, name_of(root), "Autre nom")
    second = build(root, "--keep", "2")
    page = root / ".cache/kept/1/site/fr/index.html"
    page.unlink()
    page.write_text("x", encoding="utf-8")
    assert run("rollback", root) == 1
    assert "fr/index.html" in capsys.readouterr().err
    assert tree(root / "public") == second


def test_without_an_earlier_build_it_says_how_to_keep_some(root: Path, capsys: Caught) -> None:
    """With the command to write."""
    build(root)
    assert run("rollback", root) == 2
    assert "build --keep 3" in capsys.readouterr().err


def test_what_was_touched_is_told(root: Path, capsys: Caught) -> None:
    """A file changed, one gone, one added: each by its name."""
    build(root)
    assert run("verify", root) == 0
    (root / "public/robots.txt").unlink()
    (root / "public/fr/index.html").write_text("x", encoding="utf-8")
    (root / "public/added.html").write_text("x", encoding="utf-8")
    capsys.readouterr()
    assert run("verify", root) == 1
    said = capsys.readouterr()
    assert set(said.out.splitlines()) == {
        "missing: robots.txt",
        "different: fr/index.html",
        "surplus: added.html",
    }
    assert "Publish again" in said.err


def test_what_a_server_answers_is_compared(root: Path, tmp_path: Path, capsys: Caught) -> None:
    """All of it as it was built; then a page that is another, and one that is not there."""
    build(root)
    served = Path(shutil.copytree(root / "public", tmp_path / "served"))
    with serving(served) as address:
        assert run("verify", root, "--url", address) == 0
        (served / "fr/index.html").write_text("x", encoding="utf-8")
        (served / "robots.txt").unlink()
        capsys.readouterr()
        assert run("verify", root, "--url", address) == 1
    assert set(capsys.readouterr().out.splitlines()) == {"missing: robots.txt", "different: fr/index.html"}


@pytest.mark.parametrize("text", ["[]", '{"a": 1}', '{"../a": "1"}', '{"/etc/a": "1"}', '{"c:/a": "1"}', "x"])
def test_a_manifest_that_is_none_is_refused(root: Path, text: str) -> None:
    """Also one that names what is not below its folder."""
    path = root / "manifest.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"."):
        read_manifest(path)
    assert run("verify", root, "--manifest", str(path)) == 2
