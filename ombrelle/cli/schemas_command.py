"""`schemas`: the JSON Schemas by which editors complete and explain what is written."""

from __future__ import annotations

import argparse

from ombrelle.cli.common import content_of
from ombrelle.cli.words import Words
from ombrelle.schemas.choices import choices_of
from ombrelle.schemas.files import FOLDER, schemas
from ombrelle.whole import write_whole


def run(given: argparse.Namespace, said: Words) -> int:
    """Write every schema. 1 when the site cannot be known, since its languages are in them."""
    content = content_of(given, said)
    if isinstance(content, int):
        return content
    for path, text in schemas(choices_of(content)).items():
        write_whole(given.root / path, text.encode())
    print(said.say("schemas-written", folder=given.root / FOLDER))
    return 0
