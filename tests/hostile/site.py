"""The small site of the tests, every vector in every field of every kind and construct of Markdown."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

import yaml

from ombrelle.kinds import KINDS
from ombrelle.kinds.base import Kind, Scope, TitledFrontMatter
from ombrelle.kinds.blocks import BLOCKS
from ombrelle.sources.yaml import parse
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
    'Mot\n{{: title="{l}" id="{l}" class="{l}" onclick="hit({n})" style="list-style:url(//h)" }}',
    "*mot*{{: {l} }} **mot**{{: onmouseover=hit({n}) }}",
    "## {l} {{#{l}}}",
    "{l}\n---",
    '<a href="{l}" title="{l}" class="{l}" id="{l}" lang="{l}" dir="{l}" hreflang="{l}">mot</a>',
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
    '<p title="`">{l}\n\n</p>\n\n*{l}\n\n<em>{l}*</em>',
    "*[M{n}]: {l}\n\nM{n}",
    "*[{l}]: mot\n\n{l}",
)
_END = "\n\n-->]]>?></textarea>"
"""What ends any HTML that a vector leaves open, so that it hides nothing of those that follow."""

_BOUNDS: tuple[tuple[Callable[[str], int], int], ...] = (
    (len, 120_000),
    (lambda text: text.count("<"), 1_500),
    (lambda text: text.count("<!") + text.count("<?"), 90),
    (lambda text: text.count("*["), 190),
    (lambda text: text.count("]:") + text.count("[^"), 900),
    (lambda text: text.startswith("```ombrelle"), 55),
)
"""What of a text is counted, and how much of it one may have: below the bounds of texts."""


def hostile_site(folder: Path, found: Sequence[Vector]) -> Path:
    """A copy of the small site, spoiled by a district."""
    root = _in_french(copied("rich", folder))
    filler = Filler([each.text for each in found], _IDS, _terms(root))
    count = math.ceil(sum(len(each.text) + 1 for each in found) / filler.room)
    for kind in KINDS:
        for index in range(count):
            _write_entry(root, kind, index, filler)
    for index in range(len(found) // 2):
        _write(root / DISTRICT / "startups" / f"court-{index}.yaml", _short(filler))
    for index, body in enumerate([*_packed(_texts(found)), *_packed(_blocks(filler))]):
        _write_page(root, f"texte-{index}", filler, body)
    return root


def _terms(root: Path) -> dict[str, list[str]]:
    folder = root / "content/vocabularies"
    return {
        path.stem: list(yaml.safe_load(path.read_text("utf-8"))) for path in sorted(folder.glob("*.yaml"))
    }


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
    head = (
        filler.filled(TitledFrontMatter)
        if kind.text_required
        else {"extra": {"x": filler.taken("head", 500)}}
    )
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


def _in_french(root: Path) -> Path:
    """A site without its other languages: a page in each would say nothing more."""
    for path in sorted(root.rglob("*.*")):
        if path.suffix == ".md" and not path.name.endswith(".fr.md"):
            path.unlink()
        elif path.suffix == ".yaml":
            _write(path, _only_french(parse(path.read_text(encoding="utf-8")).value))
    return root


def _only_french(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _only_french(each) for key, each in value.items() if key not in {"en", "ar"}}
    if isinstance(value, list):
        return [_only_french(each) for each in value if not isinstance(each, dict) or "fallbacks" not in each]
    return value


def _texts(found: Sequence[Vector]) -> Iterator[str]:
    for construct in CONSTRUCTS:
        yield from (_set(construct, each) + _END for each in found)


def _packed(pieces: Iterable[str]) -> Iterator[str]:
    """Pieces together in texts that keep the bounds of a text."""
    packed: list[str] = []
    counts = [0] * len(_BOUNDS)
    for piece in pieces:
        own = [count(piece) for count, _ in _BOUNDS]
        if any(now + more > most for now, more, (_, most) in zip(counts, own, _BOUNDS, strict=True)):
            yield "\n\n".join(packed)
            packed, counts = [], [0] * len(_BOUNDS)
        packed.append(piece)
        counts = [now + more for now, more in zip(counts, own, strict=True)]
    yield "\n\n".join(packed)


def _set(construct: str, vector: Vector) -> str:
    line = " ".join(vector.text.split())
    values = {"v": vector.text, "l": line, "s": "".join(line.split()), "e": escape(line)}
    return construct.format(n=vector.number, ee=escape(escape(line)), **values)


def _blocks(filler: Filler) -> Iterator[str]:
    """Blocks of each type, as many as it takes for each field to have held every vector."""
    filler.room = 150
    for block in BLOCKS:
        made = [filler.filled(block.model)]
        while filler.is_short(block.model.__name__):
            made.append(filler.filled(block.model))
        yield from (f"```ombrelle {block.name}\n{_yaml(each)}```" for each in made)


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
