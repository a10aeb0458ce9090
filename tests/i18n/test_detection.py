"""The language of a text, known by the text alone: sure, or silent."""

from __future__ import annotations

import pytest

from ombrelle.i18n.detection import judge

CODES = ("fr", "en", "de", "es", "ar", "ja")
SAID = {
    "fr": "Le quartier réunit des entreprises, des écoles et des laboratoires autour de la santé.",
    "en": "The district brings companies, schools and laboratories together around health.",
    "de": "Das Quartier vereint Unternehmen, Schulen und Labore rund um das Thema Gesundheit.",
    "es": "El distrito reúne empresas, escuelas y laboratorios en torno a la salud de todos.",
    "ar": "يجمع الحي بين الشركات والمدارس والمختبرات حول موضوع الصحة في المدينة كلها.",
    "ja": "この地区には、健康をテーマに企業や学校、研究所が集まっています。",
}


@pytest.mark.parametrize("lang", CODES)
def test_a_text_in_its_language_is_left_alone(lang: str) -> None:
    """Nothing is said of what is as it is said to be."""
    assert judge(CODES, [(lang, SAID[lang])]) == ("",)


@pytest.mark.parametrize("lang", CODES)
def test_a_text_in_another_language_is_known(lang: str) -> None:
    """Each of the site's languages is known among the others, in the order in which texts are given."""
    given = [(other, SAID[lang]) for other in CODES]
    assert judge(CODES, given) == tuple("" if other == lang else lang for other in CODES)


def test_names_leave_it_in_doubt() -> None:
    """A list of names is in no language, whatever they look like."""
    names = "Doctolib, Qonto, Alan, Ledger, Back Market, BlaBlaCar, OVHcloud, Exotec, Verkor, Ÿnsect, Aledia"
    assert judge(CODES, [(code, names) for code in ("fr", "en", "de", "es")]) == ("",) * 4


def test_forms_of_one_language_are_not_told_apart() -> None:
    """British English is no fault in a text that is given for English; French is one in both."""
    codes = ("en-GB", "en", "fr")
    assert judge(codes, [("en", SAID["en"]), ("en-GB", SAID["fr"])]) == ("", "fr")


def test_a_language_that_the_model_lacks_is_not_judged() -> None:
    """Nor one that nobody speaks, nor the only one of a site."""
    assert judge(("fr", "gsw"), [("gsw", SAID["fr"])]) == ("",)
    assert judge(("fr", "en-XA"), [("en-XA", SAID["fr"])]) == ("",)
    assert judge(("fr",), [("fr", SAID["en"])]) == ("",)
