"""The other commands and what translations are made from: each keeps it true."""

from __future__ import annotations

from pathlib import Path

import pytest

from ombrelle.build import build
from ombrelle.cli import main
from ombrelle.translations.freshness import State
from ombrelle.translations.wording import summaries
from ombrelle.views import chrome, make_view
from ombrelle.views.parts import Notice
from tests.support.html import read
from tests.support.small import THEME, edition_of, options, write
from tests.translations.desk import FACTS, PAGE, content_of, edit, git, items, made, record, states

DAY = ("--date", "2026-11-01", "--theme", str(THEME))
RECORD = "content/pages/.sources/about.en.md.txt"
PRESS = "---\ntitle: {}\nsummary: S{}\n---\n\n{} [x](page:about).\n"

Caught = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The site, with a page that names another."""
    root = made(tmp_path)
    write(root, "content/pages/press.fr.md", PRESS.format("Presse", "a", "Toute la presse est bien venue"))
    write(root, "content/pages/press.en.md", PRESS.format("Press", "b", "The whole press is welcome"))
    record(root, ".")
    return root


def test_a_renamed_entry_keeps_its_records(root: Path) -> None:
    """They move with it, what was stale stays so, and a link that is mended everywhere raises nothing."""
    edit(root, f"{PAGE}.fr.md", "Trois bureaux", "Quatre bureaux")
    assert main(["rename", "page:about", "us", "--root", str(root), *DAY]) == 0
    assert not (root / RECORD).exists()
    assert [state for _, state, *_ in states(root, "content/pages/us.en.md")] == ["stale"]
    assert "page:us" in (root / "content/pages/press.en.md").read_text(encoding="utf-8")
    assert states(root, "content/pages/press.en.md") == []
    assert record(root, "content") == []


def test_a_renamed_district_takes_its_records_along(root: Path) -> None:
    """Its folder moves whole."""
    assert main(["rename", "quartier:val-clair", "val-sombre", "--root", str(root), *DAY]) == 0
    assert items(root)["quartiers/val-sombre/quartier.yaml"].state is State.COMPLETE


def test_a_new_translation_knows_its_source(root: Path) -> None:
    """It is told as long as it is a copy; what changes in the source from then on is stale."""
    path = "content/pages/visit"
    write(
        root,
        f"{path}.fr.md",
        "---\ntitle: Venir\nsummary: En train.\n---\n\nLa gare est tout près du port.\n",
    )
    assert main(["new", "translation", f"{path}.fr.md", "en", "--root", str(root)]) == 0
    assert [state for _, state, *_ in states(root, f"{path}.en.md")] == ["untranslated"]
    edit(root, f"{path}.en.md", "La gare est tout près du port.", "The station is near the port.")
    assert states(root, f"{path}.en.md") == []
    edit(root, f"{path}.fr.md", "tout près", "un peu loin")
    assert [state for _, state, *_ in states(root, f"{path}.en.md")] == ["stale"]


def test_a_repair_leaves_nothing_behind(root: Path) -> None:
    """What is mended by itself in a source is no work for its translators; what was stale stays so."""
    page = f"{PAGE}.fr.md"
    edit(root, page, "de fabrication", "[de fabrication](https://exemple.example/?utm_source=lettre)")
    record(root, f"{PAGE}.en.md")
    edit(root, page, "Trois bureaux", "Quatre bureaux")
    assert main(["check", "--fix", "--root", str(root), *DAY]) == 0
    assert "utm_source" not in (root / page).read_text(encoding="utf-8")
    assert [now for *_, now in states(root, f"{PAGE}.en.md")] == [
        "Quatre bureaux sont ouverts toute la semaine."
    ]


def test_a_change_tells_what_it_leaves_behind(root: Path, capsys: Caught) -> None:
    """The comment on a pull request has the translations that it makes stale, and not those that were."""
    edit(root, f"{PAGE}.fr.md", "Trois bureaux", "Quatre bureaux")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "Before")
    edit(root, f"{PAGE}.fr.md", "les places manquent souvent", "les places manquent toujours")
    edit(root, FACTS, "Un port ouvert", "Un grand port ouvert")
    edit(root, "content/pages/press.fr.md", "\n---\n\n", "\n---\n\n\n")
    preview = ("--preview-url", "https://p.example")
    assert main(["diff", "HEAD", "--root", str(root), "--lang", "en", *preview, *DAY]) == 0
    told = capsys.readouterr().out
    assert f"- `{PAGE}.en.md` (`en`), 1 passage\n" in told
    assert f"- `{FACTS}` (`en`), 1 passage\n" in told
    assert "press.en.md" not in told
    assert "(https://p.example/translations/)" in told


def test_the_site_says_what_it_promises(root: Path) -> None:
    """What a language lacks and the site does not promise is no work; what it promises is missing."""
    edit(
        root,
        "content/site.yaml",
        "languages: [fr, en]",
        "languages: [fr, en, ar]\ntranslations: {required: {page: all}}",
    )
    arabic = [item for item in items(root).values() if item.unit.language == "ar"]
    assert {(item.unit.path, item.state) for item in arabic} == {
        (f"{PAGE}.ar.md", State.MISSING),
        ("content/pages/press.ar.md", State.MISSING),
    }
    assert not any(item.is_beyond for item in arabic)


def test_what_nobody_promised_is_counted_apart(root: Path) -> None:
    """A text that is missing and not promised is told as missing, and lowers the share of no language."""
    with (root / "content/site.yaml").open("a", encoding="utf-8") as file:
        file.write("translations: {required: {page: all}}\n")
    before = summaries(list(items(root).values()), content_of(root).languages)[0]
    text = "---\ntitle: Ouverture\nsummary: Le quai rouvre.\n---\n\nLe quai rouvre à tous.\n"
    write(root, "content/news/2026-01-05-quai.fr.md", text)
    found = list(items(root).values())
    (beyond,) = [item for item in found if item.is_beyond]
    assert (beyond.unit.path, beyond.state) == ("content/news/2026-01-05-quai.en.md", State.MISSING)
    after = summaries(found, content_of(root).languages)[0]
    assert (after.beyond, after.total, after.percent) == (before.beyond + 1, before.total, before.percent)


def test_visitors_are_told_where_the_site_says_so(root: Path) -> None:
    """A page older than its original leads there; not one of a kind of which the site tells nothing."""
    edit(root, f"{PAGE}.fr.md", "Trois bureaux", "Quatre bureaux")
    edit(root, FACTS, "Un port ouvert", "Un grand port ouvert")
    assert notices(root) == {}
    with (root / "content/site.yaml").open("a", encoding="utf-8") as file:
        file.write("translations: {stale_notice: [page]}\n")
    (notice,) = notices(root).values()
    assert list(notices(root)) == [("page:about", "en")]
    assert notice == Notice("fr", "/fr/about/", is_aged=True)
    record(root, f"{PAGE}.en.md")
    assert notices(root) == {}


def test_the_notice_is_on_the_page(root: Path, tmp_path: Path) -> None:
    """In the language of the page, with the way to the original."""
    edit(root, f"{PAGE}.fr.md", "Trois bureaux", "Quatre bureaux")
    edit(root, "content/site.yaml", "languages:", "translations: {stale_notice: [page]}\nlanguages:")
    out = tmp_path / "public"
    assert build(options(root, out)).manifest is not None
    notice = read(out / "en/about/index.html").one("aside", class_="notice")
    assert notice.text == "The original page has changed since this translation. Go to the original page"
    assert notice.one("a")["hreflang"] == "fr"
    assert not read(out / "fr/about/index.html").all("aside", class_="notice")


def notices(root: Path) -> dict[tuple[str, str], Notice]:
    """The notices of a site by page and language, those of borrowed texts left out."""
    edition = edition_of(root)
    found = {}
    for language in edition.library.languages:
        context = edition.context(language.code)
        around = chrome(context)
        for page in edition.routes.pages:
            if page.lang == language.code and not page.is_borrowed:
                notice = make_view(context, around, page).notice
                if notice:
                    found[page.key, page.lang] = notice
    return found
