"""The site in memory: what is answered while files change, break and are mended."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from ombrelle.cli.words import words
from ombrelle.report.excerpt import source_lines
from ombrelle.serve.live import LiveSite
from ombrelle.serve.outcome import Outcome
from ombrelle.serve.preview import Preview
from tests.support.small import SITES, THEME, options, write

ALPHA = "quartiers/haute-rive/startups/alpha.yaml"
ALPHA_PAGE = "/fr/startups/alpha/"


@dataclass
class Seen:
    """A site in memory and what a browser is answered."""

    root: Path
    site: LiveSite
    preview: Preview
    status: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> str:
        def start(status: str, headers: list[tuple[str, str]]) -> None:
            self.status, self.headers = status, dict(headers)

        octets = path.encode().decode("latin-1")
        request = {"PATH_INFO": octets, "REQUEST_METHOD": "GET"}
        return b"".join(self.preview(request, start)).decode()

    def change(self, path: str, made: Callable[[str], str]) -> Outcome:
        """Save a file with other content, and read what changed."""
        file = self.root / path
        file.write_text(made(file.read_text(encoding="utf-8")), encoding="utf-8")
        return self.site.refresh()


@pytest.fixture
def seen(tmp_path: Path) -> Seen:
    """The rich site, its drafts too, with a theme of its own to be changed."""
    root = Path(shutil.copytree(SITES / "rich", tmp_path / "site"))
    shutil.copytree(THEME, tmp_path / "theme")
    site = LiveSite(options(root, theme=tmp_path / "theme", drafts=True))
    site.refresh()
    return Seen(root, site, Preview(site, source_lines(root), words("en")))


def breaking(text: str) -> str:
    return text + "statut: actif\n"


def test_a_broken_file_shows_its_faults_over_its_own_page(seen: Seen) -> None:
    """The page stays as it was, under the message, the line and the repair; mending takes them away."""
    good = (seen.root / ALPHA).read_text(encoding="utf-8")
    lines = good.count("\n") + 1
    outcome = seen.change(ALPHA, breaking)
    page = seen.get(ALPHA_PAGE)
    assert not outcome.is_sound
    assert seen.status == "200 OK"
    assert "Alpha" in page
    assert "here it is as it was before" in page
    assert f"{ALPHA}:{lines}:1" in page
    assert "statut: actif" in page
    assert "^^^^^^" in page
    seen.change(ALPHA, lambda _: good)
    assert "ombrelle-faults" not in seen.get(ALPHA_PAGE)


def test_a_broken_file_takes_nothing_from_the_other_pages(seen: Seen) -> None:
    """Another page follows its own file meanwhile, has no fault over it, and says that there is one."""
    seen.change(ALPHA, breaking)
    seen.change("content/pages/about.fr.md", lambda text: text + "\nUn ajout.\n")
    page = seen.get("/fr/a-propos/")
    assert "Un ajout." in page
    assert "ombrelle-faults" not in page
    assert '"/_problems/"' in page
    assert "statut" in seen.get("/_problems/")


def test_an_error_that_leaves_its_entry_is_shown_over_the_page_of_now(seen: Seen) -> None:
    """A fact that names what does not exist: the page is up to date, with the fault over it."""
    seen.change(ALPHA, lambda text: text.replace("name: Alpha", "name: Alpha deux\nfounded_by: x", 1))
    seen.change("content/pages/about.fr.md", lambda text: text + "\n[Rien](page:nulle-part)\n")
    page = seen.get("/fr/a-propos/")
    assert "ombrelle-faults" in page
    assert "Rien" in page.split("<main")[1]
    assert "A file of this page has an error" in page


def test_a_broken_translation_stays_at_its_address(seen: Seen) -> None:
    """The page of the language stays as it was with the faults over it, that of the source has none."""
    seen.change("content/pages/about.en.md", lambda text: text.replace("---", "--", 1))
    page = seen.get("/en/about/")
    assert "What the test umbrella is." in page
    assert "here it is as it was before" in page
    assert "ombrelle-faults" not in seen.get("/fr/a-propos/")


def test_a_broken_new_translation_is_shown_where_it_will_stand(seen: Seen) -> None:
    """A text that never was good: the page that borrows meanwhile has the faults over it."""
    write(seen.root, "content/pages/invest.en.md", "titel: Invest\n---\n")
    seen.site.refresh()
    assert "front-matter-unopened" in seen.get("/en/investir/")
    assert "ombrelle-faults" not in seen.get("/fr/investir/")


def test_without_a_site_file_the_pages_stay(seen: Seen) -> None:
    """An error in the site's own file leaves every page, and the home page shows it."""
    seen.change("content/site.yaml", lambda text: "languages: [\n" + text)
    assert "Alpha" in seen.get(ALPHA_PAGE)
    assert "ombrelle-faults" in seen.get("/fr/")


