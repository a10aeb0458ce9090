"""Sites that go without a content manager, and how they say so; the bundle that is made once."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from ombrelle.cli import main
from ombrelle.kinds.site import Site
from ombrelle.load import read_site
from ombrelle.outputs.admin import absence, outputs, policy
from ombrelle.problems import Problems
from tests.cms.conftest import site_with_repository
from tests.support.small import DAY, SITES, THEME, edition_of


@pytest.fixture
def no_node(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which nothing is installed."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))


def site_of(root: Path) -> Site:
    read = read_site(root, Problems())
    assert read is not None
    return read.site


def built(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What a build says at its end."""
    given = ["build", "--root", str(root), "--theme", str(THEME), "--date", DAY.isoformat(), "--jobs", "1"]
    assert main([*given, "--out", str(root / "public"), "--lang", "fr"]) == 0
    return capsys.readouterr().out


@pytest.mark.usefixtures("no_node")
def test_without_node_the_site_is_built_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No Node.js, no /admin/: the rest is published, and a sentence says what is missing."""
    root = site_with_repository(tmp_path / "site")
    assert "Sans /admin/\u00a0: il faut Node.js pour le faire." in built(root, capsys)
    assert (root / "public/index.html").is_file()
    assert not (root / "public/admin").exists()


def test_without_packages_it_says_how_to_install_them(tmp_path: Path) -> None:
    """Node.js alone is not enough: the sentence is another."""
    root = site_with_repository(tmp_path / "site")
    (root / "node_modules").unlink()
    assert absence(root, site_of(root)) == "admin-no-packages"
    assert list(outputs(edition_of(root))) == []


def test_a_site_that_names_no_repository_goes_without(capsys: pytest.CaptureFixture[str]) -> None:
    """Where the files are is not known, so they cannot be written: no pages and no rule of headers."""
    rich = SITES / "rich"
    assert absence(rich, site_of(rich)) == ""
    assert list(outputs(edition_of(rich))) == []
    assert policy(site_of(rich)) == ""


def test_a_host_that_is_not_known_is_told(tmp_path: Path) -> None:
    """A repository elsewhere is not taken for one of the two hosts that are known."""
    root = site_with_repository(tmp_path / "site")
    file = root / "content/site.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("github.com", "git.exemple.example"), encoding="utf-8"
    )
    assert absence(root, site_of(root)) == "admin-unknown-host"


def test_a_bundle_that_fails_leaves_the_site_whole(tmp_path: Path) -> None:
    """A script that does not run gives no half of a content manager, and leaves nothing behind."""
    root = site_with_repository(tmp_path / "site")
    (root / "scripts/admin/bundle.js").write_text("throw new Error('no');\n", encoding="utf-8")
    assert list(outputs(edition_of(root))) == []
    assert absence(root, site_of(root)) == "admin-no-bundle"
    assert list((root / ".cache/admin").iterdir()) == []


@pytest.mark.usefixtures("no_node")
def test_the_bundle_is_made_once(managed: Path) -> None:
    """What is in the cache is taken as it is, without Node.js."""
    paths = {output.path for output in outputs(edition_of(managed))}
    assert {"admin/index.html", "admin/config.json", "admin/main.js"} <= paths


def test_the_bundle_follows_its_lock(managed: Path, tmp_path: Path) -> None:
    """The bundle is named after the locked packages and our scripts: another script, another name."""
    (name,) = [path.name for path in (managed / ".cache/admin").iterdir()]
    assert re.fullmatch(r"[0-9a-f]{16}", name)
    root = site_with_repository(tmp_path / "site")
    with (root / "scripts/admin/french.js").open("a", encoding="utf-8") as script:
        script.write("// changed\n")
    assert list(outputs(edition_of(root)))
    assert [path.name for path in (root / ".cache/admin").iterdir()] != [name]


def test_every_reason_has_its_sentence() -> None:
    """Each reason for going without is said in both languages."""
    words = tomllib.loads((Path(main.__code__.co_filename).parent / "words.toml").read_text(encoding="utf-8"))
    reasons = ("unknown-host", "no-node", "no-packages", "no-bundle")
    assert all({"fr", "en"} <= set(words[f"admin-{reason}"]) for reason in reasons)
