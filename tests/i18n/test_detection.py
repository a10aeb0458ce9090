"""The language of a text, known by the text alone: sure, or silent."""

from __future__ import annotations

import pytest

from ombrelle.i18n.detection import _judged, judge
from ombrelle.i18n.plainly import is_plainly
from ombrelle.load import load
from ombrelle.load.discover import discover
from ombrelle.load.entry import Content
from ombrelle.problems import Problems
from ombrelle.spoken import spoken
from tests.support.tools import ROOT

CODES = ("fr", "en", "de", "es", "ar", "ja")
SAID = {
    "fr": "Le quartier réunit des entreprises, des écoles et des laboratoires autour de la santé.",
    "en": "The district brings companies, schools and laboratories together around health.",
    "de": "Das Quartier vereint Unternehmen, Schulen und Labore rund um das Thema Gesundheit.",
    "es": "El distrito reúne empresas, escuelas y laboratorios en torno a la salud de todos.",
    "ar": "يجمع الحي بين الشركات والمدارس والمختبرات حول موضوع الصحة في المدينة كلها.",
    "ja": "この地区には、健康をテーマに企業や学校、研究所が集まっています。",
}


MORE = {
    "fr": "Il est ouvert à tous ceux qui le veulent, et leurs projets sont suivis par nous.",
    "en": "It is open to all who want it, and their projects are followed by our teams.",
    "de": "Es ist für alle offen, die mit uns arbeiten, und auch für die, die nicht von hier sind.",
    "es": "Está abierto para todos los que quieren, y sus proyectos se siguen con los nuestros.",
    "ar": "وهو مفتوح أمام كل من يريد ذلك من الشركات في هذه المدينة وعلى مقربة من الجامعة التي بين الحيين.",
}


def read_content() -> Content:
    """The content of the real site."""
    problems = Problems()
    content = load(ROOT, discover(ROOT, problems), problems)
    assert content is not None
    return content


@pytest.mark.parametrize("lang", CODES)
def test_a_text_in_its_language_is_left_alone(lang: str) -> None:
    """Nothing is said of what is as it is said to be."""
    assert judge(CODES, [(lang, SAID[lang])]) == ("",)


@pytest.mark.parametrize("lang", CODES)
def test_a_text_in_another_language_is_known(lang: str) -> None:
    """Each of the site's languages is known among the others, in the order in which texts are given."""
    given = [(other, SAID[lang]) for other in CODES]
    assert judge(CODES, given) == tuple("" if other == lang else lang for other in CODES)


@pytest.mark.parametrize("lang", CODES)
def test_a_text_is_plainly_in_its_language_and_in_no_other(lang: str) -> None:
    """What needs no model is said of its own language alone."""
    text = f"{SAID[lang]} {MORE.get(lang, '')}"
    assert [code for code in CODES if is_plainly(code, text)] == [lang]


def test_what_is_plain_is_what_the_model_says() -> None:
    """Each text of the real site, given for each language: where no model is asked, it would agree."""
    texts = {(text.lang, text.text) for text in spoken(read_content())}
    given = [(lang, text) for _, text in sorted(texts) for lang in CODES]
    plain = [each for each in given if is_plainly(*each)]
    assert len(plain) > 0.6 * len(texts)
    assert [each for each, other in zip(plain, _judged(CODES, plain), strict=True) if other] == []


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
