"""A site of which a part of the translations is missing at random, made from one that is whole.

With `tagged`, every text that is left says its own language in itself: `⟦de⟧Willkommen`. So a page can be
held to the truth: whatever stands in it after a tag has to be marked with that language.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

__all__ = ["TAG", "with_missing"]

TAG = re.compile(r"⟦([A-Za-z-]+)⟧")
"""What a tagged text begins with: its language."""

_NAME = re.compile(r"[^.]+\.(?P<lang>[A-Za-z-]+)\.md")
_FORMER = "redirect_from"
"""Former addresses: where a slug is gone, the page may stand there again."""

_TYPED = re.compile(r"(?ms)(^```ombrelle .*?^```$)")
_WORDS_OF_BLOCK = re.compile(r"(?m)^[ -]*(?:label|text|title|alt|caption|role): (?=[^\W\d_])")
_BEGINNING = re.compile(r"(?m)^(#+ |- )?(?=[^\W\d_])")

_LONGEST = 140
"""Of a pitch, with its tag: the shortest bound that a short text has."""


def with_missing(root: Path, folder: Path, *, seed: int, share: float, tagged: bool = False) -> Path:
    """A copy in `folder` of the site at `root`, with its theme, without `share` of its translations.

    The same seed gives the same site. The source language stays whole.
    """
    for name in ("content", "quartiers", "themes"):
        shutil.copytree(root / name, folder / name)
    # Its addresses change with the words that are gone.
    (folder / "content/addresses.txt").unlink(missing_ok=True)
    site = _read((folder / "content/site.yaml").read_text(encoding="utf-8"))
    declared = [each if isinstance(each, str) else each["code"] for each in site["languages"]]
    maker = _Maker(Random(seed), share, declared, tagged)  # noqa: S311 chance is wanted, not secrecy
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".yaml":
            maker.facts(path)
        elif path.suffix == ".md":
            maker.text(path)
    for path in sorted(folder.glob("themes/*/locale")):
        maker.words(path)
    return folder


@dataclass(frozen=True, slots=True)
class _Maker:
    chance: Random
    share: float
    languages: list[str]
    tagged: bool

    def facts(self, path: Path) -> None:
        _write(path, self._data(_read(path.read_text(encoding="utf-8"))))

    def text(self, path: Path) -> None:
        name = _NAME.fullmatch(path.name)
        if name is None:
            return
        lang = name["lang"]
        if self._is_lost(lang):
            path.unlink()
        elif self.tagged:
            _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
            data = _read(head) or {}
            said = {key: self._tag(value, lang) for key, value in data.items() if key in {"title", "summary"}}
            _write(path, data | said, f"---\n{_tagged(body, lang)}", "---\n")

    def words(self, folder: Path) -> None:
        """The words of a theme. English, in which they are written, has a catalogue only to be tagged."""
        template = _words(folder / "messages.pot")
        for lang in self.languages:
            path = folder / f"{lang}.po"
            if path.exists():
                words = _words(path, lang)
            elif self.tagged:
                words = template
                words.locale = lang
                _say_themselves(words)
            else:
                continue
            self._lose_words(words, lang)
            with path.open("wb") as file:
                write_po(file, words, width=0)

    def _lose_words(self, words: Catalog, lang: str) -> None:
        for message in words:
            if not message.id:
                continue
            is_lost = lang != "en" and self._is_lost(lang)
            said: Any = message.string
            many = isinstance(said, tuple)
            forms = ["" if is_lost else self._tag(form, lang) for form in (said if many else [said])]
            message.string = tuple(forms) if many else forms[0]

    def _data(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._data(item) for item in value]
        if not isinstance(value, dict):
            return value
        if self.languages[0] in value and value.keys() <= set(self.languages):
            kept = {lang: form for lang, form in value.items() if not self._is_lost(lang)}
            return {lang: self._tag(form, lang) for lang, form in kept.items()}
        kept = {key: item for key, item in value.items() if key != _FORMER}
        return {key: item if key == "slug" else self._data(item) for key, item in kept.items()}

    def _is_lost(self, lang: str) -> bool:
        return lang != self.languages[0] and self.chance.random() < self.share

    def _tag(self, text: str, lang: str) -> str:
        if not self.tagged:
            return text
        tagged = f"⟦{lang}⟧{text}"
        return tagged[:_LONGEST] if len(text) <= _LONGEST else tagged


def _tagged(body: str, lang: str) -> str:
    """A text with the tag before each paragraph, heading and item, and before the words of its blocks."""
    parts = _TYPED.split(body)
    for index, part in enumerate(parts):
        pattern = _WORDS_OF_BLOCK if index % 2 else _BEGINNING
        parts[index] = pattern.sub(lambda found: f"{found[0]}⟦{lang}⟧", part)
    return "".join(parts)


def _words(path: Path, lang: str | None = None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=lang)


def _say_themselves(words: Catalog) -> None:
    for message in words:
        message.string = message.id if isinstance(message.id, tuple) else str(message.id)


def _read(text: str) -> Any:
    """YAML as the site reads it: every scalar is text."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 it makes lists, maps and text alone


def _write(path: Path, data: Any, after: str = "", before: str = "") -> None:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000) if data else ""
    path.write_text(f"{before}{text}{after}", encoding="utf-8")
