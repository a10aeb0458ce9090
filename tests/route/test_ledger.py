"""The ledger of addresses: none vanishes unnoticed, and each redirect leads straight to a page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ombrelle.build import check
from ombrelle.cli import main
from ombrelle.load.addresses import ADDRESSES_FILE, read_addresses
from ombrelle.outputs.redirects import outputs
from ombrelle.problems import Problem, Problems
from tests.support.small import THEME, copied, edition_of, found, options, routes_of, write

STORY = "content/stories/premiers-pas"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The site with a bit of everything, and its ledger."""
    root = copied("rich", tmp_path)
    assert ledger(root) == 0
    return root


def ledger(root: Path, *arguments: str) -> int:
    day = () if arguments else ("--date", "2026-11-01")
    return main(["addresses", "--root", str(root), "--theme", str(THEME), "--lang", "en", *day, *arguments])


def lines(root: Path) -> list[str]:
    return (root / ADDRESSES_FILE).read_text(encoding="utf-8").splitlines()


def add(root: Path, *more: str) -> None:
    (root / ADDRESSES_FILE).write_text(
        "".join(f"{line}\n" for line in (*lines(root), *more)), encoding="utf-8"
    )


def told(root: Path, code: str, **changes: Any) -> list[Problem]:
    return found(check(options(root, **changes)), code)


def test_the_ledger_holds_every_page_in_order(site: Path) -> None:
    """Each published page has its line, pages that say that nothing is there have none."""
    routes, _ = routes_of(site)
    wanted = {f"{page.url} {page.key}" for page in routes.pages if not page.url.endswith("404.html")}
    assert set(lines(site)) == wanted
    assert lines(site) == sorted(lines(site))


def test_a_site_without_a_ledger_is_not_asked_for_one(tmp_path: Path) -> None:
    """No ledger, no check."""
    assert found(check(options(copied("rich", tmp_path)))) == []


def test_a_deleted_page_is_told_until_it_is_settled(site: Path) -> None:
    """The line to write is in the problem; written, it leaves nothing to tell."""
    for path in site.glob(f"{STORY}.*"):
        path.unlink()
    vanished = told(site, "address-vanished")
    gone = [f"{dict(problem.values)['line']}" for problem in vanished]
    assert gone
    kept = [line for line in lines(site) if not line.endswith("story:premiers-pas")]
    (site / ADDRESSES_FILE).write_text("\n".join([*kept, *gone]), encoding="utf-8")
    assert told(site, "address-vanished") == []


def test_what_is_gone_is_answered_with_410(site: Path) -> None:
    """The host is told so, with the page of the language of the address."""
    add(site, "/en/what-was/ 410", "/fr/ancien/ 301 /fr/startups/")
    (output,) = outputs(edition_of(site))
    rules = output.content.decode().splitlines()
    assert "/en/what-was/ /en/404.html 410" in rules
    assert "/fr/ancien/ /fr/startups/ 301" in rules


def test_a_changed_address_is_mended_in_the_file_of_its_entry(site: Path) -> None:
    """The line to write has every address that was lost and those that were redirected before."""
    facts = site / f"{STORY}.yaml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(f"{text}slug: autre\nredirect_from: [/fr/avant/]\n", encoding="utf-8")
    (problem,) = told(site, "address-vanished")
    values = dict(problem.values)
    assert problem.location.path == values["file"] == f"{STORY}.yaml"
    assert str(values["fact"]).startswith("redirect_from: [/fr/avant/, /")
    facts.write_text(f"{text}slug: autre\n{values['fact']}\n", encoding="utf-8")
    assert told(site, "address-vanished") == []


def test_what_a_date_hides_has_not_vanished(site: Path) -> None:
    """A page of news is in the ledger; on a day before it, nothing is missing."""
    assert any("2026-10-20" in line or "news:ouverture" in line for line in lines(site))
    assert told(site, "address-vanished", today=options(site).today.replace(year=2019)) == []


def test_a_file_with_an_error_is_told_once(site: Path) -> None:
    """The page that its fault keeps away is not told as vanished besides."""
    (site / f"{STORY}.yaml").write_text("title: [\n", encoding="utf-8")
    problems = check(options(site))
    assert problems.errors
    assert found(problems, "address-vanished") == []


