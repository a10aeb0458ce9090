"""The audit of built pages: each check tells what it is for, and nothing of a sound site."""

from __future__ import annotations

from pathlib import Path

import pytest

from ombrelle.audit import Built, audit, listed_in, policies_in, read_page
from ombrelle.cache import NOWHERE
from ombrelle.gather import gather
from ombrelle.problems import Problems
from ombrelle.render import Hands
from ombrelle.stage import UNFILED
from ombrelle.views.edition import Edition
from tests.support.host import read_rules

BASE = "https://essai.example/sous"
Told = list[tuple[str, str, dict[str, object]]]


def html(lang: str, head: str = "", body: str = "") -> bytes:
    page = f'<!doctype html>\n<html lang="{lang}" dir="ltr">\n<head>{head}</head>\n<body>{body}</body></html>'
    return page.encode()


def alternates(**paths: str) -> str:
    """`x_default` for x-default."""
    return "".join(
        f'<link rel="alternate" hreflang="{lang.replace("_", "-")}" href="{BASE}/{path}">'
        for lang, path in paths.items()
    )


def told(pages: dict[str, bytes], *files: str) -> Told:
    """What the audit says of these pages, with other files beside them."""
    built = Built({path: read_page(path, page) for path, page in pages.items()}, {*pages, *files}, BASE)
    problems = Problems()
    audit(built, problems)
    return [(it.code, it.location.path, dict(it.values)) for it in problems]


BOTH = alternates(fr="fr/", en="en/", x_default="fr/")


def test_a_sound_site_has_nothing_to_tell() -> None:
    """Links to pages, files and anchors, from the root, relative or outside, and mutual alternates."""
    body = (
        '<a href="/sous/en/">a</a><a href="../en/#there">b</a><a href="#here">c</a><p id="here">'
        '<a href="https://elsewhere.example/x">d</a><a href="mailto:a@b.example">e</a>'
        '<img src="/sous/media/a%20b.png?v=1" alt=""><a href="/sous/en/#%C3%A9t%C3%A9">f</a>'
    )
    pages = {
        "fr/index.html": html("fr", BOTH, body),
        "en/index.html": html("en", BOTH, '<h2 id="there">t</h2><h2 id="été">t</h2>'),
    }
    assert told(pages, "media/a b.png") == []


def test_a_dead_link_is_told_once_at_its_first_page() -> None:
    """The same address on every page is one fault."""
    body = '<a href="/sous/absent/">a</a>'
    pages = {"fr/index.html": html("fr", "", body), "en/index.html": html("en", "", body)}
    assert told(pages) == [("dead-link", "fr/index.html", {"target": "/sous/absent/"})]


def test_a_relative_dead_link_is_told_at_each_page() -> None:
    """What is relative means something else on each page."""
    body = '<a href="absent.png">a</a>'
    pages = {"fr/index.html": html("fr", "", body), "en/index.html": html("en", "", body)}
    assert [(code, path) for code, path, _ in told(pages, "fr/absent.png")] == [
        ("dead-link", "en/index.html")
    ]


def test_a_dead_anchor_is_told() -> None:
    """The page is there and the place in it is not, on the same page or on another."""
    pages = {
        "fr/index.html": html("fr", "", '<a href="#nowhere">a</a><a href="/sous/en/#lost">b</a>'),
        "en/index.html": html("en"),
    }
    assert told(pages) == [
        ("dead-anchor", "fr/index.html", {"target": "/sous/en/#lost", "anchor": "lost"}),
        ("dead-anchor", "fr/index.html", {"target": "#nowhere", "anchor": "nowhere"}),
    ]


def test_a_link_out_of_the_sub_path_is_dead() -> None:
    """Under a path, the root of the host is somebody else's."""
    pages = {"fr/index.html": html("fr", "", '<a href="/fr/">a</a>')}
    assert [code for code, _, _ in told(pages)] == ["dead-link"]


def test_alternates_name_the_page_itself_and_a_default() -> None:
    """Search engines drop a set without one or the other."""
    pages = {
        "fr/index.html": html("fr", alternates(en="en/")),
        "en/index.html": html("en", alternates(fr="fr/", en="en/", x_default="fr/")),
    }
    assert [(code, path) for code, path, _ in told(pages)] == [
        ("alternate-default-missing", "fr/index.html"),
        ("alternate-self-missing", "fr/index.html"),
    ]


def test_an_alternate_that_does_not_answer_is_told() -> None:
    """An address for which there is no page."""
    pages = {"fr/index.html": html("fr", alternates(fr="fr/", en="en/", x_default="fr/"))}
    assert told(pages) == [("alternate-dead", "fr/index.html", {"lang": "en", "target": "en/index.html"})]


