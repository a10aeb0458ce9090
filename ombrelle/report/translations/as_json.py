"""Translations as a program reads them: a JSON array, by language and then by path."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ombrelle.translations.freshness import Finding
from ombrelle.translations.survey import Item
from ombrelle.translations.wording import line_of


def format_json(items: Iterable[Item]) -> str:
    """An array of `{id, kind, language, state, path, source_path, is_promised, blocks}`.

    `is_promised` is false for a text that is missing and that the site does not promise in that language.
    Paths are from the root, with forward slashes, "" for none. A block is `{place, state, then, now,
    translation, line, source_line}`: `then` is the source that the translation was made from, and the lines,
    from 1, are those of the translation and of the source; 0 and "" stand for what there is not.
    """
    return json.dumps([_item(item) for item in items], indent=2, ensure_ascii=False)


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.unit.id,
        "kind": item.unit.kind,
        "language": item.unit.language,
        "state": item.state.value,
        "path": item.unit.path,
        "source_path": item.unit.source_path,
        "is_promised": not item.is_beyond,
        "blocks": [_block(found) for found in item.blocks],
    }


def _block(found: Finding) -> dict[str, str | int]:
    return {
        "place": found.place,
        "state": found.state.value,
        "then": found.then,
        "now": found.source.text if found.source else "",
        "translation": found.translation.text if found.translation else "",
        "line": line_of(found),
        "source_line": found.source.line if found.source else 0,
    }
