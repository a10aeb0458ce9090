"""`words`: the words of the theme, collected from its templates, and its catalogues brought up to date."""

from __future__ import annotations

import argparse
import sys

from ombrelle.build import DEFAULT_THEME
from ombrelle.cli.common import report
from ombrelle.cli.words import Words
from ombrelle.i18n.words import update
from ombrelle.load import read_site
from ombrelle.problems import Problems


def run(given: argparse.Namespace, said: Words) -> int:
    """Write `messages.pot` and merge it into the catalogue of each language of the site."""
    theme = given.theme or given.root / DEFAULT_THEME
    if not (theme / "theme.toml").is_file():
        print(said.say("no-theme", folder=theme), file=sys.stderr)
        return 2
    problems = Problems()
    site = read_site(given.root, problems)
    if site is None:
        report(problems, given.root, said)
        return 1
    update(theme, site.languages)
    print(said.say("words-written", folder=theme / "locale"))
    return 0