def test_the_command_forgets_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Run again it changes nothing; a new page is added, and what is redirected or gone stays."""
    add(site, "/fr/zone/ 410", "/fr/zut/ 301 /fr/startups/")
    before = lines(site)
    write(site, "content/pages/neuf.fr.md", "---\ntitle: Neuf\n---\n\nUn mot.\n")
    capsys.readouterr()
    assert ledger(site) == 0
    assert "3 new" in capsys.readouterr().out
    assert set(before) < set(lines(site))
    assert {line.split()[1] for line in set(lines(site)) - set(before)} == {"page:neuf"}


def test_lines_of_two_branches_can_stand_together(tmp_path: Path) -> None:
    """After a merge that keeps both lines of an address, what was decided holds, in any order."""
    for text in ("/fr/a/ 410\n/fr/a/ page:a\n", "/fr/a/ page:a\n/fr/a/ 410\n"):
        write(tmp_path, ADDRESSES_FILE, text)
        (address,) = read_addresses(tmp_path, Problems())
        assert address.is_gone


@pytest.mark.parametrize(
    ("more", "code", "line"),
    [
        (("/fr/a/ 301 /fr/b/", "/fr/b/ 301 /fr/c", "/fr/c/ 301 /fr/"), "redirect-chain", "/fr/a/ 301 /fr/"),
        (("/fr/a/ 301 /fr/a",), "redirect-loop", "/fr/a/ 410"),
        (("/fr/a/ 301 /fr/b/", "/fr/b/ 301 /fr/c/", "/fr/c/ 301 /fr/a/"), "redirect-loop", "/fr/a/ 410"),
        (("/fr/a/ 301 /fr/b/", "/fr/b/ 301 /fr/c/", "/fr/c/ 301 /fr/b/"), "redirect-loop", "/fr/a/ 410"),
        (("/fr/a/ 301 /fr/nulle-part/",), "redirect-nowhere", "/fr/a/ 410"),
        (("/fr/a/ 301 /fr/b/", "/fr/b/ 410"), "redirect-nowhere", "/fr/a/ 410"),
    ],
)
def test_a_redirect_leads_straight_to_a_page(site: Path, more: tuple[str, ...], code: str, line: str) -> None:
    """Chains, loops and dead ends are told, with the line to write; written, it leaves nothing to tell."""
    add(site, *more)
    assert line in {dict(problem.values)["line"] for problem in told(site, code)}


def test_a_redirect_onto_a_former_address_of_an_entry_is_a_chain(site: Path) -> None:
    """Redirects of entries and of the ledger are looked at together."""
    facts = site / f"{STORY}.yaml"
    facts.write_text(facts.read_text(encoding="utf-8") + "redirect_from: [/fr/b/]\n", encoding="utf-8")
    add(site, "/fr/a/ 301 /fr/b/")
    (problem,) = told(site, "redirect-chain")
    assert (
        dict(problem.values)["line"]
        == f"/fr/a/ 301 {routes_of(site)[0].by_key['story:premiers-pas']['fr'].url}"
    )


def test_renaming_keeps_the_ledger(site: Path) -> None:
    """New addresses are noted, those of before keep their line, and a redirect leads straight on."""
    old = routes_of(site)[0].by_key["story:premiers-pas"]["fr"].url
    add(site, f"/fr/a/ 301 {old}")
    arguments = ["story:premiers-pas", "story:pas", "--date", "2026-11-01"]
    assert main(["rename", "--root", str(site), "--theme", str(THEME), "--lang", "en", *arguments]) == 0
    new = routes_of(site)[0].by_key["story:pas"]["fr"].url
    assert {f"{new} story:pas", f"{old} story:pas", f"/fr/a/ 301 {new}"} <= set(lines(site))
    assert found(check(options(site))) == []


def test_a_district_with_an_error_makes_nothing_in_it_vanish(site: Path) -> None:
    """Its own error is told, and not once more for each page that lies in it."""
    facts = next(site.glob("quartiers/*/startups/*.yaml")).parents[1] / "quartier.yaml"
    facts.write_text(facts.read_text(encoding="utf-8") + "status: [labelled\n", encoding="utf-8")
    assert check(options(site)).errors
    assert told(site, "address-vanished") == []
