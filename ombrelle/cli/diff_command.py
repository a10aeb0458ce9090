"""`diff`: what differs from a revision of git or from an earlier build, as a comment to post."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from ombrelle.build import DEFAULT_THEME, Options
from ombrelle.cli.common import options_of, repository_of, wrong_place
from ombrelle.cli.words import Words
from ombrelle.compare.checkout import check_out
from ombrelle.compare.comment import Writer
from ombrelle.compare.difference import difference
from ombrelle.compare.git import RevisionError
from ombrelle.compare.owners import districts_of, owner_of
from ombrelle.compare.snapshot import Snapshot, recall, take
from ombrelle.load.discover import SITE_FILE
from ombrelle.load.rights import rights_here
from ombrelle.problems import Problems
from ombrelle.report.excerpt import source_lines


def run(given: argparse.Namespace, said: Words) -> int:
    """Print the comment. 0 whatever differs, 2 when there is nothing to compare with."""
    options = options_of(given)
    options = replace(options, cache=options.root)
    refusal = wrong_place(options, said)
    if refusal:
        return _refuse(refusal)
    with tempfile.TemporaryDirectory(prefix="ombrelle-") as folder:
        try:
            before = _before(given.base, options, Path(folder))
        except RevisionError as error:
            return _refuse(
                said.say(error.key, base=given.base, folder=options.root.resolve(), reason=error.reason)
            )
        except ValueError:
            return _refuse(said.say("diff-no-manifest", file=given.base))
        after = take(options, Path(folder) / "after")
    repository = repository_of(options.root)
    owner = _owner(options.root, repository)
    writer = Writer(said.language, source_lines(options.root), given.preview_url or "", repository, owner)
    found = difference(before, after)
    print(writer.comment(found, before_is_built=before.is_built, after_is_built=after.is_built))
    return 0


def _before(base: str, options: Options, folder: Path) -> Snapshot:
    """The other side: of a manifest where such a file exists, else of a revision."""
    if Path(base).is_file():
        return recall(Path(base))
    root = folder / "base"
    root.mkdir()
    check_out(options.root, base, root)
    if not (root / SITE_FILE).is_file():
        return Snapshot({}, sources={}, problems=())
    theme = None if (root / DEFAULT_THEME / "theme.toml").is_file() else options.root / DEFAULT_THEME
    return take(replace(options, root=root, theme=options.theme or theme), folder / "before")


def _owner(root: Path, repository: str) -> Callable[[str], str] | None:
    """Who answers for a file, by the rules of the files as they are."""
    rights = rights_here(root, Problems())
    if rights is None:
        return None
    return partial(owner_of, rights=rights, districts=districts_of(root), repository=repository)


def _refuse(reason: str) -> int:
    print(reason, file=sys.stderr)
    return 2
