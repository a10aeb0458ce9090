"""http:// becomes https:// where the author says that the addresses answer to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ombrelle.problems import Location
from ombrelle.sources.edits import Edit, cut
from ombrelle.sources.yaml import spans

_SCHEME = "http://"
# A name and no port: what answers on a port of its own does so by its own scheme.
_PLAIN = re.compile(
    r"""(?P<quote>['"]?)http://[^/:?#\s@]+\.[a-z]{2,}(?:[/?#]\S*)?(?P=quote)""", re.IGNORECASE
)


def secured(text: str) -> Iterator[Edit]:
    """The changes of a YAML text whose values are addresses in http; other text that names one is left."""
    for place in spans(text.removeprefix("\ufeff")).values():
        where = Location("", *place.value)
        written = cut(text, where) if where.line == where.end_line else ""
        if found := _PLAIN.fullmatch(written):
            start = where.column + len(found["quote"])
            yield Edit(where.line, start, where.line, start + len(_SCHEME), "https://")
