"""The schema files, and which files of the content each one describes."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ombrelle.kinds import KINDS, base, glossary, site, vocabulary
from ombrelle.kinds.base import Kind, Scope
from ombrelle.load.discover import CONTENT, GLOSSARY_FILE, QUARTIERS, SITE_FILE
from ombrelle.schemas.choices import Choices
from ombrelle.schemas.json_schema import Schema, map_schema, model_schema
from ombrelle.schemas.words import word

FOLDER = "schemas"
_HOMES = {Scope.UMBRELLA: CONTENT, Scope.DISTRICT: f"{QUARTIERS}/*"}
_HEAD = "front-matter"


def schemas(choices: Choices) -> Mapping[str, str]:
    """The text of each schema by its path."""
    made = {kind.name: _of_kind(kind, choices) for kind in KINDS}
    made["site"] = model_schema(site.Site, word("site"), SITE_FILE, choices)
    made["vocabulary"] = map_schema(vocabulary.Term, word("vocabulary"), word("vocabulary-text"), choices)
    made["glossary"] = map_schema(glossary.GlossaryTerm, word("glossary"), word("glossary-text"), choices)
    made[_HEAD] = model_schema(base.FrontMatter, word("text"), word("text-text"), choices)
    return {schema_path(name): _json(schema) for name, schema in made.items()}


def globs() -> Mapping[str, tuple[str, ...]]:
    """The YAML files that each schema describes, by the path of the schema.

    That of front matter is not here: editors know no YAML inside Markdown.
    """
    found = {schema_path(kind.name): _globs_of(kind) for kind in KINDS}
    return found | {
        schema_path("site"): (SITE_FILE,),
        schema_path("glossary"): (GLOSSARY_FILE,),
        schema_path("vocabulary"): (f"{CONTENT}/vocabularies/*.yaml",),
    }


def schema_path(name: str) -> str:
    """Where the schema of a kind, of the site, of vocabularies or of front matter stands."""
    return f"{FOLDER}/{name}.schema.json"


def _of_kind(kind: Kind, choices: Choices) -> Schema:
    return model_schema(kind.facts, word(kind.name), ", ".join(_globs_of(kind)), choices)


def _globs_of(kind: Kind) -> tuple[str, ...]:
    if not kind.folder:
        return (f"{QUARTIERS}/*/quartier.yaml",)
    return tuple(f"{home}/{kind.folder}/*.yaml" for scope, home in _HOMES.items() if scope in kind.scopes)


def _json(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
