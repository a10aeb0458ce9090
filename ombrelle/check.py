"""All that is wrong with the files, without rendering or publishing anything."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from ombrelle.garbage import young_only
from ombrelle.lettering import check_letters
from ombrelle.load.scope import EVERYTHING, Scope
from ombrelle.options import Options
from ombrelle.problems import Problems
from ombrelle.survey import Survey, survey
from ombrelle.theme.fonts import Letters, read_letters
from ombrelle.theme.theme import lineage
from ombrelle.translations.record import check_records

if TYPE_CHECKING:
    from ombrelle.spoken import Tell

_OF_ALL = frozenset({"unknown-link", "unknown-target", "address-vanished", "block-empty"})


def check(options: Options) -> Problems:
    """All that is wrong in the scope, the words of the theme included where they are in it.

    The entries are read that the files of the scope can break. Where it comes to what depends on every
    address of the site, or on every company, all are read: that a link leads nowhere, that an address has
    gone, that no company meets the conditions of a block.
    """
    with young_only():
        told = _told(options, options.scope)
        if any(problem.code in _OF_ALL or problem.code.startswith("redirect-") for problem in told):
            return _told(options, EVERYTHING)
        return told


def _told(options: Options, reading: Scope) -> Problems:
    problems, found = Problems(), Problems()
    surveyed = survey(options, found, reading=reading)
    if surveyed:
        with _listening(options, surveyed) as tell:
            _tell_texts(options, surveyed, found)
            _tell_words(options, surveyed, found)
            check_letters(surveyed.library.content, _letters(options), found)
            tell(found)
    check_records(options.root, found, options.scope.holds)
    problems.extend([problem for problem in found if options.scope.concerns(problem)])
    return problems


# What few checks of some files need is imported where they do.
def _listening(options: Options, surveyed: Survey) -> AbstractContextManager[Tell]:
    """To judge texts takes longer than to look at a few files: only whoever asks about all of them waits."""
    if options.scope is EVERYTHING:
        from ombrelle.spoken import listening

        return listening(surveyed.library.content, options)
    return nullcontext(lambda _: None)


def _tell_texts(options: Options, surveyed: Survey, problems: Problems) -> None:
    content = surveyed.texts(options.scope)
    if any(entry.texts for entry in content.written):
        from ombrelle.markdown.bodies import read_bodies

        read_bodies(content, surveyed.library, surveyed.links, problems, jobs=options.jobs)


def _letters(options: Options) -> Letters:
    folder = options.theme_folder
    return read_letters(tuple(lineage(folder))) if folder.is_dir() else Letters()


def _tell_words(options: Options, surveyed: Survey, problems: Problems) -> None:
    if options.scope.reaches(options.theme_folder):
        from ombrelle.dress import read_theme, read_words

        read_words(options, read_theme(options), surveyed.library.languages, problems)
