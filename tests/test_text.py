"""Slugs, and the word that was meant."""

from __future__ import annotations

import pytest

from ombrelle.text import nearest, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [("L'été à Évry", "l-ete-a-evry"), ("Œuvre & Cie", "oeuvre-cie"), ("東京", ""), ("", "")],
)
def test_a_slug_is_plain_words_joined_by_hyphens(text: str, slug: str) -> None:
    """No accent, no ligature, no sign; nothing where no such word is left."""
    assert slugify(text) == slug


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        ("État", ["autre", "etat"], "etat"),
        ("santee", ["sante", "energie"], "sante"),
        ("xyz", ["sante"], ""),
        ("東京", ["大阪.png", "sante"], ""),
        ("東京", ["大阪"], ""),
    ],
)
def test_the_nearest_word_is_proposed_where_one_is_near(word: str, known: list[str], near: str) -> None:
    """Case and accents are no difference; two words without a Latin letter are not near for that."""
    assert nearest(word, known) == near
