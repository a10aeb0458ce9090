"""A file of the site: its path in the published folder and its bytes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """`path` has no slash before it: `fr/quartiers/index.html`."""

    path: str
    content: bytes