def test_a_site_that_never_was_says_why(tmp_path: Path) -> None:
    """Every address answers 503 with what is wrong, until it is mended."""
    write(tmp_path, "content/site.yaml", "name: [")
    site = LiveSite(options(tmp_path))
    seen = Seen(tmp_path, site, Preview(site, source_lines(tmp_path), words("fr")))
    site.refresh()
    assert "content/site.yaml:1" in seen.get("/fr/")
    assert seen.status.startswith("503")


def test_a_broken_template_is_told_and_mended(seen: Seen) -> None:
    """The pages that it is for answer 500 with the reason, others go on; the next save is tried."""
    template = "../theme/templates/page.html"
    good = (seen.root / template).read_text(encoding="utf-8")
    seen.change(template, lambda text: text + "{{ nothing.like.this }}{% if %}")
    assert "TemplateSyntaxError" in seen.get("/fr/a-propos/")
    assert seen.status.startswith("500")
    assert "Alpha" in seen.get(ALPHA_PAGE)
    seen.change(template, lambda _: good)
    seen.get("/fr/a-propos/")
    assert seen.status == "200 OK"


def test_a_broken_theme_is_a_fault_that_is_told(seen: Seen) -> None:
    """Where the theme cannot be read the last pages stay, and the reason is told."""
    outcome = seen.change("../theme/theme.toml", lambda text: text + "[[[")
    assert "TOMLDecodeError" in outcome.bug
    assert "Alpha" in seen.get(ALPHA_PAGE)
    assert "TOMLDecodeError" in seen.get("/_problems/")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/data/v1/startups.json", "json"),
        ("/media/_umbrella/plan.svg", "svg"),
        ("/fr/feed.xml", "xml"),
        ("/robots.txt", "text/plain"),
        ("/404.html", "text/html"),
    ],
)
def test_every_output_is_answered(seen: Seen, path: str, kind: str) -> None:
    """What is no page is made when it is asked for."""
    assert seen.get(path)
    assert seen.status == "200 OK"
    assert kind in seen.headers["Content-Type"]


def test_styles_follow_the_theme(seen: Seen) -> None:
    """A saved style is in the stylesheet that the pages then name."""
    seen.change("../theme/styles/base.css", lambda text: text + "\nmain { outline: 7px solid }\n")
    address = seen.get("/fr/").partition('rel="stylesheet" href="')[2].partition('"')[0]
    assert "outline:7px solid" in seen.get(address)


def test_words_follow_the_theme(seen: Seen) -> None:
    """A saved catalogue is seen on the pages."""
    before = seen.get("/fr/")
    assert "Aller au contenu" in before
    seen.change("../theme/locale/fr.po", lambda text: text.replace("Aller au contenu", "Sauter au contenu"))
    assert "Sauter au contenu" in seen.get("/fr/")


