"""The audit apart from the generator: nothing to say of sound sites, and every seeded lie found."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from ombrelle.build import Options, build
from tests.language_audit import audit
from tests.support.missing import with_missing
from tests.support.small import DAY
from tests.support.tools import ROOT

OWN, BORROWER = "en/index.html", "ar/actualites/ouverture/index.html"
ABOUT = "en/about/index.html"
INVEST = "ar/investir/index.html"
FRENCH = "Le quartier réunit des entreprises, des écoles et des laboratoires autour de la santé."
ARABIC = "يجمع الحي بين الشركات والمدارس"
SELF = r'<link rel="alternate" hreflang="en"[^>]*>\n'
CANONICAL = r'(<link rel="canonical" href=")[^"]*'


@dataclass(frozen=True)
class Lie:
    """A change of one file of a sound site, and the code by which it has to be found."""

    code: str
    path: str
    pattern: str
    replacement: str | Callable[[re.Match[str]], str]

    def tell(self, root: Path) -> None:
        file = root / self.path
        text = file.read_text(encoding="utf-8")
        changed = re.sub(self.pattern, self.replacement, text, count=1, flags=re.DOTALL)
        assert changed != text, (self.path, self.pattern)
        file.write_text(changed, encoding="utf-8")


LIES = {
    "the alternate of the page itself is gone": Lie("alternate-self", OWN, SELF, ""),
    "the default alternate is gone": Lie(
        "alternate-default", OWN, r'<link rel="alternate" hreflang="x-default"[^>]*>\n', ""
    ),
    "an alternate stands twice": Lie("alternate-twice", OWN, SELF, lambda it: it[0] * 2),
    "an alternate leads nowhere": Lie(
        "alternate-dead", OWN, r'(hreflang="ar" href="[^"]*/ar/)', r"\1nowhere/"
    ),
    "an alternate has lost its slash": Lie("alternate-dead", OWN, r'(hreflang="ar" href="[^"]*/ar)/', r"\1"),
    "an alternate says another language": Lie("alternate-language", OWN, 'hreflang="ar"', 'hreflang="de"'),
    "an alternate is not said back": Lie(
        "alternate-not-mutual", OWN, r'<link rel="alternate" hreflang="fr"[^>]*>\n', ""
    ),
    "an alternate borrows": Lie(
        "alternate-borrower", OWN, r'(hreflang="ar" href="[^"]*/ar/)', r"\1actualites/ouverture/"
    ),
    "all alternates are gone": Lie(
        "original-without-alternates", OWN, r'(<link rel="alternate" hreflang="[^>]*>\n)+', ""
    ),
    "a page says another language": Lie("html-lang", OWN, '<html lang="en"', '<html lang="fr"'),
    "a page says no language": Lie("html-lang", OWN, '<html lang="en"', "<html"),
    "a page says another direction": Lie("html-dir", "ar/index.html", 'dir="rtl"', 'dir="ltr"'),
    "a canonical address is gone": Lie("canonical-count", OWN, r'<link rel="canonical"[^>]*>\n', ""),
    "an original leads elsewhere": Lie(
        "canonical-elsewhere", ABOUT, CANONICAL, r"\1https://essai.example/fr/"
    ),
    "a borrower leads nowhere": Lie(
        "canonical-dead", BORROWER, CANONICAL, r"\1https://essai.example/fr/nulle-part/"
    ),
    "a borrower leads to a borrower": Lie(
        "canonical-borrower", INVEST, CANONICAL, r"\1https://essai.example/en/investir/"
    ),
    "a borrower claims to be an original": Lie(
        "original-without-alternates",
        BORROWER,
        CANONICAL,
        r"\1https://essai.example/ar/actualites/ouverture/",
    ),
    "a borrower has alternates": Lie(
        "borrower-with-alternates",
        BORROWER,
        "</head>",
        '<link rel="alternate" hreflang="ar" href="https://essai.example/ar/actualites/ouverture/"></head>',
    ),
    "a borrower has no notice": Lie(
        "borrower-without-notice", BORROWER, r'<aside class="notice".*?</aside>', ""
    ),
    "a notice is in the borrowed language": Lie(
        "notice-language", BORROWER, '<aside class="notice"', '<aside class="notice" lang="fr"'
    ),
    "a notice leads elsewhere": Lie(
        "notice-elsewhere", BORROWER, r'(<aside class="notice".*?<a href=")[^"]*', r"\1/fr/"
    ),
    "a notice promises another language": Lie(
        "notice-elsewhere", BORROWER, r'(<aside class="notice".*?hreflang=")[^"]*', r"\1ar"
    ),
    "a borrowed text is not marked": Lie(
        "text-script", INVEST, r'(<div class="prose") lang="fr" dir="ltr"', r"\1"
    ),
    "an original is not to be found": Lie(
        "original-not-indexed", OWN, "</head>", '<meta name="robots" content="noindex"></head>'
    ),
    "an original has a notice": Lie(
        "original-with-notice", OWN, "<main", '<aside class="notice"></aside><main'
    ),
    "a page that is not found can be": Lie(
        "not-found-indexed", "en/404.html", r'<meta name="robots"[^>]*>', ""
    ),
    "a page is in no sitemap": Lie("sitemap-times", "sitemap-en.xml", r"<url>.*?</url>", ""),
    "a page is in a sitemap twice": Lie(
        "sitemap-times", "sitemap-en.xml", r"<url>.*?</url>", lambda it: it[0] * 2
    ),
    "a borrower is in a sitemap": Lie(
        "sitemap-times",
        "sitemap-ar.xml",
        "</urlset>",
        "<url><loc>https://essai.example/ar/actualites/ouverture/</loc></url></urlset>",
    ),
    "a sitemap leads nowhere": Lie("sitemap-dead", "sitemap-en.xml", "/en/about/</loc>", "/en/lost/</loc>"),
    "a sitemap has a page of another language": Lie(
        "sitemap-language", "sitemap-en.xml", "/en/about/</loc>", "/fr/a-propos/</loc>"
    ),
    "a sitemap keeps an alternate back": Lie(
        "sitemap-alternates", "sitemap-en.xml", r'<xhtml:link [^>]*hreflang="ar"[^>]*/>', ""
    ),
    "the index keeps a sitemap back": Lie("sitemap-index", "sitemap.xml", r"<sitemap>.*?</sitemap>", ""),
    "a switcher keeps a language back": Lie(
        "switcher-languages", OWN, r'<li><a [^>]*lang="ar"[^>]*>[^<]*</a></li>', ""
    ),
    "a switcher leads nowhere": Lie(
        "switcher-dead", ABOUT, r'(class="switcher">.*?href=")[^"]*', r"\1/fr/nulle-part/"
    ),
    "a switcher leads to another page": Lie(
        "switcher-not-mutual", ABOUT, r'(class="switcher">.*?href=")[^"]*', r"\1/fr/"
    ),
    "a switcher names another language": Lie(
        "switcher-language", ABOUT, r'(class="switcher">.*? lang=")fr', r"\1en"
    ),
    "a switcher does not mark a direction": Lie(
        "switcher-language", ABOUT, r'(class="switcher">.*?lang="ar") dir="rtl"', r"\1"
    ),
    "a switcher promises a borrowed text": Lie(
        "switcher-promise", "fr/investir/index.html", r'(class="switcher">.*?lang="ar")', r'\1 hreflang="ar"'
    ),
    "a switcher says that another page is this one": Lie(
        "switcher-current", ABOUT, r'(class="switcher">.*?<a )', r'\1aria-current="true" '
    ),
    "a paragraph is in another language": Lie("text-language", ABOUT, "</main>", f"<p>{FRENCH}</p></main>"),
    "a title is in another language": Lie(
        "text-language", ABOUT, "<title>.*?</title>", f"<title>{FRENCH}</title>"
    ),
    "a description is in another language": Lie(
        "text-language", ABOUT, r'(<meta name="description" content=")[^"]*', rf"\1{FRENCH}"
    ),
    "a word of the frame is French": Lie("text-language", OWN, "Skip to the content", "Aller au contenu"),
    "a text is in another script": Lie("text-script", ABOUT, "</main>", f"<p>{ARABIC}</p></main>"),
    "a mark names a language that the site has not": Lie(
        "text-lang", ABOUT, "</main>", f'<p lang="it">{FRENCH}</p></main>'
    ),
    "a mark names the wrong language": Lie(
        "text-language", ABOUT, "</main>", f'<p lang="ar" dir="rtl">{FRENCH}</p></main>'
    ),
    "a node for machines says another language": Lie(
        "structured-language", OWN, '"inLanguage":"en"', '"inLanguage":"fr"'
    ),
    "a feed says another language": Lie("feed-language", "en/feed.xml", 'xml:lang="en"', 'xml:lang="fr"'),
    "a page names the feed of another language": Lie(
        "feed-language", OWN, 'href="/en/feed.xml"', 'href="/fr/feed.xml"'
    ),
}


@pytest.fixture(scope="module")
def sound(rich_site: Path) -> Path:
    assert audit(rich_site) == []
    return rich_site


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
def test_a_seeded_lie_is_found(lie: Lie, sound: Path, tmp_path: Path) -> None:
    """In a site that is sound but for it, on the file where it was told or one that it concerns."""
    root = tmp_path / "site"
    shutil.copytree(sound, root)
    lie.tell(root)
    assert lie.code in {fault.code for fault in audit(root)}


@pytest.mark.site
def test_the_real_site_tells_no_lie(real_site: Path) -> None:
    """Every page, sitemap and feed of it, in six languages."""
    assert audit(real_site) == []


@pytest.mark.site
@pytest.mark.parametrize("seed", [1, 2])
def test_a_site_with_a_third_missing_tells_no_lie(seed: int, real_site: Path, tmp_path: Path) -> None:
    """A third of its translations is gone at random: facts, texts and words of the theme."""
    assert real_site.is_dir(), "its pictures are used again"
    root = with_missing(ROOT, tmp_path, seed=seed, share=1 / 3)
    result = build(Options(root, root / "public", DAY, search=False, cache=ROOT))
    assert result.manifest is not None, list(result.problems)
    assert audit(root / "public") == []


def test_the_command_tells_each_fault_and_fails(sound: Path, tmp_path: Path) -> None:
    """A line per fault, with the file and the code."""
    root = tmp_path / "site"
    shutil.copytree(sound, root)
    LIES["the alternate of the page itself is gone"].tell(root)
    command = [sys.executable, "-m", "tests.language_audit"]
    run = subprocess.run([*command, str(root)], capture_output=True, text=True, check=False, cwd=ROOT)
    assert run.returncode == 1
    assert f"{OWN}  alternate-self" in run.stdout
    assert subprocess.run([*command, str(sound)], capture_output=True, check=False, cwd=ROOT).returncode == 0


def test_it_knows_nothing_of_the_generator() -> None:
    """No module of the audit imports one of ours but its own."""
    for path in (ROOT / "tests/language_audit").glob("*.py"):
        found = re.findall(
            r"^\s*(?:from|import) (ombrelle|tests)(\.\w+)?", path.read_text(encoding="utf-8"), re.MULTILINE
        )
        assert {"".join(each) for each in found} <= {"tests.language_audit"}, path.name
