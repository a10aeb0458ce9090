"""How the server speaks to the person who writes."""

from __future__ import annotations

from typing import Protocol


class Speech(Protocol):
    """The words of the tool, in the language of its user."""

    @property
    def language(self) -> str:
        """The language in which problems are worded."""

    def say(self, key: str, **values: object) -> str:
        """A sentence with its values filled in."""
