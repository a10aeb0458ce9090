"""Pages without the indentation of their templates, which no reader sees."""

from __future__ import annotations

import re

_INDENT = re.compile(r"\n\s+")
_AS_WRITTEN = re.compile(r"(<pre[ >].*?</pre>)", re.DOTALL)


def lean(html: str) -> str:
    """The page with each line at its beginning; what is shown as it is written stays so."""
    pieces = _AS_WRITTEN.split(html)
    pieces[::2] = [_INDENT.sub("\n", piece) for piece in pieces[::2]]
    return "".join(pieces)
