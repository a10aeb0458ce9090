"""Documents made by chance from hostile pieces: none does harm, and one that did would be told."""

from __future__ import annotations

import pytest

from benchmarks import fuzz
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
    assert (fault.seed, fault.reader) == (3, "breaks")
    assert "ValueError" in fault.what
