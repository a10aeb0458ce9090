"""Documents that nobody would write: no crash, no hang.

python -m benchmarks.fuzz --minutes 10
python -m benchmarks.fuzz --minutes 1 --seed 7

In turn: large ones made by chance from the pieces of hostile ones, and small ones that grow towards parts of
the program that none has reached (`benchmarks.guided`). Each is read as a check reads it: as a text of
Markdown, as YAML, as the head of a text. An exception, or a document that takes more than two seconds, is
written down with what makes it again, and the run fails.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from benchmarks.guided import Grower, sound
from ombrelle.kinds import KINDS
from ombrelle.kinds.base import FrontMatter
from ombrelle.load.facts import validate
from ombrelle.markdown import Source, convert, fill
from ombrelle.problems import Location, Problems
from ombrelle.problems.wording import say
from ombrelle.sources.document import read_document
from ombrelle.sources.files import decode
from ombrelle.sources.frontmatter import split
from tests.hostile.shapes import DOCUMENTS, TEXTS
from tests.hostile.vectors import vectors

SECONDS = 2.0
SMALL = 3
"""Documents that grow for each of chance."""

PATIENCE = 60
"""Seconds after which a reader is taken to hang."""

_LANGUAGES = ("fr", "en")
PIECES = (
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
    """What a document did: what makes it again, the name of its reader, and the trace or the seconds."""

    document: str
    reader: str
    what: str


def document(seed: int) -> str:
    """The document of a seed: pieces repeated, joined, and cut where chance has it."""
    chance = random.Random(seed)  # noqa: S311 - nothing is to be kept secret
    parts = [chance.choice(PIECES) * chance.choice((1, 1, 1, 2, 40)) for _ in range(chance.randint(1, 40))]
    text = "".join(part[chance.randint(0, 3) :] for part in parts)
    return text * chance.choice((1, 1, 1, 1, 20))


def _as_text(text: str) -> Problems:
    problems = Problems()
    fill(convert(Source("a.fr.md", text, 1, "fr"), problems), lambda _: None)
    return problems


def _as_facts(text: str) -> Problems:
    problems = Problems()
    whole = decode(text.encode(), "a.yaml", problems)
    read = read_document("a.yaml", whole, problems) if whole is not None else None
    for kind in KINDS if read else ():
        validate(kind.facts, read, kind.name, _LANGUAGES, problems)  # type: ignore[arg-type]
    return problems


def _as_head(text: str) -> Problems:
    problems = Problems()
    whole = decode(f"---\n{text}".encode(), "a.fr.md", problems)
    found = split("a.fr.md", whole, problems) if whole is not None else None
    if found and found.head:
        validate(FrontMatter, found.head, "page", _LANGUAGES, problems)
    return problems


READERS: tuple[Callable[[str], Problems], ...] = (_as_text, _as_facts, _as_head)


def faults(seed: int) -> list[Fault]:
    """What goes wrong with the document of a seed."""
    return [Fault(f"seed {seed}", *each) for each in harm(document(seed))]


def grown(grower: Grower) -> list[Fault]:
    """What goes wrong with the next document that grew."""
    text, found = grower.next(), list[Fault]()
    grower.read(text, lambda: found.extend(Fault(repr(text), *each) for each in harm(text)))
    # What is watched is slow: a document that seems to be is read once more.
    return [Fault(repr(text), *each) for each in harm(text)] if found else []


def harm(text: str) -> Iterator[tuple[str, str]]:
    """What each reader does that it should not; each problem that it tells is said, in both languages."""
    for reader in READERS:
        start = time.process_time()
        try:
            with _patient():
                for problem in reader(text):
                    assert isinstance(problem.location, Location)
                    assert all(say(problem, language).message for language in _LANGUAGES)
        except Exception:
            yield reader.__name__, traceback.format_exc()
        if (seconds := time.process_time() - start) > SECONDS:
            yield reader.__name__, f"{seconds:.1f} s"


@contextmanager
def _patient() -> Iterator[None]:
    """End what hangs by TimeoutError, where the system can."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def end(*_: object) -> None:
        raise TimeoutError

    former = signal.signal(signal.SIGALRM, end)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, former)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read documents for some minutes; 1 when one of them did harm."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(arguments)
    end, count, told = time.monotonic() + given.minutes * 60, 0, 0
    grower = Grower(given.seed, PIECES, sound())
    while time.monotonic() < end:
        small = (fault for _ in range(SMALL) for fault in grown(grower))
        for fault in (*faults(given.seed + count), *small):
            told += 1
            print(f"{fault.document}, {fault.reader}: {fault.what}", flush=True)
        count += 1
    print(f"{count} documents by chance, {count * SMALL} that grew; {len(grower.kept)} reached something new")
    print(f"{len(grower.reached.steps)} steps of the readers reached, {told} faults")
    return int(told > 0)


if __name__ == "__main__":
    sys.exit(main())
