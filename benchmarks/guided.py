"""Documents that grow: each that reaches a part of the program that none has reached is kept, and changed on.

What is reached are steps, from one line of a function to the next that runs in it: those of the readers
alone, ours and Python-Markdown's.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from types import CodeType, FrameType
from typing import Any

import markdown

ROOT = Path(__file__).resolve().parents[1]
MOST = 3_000
"""Characters of a document: what is reached is reached by small ones, and they are read soon."""

_OURS = tuple(str(ROOT / "ombrelle" / name) for name in ("kinds", "load", "markdown", "sources", "problems"))
_WATCHED = (*_OURS, str(Path(markdown.__file__).parent))
_EXAMPLES = ROOT / "tests/sites/rich"

Step = tuple[CodeType, int, int]


class Reached:
    """The steps that were reached so far in the files below some paths."""

    def __init__(self, watched: tuple[str, ...] = _WATCHED) -> None:
        self.steps: set[Step] = set()
        self._watched = watched
        self._is_watched: dict[CodeType, bool] = {}

    def watch(self, run: Callable[[], None]) -> int:
        """Run something; how many steps it was the first to reach."""
        before, former = len(self.steps), sys.gettrace()
        sys.settrace(self._enter)
        try:
            run()
        finally:
            sys.settrace(former)
        return len(self.steps) - before

    def _enter(self, frame: FrameType, event: str, argument: Any) -> Callable[..., Any] | None:  # noqa: ARG002
        code = frame.f_code
        is_watched = self._is_watched.get(code)
        if is_watched is None:
            is_watched = self._is_watched[code] = code.co_filename.startswith(self._watched)
        return self._follower(code) if is_watched else None

    def _follower(self, code: CodeType) -> Callable[..., Any]:
        last, add = 0, self.steps.add

        def follow(frame: FrameType, event: str, argument: Any) -> Callable[..., Any]:
            nonlocal last
            add((code, last, last := frame.f_lineno))
            return follow

        return follow


class Grower:
    """Makes documents from those that reached something; the same `seed` makes the same ones.

    It begins with `examples` and the `pieces` that are put into what grows.
    """

    def __init__(
        self, seed: int, pieces: Sequence[str], examples: Sequence[str], reached: Reached | None = None
    ) -> None:
        self.reached = reached or Reached()
        self.kept: list[str] = []
        self._random = Random(seed)  # noqa: S311 - nothing is to be kept secret
        self._pieces = pieces
        self._first = [piece[:MOST] for piece in (*pieces, *examples)]

    def next(self) -> str:
        """The next document: first the examples and the pieces, then what grows from them."""
        if self._first:
            return self._first.pop()
        text = self._random.choice(self.kept)
        for _ in range(self._random.choice((1, 1, 2, 4, 8))):
            text = self._changed(text)
        return text[:MOST]

    def read(self, text: str, run: Callable[[], None]) -> None:
        """Have a document read by `run`, and keep it where it reached something."""
        if self.reached.watch(run):
            self.kept.append(text)

    def _changed(self, text: str) -> str:
        start = self._random.randint(0, len(text))
        end = min(len(text), start + self._random.choice((0, 0, 1, 3, 10, 100)))
        return text[:start] + self._put(text[start:end]) + text[end:]

    def _put(self, cut: str) -> str:
        """What comes in the place of a part: nothing, itself more than once, a piece, a part of another."""
        other = self._random.choice(self.kept)
        at = self._random.randint(0, len(other))
        lines = other.split("\n")
        return self._random.choice(
            (
                "",
                cut * self._random.choice((2, 3, 20)),
                self._random.choice(self._pieces)[: self._random.choice((3, 30, 300))],
                other[at : at + self._random.choice((1, 10, 100))],
                f"\n{self._random.choice(lines)}\n",
                chr(self._random.choice((self._random.randint(0, 127), self._random.randint(0, 0x2FFF)))),
            )
        )


def sound() -> list[str]:
    """The facts and texts of a site that is sound: what grows from them gets past the first checks."""
    files = sorted(path for path in _EXAMPLES.rglob("*.*") if path.suffix in {".yaml", ".md"})
    return [path.read_text(encoding="utf-8") for path in files if ".cache" not in path.parts]
