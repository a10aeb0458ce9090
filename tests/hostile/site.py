"""The small site of the tests with every vector in every field of every kind and in every construct of Markdown."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

import yaml

from ombrelle.kinds import KINDS
from ombrelle.kinds.base import Kind, Scope, TitledFrontMatter
from ombrelle.kinds.blocks import BLOCKS
from tests.hostile.filled import Filler
from tests.hostile.vectors import Vector
from tests.support.small import copied

DISTRICT = "quartiers/haute-rive"
_IDS = {"actor": "halle", "startup": "alpha", "quartier": "haute-rive", "programme": "excellence"}

CONSTRUCTS = (
    "{v}",
    "Mot {l} mot.",
    "[mot]({l})",
    "[mot](<{l}>)",
    "![mot]({l})",
    "![mot](<{l}>)",
    '[mot](https://a.example "{l}")',
    "[mot](https://a.example '{l}')",
    "[mot](https://a.example ({l}))",
    '[mot](actor:halle "{l}")',
    "[mot](actor:halle#{l})",
    "[{l}](https://a.example)",
    '![{l}](embleme.svg "{l} © {l}")',
    "[mot][r{n}]\n\n[r{n}]: {l}",
    "[mot][r{n}]\n\n[r{n}]: <{l}> '{l}'",
    "[{l}][]\n\n[{l}]: https://a.example",
    "<{l}>",
    "<https://a.example/{l}>",
    "https://a.example/{l} www.a.example/{l} {l}@a.example",
    'Mot\n{{: title="{l}" id="{l}" class="{l}" onclick="hit({n})" style="background:url(//hostile.example/{n})" }}',
    "*mot*{{: {l} }} **mot**{{: onmouseover=hit({n}) }}",
    "## {l} {{#{l}}}",
    "{l}\n---",
    '<a href="{l}" title="{l}" class="{l}" id="{l}" lang="{l}" dir="{l}" hreflang="{l}" aria-label="{l}">mot</a>',
    "<p><a href='{l}' title='{l}' data-x='{l}'>mot</a></p>",
    "<p><img src=\"{l}\" alt='{l}'> <time datetime=\"{l}\">mot</time> <q cite='{l}'>mot</q></p>",
    "`{l}` ``{l}``",
    "    {l}",
    "```{l}\n{v}\n```",
    "~~~ {l}\n{v}\n~~~",
    "a|b\n-|-\n{l}|{l}",
    "mot[^{n}]\n\n[^{n}]: {l}",
    "mot[^{s}]\n\n[^{s}]: mot",
    "{l}\n: {l}",
    "- [ ] {l}\n- {l}\n\n1. {l}",
    "> [!NOTE]\n> {l}\n\n> {l}",
    "**{l}** _{l}_ ~~{l}~~ ***{l}***",
    "\\{l} {e} {ee}",
    "<details><summary>{l}</summary>\n\n{v}\n\n</details>",
    "<div>{l}</div><!-- {l} -->{l}",
    "<p title=\"`\">{l}\n\n</p>\n\n*{l}\n\n<em>{l}*</em>",
    "*[M{n}]: {l}\n\nM{n}",
    "*[{l}]: mot\n\n{l}",
)
_MOST_OF_A_TEXT = 190
_MOST_BLOCKS = 60


def hostile_site(folder: Path, found: Sequence[Vector]) -> Path:
    """A copy of the small site, spoiled by a district."""
    root = copied("rich", folder)
    filler = Filler([each.text for each in found], _IDS, _terms(root))
    count = math.ceil(sum(len(each.text) + 1 for each in found) / filler.room)
    for kind in KINDS:
        for index in range(count):
            _write_entry(root, kind, index, filler)
    for index in range(len(found) // 2):
        _write(root / DISTRICT / "startups" / f"court-{index}.yaml", _short(filler))
    for index, body in enumerate([*_texts(found), *_blocks(filler)]):
        _write_page(root, f"texte-{index}", filler, body)
    return root


def _terms(root: Path) -> dict[str, list[str]]:
    folder = root / "content/vocabularies"
    return {path.stem: list(yaml.safe_load(path.read_text("utf-8"))) for path in sorted(folder.glob("*.yaml"))}


def _write_entry(root: Path, kind: Kind, index: int, filler: Filler) -> None:
    name = f"hostile-{index}"
    home = root / (DISTRICT if Scope.DISTRICT in kind.scopes else "content")
    stem = home / kind.folder / (f"2026-10-{index + 1:02}-{name}" if kind.dated else name)
    if not kind.folder:
        stem = root / "quartiers" / name / "quartier"
        media = stem.parent / "media/embleme.svg"
        media.parent.mkdir(parents=True)
        media.write_bytes((root / DISTRICT / "media/embleme.svg").read_bytes())
    _write(stem.with_name(f"{stem.name}.yaml"), filler.filled(kind.facts))
    head = filler.filled(TitledFrontMatter) if kind.text_required else {"extra": {"x": filler.taken("head", 500)}}
    _write_text(stem.with_name(f"{stem.name}.fr.md"), head, filler.taken(f"body-{kind.name}", 3000))


def _short(filler: Filler) -> dict[str, Any]:
    source = {"title": filler.taken("short-source", 100), "url": "https://hote.example/"}
    return {
        "name": filler.taken("short-name", 60),
        "pitch": {"fr": filler.taken("short-pitch", 120)},
        "website": "https://hote.example/",
        "status": "active",
        "source": source,
        "as_of": "2026",
    }


def _texts(found: Sequence[Vector]) -> Iterator[str]:
    for construct in CONSTRUCTS:
        for start in range(0, len(found), _MOST_OF_A_TEXT):
            yield "\n\n".join(_set(construct, each) for each in found[start : start + _MOST_OF_A_TEXT])


def _set(construct: str, vector: Vector) -> str:
    line = " ".join(vector.text.split())
    values = {"v": vector.text, "l": line, "s": "".join(line.split()), "e": escape(line)}
    return construct.format(n=vector.number, ee=escape(escape(line)), **values)


def _blocks(filler: Filler) -> Iterator[str]:
    """Texts with blocks of each type, as many as it takes for each field to have held every vector."""
    for block in BLOCKS:
        made = [filler.filled(block.model)]
        while filler.is_short(block.model.__name__):
            made.append(filler.filled(block.model))
        for start in range(0, len(made), _MOST_BLOCKS):
            yield "\n\n".join(
                f"```ombrelle {block.name}\n{_yaml(each)}```" for each in made[start : start + _MOST_BLOCKS]
            )


def _write_page(root: Path, name: str, filler: Filler, body: str) -> None:
    _write_text(root / DISTRICT / "pages" / f"{name}.fr.md", {"title": filler.taken("title", 40)}, body)


def _write_text(path: Path, head: dict[str, Any], body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{_yaml(head)}---\n\n{body}\n", encoding="utf-8")


def _write(path: Path, facts: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_yaml(facts), encoding="utf-8")


def _yaml(value: dict[str, Any]) -> str:
    return yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, width=10_000)
