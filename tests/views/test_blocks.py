"""Typed blocks on a page: what a reader of each language sees of them, and what they can never bring."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ombrelle.check import check
from ombrelle.load.scope import scope_of
from ombrelle.paths import page_file
from ombrelle.problems import Problem
from ombrelle.render import Renderer
from ombrelle.views.edition import Edition
from tests.support.html import Element, read
from tests.support.small import copied, edition_of, found, options, write

PAGE = "content/pages/blocs.fr.md"
HEAD = "---\ntitle: Blocs\nsummary: Des blocs.\n---\n\n"
TEXT = """\
Un début.

```ombrelle figures
of: [quartier:haute-rive]
figures:
  - {label: Surface « utile », value: 5000, as_of: 2018, source: {title: Gazette & essais <ici>}}
```

## Des fiches

```ombrelle cards
entries: [startup:alpha, startup:plus-tard, page:about]
```

```ombrelle startups
sector: fintech
sort: newest
limit: 1
```

```ombrelle quote
text: I came for a year.
who: Camille
role: Fondatrice
lang: en
source: {title: Gazette, url: https://gazette.example/a}
```

```ombrelle gallery
pictures: [{file: plan.svg, alt: Un plan, credit: Camille, caption: Le plan.}]
```

```ombrelle timeline
steps:
  - {date: 2019-04, title: Ouverture, to: actor:halle, source: {title: Gazette}}
```

```ombrelle call-to-action
label: Investir
to: page:invest
```

```ombrelle map
districts: [haute-rive]
```

```ombrelle video
url: https://film.example/a
title: Un film
picture: plan.svg
alt: Un plan
credit: Camille
duration: "3:42"
lang: fr
```

```ombrelle contacts
districts: [haute-rive, valmont]
purpose: investors
```

Une fin.
"""


def site(root: Path, text: str, path: str = PAGE) -> Path:
    copy = copied("rich", root)
    write(copy, path, HEAD + text)
    return copy


def shown(edition: Edition, folder: Path, key: str = "page:blocs", lang: str = "fr") -> Element:
    page = edition.routes.page(key, lang)
    assert page is not None
    file = folder / page_file(page.url)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(Renderer(edition).render(page))
    return read(file).one("main")


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition_of(site(tmp_path_factory.mktemp("blocks"), TEXT))


@pytest.fixture(scope="module")
def main(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Element:
    return shown(edition, tmp_path_factory.mktemp("html"))


def told(root: Path, text: str, path: str = PAGE) -> list[Problem]:
    return found(check(options(site(root, text, path))))


def test_figures_stand_with_their_sources(main: Element) -> None:
    """Those of the entry that is named come first; a tag in a value is read as it is written."""
    (figures,) = main.all("dl", class_="figures")
    assert [value.text for value in figures.all("dd", class_="figure-value")] == [
        "1 200 entreprises",
        "5 000",
    ]
    assert "Gazette & essais <ici>" in figures.text
    assert "Surface « utile »" in figures.text


def test_cards_are_those_that_are_shown_today(main: Element) -> None:
    """A company that is published later is left out without a word; a card's heading is under the text's."""
    titles = [card.all("h3")[0].text for card in main.all("article", class_="card") if card.all("h3")]
    assert titles[:2] == ["Alpha", "À propos"]
    assert "Plus tard" not in main.text


def test_companies_are_found_and_the_rest_is_a_link_away(main: Element, edition: Edition) -> None:
    """As many as asked for, and the way to the page of the only condition with the number of all."""
    count = len(edition.library.directory.found[("sectors", "fintech"),])
    assert count > 1
    link = next(each for each in main.all("a") if each.text == f"Voir les {count} entreprises")
    assert link["href"] == edition.routes.href("startups/sectors/fintech", "fr")


def test_a_quotation_keeps_its_language(main: Element) -> None:
    """It is marked where that is not the page's, and its source is beside it."""
    quote = main.one("figure", class_="quote")
    assert quote.one("blockquote").all("span")[0].language == ("en", "ltr")
    assert quote.one("a")["href"] == "https://gazette.example/a"


def test_pictures_have_their_words(main: Element) -> None:
    """Their alternative, their caption and who made them; they come from the site itself."""
    gallery = main.one("ul", class_="gallery")
    assert gallery.one("img")["alt"] == "Un plan"
    assert gallery.one("img")["src"].startswith("/media/_umbrella/plan")
    assert "Le plan." in gallery.text
    assert "Camille" in gallery.text


def test_a_timeline_leads_to_what_tells_more(main: Element, edition: Edition) -> None:
    """The title of a moment is the link; its date is one for machines too."""
    timeline = main.one("ol", class_="timeline")
    assert timeline.one("time")["datetime"] == "2019-04"
    assert timeline.one("strong").one("a")["href"] == edition.routes.href("actor:halle", "fr")


