"""What pages say of their languages is true: alternates include the page, answer, and are mutual."""

from __future__ import annotations

from collections.abc import Mapping

from ombrelle.audit.page import Built, BuiltPage
from ombrelle.problems import Location, Problems

_DEFAULT = "x-default"


def check_languages(built: Built, problems: Problems) -> None:
    """Tell each alternate that is missing, dead, not said back, or in another language than it says."""
    for page in built.pages.values():
        alternates = {lang: built.file(href) for lang, href in page.alternates}
        if not alternates:
            continue
        place = Location(page.path)
        if _DEFAULT not in alternates:
            problems.add("alternate-default-missing", place)
        if page.path not in alternates.values():
            problems.add("alternate-self-missing", place)
        _check_others(page, alternates, built, problems)


def _check_others(page: BuiltPage, alternates: Mapping[str, str], built: Built, problems: Problems) -> None:
    place = Location(page.path)
    for lang, path in alternates.items():
        other = built.pages.get(path)
        if other is None:
            problems.add("alternate-dead", place, lang=lang, target=path)
        elif page.path not in {built.file(href) for _, href in other.alternates}:
            problems.add("alternate-not-reciprocal", place, lang=lang, target=path)
        elif lang not in {_DEFAULT, other.lang}:
            problems.add("alternate-other-language", place, lang=lang, target=path, found=other.lang)
