"""Documents made by chance, and those that grow: none does harm, and one that did would be found and told."""

from __future__ import annotations

import pytest

from benchmarks import fuzz
from benchmarks.guided import Grower, Reached, sound
from ombrelle.problems import Problems


def test_documents_of_chance_do_no_harm() -> None:
    """The first of those that `python -m benchmarks.fuzz` reads: no exception, nothing slow."""
    assert [fault for seed in range(80) for fault in fuzz.faults(seed)] == []


def test_the_same_seed_is_the_same_document() -> None:
    """So that what did harm once can be looked at."""
    assert fuzz.document(7) == fuzz.document(7)
    assert len({fuzz.document(seed) for seed in range(20)}) == 20


def test_harm_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: a reader that breaks is found, with its trace."""

    def breaks(text: str) -> Problems:
        raise ValueError(text[:10])

    monkeypatch.setattr(fuzz, "READERS", (breaks,))
    (fault,) = fuzz.faults(3)
    assert (fault.document, fault.reader) == ("seed 3", "breaks")
    assert "ValueError" in fault.what


def test_documents_that_grow_do_no_harm() -> None:
    """The examples and the pieces, and the first that grow from what reached something new."""
    grower = Grower(5, fuzz.PIECES[:60], sound())
    assert [fault for _ in range(200) for fault in fuzz.grown(grower)] == []
    assert len(grower.kept) > 30


def test_what_grows_finds_what_chance_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault behind four conditions in turn, which 3,000 documents of chance miss."""
    monkeypatch.setattr(fuzz, "READERS", (_nested,))
    grower = Grower(1, ("q", "~", "7", "%"), (), Reached((__file__,)))
    assert any(fuzz.grown(grower) for _ in range(3000))
    blind = Grower(1, ("q", "~", "7", "%"), (), Reached(("nowhere",)))
    blind.kept.append("q")
    assert not any(fuzz.grown(blind) for _ in range(3000))


def _nested(text: str) -> Problems:
    if "q" in text:
        text = text[text.index("q") + 1 :]
        if text.startswith("~"):
            text = text[1:]
            if text.startswith("7"):
                text = text[1:]
                if text.startswith("%"):
                    raise ValueError(text)
    return Problems()
