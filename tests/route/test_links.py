"""What a link of a text means, and what a menu leads to."""

from __future__ import annotations

from pathlib import Path

import pytest

from ombrelle.build import check
from ombrelle.problems import Problem
from ombrelle.route.links import LinkIndex, Target, media_url
from ombrelle.route.routes import make_routes
from tests.support.small import SITES, copied, found, library_of, options, write

TEXT = "quartiers/haute-rive/startups/alpha.fr.md"


@pytest.fixture(scope="module")
def index() -> LinkIndex:
    library, problems = library_of(SITES / "rich")
    return LinkIndex(library.content, make_routes(library, "https://essai.example/sous", problems))


def faults(root: Path) -> list[Problem]:
    return found(check(options(root)))


@pytest.mark.parametrize(
    ("target", "found_as"),
    [
        ("startup:beta", Target("startup:beta")),
        ("quartier:haute-rive#h", Target("quartier:haute-rive", anchor="h")),
        ("quartier:haute-rive/startups", Target("quartier:haute-rive/startups")),
        ("page:venir", Target("page:haute-rive/venir")),
        ("page:about", Target("page:about")),
        ("beta.yaml", Target("startup:beta")),
        ("../pages/venir.fr.md", Target("page:haute-rive/venir")),
        ("../pages/venir.md#la", Target("page:haute-rive/venir", anchor="la")),
        ("../../../content/pages/about.en.md", Target("page:about")),
        ("districts", Target("districts")),
        ("media/embleme.svg", Target(media="quartiers/haute-rive/media/embleme.svg")),
        ("../media/embleme.svg", Target(media="quartiers/haute-rive/media/embleme.svg")),
        # A draft has a name already: naming it is no fault.
        ("startup:ebauche", Target("startup:ebauche")),
    ],
)
def test_a_target_is_found(index: LinkIndex, target: str, found_as: Target) -> None:
    """By kind and id, by file as editors see it, by section, and media beside the text or its district."""
    assert index.find(target, TEXT, "haute-rive") == found_as


@pytest.mark.parametrize("target", ["startup:bta", "startups:beta", "../pages/absent.md", "media/a.png", ""])
def test_what_has_no_name_is_not_found(index: LinkIndex, target: str) -> None:
    """No guess is made."""
    assert index.find(target, TEXT, "haute-rive") is None


def test_the_page_of_the_own_district_goes_first(tmp_path: Path) -> None:
    """`page:about` in a district that has its own means its own."""
    root = copied("rich", tmp_path)
    write(
        root, "quartiers/haute-rive/pages/about.fr.md", "---\ntitle: T\nsummary: S\nslug: ici\n---\n\nIci.\n"
    )
    library, problems = library_of(root)
    own = LinkIndex(library.content, make_routes(library, "https://essai.example", problems))
    assert own.find("page:about", TEXT, "haute-rive") == Target("page:haute-rive/about")
    assert own.find("page:about", "content/pages/invest.fr.md", None) == Target("page:about")


def test_a_link_leads_to_the_language_of_the_reader(index: LinkIndex) -> None:
    """One text, one link, and in each language its own address; nowhere for what is hidden."""
    target = Target("page:about", anchor="d-ou-elle-vient")
    assert index.address(target, "fr") == "/sous/fr/a-propos/#d-ou-elle-vient"
    assert index.address(target, "en") == "/sous/en/about/#d-ou-elle-vient"
    assert index.address(Target("startup:ebauche"), "fr") is None
    assert index.address(Target(media="content/media/plan.svg"), "ar") == "/sous/media/_umbrella/plan.svg"


def test_the_nearest_name_is_of_the_same_kind(index: LinkIndex) -> None:
    """A mistyped startup proposes a startup."""
    assert index.near("startup:bta") == "startup:beta"
    assert index.near("quartier:haute-riv") == "quartier:haute-rive"


def test_media_stand_below_their_owner() -> None:
    """Two districts may have a file of one name, and a district may be called as the umbrella's folder."""
    assert media_url("quartiers/content/media/a.png") == "/media/content/a.png"
    assert media_url("quartiers/lyon/media/a/b.png") == "/media/lyon/a/b.png"
    assert media_url("content/media/a.png") == "/media/_umbrella/a.png"


