"""What is looked for by a sign first is found as it would be without: whatever matches has the sign."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.audit import page
from ombrelle.load import plain
from ombrelle.markdown import fillers, marks

SIGNS: list[tuple[str, re.Pattern[str], Callable[[str], object]]] = [
    ("marks", marks._SPOTS, marks._SIGN.search),
    ("marks that were put", marks._ANY, marks.is_marked),
    ("fillers", fillers._ANYWHERE, lambda text: any(sign in text.lower() for sign in fillers._SIGNS)),
    ("signs in values", plain._SIGN, plain._RARE.search),
]


@pytest.mark.parametrize(
    ("pattern", "has_sign"), [each[1:] for each in SIGNS], ids=[each[0] for each in SIGNS]
)
@given(data=st.data())
def test_what_matches_has_the_sign(
    pattern: re.Pattern[str], has_sign: Callable[[str], object], data: st.DataObject
) -> None:
    """In texts made from the pattern itself."""
    assert has_sign(data.draw(st.from_regex(pattern)))


@given(st.from_regex(page._INLINE))
def test_what_runs_in_a_page_is_never_passed_over(html: bytes) -> None:
    """A handler or a style within a tag is one outside of any too."""
    assert page._MAY_BE_INLINE.search(html)
