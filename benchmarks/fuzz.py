"""Documents that nobody would write, made by chance from the pieces of hostile ones: no crash, no hang.

python -m benchmarks.fuzz --minutes 10
python -m benchmarks.fuzz --minutes 1 --seed 7

Each is read as a check reads it: as a text of Markdown, as YAML, as the head of a text. An exception, or
a document that takes more than two seconds, is written down with the seed that makes it again, and the run
fails.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ombrelle.kinds import KINDS
from ombrelle.kinds.base import FrontMatter
from ombrelle.load.facts import validate
from ombrelle.markdown import Source, convert, fill
from ombrelle.problems import Location, Problems
from ombrelle.problems.wording import say
from ombrelle.sources.document import read_document
from ombrelle.sources.frontmatter import split
from tests.hostile.shapes import DOCUMENTS, TEXTS
from tests.hostile.vectors import vectors

SECONDS = 2.0
_LANGUAGES = ("fr", "en")
_PIECES = (
    *(shape(40) for shape in (*TEXTS.values(), *DOCUMENTS.values())),
    *(vector.text for vector in vectors()),
    *(
        "\n",
        "\n\n",
        "  ",
        "    ",
        "---\n",
        ": ",
        "- ",
        '"',
        "'",
        "\t",
        "\ufdd0",
        "é",
        "字",
        "\u202e",
        "\x02",
        "😀",
    ),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What a document of a seed did: the name of its reader, and the trace or the seconds."""

    seed: int
    reader: str
    what: str


def document(seed: int) -> str:
    """The document of a seed: pieces repeated, joined, and cut where chance has it."""
    chance = random.Random(seed)  # noqa: S311 - nothing is to be kept secret
    parts = [chance.choice(_PIECES) * chance.choice((1, 1, 1, 2, 40)) for _ in range(chance.randint(1, 40))]
    text = "".join(part[chance.randint(0, 3) :] for part in parts)
    return text * chance.choice((1, 1, 1, 1, 20))


def _as_text(text: str) -> Problems:
    problems = Problems()
    fill(convert(Source("a.fr.md", text, 1, "fr"), problems), lambda _: None)
    return problems


def _as_facts(text: str) -> Problems:
    problems = Problems()
    read = read_document("a.yaml", text, problems)
    for kind in KINDS if read else ():
        validate(kind.facts, read, kind.name, _LANGUAGES, problems)  # type: ignore[arg-type]
    return problems


def _as_head(text: str) -> Problems:
    problems = Problems()
    found = split("a.fr.md", f"---\n{text}", problems)
    if found.head:
        validate(FrontMatter, found.head, "page", _LANGUAGES, problems)
    return problems


READERS: tuple[Callable[[str], Problems], ...] = (_as_text, _as_facts, _as_head)


def faults(seed: int) -> list[Fault]:
    """What goes wrong with the document of a seed; each problem is said, in both languages."""
    found = []
    for reader in READERS:
        start = time.process_time()
        try:
            for problem in reader(document(seed)):
                assert isinstance(problem.location, Location)
                assert all(say(problem, language).message for language in _LANGUAGES)
        except Exception:
            found.append(Fault(seed, reader.__name__, traceback.format_exc()))
        if (seconds := time.process_time() - start) > SECONDS:
            found.append(Fault(seed, reader.__name__, f"{seconds:.1f} s"))
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Read documents for some minutes; 1 when one of them did harm."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(arguments)
    end, seed, told = time.monotonic() + given.minutes * 60, given.seed, 0
    while time.monotonic() < end:
        for fault in faults(seed):
            told += 1
            print(f"seed {fault.seed}, {fault.reader}: {fault.what}", flush=True)
        seed += 1
    print(f"{seed - given.seed} documents, {told} faults")
    return int(told > 0)


if __name__ == "__main__":
    sys.exit(main())