def test_a_dead_link_is_told_at_its_place(tmp_path: Path) -> None:
    """File, line and column of the target in the text, with the nearest that exists."""
    root = copied("rich", tmp_path)
    write(root, TEXT, "Bonjour.\n\nVoyez [le pôle](actor:pole-o) ici.\n")
    (fault,) = faults(root)
    assert fault.code == "unknown-link"
    assert dict(fault.values) == {"value": "actor:pole-o", "near": "actor:pole-eau"}
    assert (fault.location.path, fault.location.line) == (TEXT, 3)
    line = (root / TEXT).read_text(encoding="utf-8").splitlines()[2]
    assert "actor:pole-o" in line[fault.location.column - 1 :]


@pytest.mark.parametrize("menu", ["navigation", "footer"])
def test_a_menu_that_leads_nowhere_is_told(tmp_path: Path, menu: str) -> None:
    """Each menu of the site file, at the line of the entry."""
    root = copied("rich", tmp_path)
    site = root / "content/site.yaml"
    text = site.read_text(encoding="utf-8").replace(f"{menu}: [", f"{menu}: [startup, ")
    site.write_text(text, encoding="utf-8")
    (fault,) = faults(root)
    assert (fault.code, fault.location.path) == ("unknown-target", "content/site.yaml")
    assert dict(fault.values) == {"value": "startup", "near": "startups"}


def test_the_menu_of_a_district_names_its_pages(tmp_path: Path) -> None:
    """A page of the umbrella or of another district is not its own."""
    root = copied("rich", tmp_path)
    facts = root / "quartiers/haute-rive/quartier.yaml"
    text = facts.read_text(encoding="utf-8").replace("menu: [venir]", "menu: [about]")
    facts.write_text(text, encoding="utf-8")
    (fault,) = faults(root)
    assert (fault.code, fault.location.path) == ("unknown-target", "quartiers/haute-rive/quartier.yaml")


def test_a_menu_may_name_what_is_hidden_today(tmp_path: Path) -> None:
    """A page in draft keeps its place in the menus, and is not shown in them."""
    root = copied("rich", tmp_path)
    for path in ("content/pages/invest.fr.md", "quartiers/haute-rive/pages/venir.fr.md"):
        text = (root / path).read_text(encoding="utf-8").replace("title:", "draft: true\ntitle:")
        (root / path).write_text(text, encoding="utf-8")
    assert faults(root) == []


def test_a_broken_page_is_told_once(tmp_path: Path) -> None:
    """The fault of the file, and not besides that the menu leads to nothing."""
    root = copied("rich", tmp_path)
    write(root, "quartiers/haute-rive/pages/venir.fr.md", "---\ntitre: Venir\n---\n\nBonjour.\n")
    assert {fault.location.path for fault in faults(root)} == {"quartiers/haute-rive/pages/venir.fr.md"}


def test_a_section_may_be_named_before_it_has_an_entry(tmp_path: Path) -> None:
    """Deleting the last piece of news is no fault of the menu, nor of a text that names the section."""
    root = copied("smallest", tmp_path)
    site = root / "content/site.yaml"
    text = site.read_text(encoding="utf-8").replace("[districts]", "[districts, startups, news]")
    site.write_text(text, encoding="utf-8")
    write(root, "content/pages/about.fr.md", "---\ntitle: T\nsummary: S\n---\n\n[Les nouvelles](news)\n")
    assert faults(root) == []


def test_a_file_is_found_whatever_its_language(tmp_path: Path) -> None:
    """The languages of the world that have a number for a region too."""
    root = copied("smallest", tmp_path)
    site = root / "content/site.yaml"
    site.write_text(site.read_text(encoding="utf-8").replace("[fr, en]", "[es-419, fr]"), encoding="utf-8")
    for path, body in (("un", "[Deux](deux.md)"), ("deux", "[Un](un.es-419.md)")):
        write(root, f"content/pages/{path}.es-419.md", f"---\ntitle: T\nsummary: S\n---\n\n{body}\n")
    assert [fault for fault in faults(root) if fault.code == "unknown-link"] == []


def test_a_link_to_a_broken_file_is_no_second_fault(tmp_path: Path) -> None:
    """The fault is in the file that is named, not in the text that names it."""
    root = copied("rich", tmp_path)
    write(root, "quartiers/haute-rive/startups/beta.yaml", "name: Beta\n")
    write(root, TEXT, "Voyez [Beta](beta.yaml).\n")
    assert {fault.location.path for fault in faults(root)} == {"quartiers/haute-rive/startups/beta.yaml"}
