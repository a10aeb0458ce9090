"""Two people who record different passages of the same translation are not in each other's way."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from ombrelle.problems import Problems
from ombrelle.translations.blocks import Block, fingerprint
from ombrelle.translations.freshness import State, findings, match
from ombrelle.translations.record import Made, Record, parse, written
from ombrelle.translations.units import Part

PLACE = "strengths[]"


def merged(base: str, one: str, other: str) -> str:
    """What git makes of a file that two branches changed; CalledProcessError for a conflict."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for name, text in (("one", one), ("base", base), ("other", other)):
            file = Path(folder) / name
            file.write_text(text, encoding="utf-8", newline="\n")
            files.append(str(file))
        command = ["git", "merge-file", "-p", *files]
        return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def edited(made: list[Made], which: set[int], word: str) -> list[Made]:
    """The record after somebody translated anew what became of some passages."""
    return [
        Made(each.place, f"{each.text} {word}", fingerprint(f"{each.translated} {word}"))
        if index in which
        else each
        for index, each in enumerate(made)
    ]


@settings(max_examples=40)
@given(st.integers(2, 12), st.randoms(), st.data())
def test_records_of_different_passages_merge(size: int, random: Random, data: st.DataObject) -> None:
    """Neighbours too, and any number of lines: git needs nobody, and the record is that of both."""
    texts = [f"p{index}\n" * random.randint(1, 3) + f"q{index}" for index in range(size)]
    made = [Made("body", text, fingerprint(text)) for text in texts]
    owners = data.draw(st.lists(st.sampled_from("ab-"), min_size=size, max_size=size))
    one, other = ({index for index, owner in enumerate(owners) if owner == of} for of in "ab")
    both = merged(written(made), written(edited(made, one, "a")), written(edited(made, other, "b")))
    expected = edited(edited(made, one, "a"), other, "b")
    assert parse(both, "r.txt", Problems()) == Record(tuple(expected))


@given(st.integers(1, 8), st.randoms(), st.data())
def test_short_texts_are_stale_where_they_were_edited(size: int, random: Random, data: st.DataObject) -> None:
    """The items of a list of facts: edited, moved with their translation, given a better one, new or gone."""
    sources = [f"source {index} de la liste {index}" for index in range(size)]
    pairs = [(text, f"item {index}") for index, text in enumerate(sources)]
    made = [Made(PLACE, text, fingerprint(said)) for text, said in pairs]
    fates = data.draw(
        st.lists(st.sampled_from(["", "", "edit", "better", "gone"]), min_size=size, max_size=size)
    )
    expected: dict[str, State] = {}
    now: list[tuple[str, str | None]] = []
    for (text, said), fate in zip(pairs, fates, strict=True):
        if fate == "edit":
            now.append((f"{text} et encore", said))
            expected[now[-1][0]] = State.STALE
        elif fate != "gone":
            now.append((text, f"better {said}" if fate == "better" else said))
    if data.draw(st.booleans()) and "gone" not in fates:
        now.append(("tout autre chose", None))
        expected["tout autre chose"] = State.MISSING
    random.shuffle(now)
    source = tuple(Block(text, line) for line, (text, _) in enumerate(now, start=1))
    said_now = tuple(Block(said, 1) if said else None for _, said in now)
    found = list(findings(match(Part(PLACE, source, said_now), made), is_recorded=True))
    assert {each.source.text: each.state for each in found if each.source} == expected
    assert all(each.source for each in found)