def test_what_is_deleted_is_gone(seen: Seen) -> None:
    """The page of a file that was taken away is not found, in the language of its address."""
    (seen.root / "content/pages/invest.fr.md").unlink()
    (seen.root / "content/pages/invest.yaml").unlink()
    seen.site.refresh()
    page: Any = seen.get("/ar/invest/")
    assert seen.status.startswith("404")
    assert '<html lang="ar"' in page


def test_what_needs_no_mending_is_not_said_to(seen: Seen) -> None:
    """A promised translation that is missing is good to know: the bar leads to it under that name."""
    assert "To mend" not in seen.get(ALPHA_PAGE)
    seen.change("content/site.yaml", lambda text: text + "translations: {required: {startup: all}}\n")
    assert "Good to know: " in seen.get(ALPHA_PAGE)
    seen.change(ALPHA, breaking)
    assert "To mend: 1." in seen.get(ALPHA_PAGE)


def test_a_new_file_with_an_error_shows_it_where_its_page_will_be(seen: Seen) -> None:
    """There is no page yet, and no good one of before: its address has the faults over the page not found."""
    good = """\
        name: Delta
        website: https://delta.example
        status: active
        pitch: {fr: Des deltas.}
        source: {title: Essai}
        as_of: 2026
    """
    new = ALPHA.replace("alpha", "delta")
    write(seen.root, new, good.replace("active", "actif"))
    seen.site.refresh()
    page = seen.get(ALPHA_PAGE.replace("alpha", "delta"))
    assert seen.status == "404 Not Found"
    assert f"{new}:" in page
    assert "ombrelle-faults" in page
    assert "ombrelle-faults" not in seen.get("/fr/startups/autre/")
    write(seen.root, new, good)
    seen.site.refresh()
    assert "ombrelle-faults" not in seen.get(ALPHA_PAGE.replace("alpha", "delta"))


ABOUT = "content/pages/about.fr.md"


def saved(seen: Seen, path: str, made: Callable[[str], str]) -> bool:
    """Save a file, and show it before all is read; whether it could be."""
    file = seen.root / path
    file.write_text(made(file.read_text(encoding="utf-8")), encoding="utf-8")
    return seen.site.take([file])


def test_a_saved_text_is_shown_before_all_is_read(seen: Seen) -> None:
    """Its page has it at once, and so have those of two texts saved after one another."""
    alpha = "quartiers/haute-rive/startups/alpha.fr.md"
    assert saved(seen, ABOUT, lambda text: f"{text}\nUn mot de plus.\n")
    assert saved(seen, alpha, lambda text: f"{text}\nUn autre.\n")
    page = next(page for page in seen.site.now.edition.routes.pages if page.key == "page:about")  # type: ignore[union-attr]
    assert "Un mot de plus." in seen.get(page.url)
    assert "Un autre." in seen.get(ALPHA_PAGE)


def test_a_saved_block_is_shown_before_all_is_read(seen: Seen) -> None:
    """One with a fault, or of a type that wants other styles, waits for the whole reading."""
    block = "\n```ombrelle call-to-action\nlabel: {label}\nto: {to}\n```\n"
    assert not saved(seen, ABOUT, lambda text: text + block.format(label="Avant", to="startup:alpha"))
    assert seen.site.refresh().is_sound
    assert saved(seen, ABOUT, lambda text: text.replace("label: Avant", "label: Par ici"))
    assert "Par ici" in seen.get("/fr/a-propos/")
    assert not saved(seen, ABOUT, lambda text: text + block.format(label="Là", to="startup:nulle-part"))
    assert not seen.site.refresh().is_sound


def test_the_whole_reading_after_it_shows_the_same(seen: Seen) -> None:
    """The version stays, so that no page is loaded twice, and what follows is another one again."""
    saved(seen, ABOUT, lambda text: f"{text}\nUn mot de plus.\n")
    shown = seen.site.version
    assert seen.site.refresh().is_sound
    assert seen.site.version == shown
    seen.change(ALPHA, lambda text: text.replace("name: Alpha", "name: Omega"))
    assert seen.site.version != shown


