"""The part of CBOR that is read: the examples of the standard, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from ombrelle.search.cbor import decoded


# RFC 8949, appendix A.
@pytest.mark.parametrize(
    ("data", "value"),
    [
        ("00", 0),
        ("17", 23),
        ("1818", 24),
        ("1903e8", 1000),
        ("1a000f4240", 1_000_000),
        ("1b000000e8d4a51000", 1_000_000_000_000),
        ("20", -1),
        ("3903e7", -1000),
        ("60", ""),
        ("62c3bc", "ü"),
        ("80", []),
        ("8301820203820405", [1, [2, 3], [4, 5]]),
    ],
)
def test_the_examples_of_the_standard_are_read(data: str, value: Any) -> None:
    """Whole numbers of each size, texts and lists."""
    assert decoded(bytes.fromhex(data)) == value


@pytest.mark.parametrize("data", ["", "18", "62c3", "8201", "0000", "f5", "a10102", "5f", "1c"])
def test_what_is_cut_short_or_another_shape_is_refused(data: str) -> None:
    """No value is made up for what is not there, or not known."""
    with pytest.raises(ValueError, match=r"not a known|cut short|more than one"):
        decoded(bytes.fromhex(data))