def test_an_alternate_that_is_not_said_back_is_told() -> None:
    """Both pages must say it."""
    pages = {
        "fr/index.html": html("fr", BOTH),
        "en/index.html": html("en", alternates(en="en/", x_default="en/")),
    }
    assert ("alternate-not-reciprocal", "fr/index.html") in [(code, path) for code, path, _ in told(pages)]


def test_an_alternate_in_another_language_is_told() -> None:
    """The page that is said to be English says of itself that it is French."""
    pages = {"fr/index.html": html("fr", BOTH), "en/index.html": html("fr", BOTH)}
    values = {"lang": "en", "target": "en/index.html", "found": "fr"}
    assert ("alternate-other-language", "fr/index.html", values) in told(pages)


def test_a_page_is_read_as_it_says() -> None:
    """Language, canonical, indexing, and characters that HTML escapes."""
    head = '<link rel="canonical" href="https://a.example/?b&amp;c"><meta name="robots" content="noindex">'
    page = read_page("a.html", html("ar", head, '<a href="/x?a&amp;b">x</a><p id="d&#39;ici">'))
    assert (page.lang, page.canonical, page.is_indexed) == ("ar", "https://a.example/?b&c", False)
    assert "/x?a&b" in page.links
    assert page.ids == ("d'ici",)


def test_originals_and_borrowers_that_say_the_truth_have_nothing_to_tell() -> None:
    """A page that borrows leads to its original, is not offered, and is named by no page as a translation."""
    links = '<a href="/sous/fr/">fr</a><a href="/sous/en/">en</a><a href="/sous/de/">de</a><p id="a"></p>'
    canonical = f'<link rel="canonical" href="{BASE}/'
    pages = {
        "fr/index.html": html("fr", f'{canonical}fr/">{BOTH}', links),
        "en/index.html": html("en", f'{canonical}en/">{BOTH}', links),
        "de/index.html": html(
            "de", f'{canonical}fr/"><meta name="robots" content="noindex">', f'<main lang="fr">{links}'
        ),
    }
    assert told(pages) == []


def test_what_a_built_site_lists_is_held_against_its_pages(rich_site: Path) -> None:
    """Each original of the small site is in its sitemaps; one taken out, and one too many, are told."""
    pages = {
        path.relative_to(rich_site).as_posix(): read_page(
            path.relative_to(rich_site).as_posix(), path.read_bytes()
        )
        for path in rich_site.rglob("*.html")
    }
    files = {path.relative_to(rich_site).as_posix() for path in rich_site.rglob("*") if path.is_file()}
    listed = listed_in(path.read_bytes() for path in sorted(rich_site.glob("sitemap-*.xml")))
    policies = policies_in((rich_site / "_headers").read_bytes())
    base = pages["fr/index.html"].canonical.removesuffix("/fr/")
    assert listed is not None

    def codes(addresses: frozenset[str]) -> list[str]:
        problems = Problems()
        audit(Built(pages, files, base, addresses, policies), problems)
        return [problem.code for problem in problems]

    assert codes(listed) == []
    assert codes(listed - {f"{base}/fr/"}) == ["sitemap-lacks"]
    borrower = next(page for page in pages.values() if page.canonical and not page.is_indexed)
    assert codes(listed | {f"{base}/{borrower.path.removesuffix('index.html')}"}) == ["sitemap-surplus"]


ONE = "'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='"
"""The digest of a script that is the figure 1, as a browser tells it in its console."""


@pytest.mark.parametrize(
    ("body", "directive", "source"),
    [
        ('<p style="color:red">a</p>', "style-src", "'unsafe-inline'"),
        ("<style>p{}</style>", "style-src", "'unsafe-inline'"),
        ("<script>1</script>", "script-src", ONE),
        ('<script type="module">1</script>', "script-src", ONE),
        ('<a href="/sous/fr/" onclick="x()">a</a>', "script-src", "'unsafe-inline'"),
        ('<script src="https://cdn.example/a.js"></script>', "script-src", "https://cdn.example/a.js"),
        ('<script src="//cdn.example/a.js"></script>', "script-src", "//cdn.example/a.js"),
        ('<script src="data:text/javascript,1"></script>', "script-src", "data:text/javascript,1"),
        (
            '<link rel="stylesheet" href="https://cdn.example/a.css">',
            "style-src",
            "https://cdn.example/a.css",
        ),
        ('<img src="https://cdn.example/a.png" alt="">', "img-src", "https://cdn.example/a.png"),
        ('<img srcset="https://cdn.example/a.png 2x" alt="">', "img-src", "https://cdn.example/a.png"),
        ('<iframe src="https://video.example/1"></iframe>', "frame-src", "https://video.example/1"),
        ('<iframe src="/sous/fr/"></iframe>', "frame-src", "/sous/fr/"),
        ('<object data="/sous/a.pdf"></object>', "object-src", "/sous/a.pdf"),
        ('<video src="/sous/a.mp4"></video>', "media-src", "/sous/a.mp4"),
        ('<form action="https://forms.example/"></form>', "form-action", "https://forms.example/"),
        ('<base href="/sous/en/">', "base-uri", "/sous/en/"),
    ],
)
def test_what_the_policy_refuses_is_told(body: str, directive: str, source: str) -> None:
    """All that is written in the page or comes from elsewhere, once, with the directive that forbids it."""
    pages = {"fr/index.html": html("fr", BOTH, body), "en/index.html": html("en", BOTH, body)}
    broken = [each for each in told(pages, "a.pdf", "a.mp4") if each[0] == "policy-broken"]
    assert broken == [("policy-broken", "fr/index.html", {"directive": directive, "source": source})]


