"""The benchmark that pastes what messages propose, on the cases of some subjects."""

from __future__ import annotations

import pytest

from benchmarks.faults.pasting import try_all
from benchmarks.faults.reading import cases


@pytest.mark.parametrize("subject", ["dates", "recovery"])
def test_what_messages_propose_mends_what_they_tell(subject: str) -> None:
    """Pasted, no repair leaves its fault or brings another; and there are some."""
    tried = list(try_all([case for case in cases() if case.subject == subject]))
    assert len(tried) > 5
    assert [(each.case.name, each.stayed, each.came) for each in tried if each.stayed or each.came] == []
