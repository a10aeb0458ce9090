"""What the command line says is shown by a terminal, which obeys nothing in it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ombrelle.cli.words import words

_OBEYED = ["\x1b[2J", "\x1b]0;x\x07", "\x9b1m", "\u202e", "\u2066", "\0", "\x7f", "\r"]
_TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(st.lists(st.text() | st.sampled_from(_OBEYED)).map("".join))
def test_no_value_is_obeyed(text: str) -> None:
    """Neither a control sequence, nor a mark that turns the line round, nor half a character."""
    for value in (text, Path("a", text.replace("\0", ""))):
        said = words("en").say("new-written", path=value).replace("\n", "")
        assert not [letter for letter in said if unicodedata.category(letter) in {"Cc", "Cs"}]
        assert not [letter for letter in said if unicodedata.bidirectional(letter) in _TURNS]
