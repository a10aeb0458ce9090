"""Which styles and scripts the pages of a template get: `ombrelle.theme.bundles`."""

from __future__ import annotations

import re
from pathlib import Path

from ombrelle.theme.bundles import family_type, shown_by
from ombrelle.theme.theme import load_theme
from tests.support.tools import ROOT

_KNOWN = {"card", "badge", "prose", "drawer", "map", "greeting"}


def test_a_template_shows_what_it_names_in_any_way() -> None:
    """By the macro that it imports and those that this imports, by a class, or by a filter of that name."""
    texts = {
        "page.html": '{% from "components/card/card.html" import card %}<p class="drawer-x">{{ x | prose }}',
        "components/card/card.html": '{% from "components/badge/badge.html" import badges %}',
        "components/badge/badge.html": "",
    }
    assert shown_by(texts, _KNOWN, ())["page.html"] == {"card", "badge", "prose", "drawer"}


def test_classes_inside_expressions_count() -> None:
    """A class that an expression may write is a class of the template."""
    assert shown_by({"a.html": '<p class="band{{ " drawer" if x }}">'}, _KNOWN, ())["a.html"] == {"drawer"}


def test_what_jinja_itself_offers_is_no_component() -> None:
    """The filter `map` of Jinja, which takes arguments, is not the component of that name."""
    assert not shown_by({"a.html": '{{ x | map(attribute="id") }}'}, _KNOWN, ())["a.html"]


def test_templates_may_lead_in_a_circle() -> None:
    """Files that import each other show the same components, and end."""
    texts = {"a.html": '{% include "b.html" %}<p class="card">', "b.html": '{% include "a.html" %}'}
    assert shown_by(texts, _KNOWN, ())["b.html"] == {"card"}


def test_what_makes_itself_is_on_every_page() -> None:
    """A component with a script and no macro belongs to every template."""
    assert shown_by({"a.html": ""}, _KNOWN, {"greeting"})["a.html"] == {"greeting"}


def test_every_page_of_the_real_site_has_the_styles_of_its_classes(real_site: Path) -> None:
    """No page writes a class of the theme whose rules are in another sheet than its own."""
    ruled = {
        name for part in load_theme(ROOT / "themes/marque-ombrelle").styles for name in _ruled(part.text)
    }
    sheets = {path.name: _ruled(path.read_text(encoding="utf-8")) for path in real_site.glob("assets/*.css")}
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(real_site.glob("en/**/*.html"))}
    bare = {
        str(path.relative_to(real_site)): missing
        for path, html in pages.items()
        if (missing := _written(html) & ruled - set().union(*(sheets[name] for name in _SHEET.findall(html))))
    }
    assert len(pages) > 100
    assert not bare


def test_every_component_is_shown_in_one_family_or_around_every_page() -> None:
    """One that has examples stands on one page of the components, or is a part of that page itself."""
    theme = load_theme(ROOT / "themes/marque-ombrelle")
    named = [name for names in theme.families.values() for name in names]
    around = theme.shown["patterns.html"] | theme.shown["patterns-family.html"] | theme.shown["chooser.html"]
    folders = ROOT.glob("themes/marque-ombrelle/components/*/examples.html")
    assert len(named) == len(set(named)) > 40
    assert {path.parent.name for path in folders} - set(named) <= around


def test_a_family_has_the_styles_of_its_own_components() -> None:
    """Those of the map come with the family of maps, and with no other."""
    theme = load_theme(ROOT / "themes/marque-ombrelle")
    styled = {
        family: {part.component for part in theme.parts("patterns-family.html", [family_type(family)])[0]}
        for family in theme.families
    }
    assert {family for family, names in styled.items() if "map" in names} == {"maps"}
    assert all(set(theme.families[family]) & names for family, names in styled.items())


def test_what_makes_itself_is_waited_for_by_no_page() -> None:
    """The styles of a component that its script makes are in the late sheet, and in no other."""
    theme = load_theme(ROOT / "themes/marque-ombrelle")
    assert "suggestion" in {part.component for part in theme.late}
    assert "suggestion" not in {part.component for part in theme.styles}


_SHEET = re.compile(r'rel="stylesheet" href="/assets/([^"]+)"')


def _ruled(style: str) -> set[str]:
    """The classes that rules are about."""
    return set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)))


def _written(html: str) -> set[str]:
    """The classes of a page."""
    return {name for found in re.findall(r' class="([^"]*)"', html) for name in found.split()}
