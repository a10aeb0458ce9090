"""What goes wrong in one district stays there, and what names a district that is gone is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.isolation import Trials

FAULTS = 3
"""Here; `python -m benchmarks.isolation` makes hundreds."""


def test_a_fault_in_a_district_changes_no_byte_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The release is refused and what is published stays; `serve` shows each page of the others as it was.

    The control: where `serve` takes the pages of all from the files as they are, the series says so.
    """
    trials = Trials(tmp_path, seed=3)
    found = [trials.spoil() for _ in range(FAULTS)]
    assert [(trial.what, trial.fault) for trial in found if trial.fault] == []
    assert all(trial.compared > 20 for trial in found if trial.is_refused)
    assert any(trial.is_refused for trial in found)
    monkeypatch.setattr("ombrelle.serve.live.districts_touched", lambda *_: None)
    assert any(trials.spoil().fault for _ in range(FAULTS))
