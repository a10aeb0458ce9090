"""The JSON Schemas against every file of the content, and against the faults that the models refuse."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from ombrelle.kinds import KINDS
from ombrelle.load import load
from ombrelle.load.discover import Role, SourceFile, discover
from ombrelle.problems import Problems
from ombrelle.schemas.choices import choices_of
from ombrelle.schemas.files import globs, schemas
from ombrelle.sources.frontmatter import split
from tests.invalid.made import copy_site
from tests.support.tools import ROOT

INVALID = ROOT / "tests/invalid"

# A date, since YAML 1.1 makes dates and JSON has none: an editor sees the text that was written.
_AS_WRITTEN = (date, datetime)


def plain(value: Any) -> Any:
    """A value that YAML has typed, as JSON would hold it."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, _AS_WRITTEN) else value


class Core(yaml.SafeLoader):
    """The types of YAML 1.2's core schema, which editors follow: no dates, and `no` is a word."""


Core.yaml_implicit_resolvers = {}
for _tag, _form, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_form})$"), list(_first))

Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value, _base(node.value)))


def _base(number: str) -> int:
    """Octal and hexadecimal begin with a letter, 0o and 0x; a zero first says nothing."""
    return 0 if number[1:2] in {"o", "x"} else 10


def typed(text: str) -> Any:
    """What editors make of a text."""
    return plain(yaml.load(text, Core)) or {}  # noqa: S506


def typed_as_before(text: str) -> Any:
    """What a reader of YAML 1.1 makes of a text."""
    return plain(yaml.safe_load(text)) or {}


def made(root: Path) -> dict[str, Any]:
    """The schemas of a site, by name."""
    problems = Problems()
    content = load(root, discover(root, problems), problems)
    assert content is not None
    return {
        Path(path).name.removesuffix(".schema.json"): json.loads(text)
        for path, text in schemas(choices_of(content)).items()
    }


def described(root: Path) -> Iterator[tuple[SourceFile, str, str]]:
    """Each file that a schema describes, the name of the schema and the YAML of the file."""
    for file in discover(root, Problems()):
        if file.role is Role.MEDIA:
            continue
        text = (root / file.path).read_text(encoding="utf-8")
        if file.role is Role.TEXT:
            head = split(file.path, text, Problems()).head
            yield file, "front-matter", head.text if head else ""
        else:
            yield file, file.kind.name if file.kind else file.role.value, text


@pytest.fixture(scope="module")
def real() -> dict[str, Any]:
    return made(ROOT)


def faults(schema: Any, value: Any) -> list[str]:
    found = Draft7Validator(schema).iter_errors(value)
    return [f"{'.'.join(map(str, error.path))}: {error.message}" for error in found]


def test_every_schema_is_a_schema(real: dict[str, Any]) -> None:
    """Each is a JSON Schema of draft 7, and each kind has one."""
    assert set(real) == {*(kind.name for kind in KINDS), "site", "glossary", "vocabulary", "front-matter"}
    for schema in real.values():
        Draft7Validator.check_schema(schema)


def test_every_file_of_the_content_fits(real: dict[str, Any]) -> None:
    """No false alarm: the schemas accept each file, however the editor types its scalars."""
    count, wrong = 0, []
    for file, name, text in described(ROOT):
        for value in (typed(text), typed_as_before(text)):
            count += 1
            wrong += [f"{file.path}: {fault}" for fault in faults(real[name], value)]
    assert wrong == []
    assert count > 500


def test_the_committed_schemas_are_current(real: dict[str, Any]) -> None:
    """What is committed enforces what models and vocabularies say; the ids that it proposes may be older."""
    for name, schema in real.items():
        committed = json.loads((ROOT / f"schemas/{name}.schema.json").read_text(encoding="utf-8"))
        assert without_examples(committed) == without_examples(schema), "python build.py schemas"


def without_examples(schema: Any) -> Any:
    if isinstance(schema, dict):
        return {key: without_examples(value) for key, value in schema.items() if key != "examples"}
    return [without_examples(item) for item in schema] if isinstance(schema, list) else schema


