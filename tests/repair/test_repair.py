"""`check --fix`: what can be mended in one way only is, and not a character more."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from ombrelle.build import Options, check, prepare
from ombrelle.changes import Changes, apply
from ombrelle.problems import Problem, Problems
from ombrelle.repair import Repaired, repair
from ombrelle.repair.repairs import ON_WORD, REPAIRS
from ombrelle.sources.edits import read_raw
from tests.invalid.made import MADE, PROVED, copy_site
from tests.invalid.test_invalid import BASE, FOLDERS, HERE
from tests.support.tools import ROOT

STARTUP = "quartiers/lyon/startups/exemple.yaml"
SITE = "content/site.yaml"
ABOUT = "content/pages/about.fr.md"
DISTRICT = "quartiers/lyon/quartier.yaml"

IN_PART = {"url-form"}
"""Codes whose folder of `invalid` has faults that are mended, and others that are not."""

BY_DISTANCE = {
    "unknown-choice",
    "unknown-key",
    "unknown-language",
    "unknown-reference",
    "unknown-target",
    "unknown-term",
}
"""Codes that are mended only where the word meant is certain: the folders of `invalid` have others."""

MENDED = sorted({*REPAIRS, *ON_WORD} - BY_DISTANCE - IN_PART)


PLACE = "name: Lyon\n    lat: 45,7491 # au centre\n    lon: 4.8479"


def funded(amount: str) -> str:
    """The last line of the startup of the base, and one with an amount."""
    return f"as_of: 2025\nfunding: [{{date: 2024, amount: {amount}, source: {{title: Le registre}}}}]"


def site(folder: str, root: Path) -> Path:
    """The faulty site of a code."""
    copy_site(BASE, HERE / folder, root)
    if folder in MADE:
        MADE[folder](root)
    return root


def changed(root: Path, path: str, old: str, new: str) -> None:
    """Write another text in place of one that a file has."""
    text = read_raw(root, path)
    assert old in text
    (root / path).write_bytes(text.replace(old, new).encode())


def options(root: Path) -> Options:
    return Options(root=root, out=root / "public", today=date(2026, 1, 15), jobs=1)


def fix(root: Path, *, https: bool = True) -> Repaired:
    """Repair and write."""
    done = repair(options(root), lambda _: True, https=https)
    apply(root, Changes({}, done.texts))
    return done


def contents(root: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def codes(problems: tuple[Problem, ...]) -> set[str]:
    return {problem.code for problem in problems}


def changed_lines(before: bytes, after: bytes) -> set[int]:
    """The numbers of the lines that differ; AssertionError where lines came or went."""
    old, new = before.split(b"\n"), after.split(b"\n")
    assert len(old) == len(new)
    return {number for number, (one, other) in enumerate(zip(old, new, strict=True), 1) if one != other}


def test_every_repair_is_proved() -> None:
    """The codes with a repair are those that these tests go through."""
    assert set(MENDED) | BY_DISTANCE | IN_PART == {*REPAIRS, *ON_WORD}
    assert set(FOLDERS) >= {*REPAIRS, *ON_WORD}


@pytest.mark.parametrize("code", sorted(set(MENDED) - {"windows-line-ends"}))
def test_a_repair_takes_its_fault_away(code: str, tmp_path: Path) -> None:
    """The site of the code is mended: no fault is left, and only the lines that had it changed."""
    root = site(code, tmp_path)
    told = [problem for problem in check(options(root)) if problem.code == code]
    before = contents(root)
    fix(root)
    assert list(check(options(root))) == []
    for path, data in contents(root).items():
        lines = {problem.location.line for problem in told if problem.location.path == path}
        assert changed_lines(before[path], data) == lines


@pytest.mark.parametrize("folder", sorted(set(FOLDERS) - set(PROVED)))
def test_what_is_not_certain_stays(folder: str, tmp_path: Path) -> None:
    """A fault without a certain repair stays reported as it was, and its site unwritten."""
    root = site(folder, tmp_path)
    before, told = contents(root), set(check(options(root)))
    done = fix(root)
    if folder in MENDED or folder in IN_PART:
        assert done.repairs
    else:
        assert contents(root) == before
        assert set(done.problems) == told


@pytest.mark.parametrize("folder", MENDED)
def test_repairing_twice_is_repairing_once(folder: str, tmp_path: Path) -> None:
    """Where everything that could be mended is, nothing is left to do."""
    root = site(folder, tmp_path)
    fix(root)
    once = contents(root)
    assert fix(root).repairs == {}
    assert contents(root) == once


@pytest.mark.parametrize(
    ("code", "path", "sound", "faulty"),
    [
        ("unknown-key", STARTUP, "founded: 2013", "Founded: 2013"),
        ("unknown-key", STARTUP, "as_of: 2025", "as-of: 2025"),
        ("unknown-choice", STARTUP, "status: active", "status: Active"),
        ("unknown-choice", STARTUP, 'status: "active"', 'status: "ACTIVE"'),
        ("unknown-term", STARTUP, "sectors: [health]", "sectors: [Héalth]"),
        ("unknown-reference", STARTUP, "as_of: 2025", "as_of: 2025\ndistricts: [Lyon]"),
        ("unknown-language", STARTUP, "{fr: Une", "{FR: Une"),
        ("unknown-target", SITE, "publisher: Exemple", "publisher: Exemple\nfooter: ['page:About']"),
        ("number-expected", DISTRICT, "{name: Lyon, lat: 45.7491, lon: 4.8479, role: seat}", PLACE),
        ("number-expected", DISTRICT, "lat: 45.7491", "lat: '45,7491'"),
        ("number-expected", STARTUP, "as_of: 2025", funded("2 000 000")),
        ("number-expected", STARTUP, "as_of: 2025", funded("'2\u202f000,50'")),
        ("yes-or-no-expected", STARTUP, "as_of: 2025", "as_of: 2025\ndemo: Vrai # oui"),
        ("number-expected", DISTRICT, "lat: 45.7491", "lat: 45,7491"),
        ("yaml-special-character", STARTUP, "name: Exemple", "name: `Exemple`"),
        ("yaml-quote-inside", STARTUP, "name: Exemple", "name: 'L'aile d'or'"),
        ("yaml-quote-inside", STARTUP, "name: Exemple", 'name: "Le "grand" soir"'),
        ("yaml-quote-inside", STARTUP, "name: Exemple", 'name: "Le soir (dit "grand")"'),
        ("url-form", STARTUP, "https://www.exemple.example", "https:&#x2F;&#x2F;www.exemple.example"),
    ],
)
def test_what_is_certain_is_written_otherwise(
    code: str, path: str, sound: str, faulty: str, tmp_path: Path
) -> None:
    """Where case, accents, separators or signs leave no doubt of what is meant; quotes and remarks stay."""
    root = site("_base", tmp_path)
    if sound not in read_raw(root, path):
        changed(root, path, sound.replace('"', ""), sound)
    changed(root, path, sound, faulty)
    assert code in codes(tuple(check(options(root))))
    assert sum(fix(root).repairs.values()) == 1
    assert list(check(options(root))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("status: active", "status: Actives"),
        ("founded: 2013", "Founded: 2013\nfounded: 2012"),
        ("founded: 2013", "founded: 2022-31-02"),
        ("sectors: [health]", "sectors: health, fintech"),
        ("name: Exemple", "name: Exemple : un, deux # à relire"),
        ("website: https://www.exemple.example", "website: https://www.exemple.example/?utm_source=a,"),
        ("name: Exemple", "name: &Exemple"),
        ("name: Exemple", "name: *Exemple*"),
        ("name: Exemple", "name: @Exemple # à relire"),
        ("name: Exemple", "name: 'un' et 'deux'"),
        ("name: Exemple", 'name: "un" et "deux"'),
        ("name: Exemple", "name: 'Exemple' et fils"),
        ("as_of: 2025", funded("1,500")),
        ("as_of: 2025", funded("20 00")),
        ("as_of: 2025", "as_of: 2025\ndraft: peut-être"),
        ("website: https://www.exemple.example", "website: sur demande"),
        ("source: {title: Le registre}", "source:\n    title: Le registre\n\turl: https://a.example"),
    ],
)
def test_a_doubt_is_for_a_person(old: str, new: str, tmp_path: Path) -> None:
    """Where the repair is not certain, or would bring a fault of its own, the file stays as it is."""
    root = site("_base", tmp_path)
    changed(root, STARTUP, old, new)
    before = contents(root)
    done = fix(root)
    assert STARTUP in {problem.location.path for problem in done.problems}
    assert contents(root) == before


def test_faults_behind_faults_are_mended_in_one_run(tmp_path: Path) -> None:
    """What a fault of syntax hides is mended too; remarks, quotes, order and spaces stay."""
    root = site("_base", tmp_path)
    (root / STARTUP).write_bytes(
        "\ufeff# Une startup\r\nname: 'Exem\u200bple '\r\n"
        "website:www.exemple.example/?utm_source=x # un site\r\n"
        "founded: 2022-31-12 \r\nstatus: Active\r\nsectors: health\r\n\r\n"
        "source:\r\n\ttitle: Le registre : une e\u0301tude\r\n"
        "as_of: 2025\r\npitch: {fr: Une startup d’exemple., en: A sample startup.}".encode()
    )
    fix(root)
    assert list(check(options(root))) == []
    assert (root / STARTUP).read_bytes().decode() == (
        "# Une startup\nname: 'Exemple'\nwebsite: https://www.exemple.example/ # un site\n"
        "founded: 2022-12-31 \nstatus: active\nsectors: [health]\n\n"
        'source:\n  title: "Le registre : une étude"\n'
        "as_of: 2025\npitch: {fr: Une startup d’exemple., en: A sample startup.}"
    )


def test_an_address_takes_the_word_of_the_author(tmp_path: Path) -> None:
    """Without it neither a missing scheme nor http is touched; with it, whole values that name a host."""
    root = site("url-without-scheme", tmp_path)
    changed(root, STARTUP, "as_of: 2025", 'as_of: 2025\njobs: "http://a.example/b" # http://c.example')
    assert fix(root, https=False).repairs == {}
    changed(root, STARTUP, "founded: ", "founded:")
    fix(root)
    assert fix(root).repairs == {}
    text = read_raw(root, STARTUP)
    assert "website: https://www.exemple.example\n" in text
    assert 'jobs: "https://a.example/b" # http://c.example' in text


def test_addresses_of_a_text_take_the_word_of_the_author(tmp_path: Path) -> None:
    """In links, bare and in brackets; not in code, nor with a port, nor where there is no host."""
    root = site("_base", tmp_path)
    body = (
        "[a](http://a.example/b) <http://c.example> http://d.example. `http://code.example`\n\n"
        "```\nhttp://code.example\n```\n\n"
        "- http://e.example:8080/ http:// http://localhost/ [f]\n\n[f]: http://f.example 'F'\n"
    )
    changed(root, ABOUT, "Un site d’exemple, avec un quartier et une startup.\n", body)
    assert fix(root, https=False).repairs == {}
    assert fix(root).repairs == {ABOUT: 4}
    secured = body.replace("http://", "https://")
    for left in ("code.example", "e.example", " ", "localhost"):
        secured = secured.replace(f"https://{left}", f"http://{left}")
    assert read_raw(root, ABOUT).endswith(secured)
    assert fix(root).repairs == {}


def test_what_follows_visitors_is_taken_off_in_texts_too(tmp_path: Path) -> None:
    """The rest of the address stays."""
    root = site("_base", tmp_path)
    changed(root, ABOUT, "Un site", "[Un site](https://a.example/?utm_source=x&id=3)")
    fix(root)
    assert "[Un site](https://a.example/?id=3)" in read_raw(root, ABOUT)


def test_a_list_below_its_paragraph_has_nothing_to_mend(tmp_path: Path) -> None:
    """The site reads it as the code host shows it: nothing is told, and nothing changes."""
    root = site("_base", tmp_path)
    changed(root, ABOUT, "Un site", "Il y a :\n- un\n  - deux\n\nUn site")
    problems = Problems()
    edition = prepare(options(root), problems)
    assert edition is not None
    assert list(problems) == []
    assert edition.bodies.fragments[ABOUT].html.count("<ul>") == 2
    assert fix(root).repairs == {}


def test_line_ends_of_windows_are_mended(tmp_path: Path) -> None:
    """Every line end of the file, and nothing else; one that has both is told once."""
    root = site("windows-line-ends", tmp_path)
    before = read_raw(root, STARTUP)
    assert [problem.code for problem in check(options(root))] == ["windows-line-ends"]
    assert fix(root).repairs == {STARTUP: 1}
    assert read_raw(root, STARTUP) == before.replace("\r\n", "\n")
    (root / STARTUP).write_bytes(before.replace("\r\n", "\n", 3).encode())
    fix(root)
    assert list(check(options(root))) == []


def test_one_file_that_cannot_be_mended_does_not_hold_up_the_others(tmp_path: Path) -> None:
    """A file is mended wholly or not at all, each for itself."""
    root = site("unknown-key", tmp_path)
    changed(root, STARTUP, "fonded: 2013", "Founded: 2013\nfounded: 2012")
    before = read_raw(root, STARTUP)
    changed(root, ABOUT, "title: ", "title:")
    assert set(fix(root).repairs) == {ABOUT}
    assert read_raw(root, STARTUP) == before


def test_what_the_real_files_lose_they_get_back(tmp_path: Path) -> None:
    """Each startup, written with a mark at its start, without a space or with a capital, is as it was."""
    for top in ("content", "quartiers", "themes"):
        shutil.copytree(ROOT / top, tmp_path / top)
    files = sorted(tmp_path.glob("quartiers/*/startups/*.yaml"))
    sound = {file: file.read_text(encoding="utf-8") for file in files}
    for index, (file, text) in enumerate(sound.items()):
        faulty = ("\ufeff" + text, text.replace("status: ", "status:"), text.replace("status: ", "Status: "))
        file.write_bytes(faulty[index % 3].encode())
    fix(tmp_path, https=False)
    assert {file: file.read_bytes().decode() for file in files} == sound
