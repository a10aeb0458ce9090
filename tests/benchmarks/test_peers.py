"""What Hugo is measured beside: the same companies, and a theme that shows what its site shows."""

from __future__ import annotations

from pathlib import Path

import yaml

from benchmarks.peers import hugo
from benchmarks.plainly import main
from benchmarks.synthetic import Size, companies, write_site
from tests.support.html import read

SIZE = Size(30, 2)


def test_the_plain_theme_builds_and_shows_every_fact(tmp_path: Path) -> None:
    """Name, pitch, district, sector, year, and the whole text, in each language."""
    root, out = write_site(tmp_path / "site", SIZE), tmp_path / "out"
    assert main([str(root), str(out)]) == 0
    for company in companies(SIZE):
        for lang in SIZE.codes:
            page = read((out / lang / "startups" / company.id / "index.html").read_bytes())
            text = " ".join(page.text.split())
            assert company.name in text
            assert str(company.founded) in text
            assert company.pitches[lang].rstrip(".") in text.replace("\u202f", " ").replace("\xa0", " ")
            links = {link.attributes["href"] for link in page.all("a")}
            assert company.website in links


def test_hugo_is_given_the_same_companies(tmp_path: Path) -> None:
    """A file for each company and language, with the same facts and the same text."""
    root = hugo.write_site(tmp_path, SIZE)
    for company in companies(SIZE):
        for lang, text in company.texts.items():
            written = (root / f"content/{lang}/startups/{company.id}.md").read_text(encoding="utf-8")
            _, head, body = written.split("---\n", 2)
            facts = yaml.safe_load(head)
            assert body.strip() == text.strip()
            assert (facts["title"], facts["pitch"]) == (company.name, company.pitches[lang])
            assert (facts["quartiers"], facts["sectors"]) == ([company.district], [company.sector])


def test_every_layout_of_hugo_has_its_words() -> None:
    """No language lacks a word that the templates ask for."""
    keys = {path.stem: path.read_text(encoding="utf-8").count("[") for path in (hugo.SITE / "i18n").iterdir()}
    assert set(keys.values()) == {8}
    assert set(keys) >= {"fr", "en", "de", "ar", "es", "ja"}