def test_a_film_is_a_link_and_nothing_is_loaded(main: Element) -> None:
    """A picture of the site, a title, the host, the length; no frame, no script, no outside picture."""
    video = main.one("figure", class_="video")
    assert video.one("a")["href"] == "https://film.example/a"
    assert "film.example · 3:42 · français" in video.text.lower()
    assert [each.tag for each in main.all() if each.tag in {"iframe", "video", "script", "object"}] == []
    assert [image["src"] for image in main.all("img") if not image["src"].startswith("/")] == []


def test_contacts_are_those_for_the_purpose(main: Element) -> None:
    """The general one where a district has no other."""
    assert "investir@essai.example" in main.text


def test_a_map_has_a_twin_in_words(main: Element, edition: Edition) -> None:
    """Each district on it is a link beside it."""
    links = [link["href"] for link in main.one("div", class_="block-map").one("ul").all("a")]
    assert links == [edition.routes.href("quartier:haute-rive", "fr")]


def test_another_language_borrows_the_words_and_not_the_entries(edition: Edition, tmp_path: Path) -> None:
    """The words of a block are marked as those of the text; a card is in the reader's own language."""
    main = shown(edition, tmp_path, lang="en")
    label = next(each for each in main.all("a", class_="button") if "Investir" in each.text)
    assert label.all("span")[0].language == ("fr", "ltr")
    card = main.all("article", class_="card")[0]
    assert card.all("a")[0]["href"].startswith("/en/")


def test_without_a_block_a_text_is_as_it_was(rich: Edition, tmp_path: Path) -> None:
    """One element around the text, and no other."""
    main = shown(rich, tmp_path, "page:about")
    assert main.all("div", class_="blocks stack") == []
    assert len(main.all("div", class_="prose")) == 1


@pytest.mark.parametrize(
    ("block", "code", "near"),
    [
        ("cards\nentries: [startup:alpa]", "unknown-entry", "startup:alpha"),
        ("cards\nentries: [alpha]", "unknown-entry", "startup:alpha"),
        ("cards\nentries: [startups]", "unknown-entry", ""),
        ("cards\nentries: [startup:alpha, startup:alpha]", "repeated-item", None),
        ("call-to-action\nlabel: A\nto: page:invst", "unknown-link", "page:invest"),
        ("startups\nsector: helth", "unknown-term", "health"),
        ("startups\ndistrict: haute-rve", "unknown-reference", "haute-rive"),
        ("gallery\npictures: [{file: plan.sv, alt: A, credit: B}]", "media-missing", "plan.svg"),
        ("startups\nsector: health\ndistrict: valmont", "block-empty", None),
        ("figures\nof: [actor:halle]", "block-empty", None),
    ],
)
def test_what_a_block_names_is_known_or_told(tmp_path: Path, block: str, code: str, near: str | None) -> None:
    """One fault, in the file of the text, with the nearest name."""
    (problem,) = told(tmp_path, f"```ombrelle {block}\n```\n")
    assert (problem.code, problem.location.path) == (code, PAGE)
    assert near is None or dict(problem.values)["near"] == near


def test_the_pictures_of_others_cannot_be_shown(tmp_path: Path) -> None:
    """A block of a district has the files of its own folder, by no way any other."""
    for number, name in enumerate(("plan.svg", "../../content/media/plan.svg", "/media/_umbrella/plan.svg")):
        text = f'```ombrelle gallery\npictures: [{{file: "{name}", alt: A, credit: B}}]\n```\n'
        problems = told(tmp_path / str(number), text, "quartiers/haute-rive/pages/blocs.fr.md")
        assert [problem.code for problem in problems] == ["media-missing"]


def test_a_check_of_one_text_knows_every_company(tmp_path: Path) -> None:
    """Whether a block has something to show depends on all of them: they are read for it."""
    root = site(tmp_path, "```ombrelle startups\nsector: health\n```\n")
    asked = options(root, scope=scope_of(root, [root / PAGE]))
    assert found(check(asked)) == []
    empty = "```ombrelle startups\nsector: health\ndistrict: valmont\n```\n"
    write(root, PAGE, HEAD + empty)
    assert [problem.code for problem in found(check(asked))] == ["block-empty"]


def test_the_glossary_holds_the_words_of_blocks(tmp_path: Path) -> None:
    """A label is held to the form of a term, what somebody said and the keys of YAML are not."""
    label = "```ombrelle call-to-action\nlabel: Voir le quartier digital\nto: page:invest\n```\n\n"
    quote = "```ombrelle quote\ntext: Le quartier digital.\nwho: A\nsource: {title: B}\n```\n"
    root = site(tmp_path, label + quote)
    write(
        root,
        "content/glossary.yaml",
        "q: {form: {fr: quartier numérique, en: digital district}, wrong: {fr: [quartier digital]}}\n",
    )
    problems = [each for each in check(options(root)) if each.location.path == PAGE]
    assert [(each.code, each.location.line) for each in problems] == [("glossary-form", 7)]


def test_a_change_of_a_block_changes_its_fragment(edition: Edition) -> None:
    """What was shown before a save is told apart from what is shown after it."""
    fragment = edition.bodies.fragments[PAGE]
    assert replace(fragment, blocks=fragment.blocks[1:]) != fragment
