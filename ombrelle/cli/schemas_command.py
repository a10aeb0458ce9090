"""`schemas`: the JSON Schemas by which editors complete and explain what is written."""

from __future__ import annotations

import argparse
import sys

from ombrelle.cli.common import report
from ombrelle.cli.words import Words
from ombrelle.load import load
from ombrelle.load.discover import SITE_FILE, discover
from ombrelle.problems import Problems
from ombrelle.schemas.choices import choices_of
from ombrelle.schemas.files import FOLDER, schemas


def run(given: argparse.Namespace, said: Words) -> int:
    """Write every schema. 1 when the site cannot be known, since its languages are in them."""
    if not (given.root / SITE_FILE).is_file():
        print(said.say("no-site", folder=given.root.resolve()), file=sys.stderr)
        return 2
    problems = Problems()
    content = load(given.root, discover(given.root, problems), problems)
    if content is None:
        report(problems, given.root, said)
        return 1
    for path, text in schemas(choices_of(content)).items():
        file = given.root / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    print(said.say("schemas-written", folder=given.root / FOLDER))
    return 0