def test_a_text_saved_beside_more_is_shown_with_it(seen: Seen) -> None:
    """Facts wait for the whole reading; a text that is saved before it comes does not end the wait."""
    assert not saved(seen, ALPHA, lambda text: text.replace("name: Alpha", "name: Omega"))
    assert not saved(seen, ABOUT, lambda text: f"{text}\nUn mot de plus.\n")
    shown = seen.site.version
    assert seen.site.refresh().is_sound
    assert seen.site.version != shown
    assert "Omega" in seen.get(ALPHA_PAGE)
    assert saved(seen, ABOUT, lambda text: f"{text}\nUn dernier.\n")


@pytest.mark.parametrize(
    ("path", "made"),
    [
        (ABOUT, lambda text: text.replace("title:", "title: Autre,", 1)),
        (ABOUT, lambda text: f"{text}\n[Ici](page:nulle-part)\n"),
        (ABOUT, lambda text: f"---\n{text}"),
        (ALPHA, lambda text: text.replace("name: Alpha", "name: Omega")),
        ("content/vocabularies/sectors.yaml", lambda text: f"{text}\n"),
    ],
    ids=["a head", "a dead link", "a broken head", "facts", "a vocabulary"],
)
def test_what_is_more_than_the_body_of_a_text_is_for_a_whole_reading(
    seen: Seen, path: str, made: Callable[[str], str]
) -> None:
    """Nothing is shown of it before, and then all."""
    before = seen.site.version
    assert not saved(seen, path, made)
    assert seen.site.version == before
    seen.site.refresh()
    assert seen.site.version != before


def test_a_page_knows_its_version(seen: Seen) -> None:
    """So that one that was asked for in the instant of a save learns that it is old."""
    assert seen.get("/_version") == seen.site.version
    assert f'"{seen.site.version}"' in seen.get(ALPHA_PAGE)
    old = seen.site.version
    seen.change(ALPHA, lambda text: text.replace("name: Alpha", "name: Omega"))
    assert old not in seen.get(ALPHA_PAGE)
    assert seen.get("/_version") not in {"", old}


def test_a_district_that_breaks_changes_nothing_of_another(seen: Seen) -> None:
    """Not a byte of its pages, whose lists and mark show both; the styles that they name are still there."""
    address = "/fr/quartiers/port-clair/"
    before = _main(seen.get(address))
    assert not seen.change("quartiers/haute-rive/quartier.yaml", lambda _: "name: [\n").is_sound
    page = seen.get(address)
    assert _main(page) == before
    assert "ombrelle-faults" not in page
    for style in re.findall(r'href="(/assets/[^"]*\.(?:css|svg))"', page):
        seen.get(style)
        assert seen.status == "200 OK", style


def test_the_page_of_a_district_that_broke_keeps_its_styles(seen: Seen) -> None:
    """It is shown as it was before, and its styles are of before: they depend on the colours of all."""
    seen.change("quartiers/haute-rive/quartier.yaml", lambda _: "name: [\n")
    page = seen.get("/fr/quartiers/haute-rive/")
    assert "here it is as it was before" in page
    for style in re.findall(r'href="(/assets/[^"]*\.css)"', page):
        seen.get(style)
        assert seen.status == "200 OK", style


def test_what_the_umbrella_saves_meanwhile_is_seen_on_every_page(seen: Seen) -> None:
    """The pages of a district stay as they were only while nothing else changes than districts."""
    address = "/fr/quartiers/port-clair/"
    before = _main(seen.get(address))
    seen.change("quartiers/haute-rive/quartier.yaml", lambda _: "name: [\n")
    assert _main(seen.get(address)) == before
    vocabulary = "content/vocabularies/quartier-statuses.yaml"
    seen.change(vocabulary, lambda text: text.replace("Labellisé", "Au label"))
    assert "Au label" in _main(seen.get(address))


def _main(page: str) -> str:
    return page.split("<main", 1)[1].split("</main>", 1)[0]
