"""An entry under a new name: its files, whatever names it, and its former addresses.

plan_move (what) ─► mends (where it is named) ─► a copy, built (is it right?) ─► apply

Nothing is written into the project before the copy has been found sound.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ombrelle.build import DEFAULT_THEME, Options, prepare
from ombrelle.changes import Changes, apply, copy_content, diff
from ombrelle.kinds.marks import marked
from ombrelle.kinds.values import LeadsTo
from ombrelle.load.addresses import ADDRESSES_FILE
from ombrelle.load.entry import Text
from ombrelle.problems import Problem, Problems, Severity
from ombrelle.rename.mend import mends
from ombrelle.rename.move import Move, plan_move
from ombrelle.rename.redirects import former_addresses, leads, ledger_after, recorded
from ombrelle.route import Redirect
from ombrelle.route.links import Target
from ombrelle.scaffold.plan import Refusal
from ombrelle.sources.edits import Edit, edited, read_raw
from ombrelle.translations.carry import carried
from ombrelle.views.edition import Edition

__all__ = ["FaultsError", "Renaming", "apply", "diff", "rename"]


@dataclass(frozen=True, slots=True)
class Renaming:
    """What is to be done: the files, how many mentions are mended in each, the new redirects."""

    changes: Changes
    mended: Mapping[str, int]
    redirects: tuple[Redirect, ...]


class FaultsError(Exception):
    """The site has errors, before the renaming or because of it (`texts` are then those not written)."""

    def __init__(self, problems: tuple[Problem, ...], texts: Mapping[str, str]) -> None:
        super().__init__(len(problems))
        self.problems = problems
        self.texts = texts


def rename(options: Options, old: str, new: str) -> Renaming:
    """Work out a renaming, and try it in a copy. Refusal or FaultsError when it cannot be done."""
    options = replace(options, theme=options.theme or options.root / DEFAULT_THEME)
    before = _sound(options, {})
    move = plan_move(before, old, new)
    found = mends(before, move)
    texts = {move.path(path): edited(read_raw(options.root, path), edits) for path, edits in found.items()}
    with tempfile.TemporaryDirectory(prefix="ombrelle-") as name:
        folder = Path(name)
        copy_content(options.root, folder)
        apply(folder, Changes(move.paths, texts))
        return _tried(before, move, replace(options, root=folder), texts, found)


def _tried(
    before: Edition, move: Move, options: Options, texts: Mapping[str, str], found: Mapping[str, list[Edit]]
) -> Renaming:
    """The renaming, after a look at the copy in which it has been made."""
    draft = prepare(options, Problems())
    moved = former_addresses(before.routes, draft.routes, move) if draft else ()
    facts = recorded(options.root, moved)
    if draft and draft.library.content.addresses:
        facts[ADDRESSES_FILE] = ledger_after(draft, moved, move)
    apply(options.root, Changes({}, facts))
    whole = {**texts, **facts}
    after = _sound(options, whole)
    contents = before.library.content, after.library.content
    whole |= dict(carried(options.root, *contents, found.keys(), move.path))
    _check_meanings(before, after, move)
    lead = leads(after.routes)
    redirects = tuple(Redirect(page.url, lead[page.url]) for page, _ in moved)
    mended = {move.path(path): len(set(edits)) for path, edits in found.items()}
    return Renaming(Changes(move.paths, whole), mended, redirects)


def _sound(options: Options, texts: Mapping[str, str]) -> Edition:
    problems = Problems()
    edition = prepare(options, problems)
    if edition is None or problems.errors:
        errors = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
        raise FaultsError(errors, texts)
    return edition


def _check_meanings(before: Edition, after: Edition, move: Move) -> None:
    """Every link leads after the move to what it led to before it."""
    new = dict(_meanings(after))
    for path, targets in _meanings(before):
        wanted = [replace(each, key=move.key(each.key), media=move.path(each.media)) for each in targets]
        if new.get(move.path(path)) != wanted:
            raise Refusal("rename-other-meaning", path=path)


def _meanings(edition: Edition) -> Iterator[tuple[str, list[Target]]]:
    links = edition.bodies.links()
    for entry in edition.library.content.entries:
        for text in entry.texts.values():
            found = (
                edition.links.find(target, text.path, entry.district)
                for target in (*(target for target, _ in links.get(text.path, ())), *_named(edition, text))
            )
            yield text.path, [meaning for meaning in found if meaning]


def _named(edition: Edition, text: Text) -> list[str]:
    """The targets that the typed blocks of a text name."""
    blocks = edition.bodies.blocks(text.path)
    return [item.value for block in blocks for item in marked(block.value) if isinstance(item.mark, LeadsTo)]