def test_every_field_is_said_in_french(real: dict[str, Any]) -> None:
    """Each field of each schema has its name and what it says."""
    for schema in real.values():
        for group in (schema, *schema["definitions"].values()):
            for key, field in group.get("properties", {}).items():
                assert field["title"], key
                assert field["description"], key


def test_terms_have_their_names(real: dict[str, Any]) -> None:
    """A word of a vocabulary comes with its name in French, in the order of the vocabulary."""
    sectors = real["startup"]["properties"]["sectors"]["items"]
    said = dict(zip(sectors["enum"], sectors["enumDescriptions"], strict=True))
    assert said["health"] == "Santé"
    assert next(iter(said)) == "health"


def test_ids_are_proposed_and_not_enforced(real: dict[str, Any]) -> None:
    """An entry added in the same change may be named: its id is not yet among those proposed."""
    startup = typed((ROOT / "quartiers/rennes-saint-malo/startups/cailabs.yaml").read_text(encoding="utf-8"))
    proposed = real["startup"]["properties"]["districts"]["items"]["examples"]
    assert "lyon" in proposed
    assert faults(real["startup"], startup | {"districts": ["un-quartier-tout-neuf"]}) == []


REFUSED = (
    "colour-form",
    "email-form",
    "form-of-value",
    "list-expected",
    "map-expected",
    "missing-field",
    "number-expected",
    "out-of-range",
    "text-expected",
    "too-few",
    "too-many",
    "unknown-choice",
    "unknown-key",
    "unknown-language",
    "unknown-term",
    "url-form",
    "url-without-scheme",
    "yes-or-no-expected",
    "date-form",
    "moment-form",
    "swapped-date",
    "time-missing",
    "fact-in-text",
)
"""Faults of keys, types, lists and forms: all that a schema can say."""


@pytest.mark.parametrize("code", REFUSED)
def test_what_the_models_refuse_the_schemas_refuse(code: str, tmp_path: Path) -> None:
    """Each example of such a fault has a file that its schema refuses, in the base that fits."""
    copy_site(INVALID / "_base", INVALID / "_base", tmp_path / "base")
    copy_site(INVALID / "_base", INVALID / code, tmp_path / "faulty")
    known = made(tmp_path / "base")
    sound, faulty = (
        [fault for _, name, text in described(tmp_path / site) for fault in faults(known[name], typed(text))]
        for site in ("base", "faulty")
    )
    assert sound == []
    assert faulty


def test_the_settings_of_the_editor_name_every_schema() -> None:
    """.vscode/settings.json gives each schema its files, and each YAML file of the content has just one."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {f"./{path}": list(files) for path, files in globs().items()}
    for file, name, _ in described(ROOT):
        if file.role is not Role.TEXT:
            owners = [
                path for path, patterns in globs().items() if any(Path(file.path).match(p) for p in patterns)
            ]
            assert owners == [f"schemas/{name}.schema.json"], file.path


SCALARS = st.one_of(
    st.integers(1, 9999).map(str), st.booleans().map(lambda flag: str(flag).lower()), st.dates().map(str)
)


@given(name=SCALARS, year=st.integers(1, 9999).map("{:04}".format), postcode=st.integers(0, 99999))
def test_text_that_looks_like_something_else_is_text(name: str, year: str, postcode: int) -> None:
    """A name may be a number, a word of YAML or a date, a year a number, a postcode one with a zero first."""
    text = (
        f"name: {name}\nwebsite: https://exemple.example\nstatus: active\npitch: {name}\n"
        f"founded: {year}\nplace: {{city: {name}, postcode: {postcode:05}}}\n"
        f"source: {{title: {name}}}\nas_of: {year}-01\n"
    )
    committed = json.loads((ROOT / "schemas/startup.schema.json").read_text(encoding="utf-8"))
    for value in (typed(text), typed_as_before(text)):
        assert faults(committed, value) == []
