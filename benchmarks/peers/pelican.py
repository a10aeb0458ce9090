"""Pelican, with the theme of `benchmarks/peers/pelican`: its articles are the same companies.

An article is one company in one language; its category and its tags are the paths of the lists that name it,
so that each language has lists of its own without a plugin. Pelican brings no forms of amounts and dates by
language, so that these are written beforehand into what it is given. Its feeds are off, as those of Hugo are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency

from benchmarks.peers.content import (
    ADDRESS,
    NAMES,
    PAGE_SIZE,
    SITE_NAME,
    facts,
    find,
    headcounts,
    titles,
    words,
    write,
)
from benchmarks.synthetic import Company, Size, companies

SITE = Path(__file__).with_name("pelican")
"""Its theme."""

_COMPANY = "{lang}/startups/{slug}/"
_SETTINGS = {
    "SITEURL": ADDRESS,
    "SITENAME": SITE_NAME,
    "TIMEZONE": "UTC",
    "THEME": "theme",
    "MARKDOWN": {
        "extension_configs": {f"markdown.extensions.{name}": {} for name in ("tables", "toc", "meta")},
        "output_format": "html5",
    },
    "PAGE_PATHS": ["pages"],
    "DIRECT_TEMPLATES": ["sitemap"],
    "SITEMAP_SAVE_AS": "sitemap.xml",
    "DEFAULT_PAGINATION": PAGE_SIZE,
    "PAGINATION_PATTERNS": [
        (1, "{url}", "{save_as}"),
        (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
    ],
    **{f"ARTICLE{form}_URL": _COMPANY for form in ("", "_LANG")},
    **{f"ARTICLE{form}_SAVE_AS": f"{_COMPANY}index.html" for form in ("", "_LANG")},
    # A list stands where its name says.
    **{f"{kind}_URL": "{slug}/" for kind in ("CATEGORY", "TAG")},
    **{f"{kind}_SAVE_AS": "{slug}/index.html" for kind in ("CATEGORY", "TAG")},
    **{f"{kind}_REGEX_SUBSTITUTIONS": [] for kind in ("CATEGORY", "TAG")},
    # A text in another language is an article like the others, and is in the lists.
    **{f"{kind}_TRANSLATION_ID": None for kind in ("ARTICLE", "PAGE")},
    **{f"{kind}_FEED_ATOM": None for kind in ("CATEGORY", "TRANSLATION", "AUTHOR")},
    "FEED_ALL_ATOM": None,
    "AUTHOR_FEED_RSS": None,
}


def find_program() -> str | None:
    """The program: what PELICAN names, else that of this Python or of the path; None if none."""
    return find("pelican")


def write_site(root: Path, size: Size) -> Path:
    """Write the site below `root`; gives `root`."""
    return write(SITE, root, _files(size))


def command(program: str, root: Path, out: Path) -> list[str]:
    """What builds the site from nothing: no cache, the folder emptied."""
    settings = ["--settings", str(root / "pelicanconf.py"), "--output", str(out)]
    return [
        program,
        str(root / "content"),
        *settings,
        "--delete-output-directory",
        "--ignore-cache",
        "--quiet",
    ]


def _files(size: Size) -> Iterator[tuple[str, str]]:
    yield "pelicanconf.py", "".join(f"{name} = {value!r}\n" for name, value in _settings(size).items())
    for path, title in titles(size).items():
        lang, _, kind = path.partition("/")
        if kind in {"quartiers", "sectors"}:
            yield f"content/pages/{lang}-{kind}.md", _page(path, title)
    counts = headcounts()
    for company in companies(size):
        for lang, text in company.texts.items():
            head = _head(_article(company, lang, counts))
            yield f"content/{lang}/{company.id}.md", f"{head}\n{text}"


def _settings(size: Size) -> dict[str, object]:
    """The settings, and what the theme says in each language."""
    return {
        **_SETTINGS,
        "LANGUAGES": {lang: NAMES[lang] for lang in size.codes},
        "WORDS": {lang: words(lang) for lang in size.codes},
        "TITLES": titles(size),
    }


def _article(company: Company, lang: str, counts: Mapping[str, Mapping[str, str]]) -> dict[str, object]:
    """The facts, and the lists that name the company."""
    shown = facts(company, lang, counts)
    del shown["quartiers"], shown["sectors"]
    return {
        **shown,
        "raised": _amount(company.amount, lang),
        "day": format_date(date.fromisoformat(company.day), "long", lang),
        "slug": company.id,
        "lang": lang,
        "category": f"{lang}/quartiers/{company.district}",
        "tags": f"{lang}, {lang}/startups, {lang}/sectors/{company.sector}",
    }


def _amount(euros: int, lang: str) -> str:
    """An amount in the form of a language, without cents."""
    pattern = Locale.parse(lang).currency_formats["standard"].pattern.replace(".00", "")
    return format_currency(euros, "EUR", pattern, lang, currency_digits=False)


def _page(path: str, title: str) -> str:
    """The list of the districts or of the sectors of a language, which the theme makes."""
    where = {"slug": path.replace("/", "-"), "url": f"{path}/", "save_as": f"{path}/index.html"}
    return _head({"title": title, "lang": path[:2], "template": "terms", **where})


def _head(values: Mapping[str, object]) -> str:
    return "".join(f"{key}: {value}\n" for key, value in values.items())
