"""The table “Where each change is made” of ARCHITECTURE.md: each row adds its thing and builds."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from ombrelle.build import build
from ombrelle.cli import main
from tests.support.html import read
from tests.support.small import SITES, THEME, command_of, copied, found, options, write
from tests.support.tools import ROOT

LANGUAGES = ("fr", "en", "ar")
DAY = ("--date", "2026-11-01", "--jobs", "1")


def built(root: Path, out: Path, **changes: Any) -> Path:
    """The site of `root` in `out`; nothing may be wrong with it."""
    result = build(options(root, out, **changes))
    if result.manifest is None or found(result.problems):
        pytest.fail("\n".join(map(repr, result.problems)), pytrace=False)
    return out


def themes(folder: Path, child: str = "") -> Path:
    """A copy of the real theme to be changed, or a new theme beside it that completes it."""
    parent = Path(shutil.copytree(THEME, folder / "themes/marque-ombrelle"))
    if not child:
        return parent
    write(folder / "themes" / child, "theme.toml", f'name = "{child}"\nextends = "marque-ombrelle"\n')
    return folder / "themes" / child


def program(folder: Path) -> Path:
    """A copy of the generator to be changed."""
    shutil.copytree(ROOT / "ombrelle", folder / "ombrelle", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "build.py", folder / "build.py")
    return folder / "ombrelle"


def insert(file: Path, after: str, line: str) -> None:
    """Add a line after another, which stands once in the file."""
    text = file.read_text(encoding="utf-8")
    assert text.count(after) == 1, (file, after)
    file.write_text(text.replace(after, after + line), encoding="utf-8")


def run(folder: Path, root: Path, out: Path, theme: Path = THEME) -> str:
    """Build with the copied generator; what it said when something is wrong."""
    places = ("--root", root, "--out", out, "--theme", theme)
    done = command_of(folder / "build.py", *places, "--lang", "en", *DAY)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_a_startup_is_one_file(tmp_path: Path) -> None:
    """Its page in every language, its card on the district's page, its place in the data and the sitemap."""
    root = copied("rich", tmp_path)
    write(
        root,
        "quartiers/valmont/startups/nouvelle.yaml",
        """
        name: Nouvelle
        website: https://nouvelle.example
        status: active
        sectors: [health]
        pitch: {fr: Elle arrive, en: It arrives, ar: إنها قادمة}
        source: {title: Gazette d’essai}
        as_of: 2026
        """,
    )
    out = built(root, tmp_path / "public")
    for lang in LANGUAGES:
        assert (out / lang / "startups/nouvelle/index.html").is_file()
        assert f"/{lang}/startups/nouvelle/" in (out / f"sitemap-{lang}.xml").read_text(encoding="utf-8")
    district = read(out / "fr/quartiers/valmont/index.html")
    assert district.all("a", href="/fr/startups/nouvelle/")
    data = json.loads((out / "data/v1/startups.json").read_text(encoding="utf-8"))
    assert "nouvelle" in [item["id"] for item in data["items"]]


DEMO_VILLE = """\
name: Demo-Ville
status: labelled
places:
  - {name: Demo-Ville, lat: 46.6, lon: 0.34}
summary:
  fr: Un quartier d’essai.
  en: A test district.
  de: Ein Testquartier.
  es: Un distrito de prueba.
  ar: حي تجريبي.
  ja: 試験用の地区です。
contacts:
  general: {email: demo@ombrelle.example}
"""
WORDS = {"fr": "quartiers", "en": "districts", "de": "quartiere", "es": "distritos"}


