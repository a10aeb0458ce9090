"""Which languages there are and in which order a text is looked for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from ombrelle.i18n.languages import is_language, make_languages
from ombrelle.i18n.speech import spoken_language

SIX: list[tuple[str, Sequence[str] | None]] = [
    ("fr", None),
    ("en", None),
    ("de", ["en"]),
    ("es", None),
    ("ar", ["fr", "en"]),
    ("ja", ["en"]),
]


def test_the_first_is_the_source() -> None:
    """The languages keep their declared order, and the first is the source."""
    languages = make_languages(SIX)
    assert languages.codes == ("fr", "en", "de", "es", "ar", "ja")
    assert languages.source is languages["fr"]
    assert [language.code for language in languages] == list(languages.codes)
    assert "ar" in languages
    assert "it" not in languages
    with pytest.raises(KeyError):
        languages["it"]


@pytest.mark.parametrize(
    ("code", "chain"),
    [
        ("fr", ("fr", "en", "de", "es", "ar", "ja")),
        ("en", ("en", "fr", "de", "es", "ar", "ja")),
        ("de", ("de", "en", "fr", "es", "ar", "ja")),
        ("ar", ("ar", "fr", "en", "de", "es", "ja")),
    ],
)
def test_chains(code: str, chain: tuple[str, ...]) -> None:
    """A chain is the language, its declared fallbacks, the source, then the others, each once."""
    assert make_languages(SIX)[code].chain == chain


def test_a_language_names_itself_and_has_its_direction() -> None:
    """Autonyms and directions are CLDR's, autonyms with a capital where the script has them."""
    described = {language.code: (language.autonym, language.direction) for language in make_languages(SIX)}
    assert described == {
        "fr": ("Français", "ltr"),
        "en": ("English", "ltr"),
        "de": ("Deutsch", "ltr"),
        "es": ("Español", "ltr"),
        "ar": ("العربية", "rtl"),
        "ja": ("日本語", "ltr"),
    }


@pytest.mark.parametrize("declared", [[], [("fr", None), ("fr", None)], [("fr", ["it"])]])
def test_impossible_declarations(declared: list[tuple[str, Sequence[str] | None]]) -> None:
    """No language, one twice and a fallback outside the site are refused."""
    with pytest.raises(ValueError, match=r"no language|not languages"):
        make_languages(declared)


@pytest.mark.parametrize(
    "code", ["fr", "en", "pt-BR", "zh-Hant", "zh-Hant-TW", "zh-TW", "en-001", "br", "gsw"]
)
def test_known_tags(code: str) -> None:
    """Languages, with or without script and region, that CLDR describes."""
    assert is_language(code)


@pytest.mark.parametrize(
    "code",
    ["", "xx", "french", "FR", "fr_FR", "pt-br", "fr-XX", "zh-hant", "fr-", "en-US-POSIX", "fr\n", "root"],
)
def test_unknown_tags(code: str) -> None:
    """Languages that do not exist and tags in another form."""
    assert not is_language(code)


@pytest.mark.parametrize(
    ("option", "environ", "spoken"),
    [
        ("en", {"LC_ALL": "fr_FR.UTF-8"}, "en"),
        (None, {"LC_ALL": "en_GB.UTF-8", "LANG": "fr_FR"}, "en"),
        (None, {"LC_MESSAGES": "fr_CA", "LANG": "en_US.UTF-8"}, "fr"),
        (None, {"LC_ALL": "C.UTF-8", "LANG": "en"}, "en"),
        (None, {"LC_ALL": "", "LANG": "en_US.UTF-8"}, "en"),
        (None, {"LANG": "frr_DE"}, "fr"),
        (None, {"LANG": "enm"}, "fr"),
        (None, {"LANG": "de_DE.UTF-8"}, "fr"),
        (None, {}, "fr"),
    ],
)
def test_the_tool_speaks(option: str | None, environ: dict[str, str], spoken: str) -> None:
    """The option goes first, then the variables as POSIX ranks them, then French."""
    assert spoken_language(option, environ) == spoken
