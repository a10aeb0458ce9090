"""The pictures that the facts of an entry name."""

from __future__ import annotations

from dataclasses import replace

from ombrelle.i18n.phrase import NOTHING, Phrase
from ombrelle.load.entry import Entry
from ombrelle.views.context import Context
from ombrelle.views.illustrations import shown
from ombrelle.views.parts import Picture


def picture_of(context: Context, entry: Entry) -> Picture | None:
    """The picture of an entry, with its words for the reader."""
    facts = entry.facts.picture
    if facts is None:
        return None
    path = media_path(entry, facts.file)
    found = shown(context.routes, context.links, path, context.pick(facts.alt))
    return found and replace(found, credit=context.pick(facts.credit), licence=facts.licence or "")


def picture_named(context: Context, entry: Entry, name: str | None, alternative: str) -> Picture | None:
    """A picture that a fact names alone, a logo or an emblem; `alternative` is a name, or "" beside one."""
    if not name:
        return None
    words = Phrase(alternative) if alternative else NOTHING
    return shown(context.routes, context.links, media_path(entry, name), words)


def media_path(entry: Entry, name: str) -> str:
    """The path from the root of a file that an entry names, with `media/` before it or without."""
    home = f"quartiers/{entry.district}" if entry.district else "content"
    return f"{home}/media/{name.removeprefix('media/')}"