@pytest.mark.site
def test_a_district_is_one_file_of_fifteen_lines(real_site: Path, tmp_path: Path) -> None:
    """On the real site: page, point on the map, card, panel, sitemap, data, in every language."""
    assert len(DEMO_VILLE.splitlines()) <= 15
    for folder in ("content", "quartiers"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    write(tmp_path, "quartiers/demo-ville/quartier.yaml", DEMO_VILLE)
    out = tmp_path / "public"
    result = build(options(tmp_path, out, jobs=2, cache=ROOT))
    assert result.manifest is not None, list(result.problems)[:3]
    languages = [path.name.removeprefix("sitemap-")[:-4] for path in real_site.glob("sitemap-*.xml")]
    assert len(languages) == 6
    for lang in languages:
        (page,) = (out / lang).glob("*/demo-ville/index.html")
        url = f"/{page.parent.relative_to(out).as_posix()}/"
        if lang in WORDS:
            assert url == f"/{lang}/{WORDS[lang]}/demo-ville/"
        home = read(out / lang / "index.html")
        assert [link for link in home.one("main").all("a", href=url) if link.text == "Demo-Ville"]
        # The map: a link to the district inside a drawing.
        assert [link for drawing in home.one("main").all("svg") for link in drawing.all("a", href=url)]
        assert read(page.parent.parent / "index.html").one("main").all("a", href=url)
        assert url in (out / f"sitemap-{lang}.xml").read_text(encoding="utf-8")
    assert (out / "brand/district-demo-ville.svg").is_file()
    item = next(
        it
        for it in json.loads((out / "data/v1/quartiers.json").read_text(encoding="utf-8"))["items"]
        if it["id"] == "demo-ville"
    )
    assert set(item["url"]) == set(item["summary"]) == set(languages)
    assert "demo-ville" in (out / "data/v1/quartiers.csv").read_text(encoding="utf-8-sig")
    assert "demo-ville" in (out / "data/v1/quartiers.geojson").read_text(encoding="utf-8")


def test_a_language_is_a_line_and_a_catalogue(tmp_path: Path) -> None:
    """Portuguese stands under its prefix, in the switcher and in the data; what is not said is borrowed."""
    root, theme = copied("rich", tmp_path), themes(tmp_path)
    insert(root / "content/site.yaml", "  - {code: ar, fallbacks: [fr, en]}\n", "  - pt\n")
    assert main(["words", "--root", str(root), "--theme", str(theme), "--lang", "en"]) == 0
    catalogue = theme / "locale/pt.po"
    text, word = catalogue.read_text(encoding="utf-8"), 'msgid "Skip to the content"\nmsgstr "'
    assert text.count(word) == 1
    catalogue.write_text(text.replace(word, f"{word}Saltar para o conteúdo"), encoding="utf-8")
    out = built(root, tmp_path / "public", theme=theme)
    home = read(out / "pt/index.html")
    assert home.one("html").language == ("pt", "ltr")
    assert home.all("a")[0].text == "Saltar para o conteúdo"
    assert read(out / "fr/index.html").all("a", href="/pt/", lang="pt")
    assert "/pt/" in json.loads((out / "data/v1/startups.json").read_text("utf-8"))["items"][0]["url"]["pt"]


def test_a_component_is_one_folder(tmp_path: Path) -> None:
    """Its macro can be called, and its styles are in the style sheet, with no other file to change."""
    theme = themes(tmp_path)
    called = '{% from "components/bell/bell.html" import bell %}{{ bell("ding") }}\n'
    macro = '{% macro bell(word) %}\n<p class="bell">{{ word }}</p>\n{% endmacro %}\n'
    write(theme, "components/bell/bell.html", macro)
    write(theme, "components/bell/bell.css", "@layer components { .bell { color: teal; } }\n")
    write(theme, "components/bell/examples.html", called)
    insert(theme / "templates/home.html", "{% block main %}\n", called)
    out = built(SITES / "smallest", tmp_path / "public", theme=theme)
    assert [it.text for it in read(out / "fr/index.html").all("p", class_="bell")] == ["ding"]
    name = read(out / "fr/index.html").all("link", rel="stylesheet")[0]["href"]
    assert ".bell" in (out / name.strip("/")).read_text(encoding="utf-8")


def test_a_second_theme_is_a_folder_beside(tmp_path: Path) -> None:
    """It says what it completes, and has only what differs: the rest is the first theme's, byte for byte."""
    theme = themes(tmp_path, "marque-autre")
    write(
        theme,
        "templates/not-found.html",
        '{% extends "base.html" %}{% block main %}<h1>{{ view.lang }}</h1>{% endblock %}\n',
    )
    first = built(SITES / "smallest", tmp_path / "one", theme=tmp_path / "themes/marque-ombrelle")
    second = built(SITES / "smallest", tmp_path / "two", theme=theme)
    paths = {path.relative_to(first) for path in first.rglob("*") if path.is_file()}
    others = {path.relative_to(second) for path in second.rglob("*") if path.is_file()}
    # The page that is another one shows other components: it has other styles.
    assert {path.suffix for path in paths ^ others} <= {".css"}
    changed = [path for path in paths & others if (first / path).read_bytes() != (second / path).read_bytes()]
    assert {path.as_posix() for path in changed} == {"404.html", "fr/404.html", "en/404.html"}
    assert read(second / "en/404.html").one("h1").text == "en"


def test_a_kind_of_content_is_a_file_a_line_and_a_template(tmp_path: Path) -> None:
    """People, say: discovered, validated, routed, listed and shown in every language."""
    package, root, theme = program(tmp_path), copied("smallest", tmp_path), themes(tmp_path, "autre")
    write(
        package,
        "kinds/person.py",
        '''
        """Somebody, as published for their role."""

        from __future__ import annotations

        from typing import ClassVar

        from ombrelle.kinds.base import Facts, Kind, QuartierId
        from ombrelle.kinds.values import LocalText


        class Person(Facts):
            title_field: ClassVar[str] = "name"
            summary_field: ClassVar[str] = "role"

            name: str
            role: LocalText
            districts: tuple[QuartierId, ...] = ()


        KIND = Kind(name="person", folder="people", facts=Person, route=("people",), schema_type="Person")
        ''',
    )
    registry = package / "kinds/__init__.py"
    insert(registry, "    page.KIND,\n", "    person.KIND,\n")
    insert(registry, "import actor, ", "person, ")
    write(
        theme,
        "templates/person.html",
        '{% extends "base.html" %}{% block main %}<h1>{{ view.title | say }}</h1>'
        "<p>{{ view.main.summary | say }}</p>{% endblock %}\n",
    )
    person = "name: Dominique Essai\nrole: {fr: Élue, en: Councillor}\ndistricts: [val-clair]\n"
    write(root, "content/people/dominique.yaml", person)
    assert run(tmp_path, root, tmp_path / "public", theme) == ""
    for lang, role in (("fr", "Élue"), ("en", "Councillor")):
        page = read(tmp_path / "public" / lang / "people/dominique/index.html")
        assert page.one("main").text == f"Dominique Essai{role}"
        listing = read(tmp_path / "public" / lang / "people/index.html")
        assert listing.all("a", href=f"/{lang}/people/dominique/")
    write(root, "content/people/dominique.yaml", person.replace("role:", "rôle:"))
    assert "content/people/dominique.yaml:2:1" in run(tmp_path, root, tmp_path / "public", theme)


def test_a_type_of_block_is_its_model_its_view_and_its_dress(tmp_path: Path) -> None:
    """A remark, say: read and checked in a text, shown by the theme in the language of the text."""
    package, root, theme = program(tmp_path), copied("smallest", tmp_path), themes(tmp_path)
    models = package / "kinds/blocks.py"
    base = 'class Block(Model):\n    """What a block says."""\n'
    insert(models, base, '\n\nclass RemarkBlock(Block):\n    """An aside."""\n\n    text: Sentences\n')
    insert(models, '    BlockType("contacts", ContactsBlock),\n', '    BlockType("remark", RemarkBlock),\n')
    fields = "    type: str\n    level: int\n    text: Phrase\n"
    view = f"\n@dataclass(frozen=True, slots=True)\nclass Remark:\n{fields}\n"
    insert(package / "views/blocks.py", "import Card, Contact, Figure, Link, Picture, Source\n", view)
    maker = "lambda it, block: blocks.Remark(it.type, it.level, it.phrase(block.text))"
    insert(package / "views/of_blocks.py", '    "contacts": _Teller.contacts,\n', f'    "remark": {maker},\n')
    dress = '{% elif item.type == "remark" %}\n<p class="remark">{{ item.text | say }}</p>\n'
    insert(theme / "components/blocks/blocks.html", "{{ contacts(item.contacts, item.level) }}\n", dress)
    text = "---\ntitle: Ici\nsummary: Ici.\n---\n\nUn mot.\n\n```ombrelle remark\ntext: Entre nous.\n```\n"
    write(root, "content/pages/ici.fr.md", text)
    assert run(tmp_path, root, tmp_path / "public", theme) == ""
    page = read(tmp_path / "public/en/ici/index.html")
    assert page.one("p", class_="remark").one("span").language == ("fr", "ltr")
    write(root, "content/pages/ici.fr.md", text.replace("text:", "texte:"))
    assert "content/pages/ici.fr.md:9:1" in run(tmp_path, root, tmp_path / "public", theme)


def test_an_output_format_is_a_file_and_a_line(tmp_path: Path) -> None:
    """It is given the edition, and its files are published with the others."""
    package = program(tmp_path)
    write(
        package,
        "outputs/humans.py",
        '''
        """Who made the site: https://humanstxt.org."""

        from __future__ import annotations

        from collections.abc import Iterator

        from ombrelle.outputs.output import Output
        from ombrelle.views.edition import Edition


        def outputs(edition: Edition) -> Iterator[Output]:
            """The file humans.txt."""
            yield Output("humans.txt", f"{len(edition.routes.pages)} pages\\n".encode())
        ''',
    )
    registry = package / "outputs/__init__.py"
    insert(registry, "    headers.outputs,\n", "    humans.outputs,\n")
    insert(registry, "import Callable, Iterator\n", "from ombrelle.outputs import humans\n")
    assert run(tmp_path, SITES / "smallest", tmp_path / "public") == ""
    assert (tmp_path / "public/humans.txt").read_text(encoding="utf-8") == "19 pages\n"


def test_a_check_is_a_file_a_line_and_its_words(tmp_path: Path) -> None:
    """It reads the built pages, and what it finds stops the release like any other fault."""
    package = program(tmp_path)
    write(
        package,
        "audit/brevity.py",
        '''
        """No page is too long to be read."""

        from __future__ import annotations

        from ombrelle.audit.page import Built
        from ombrelle.problems import Location, Problems


        def check_brevity(built: Built, problems: Problems) -> None:
            """Tell each page that has many links."""
            for page in built.pages.values():
                if len(page.links) > 3:
                    problems.add("page-too-long", Location(page.path), count=len(page.links))
        ''',
    )
    registry = package / "audit/__init__.py"
    insert(registry, "import Callable\n", "from ombrelle.audit.brevity import check_brevity\n")
    insert(registry, "    check_links,\n", "    check_brevity,\n")
    words = '[page-too-long]\nseverity = "error"\n'
    for lang in ("fr", "en"):
        words += f'[page-too-long.{lang}]\ntitle = "Long"\nmessage = "{{count}} links."\nhint = "Cut."\n'
    write(package, "problems/codes/brevity.toml", words)
    said = run(tmp_path, SITES / "smallest", tmp_path / "public")
    assert "page-too-long" in said
    assert not (tmp_path / "public").exists()


def test_a_field_is_its_model_and_where_it_is_shown(tmp_path: Path) -> None:
    """Model, view and template; validation, schema and data follow by themselves."""
    package, root, theme = program(tmp_path), copied("rich", tmp_path), themes(tmp_path)
    insert(package / "kinds/startup.py", "    pitch: LocalText\n", "    motto: LocalText | None = None\n")
    insert(
        package / "views/of_startups.py",
        "        pitch=context.pick(facts.pitch),\n",
        "        motto=context.pick(facts.motto),\n",
    )
    insert(package / "views/entries.py", "    pitch: Phrase\n", "    motto: Phrase\n")
    shown = '<p id="motto">{{ view.main.motto | say }}</p>\n'
    insert(theme / "templates/startup.html", "{% block main %}\n", shown)
    gamma = root / "quartiers/port-clair/startups/gamma.yaml"
    gamma.write_text(
        gamma.read_text(encoding="utf-8") + "motto: {fr: Compter juste, en: Count right}\n", encoding="utf-8"
    )
    out = tmp_path / "public"
    assert run(tmp_path, root, out, theme) == ""
    assert read(out / "en/startups/gamma/index.html").one(id="motto").text == "Count right"
    data = out / "data/v1"
    assert "motto_en" in (data / "startups.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert "motto" in json.loads((data / "startups.schema.json").read_text(encoding="utf-8"))["properties"]
