"""What a check of hostile documents costs: one site after the other, each with one of them and another fault.

python -m tests.hostile.bounds FOLDER SIZE…

A line of JSON per document and size: what it is called, its size, the seconds of processor that the check and
its report took, the codes that were told of it and whether the other fault was; last, the most memory.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ombrelle.build import check
from ombrelle.report.excerpt import source_lines
from ombrelle.report.text import format_text
from tests.hostile.pictures import PICTURES
from tests.hostile.shapes import DOCUMENTS, TEXTS
from tests.support.small import copied, options

_HOME = "quartiers/val-clair"
_OTHER = f"{_HOME}/startups/autre.yaml"
TEXT, DOCUMENT, PICTURE = f"{_HOME}/quartier.fr.md", f"{_HOME}/startups/hostile.yaml", f"{_HOME}/media/h"


def files(size: int) -> Iterator[tuple[str, str, bytes]]:
    """Each document: its name, where it lies, what it holds."""
    for name, shape in TEXTS.items():
        yield name, TEXT, f"---\n---\n\n{shape(min(size, 195_000))}\n".encode()
    for name, shape in DOCUMENTS.items():
        yield name, DOCUMENT, shape(size).encode()
    for name, (ending, content) in PICTURES.items():
        yield name, f"{PICTURE}.{ending}", content()


def measured(root: Path, name: str, path: str, content: bytes) -> Mapping[str, Any]:
    """What a check of the site says and costs with a document in it."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    before = _seconds()
    problems = list(check(options(root)))
    report = format_text(problems, source_lines(root), "fr", colour=False)
    seconds = _seconds() - before
    file.unlink()
    own = [problem for problem in problems if problem.location.path == path]
    return {
        "name": name,
        "size": len(content),
        "seconds": seconds,
        "report": len(report),
        "codes": sorted({problem.code for problem in own}),
        "other": any(problem.location.path == _OTHER for problem in problems),
    }


def _seconds() -> float:
    """Seconds of processor, of processes beside this one too."""
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def main(folder: Path, sizes: list[int]) -> None:
    """Measure every document at each size."""
    root = copied("smallest", folder)
    (root / _OTHER).parent.mkdir(parents=True)
    (root / _OTHER).write_text("name: Autre\nfounded: 2022-31-12\n", encoding="utf-8")
    for size in sizes:
        for name, path, content in files(size):
            print(json.dumps(measured(root, name, path, content)), flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(json.dumps({"peak": peak}), flush=True)


if __name__ == "__main__":
    os.nice(5)
    main(Path(sys.argv[1]), [int(size) for size in sys.argv[2:]])
