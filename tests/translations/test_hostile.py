"""Files of a district that nobody writes by accident: the work is bounded, and nothing else is touched."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ombrelle.problems import Problems
from ombrelle.translations.differences import Span, differences
from ombrelle.translations.done import done, save
from ombrelle.translations.matching import MOST_ORDERED, alike, between, same
from ombrelle.translations.record import MOST_RECORDED, Record, read_record
from tests.translations.desk import FACTS, content_of, edit, made

RECORD = "quartiers/val-clair/.sources/quartier.en.yaml.txt"


def test_lists_without_end_are_paired_in_their_order() -> None:
    """Equal blocks, blocks of equal shape: none of them is compared with each other."""
    many = ["- a"] * (int(MOST_ORDERED**0.5) + 1)
    steps = _steps(lambda: between(many, many, same(many, ["- b", *many])))
    assert steps < 100 * len(many)
    assert same(many, ["- b", *many]) == {index: index + 1 for index in range(len(many))}
    assert between(many, many, {}) == {index: index for index in range(len(many))}


def test_words_without_end_are_not_compared() -> None:
    """A text of many long blocks that share their words was written anew."""
    left = [f"{'a ' * 500}{index}" for index in range(50)]
    right = [f"{'a ' * 500}x{index}" for index in range(50)]
    assert alike(left, right, {}) == {}
    assert alike(left[:1], right[:1], {}) == {0: 0}
    then, now = "a " * 2_000, "b " * 2_000
    assert differences(then, now) == ((Span(then, True),), (Span(now, True),))


def _steps(work: object) -> int:
    """How many lines of ours and of the comparison are run."""
    count = 0

    def trace(*_: object) -> object:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        work()  # type: ignore[operator]
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("linked", [RECORD, RECORD.rpartition("/")[0]])
def test_a_link_is_neither_read_nor_written(linked: str, tmp_path: Path) -> None:
    """Nothing outside the site is shown or changed through a record."""
    root = made(tmp_path)
    outside = tmp_path / "outside"
    (root / linked).rename(outside)
    (root / linked).symlink_to(outside)
    problems = Problems()
    assert read_record(root, RECORD, problems) == Record(is_sound=False)
    assert [each.code for each in problems] == ["record-damaged"]
    edit(root, FACTS, "Un port ouvert", "Un grand port ouvert")
    before = outside.read_bytes() if outside.is_file() else (outside / Path(RECORD).name).read_bytes()
    with pytest.raises(OSError, match="symbolic"):
        save(root, done(root, content_of(root), ["quartiers"], "en"))
    after = outside.read_bytes() if outside.is_file() else (outside / Path(RECORD).name).read_bytes()
    assert before == after


def test_a_record_too_large_is_not_read(tmp_path: Path) -> None:
    """No text of the site is so long."""
    root = made(tmp_path)
    (root / RECORD).write_bytes(b"\n" * (MOST_RECORDED + 1))
    assert read_record(root, RECORD, Problems()) == Record(is_sound=False)
