"""All that is wrong with the files, without rendering or publishing anything."""

from __future__ import annotations

from ombrelle.options import Options
from ombrelle.problems import Problems
from ombrelle.survey import survey
from ombrelle.translations.record import check_records


def check(options: Options) -> Problems:
    """All that is wrong in the scope, the words of the theme included where they are in it."""
    problems, found = Problems(), Problems()
    surveyed = survey(options, found)
    if surveyed and options.scope.reaches(options.theme_folder):
        from ombrelle.dress import read_theme, read_words

        read_words(options, read_theme(options), surveyed.library.languages, found)
    check_records(options.root, found)
    problems.extend([problem for problem in found if options.scope.concerns(problem)])
    return problems
