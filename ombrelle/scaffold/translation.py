"""The beginning of a translation: what the source says, at the place of the translation.

A long text is a new file, a copy of the source that is a draft until it is translated. The short texts of a
YAML file are lines in comments. So nothing is published as a translation that is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from ombrelle.kinds.marks import Marked, marked
from ombrelle.kinds.values import LocalText
from ombrelle.load.discover import Role, SourceFile, discover
from ombrelle.load.entry import Content
from ombrelle.problems import Location, Problems
from ombrelle.scaffold.plan import Refusal
from ombrelle.scaffold.short_texts import prepared
from ombrelle.scaffold.yaml_text import write
from ombrelle.sources.edits import read_raw
from ombrelle.sources.files import read_text
from ombrelle.sources.frontmatter import split

_COMMENTS = {
    "fr": (
        "Quand la traduction est prête, effacez cette ligne et la suivante\u00a0: "
        "jusque-là, seul l’aperçu la montre.",
        "Le mot de l’adresse, à traduire aussi\u00a0: ôtez ensuite le «\u00a0#\u00a0».",
    ),
    "en": (
        "When the translation is ready, delete this line and the next: until then only the preview shows it.",
        "The word of the address, to be translated too: then take away the “#”.",
    ),
}


@dataclass(frozen=True, slots=True)
class Begun:
    """The files as they will be by their paths, those that are new, and the lines that wait in the others."""

    texts: Mapping[str, str]
    new: tuple[str, ...]
    lines: tuple[Location, ...]


def languages_left(root: Path, content: Content, word: str) -> tuple[str, ...]:
    """The languages into which what `word` names can still be translated."""
    return tuple(code for code in content.languages.codes if _can_begin(root, content, word, code))


def begin_translation(root: Path, content: Content, word: str, lang: str, speech: str) -> Begun:
    """Begin to translate into `lang` what `word` names: a file, or an entry with all of its files.

    The comments are in `speech`, `fr` or `en`. Refusal when there is nothing to begin.
    """
    codes = content.languages.codes
    if lang not in codes:
        raise Refusal("translation-language", lang=lang, known=", ".join(codes[1:]))
    if lang == content.languages.source.code:
        raise Refusal("translation-from-source", lang=lang, known=", ".join(codes[1:]))
    begun, refused = [], []
    for file in _named(root, content, word):
        try:
            begun.append(_begin(root, content, file, lang, speech))
        except Refusal as refusal:
            refused.append(refusal)
    if not begun:
        raise refused[0]
    return Begun(
        {path: text for each in begun for path, text in each.texts.items()},
        tuple(path for each in begun for path in each.new),
        tuple(line for each in begun for line in each.lines),
    )


def _can_begin(root: Path, content: Content, word: str, lang: str) -> bool:
    try:
        begin_translation(root, content, word, lang, "en")
    except Refusal as refusal:
        if refusal.key in {"translation-from-source", "translation-exists", "translation-complete"}:
            return False
        raise
    return True


def _named(root: Path, content: Content, word: str) -> tuple[SourceFile, ...]:
    """The files that a path or the name of an entry stands for: of the texts, that of the source."""
    files = {file.path: file for file in discover(root, Problems())}
    path = PurePath(word).as_posix()
    if path in files:
        return (files[path],)
    source = content.languages.source.code
    entries = {entry.key: entry for entry in content.entries}
    if word not in entries:
        raise Refusal.near("translation-unknown", word, {**entries, **files}, value=word)
    entry = entries[word]
    paths = [text.path for lang, text in entry.texts.items() if lang == source]
    return tuple(files[each] for each in (*paths, *([entry.document.path] if entry.document else [])))


def _begin(root: Path, content: Content, file: SourceFile, lang: str, speech: str) -> Begun:
    if file.role is Role.MEDIA:
        raise Refusal("translation-no-text", path=file.path)
    if file.role is Role.TEXT:
        path, text = _text(root, content, file, lang, speech)
        return Begun({path: text}, (path,), ())
    return _facts(root, content, file, lang)


def _text(root: Path, content: Content, file: SourceFile, lang: str, speech: str) -> tuple[str, str]:
    """The path of the translation of a text, and its beginning."""
    source = content.languages.source.code
    stem = file.path.removesuffix(f".{file.lang}.md")
    if file.lang != source:
        raise Refusal("translation-of-translation", path=file.path, near=f"{stem}.{source}.md")
    path = f"{stem}.{lang}.md"
    if (root / path).exists():
        raise Refusal("translation-exists", path=path)
    written = read_text(root, file.path, Problems())
    parts = split(file.path, written, Problems()) if written is not None else None
    if parts is None or parts.head is None or not parts.is_sound:
        raise Refusal("translation-broken", path=file.path)
    return path, f"---\n{_head(parts.head.data, speech)}---\n{parts.body}"


def _head(source: Mapping[str, Any], speech: str) -> str:
    """The head of a translation: what it says is to be translated, and the whole is a draft until it is."""
    until, word = _COMMENTS[speech]
    said = {key: value for key, value in source.items() if key not in {"slug", "draft"}}
    slug = f"## {word}\n# {write({'slug': source['slug']})}" if "slug" in source else ""
    return f"{write(said)}{slug}## {until}\ndraft: true\n"


def _facts(root: Path, content: Content, file: SourceFile, lang: str) -> Begun:
    source = content.languages.source.code
    ways = [item.path for item in _short_texts(content, file) if _lacks(item.value, source, lang)]
    found = prepared(file.path, read_raw(root, file.path), ways, source, lang)
    if not found.lines:
        raise Refusal("translation-complete", path=file.path, lang=lang)
    return Begun({file.path: found.text}, (), found.lines)


def _lacks(text: LocalText, source: str, lang: str) -> bool:
    return source in text.forms and lang not in text.forms


def _short_texts(content: Content, file: SourceFile) -> Iterator[Marked]:
    """What a YAML file says in words; not the words of addresses, which are made from the id."""
    found = (item for item in _marks(content, file) if item.mark is LocalText)
    yield from (item for item in found if item.path[-1] != "slug")


def _marks(content: Content, file: SourceFile) -> Iterator[Marked]:
    if file.role is Role.SITE:
        yield from marked(content.site)
    elif file.role is Role.VOCABULARY:
        for id_, term in content.vocabularies.get(file.id, {}).items():
            yield from marked(term, (id_,))
    else:
        entries = (each for each in content.entries if each.document and each.document.path == file.path)
        entry = next(entries, None)
        if entry is None:
            raise Refusal("translation-broken", path=file.path)
        yield from marked(entry.facts)