def test_what_the_policy_lets_is_not_told() -> None:
    """The site's own files by any form of their address, pictures in the page, blocks of data."""
    body = (
        f'<link rel="stylesheet" href="{BASE}/a.css"><script src="/sous/a.js" type="module"></script>'
        '<script type="application/ld+json">{}</script><img src="data:image/png;base64,AA" alt="">'
        '<form action="/sous/fr/"></form><p>style="x" onclick="y"</p><p title="style=1">a</p>'
    )
    pages = {"fr/index.html": html("fr", BOTH, body), "en/index.html": html("en", BOTH)}
    assert [each for each in told(pages, "a.css", "a.js") if each[0] == "policy-broken"] == []


HEADERS = b"""/sous/*
  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'
  X-Frame-Options: DENY
/sous/embed/*
  Content-Security-Policy: default-src 'none'; style-src 'self'; frame-ancestors *
/sous/media/*
  X-Robots-Tag: noindex
/sous/admin/*
  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'
"""


@pytest.mark.parametrize(
    ("body", "refused"),
    [
        ('<img src="/sous/a.png" alt="">', {"embed/fr/a/index.html", "admin/lyon/index.html"}),
        ("<style>p{}</style>", {"fr/index.html", "404.html", "embed/fr/a/index.html"}),
        ('<script src="/sous/a.js"></script>', {"embed/fr/a/index.html"}),
        (
            '<script src="https://cdn.example/a.js"></script>',
            {"fr/index.html", "404.html", "embed/fr/a/index.html", "admin/lyon/index.html"},
        ),
        ('<link rel="stylesheet" href="/sous/a.css">', set()),
    ],
)
def test_each_file_of_html_is_held_to_the_policy_of_its_address(body: str, refused: set[str]) -> None:
    """Cards for other sites and the content manager to theirs, as `_headers` has it: the last rule holds."""
    paths = ("404.html", "embed/fr/a/index.html", "admin/lyon/index.html")
    found = set()
    for path in ("fr/index.html", *paths):
        page = {path: read_page(path, html("fr", "", body))}
        own, others = (page, {}) if path == "fr/index.html" else ({}, page)
        problems = Problems()
        audit(Built(own, {"a.png", "a.js", "a.css"}, BASE, None, policies_in(HEADERS), others), problems)
        found |= {each.location.path for each in problems if each.code == "policy-broken"}
    assert found == refused


def test_what_no_rule_gives_a_policy_may_have_nothing() -> None:
    """A file that is answered without a policy would be held to none."""
    page = {"fr/index.html": read_page("fr/index.html", html("fr", "", '<img src="/sous/a.png" alt="">'))}
    problems = Problems()
    audit(Built(page, {"a.png"}, BASE, None, policies_in(b"/autre/*\n  X-A: b\n")), problems)
    assert "policy-broken" in {each.code for each in problems}


def test_a_dead_link_of_a_card_is_told() -> None:
    """What is no page of the site is read too."""
    card = {
        "embed/fr/a/index.html": read_page(
            "embed/fr/a/index.html", html("fr", "", '<a href="/sous/x/">a</a>')
        )
    }
    problems = Problems()
    audit(Built({}, set(card), BASE, others=card), problems)
    assert [(each.code, each.location.path) for each in problems] == [("dead-link", "embed/fr/a/index.html")]


def test_all_html_of_a_site_is_looked_at(rich: Edition, rich_site: Path) -> None:
    """Every file of it that is published, under the policy that the host would answer with."""
    built = gather(rich, UNFILED, NOWHERE, Hands(1)).built
    looked_at = {**built.pages, **built.others}
    rules = read_rules(rich_site / "_headers")
    files = {path.relative_to(rich_site).as_posix() for path in rich_site.rglob("*.html")}
    assert looked_at.keys() == files
    for path in files:
        address = f"/{path.removesuffix('index.html')}"
        given = [
            headers["Content-Security-Policy"]
            for rule, headers in rules
            if address.startswith(rule.removesuffix("*")) and "Content-Security-Policy" in headers
        ]
        assert "; ".join(built.policy_of(path)) == given[-1], path
