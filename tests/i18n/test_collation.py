"""Names in the order of readers."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.i18n.collation import collation_key


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("fr", ["cote", "coté", "côte", "côté", "Côté", "cotes"]),
        ("fr", ["Œil", "Oeillet", "œuvre", "Offre", "Ouest"]),
        ("fr", ["42", "4e Étage", "Alpha", "École", "Électre", "Zénith"]),
        ("fr", ["La Réunion", "La Rochelle", "Lab", "Laval"]),
        ("de", ["Arzt", "Ärzte", "Ofen", "Öl", "Strasse", "Straße", "Straßen", "Zug"]),
        ("es", ["nube", "nylon", "ñandú", "Ñu", "oso"]),
        ("fr", ["nandou", "ñandú", "nylon"]),
        ("sv", ["Zorn", "Åbo", "Ängel", "Öland"]),
        ("ar", ["أمل", "باريس", "تونس", "ليون", "Lyon", "Paris"]),
        ("fr", ["Lyon", "Paris", "ليون"]),
        ("ja", ["グルノーブル", "ストラスブール", "リール", "リヨン", "ルーアン", "ルマン"]),
        ("ja", ["ウェールズ", "ウエスト", "ヴェプス"]),
        ("ar", ["آسيا", "إسبانيا", "أكاديمية", "الأردن", "ألمانيا"]),
        ("ja", ["Lyon", "あい", "アウ", "かき", "亜細亜", "日本"]),
    ],
)
def test_order(lang: str, names: list[str]) -> None:
    """Base letters decide before accents, accents before case, by the rules of each language."""
    shuffled = list(reversed(names))
    assert sorted(shuffled, key=collation_key(lang)) == names


def test_kanji_follow_the_standard_of_japan() -> None:
    """Kanji stand in the order of JIS X 0208, that of their usual readings, and not of their code points."""
    names = ["愛知", "京都", "大阪", "東京"]
    assert sorted(names) != names
    shuffled = list(reversed(names))
    assert sorted(shuffled, key=collation_key("ja")) == names


@given(st.sampled_from(["fr", "es", "ar", "ja", "sv"]), st.text(), st.text())
def test_every_text_has_one_place(lang: str, one: str, other: str) -> None:
    """Any two texts can be ordered, and only texts that are canonically the same are equal."""
    key = collation_key(lang)
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (key(one) == key(other)) is same
    assert same or (key(one) < key(other)) is not (key(other) < key(one))
