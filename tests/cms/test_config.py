"""The configuration of the content manager, against the schema that its package publishes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from ombrelle.load import load
from ombrelle.load.discover import Role, discover
from ombrelle.load.rights import rights_here
from ombrelle.problems import Problems
from ombrelle.schemas.choices import choices_of
from ombrelle.schemas.cms import Desk, backend_of
from tests.support.tools import ROOT, html_messages

PUBLISHED = ROOT / "node_modules/@sveltia/cms/schema/sveltia-cms.json"


@pytest.fixture(scope="module")
def configs() -> dict[str, Any]:
    problems = Problems()
    content = load(ROOT, discover(ROOT, problems), problems)
    assert content is not None
    backend = backend_of("https://github.com/exemple/ombrelle")
    assert backend is not None
    rights = rights_here(ROOT, Problems())
    desk = Desk(choices_of(content), backend, "Ombrelle", "https://ombrelle.example", rights)
    return dict(desk.configs())


def fields_in(fields: list[Any]) -> Iterator[Any]:
    for field in fields:
        yield field
        yield from fields_in(field.get("fields", []))
        yield from fields_in([field["field"]] if "field" in field else [])


def forms_of(config: Any) -> Iterator[tuple[str, str, list[Any]]]:
    """The folder or file, the extension and the fields of each form."""
    for collection in config["collections"]:
        for item in collection.get("files", [collection]):
            path = item.get("file") or item["folder"]
            yield path, collection.get("extension") or path.rpartition(".")[2], item["fields"]


def test_the_configurations_fit_the_published_schema(configs: dict[str, Any]) -> None:
    """The schema of the very version that is bundled accepts the umbrella's and every district's."""
    validator = Draft7Validator(json.loads(PUBLISHED.read_text(encoding="utf-8")))
    for home in ("", "lyon"):
        assert [error.message[:300] for error in validator.iter_errors(configs[home])] == [], home


def test_the_published_schema_refuses_what_it_does_not_know(configs: dict[str, Any]) -> None:
    """The schema is strict: a wrong key or widget would be seen."""
    validator = Draft7Validator(json.loads(PUBLISHED.read_text(encoding="utf-8")))
    assert not validator.is_valid(configs["lyon"] | {"colections": []})
    assert not validator.is_valid(
        configs["lyon"] | {"collections": [{"name": "a", "folder": 1, "fields": []}]}
    )


def test_each_district_has_its_own(configs: dict[str, Any]) -> None:
    """The umbrella's forms are for content/, a district's for its own folder and no other."""
    districts = {path.name for path in (ROOT / "quartiers").iterdir()}
    assert set(configs) == {"", *districts}
    for home, config in configs.items():
        folder = f"quartiers/{home}/" if home else "content/"
        assert all(path.startswith(folder) for path, _, _ in forms_of(config))


def test_every_entry_has_a_form(configs: dict[str, Any]) -> None:
    """Each file of facts and each text of the content is in one form."""
    places = {
        (path.replace(".{{locale}}", ""), extension)
        for config in configs.values()
        for path, extension, _ in forms_of(config)
    }
    for file in discover(ROOT, Problems()):
        if file.role in {Role.FACTS, Role.TEXT}:
            folder, _, name = file.path.rpartition("/")
            extension = name.rpartition(".")[2]
            assert {(folder, extension), (f"{folder}/quartier.{extension}", extension)} & places, file.path


def test_every_field_speaks_french(configs: dict[str, Any]) -> None:
    """Each field has its name, and says what it is for where it is a field of the model."""
    for path, _, fields in forms_of(configs["lyon"]):
        for field in fields_in(fields):
            assert field["label"], (path, field)


def test_a_field_of_the_umbrella_says_so_to_a_district(configs: dict[str, Any]) -> None:
    """Those that owners.yaml keeps for the umbrella, in each form that has them, and no other."""
    said = "Décidé par l’équipe «\u00a0umbrella\u00a0»"
    reserved = {
        (path, extension): {field["name"] for field in fields if field.get("hint", "").startswith(said)}
        for path, extension, fields in forms_of(configs["lyon"])
    }
    facts = {"name", "status", "labels", "accent", "slug", "redirect_from"}
    assert {form: names for form, names in reserved.items() if names} == {
        ("quartiers/lyon/quartier.yaml", "yaml"): facts,
        ("quartiers/lyon/quartier.{{locale}}.md", "md"): {"slug"},
        ("quartiers/lyon/startups", "yaml"): {"programmes"},
    }
    umbrella = [field for _, _, fields in forms_of(configs[""]) for field in fields]
    assert not [field for field in umbrella if field.get("hint", "").startswith(said)]


def test_the_six_languages_are_there(configs: dict[str, Any]) -> None:
    """Texts are one file per language, and a short text has a field for each."""
    config = configs["lyon"]
    assert config["i18n"]["locales"] == ["fr", "en", "de", "es", "ar", "ja"]
    startup = next(each for each in config["collections"] if each["name"] == "startup-facts")
    pitch = next(field for field in startup["fields"] if field["name"] == "pitch")
    assert [field["name"] for field in pitch["fields"]] == ["same", "fr", "en", "de", "es", "ar", "ja"]
    assert {each["name"] for each in config["collections"] if each.get("i18n")} >= {
        "news-text",
        "quartier-text",
    }


def test_values_are_chosen_by_their_names(configs: dict[str, Any]) -> None:
    """Terms and entries are chosen by name and kept by id."""
    startup = next(each for each in configs["lyon"]["collections"] if each["name"] == "startup-facts")
    fields = {field["name"]: field for field in startup["fields"]}
    assert {"label": "Santé", "value": "health"} in fields["sectors"]["options"]
    assert fields["sectors"]["multiple"]
    assert fields["sectors"]["max"] == 3
    assert "h7" in {option["value"] for option in fields["hosted_by"]["options"]}


@pytest.mark.parametrize(
    ("repository", "backend"),
    [
        ("https://github.com/exemple/ombrelle", {"name": "github", "repo": "exemple/ombrelle"}),
        ("https://github.com/exemple/ombrelle.git", {"name": "github", "repo": "exemple/ombrelle"}),
        ("https://gitlab.com/groupe/sous/ombrelle/", {"name": "gitlab", "repo": "groupe/sous/ombrelle"}),
        ("https://git.exemple.example/a/b", None),
        ("https://github.com/exemple", None),
        (None, None),
    ],
)
def test_the_repository_gives_the_backend(repository: str | None, backend: dict[str, str] | None) -> None:
    """Where the files are is read from the address of the site's repository."""
    assert backend_of(repository) == backend


def test_the_pages_are_made(managed: Path) -> None:
    """A page, a configuration per home and the program, which loads nothing from elsewhere."""
    admin = managed / "public/admin"
    page = (admin / "index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert 'src="/admin/main.js"' in page
    assert "https:" not in page
    homes = sorted(path.parent.name for path in admin.rglob("config.json"))
    assert homes == sorted(["admin", *(path.name for path in (managed / "quartiers").iterdir())])
    assert (admin / "LICENSE.txt").is_file()


def test_it_is_kept_from_search_engines(managed: Path) -> None:
    """No sitemap names it, and its headers ask not to be indexed."""
    public = managed / "public"
    assert not [
        path.name for path in public.glob("sitemap*.xml") if "/admin" in path.read_text(encoding="utf-8")
    ]
    rule = (public / "_headers").read_text(encoding="utf-8").partition("/admin/*\n")[2]
    assert "X-Robots-Tag: noindex" in rule
    assert "Content-Security-Policy: default-src 'none'; script-src 'self'" in rule


def test_the_pages_are_sound(managed: Path) -> None:
    """The Nu Html Checker has nothing to say of them."""
    assert html_messages(managed / "public/admin") == []
