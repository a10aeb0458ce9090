"""What differs is told in words that can be read."""

from __future__ import annotations

import pytest

from ombrelle.translations.differences import Span, differences


def marked(spans: tuple[Span, ...]) -> str:
    return "".join(f"[{span.text}]" if span.is_changed else span.text for span in spans)


@pytest.mark.parametrize(
    ("then", "now", "old", "new"),
    [
        ("un deux trois", "un quatre trois", "un [deux] trois", "un [quatre] trois"),
        ("un deux trois six", "un quatre cinq six", "un [deux trois] six", "un [quatre cinq] six"),
        ("le port, ici", "le port ici", "le port[,] ici", "le port ici"),
        ("東京の港", "大阪の港", "[東京]の港", "[大阪]の港"),
        ("un", "un", "un", "un"),
    ],
)
def test_words_are_compared(then: str, now: str, old: str, new: str) -> None:
    """Neighbours that changed are one stretch; a script without spaces goes by its characters."""
    before, after = differences(then, now)
    assert (marked(before), marked(after)) == (old, new)
    assert ("".join(span.text for span in before), "".join(span.text for span in after)) == (then, now)
