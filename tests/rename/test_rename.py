"""`rename`: files, mentions and addresses move together, and nothing moves where something would break."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ombrelle import changes
from ombrelle.cli import main
from ombrelle.kinds.startup import Startup
from ombrelle.whole import write_whole
from tests.serve.small_site import THEME, write_small_site
from tests.support.small import found, library_of, routes_of, write

LAMPS = "quartiers/brumes/startups/lampes.yaml"
TEXT = "quartiers/brumes/pages/venir.fr.md"
STARTUP = """\
# Une entreprise\u00a0: \u00e0 relire.
name: Lampes   # le nom
website: "https://www.lampes.example"
status: active
logo: media/lampes-logo.svg
pitch: {fr: Des lampes., en: Lamps.}
hosted_by: ["serre"]
source: {title: Source d’essai}
as_of: 2026
"""
PAGE = """\
---
title: Venir
summary: Comment venir.
---

Voir [les lampes](startup:lampes#plan), [nous](page:venir), [nous aussi](page:brumes/venir),
[un fichier](../startups/lampes.yaml) et [l’accueil][a].

![Le logo](media/lampes-logo.svg "© Lampes")

[a]: <quartier:brumes>
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small site, with a page and a startup that are named in every way there is."""
    root = write_small_site(tmp_path)
    write(root, LAMPS, STARTUP)
    write(root, TEXT, PAGE)
    write(
        root,
        TEXT.replace(".fr.", ".en."),
        PAGE.replace("Venir", "Come").replace("summary:", "slug: come\nsummary:"),
    )
    write(
        root,
        "quartiers/brumes/media/lampes-logo.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'/>",
    )
    write(root, "content/pages/about.en.md", "---\ntitle: About\n---\n\nSee [them](page:brumes/venir).\n")
    district = root / "quartiers/brumes/quartier.yaml"
    district.write_text(district.read_text(encoding="utf-8") + "menu: [venir]\n", encoding="utf-8")
    umbrella = root / "content/site.yaml"
    umbrella.write_text(umbrella.read_text(encoding="utf-8") + "footer: ['page:about']\n", encoding="utf-8")
    write(root, "content/events/fete.yaml", EVENT)
    assert found(library_of(root)[1]) == []
    return root


EVENT = """\
title: F\u00eate
starts: 2026-12-01T18:00
ends: 2026-12-01T20:00
timezone: Europe/Paris
kind: meetup
organiser: serre
districts:
  - brumes # chez nous
"""


def rename(site: Path, *arguments: str) -> int:
    return main(["rename", "--root", str(site), "--theme", str(THEME), "--lang", "en", *arguments])


def state(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def text(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def errors(site: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    main(["check", "--root", str(site), "--theme", str(THEME), "--format", "json"])
    return [each["code"] for each in json.loads(capsys.readouterr().out) if each["severity"] == "error"]


def test_a_startup_moves_with_its_files_and_mentions(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Facts, logo and every link follow; comments, order and quotes of the file stay as they were."""
    assert rename(site, "startup:lampes", "startup:lampes-et-cie") == 0
    new = text(site, "quartiers/brumes/startups/lampes-et-cie.yaml")
    kept = STARTUP.replace("media/lampes-logo", "media/lampes-et-cie-logo")
    assert new.startswith(kept)
    assert new.removeprefix(kept).startswith(
        "redirect_from:\n  - /fr/startups/lampes/\n  - /en/startups/lampes/\n"
    )
    assert not (site / LAMPS).exists()
    assert (site / "quartiers/brumes/media/lampes-et-cie-logo.svg").exists()
    page = text(site, TEXT)
    assert "(startup:lampes-et-cie#plan)" in page
    assert "(../startups/lampes-et-cie.yaml)" in page
    assert "(media/lampes-et-cie-logo.svg " in page
    assert errors(site, capsys) == []


def test_every_former_address_leads_to_the_new_one(site: Path) -> None:
    """Each language has its redirect, to the page of the same language."""
    before, _ = routes_of(site)
    assert rename(site, "page:brumes/venir", "page:brumes/visiter") == 0
    after, _ = routes_of(site)
    leads = {redirect.source: redirect.target for redirect in after.redirects}
    old, new = before.by_key["page:brumes/venir"], after.by_key["page:brumes/visiter"]
    # The English text has a slug of its own, so that its address does not change.
    changed = {lang for lang in old if old[lang].url != new[lang].url}
    assert "en" not in changed
    assert {"fr", "ar"} <= changed
    assert leads == {old[lang].url: new[lang].url for lang in changed}


def test_a_page_is_mended_in_menus_and_in_short_and_long_links(site: Path) -> None:
    """Its languages move, a new file of facts keeps its addresses, and each link keeps its form."""
    assert rename(site, "page:brumes/venir", "quartiers/brumes/pages/visiter.fr.md") == 0
    page = text(site, "quartiers/brumes/pages/visiter.fr.md")
    assert "[nous](page:visiter), [nous aussi](page:brumes/visiter)" in page
    assert (site / "quartiers/brumes/pages/visiter.en.md").exists()
    assert text(site, "quartiers/brumes/pages/visiter.yaml").startswith("redirect_from:\n  - /fr/")
    assert "menu: [visiter]" in text(site, "quartiers/brumes/quartier.yaml")
    assert "(page:brumes/visiter)" in text(site, "content/pages/about.en.md")


def test_a_page_of_the_umbrella_is_mended_in_its_menus(site: Path) -> None:
    """The quotes around an entry of the menu stay."""
    assert rename(site, "content/pages/about.fr.md", "page:qui") == 0
    assert "footer: ['page:qui']" in text(site, "content/site.yaml")


def test_a_district_moves_with_its_folder(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its pages, sections and mentions follow, and each former address leads somewhere."""
    before, _ = routes_of(site)
    assert rename(site, "quartier:brumes", "quartier:embruns") == 0
    assert not (site / "quartiers/brumes").exists()
    assert "(page:embruns/venir)" in text(site, "content/pages/about.en.md")
    assert "[nous](page:venir), [nous aussi](page:embruns/venir)" in text(
        site, TEXT.replace("brumes", "embruns")
    )
    assert "  - embruns # chez nous\n" in text(site, "content/events/fete.yaml")
    after, _ = routes_of(site)
    leads = {redirect.source for redirect in after.redirects}
    assert {page.url for page in before.pages} <= {page.url for page in after.pages} | leads
    assert errors(site, capsys) == []


def test_a_name_taken_back_leaves_no_redirect_onto_itself(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Renamed and renamed back, the entry has its address again, and the other one leads to it."""
    assert rename(site, "startup:lampes", "startup:lumieres") == 0
    assert rename(site, "startup:lumieres", "startup:lampes") == 0
    assert "- /fr/startups/lampes/" not in text(site, LAMPS)
    assert "- /fr/startups/lumieres/" in text(site, LAMPS)
    assert errors(site, capsys) == []


def test_line_ends_and_lists_in_brackets_stay(site: Path) -> None:
    """A file with CRLF keeps it, and a list of former addresses keeps its form."""
    raw = STARTUP.replace("as_of", "redirect_from: [/fr/avant/] # d’avant\nas_of").replace("\n", "\r\n")
    (site / LAMPS).write_bytes(raw.encode())
    assert rename(site, "startup:lampes", "startup:lumieres") == 0
    new = (site / "quartiers/brumes/startups/lumieres.yaml").read_bytes().decode()
    assert "\r\nredirect_from: [/fr/avant/, /fr/startups/lampes/, " in new
    assert "] # d’avant\r\nas_of: 2026\r\n" in new
    assert new.count("\n") == new.count("\r\n") == raw.count("\n")


def test_references_in_facts_keep_their_quotes(site: Path) -> None:
    """An id in quotes stays in quotes, one without stays without."""
    assert rename(site, "actor:serre", "actor:verriere") == 0
    assert 'hosted_by: ["verriere"]' in text(site, LAMPS)
    assert "organiser: verriere\n" in text(site, "content/events/fete.yaml")
    library, _ = library_of(site)
    startup = library.by_key["startup:lampes"].facts
    assert isinstance(startup, Startup)
    assert startup.hosted_by == ("verriere",)


def test_a_trial_shows_the_change_and_writes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--dry-run` prints a diff and leaves every file as it is."""
    before = state(site)
    assert rename(site, "startup:lampes", "startup:lumieres", "--dry-run") == 0
    shown = capsys.readouterr().out
    assert f"rename from {LAMPS}\n" in shown
    assert "+  - /fr/startups/lampes/\n" in shown
    assert "+Voir [les lampes](startup:lumieres#plan)" in shown
    assert state(site) == before


def test_an_id_that_only_one_entry_has_names_it(site: Path) -> None:
    """Its kind need not be said."""
    assert rename(site, "lampes", "lampions") == 0
    assert (site / "quartiers/brumes/startups/lampions.yaml").exists()


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("startup:lampe", "startup:lumieres", '"startup:lampes"'),
        ("startup:lampes", "startup:lampes", "that name already"),
        ("startup:lampes", "startup:Été", "ete"),
        ("startup:lampes", "", "cannot be an id"),
        ("startup:lampes", "actor:lampes", "startup:"),
        ("startup:lampes", "quartiers/autre/startups/lampes.yaml", "quartiers/brumes/startups/"),
        ("page:brumes/venir", "page:visiter", "page:brumes/visiter"),
        ("actor:serre", "quartier:brumes", "actor:"),
        ("page:about", "content/pages/about.fr.md", "that name already"),
    ],
)
def test_what_cannot_be_is_refused(
    site: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, word: str
) -> None:
    """The way out is said, nothing is written, and the exit code is 2."""
    before = state(site)
    assert rename(site, old, new) == 2
    assert word in capsys.readouterr().err
    assert state(site) == before


def test_a_name_that_is_taken_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file that has the name is named, and stays."""
    write(
        site,
        "quartiers/brumes/startups/lumieres.yaml",
        STARTUP.replace("Lampes", "Lumières").replace("lampes.", "lum."),
    )
    before = state(site)
    assert rename(site, "startup:lampes", "startup:lumieres") == 2
    assert "quartiers/brumes/startups/lumieres.yaml" in capsys.readouterr().err
    assert state(site) == before


def test_a_name_that_hides_another_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where `page:about` means the umbrella’s page, a page of the district does not take its name."""
    write(site, "quartiers/brumes/pages/plan.fr.md", "---\ntitle: Plan\n---\n\nVoir [nous](page:about).\n")
    before = state(site)
    assert rename(site, "page:brumes/venir", "page:brumes/about") == 2
    assert "quartiers/brumes/pages/plan.fr.md" in capsys.readouterr().err
    assert state(site) == before


def test_a_site_with_errors_is_left_alone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be read cannot be mended: its errors are told first."""
    write(site, "content/events/casse.yaml", "title: [Fête\n")
    before = state(site)
    assert rename(site, "startup:lampes", "startup:lumieres") == 1
    assert "content/events/casse.yaml" in capsys.readouterr().err
    assert state(site) == before


def test_a_refusing_disk_leaves_every_file(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When one file cannot be written, those written before it are put back."""
    before = state(site)

    def refusing(path: Path, content: bytes) -> None:
        if path == site / TEXT and b"lumieres" in content:
            raise OSError(28, "No space left on device", str(path))
        write_whole(path, content)

    monkeypatch.setattr(changes, "write_whole", refusing)
    assert rename(site, "startup:lampes", "startup:lumieres") == 2
    monkeypatch.undo()
    assert state(site) == before


BLOCKS = """\
---
title: Ici
---

```ombrelle cards
entries:
  - startup:lampes
  - "quartier:brumes"  # chez nous
  - page:venir
```

```ombrelle gallery
pictures: [{file: media/lampes-logo.svg, alt: Un dessin, credit: Nous}]
```

```ombrelle call-to-action
label: Voir
to: ../startups/lampes.yaml
```

```ombrelle map
districts: [brumes]
```
"""


def test_blocks_of_texts_are_mended(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Entries, files and districts that a block names follow; quotes and comments of its YAML stay."""
    path = "quartiers/brumes/pages/ici.fr.md"
    write(site, path, BLOCKS)
    assert rename(site, "startup:lampes", "startup:lumieres") == 0
    page = text(site, path)
    assert "  - startup:lumieres\n" in page
    assert "file: media/lumieres-logo.svg," in page
    assert "to: ../startups/lumieres.yaml\n" in page
    assert rename(site, "quartier:brumes", "quartier:embruns") == 0
    page = text(site, path.replace("brumes", "embruns"))
    assert '  - "quartier:embruns"  # chez nous\n' in page
    assert "  - page:venir\n" in page
    assert "districts: [embruns]" in page
    assert errors(site, capsys) == []
