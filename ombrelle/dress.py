"""The theme of a run and its words in the languages of the site, read anew only where a file changed."""

from __future__ import annotations

from collections.abc import Mapping

from ombrelle.i18n.catalogues import Catalogue, load_catalogues, word_files
from ombrelle.i18n.languages import Languages
from ombrelle.memory import FORGETFUL, Forgetful
from ombrelle.options import Options
from ombrelle.problems import Problems
from ombrelle.theme.theme import Theme, load_theme, theme_files


def read_theme(options: Options, memory: Forgetful = FORGETFUL) -> Theme:
    """The theme's folder; the theme itself is no one's content, so that it has no faults to tell."""
    folder = options.theme_folder
    return memory.read("theme", theme_files(folder), lambda _: load_theme(folder), Problems())


def read_words(
    options: Options, theme: Theme, languages: Languages, problems: Problems, memory: Forgetful = FORGETFUL
) -> Mapping[str, Catalogue]:
    """The words of the theme by language, the faults of its catalogues told."""
    folders = theme.word_folders
    return memory.read(
        ("catalogues", languages),
        word_files(folders, languages),
        lambda own: load_catalogues(folders, languages, own, root=options.root),
        problems,
    )
