"""Texts that are not in the language that they are given for, each told at its place, once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from ombrelle.build import build, review
from ombrelle.check import check
from ombrelle.i18n.detection import judge
from ombrelle.load.scope import scope_of
from ombrelle.memory import Memory
from ombrelle.options import Options
from ombrelle.problems import Problems
from ombrelle.spoken import LEAST, weight
from tests.support.small import DAY, copied, options, write
from tests.support.tools import ROOT

FRENCH = "Le quartier réunit des entreprises, des écoles et des laboratoires autour de la santé."
ENGLISH = "The district brings companies, schools and laboratories together around health."
PAGE = "content/pages/invest.en.md"
CODE = "text-in-other-language"
CODES = ("fr", "en", "ar")


def told(problems: Problems) -> list[tuple[str, int, dict[str, object]]]:
    return [(it.location.path, it.location.line, dict(it.values)) for it in problems if it.code == CODE]


def page(root: Path, *paragraphs: str) -> Path:
    write(root, PAGE, "---\ntitle: Invest\n---\n\n" + "\n\n".join(paragraphs) + "\n")
    return root


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_passage_in_another_language_is_told_at_its_line(tmp_path: Path, jobs: int) -> None:
    """By the run itself or by a process beside it, with both languages."""
    root = page(copied("rich", tmp_path), ENGLISH, FRENCH, ENGLISH, FRENCH)
    assert told(check(options(root, jobs=jobs))) == [(PAGE, 7, {"lang": "en", "found": "fr"})]


def test_a_short_text_of_facts_is_told_at_its_value(tmp_path: Path) -> None:
    """At the form of the language that it is not in."""
    root = copied("rich", tmp_path)
    site = root / "content/site.yaml"
    text = site.read_text(encoding="utf-8")
    assert "en: A little of everything." in text
    site.write_text(text.replace("A little of everything.", f'"{FRENCH}"'), encoding="utf-8")
    ((path, line, values),) = told(check(options(root)))
    assert (path, values) == ("content/site.yaml", {"lang": "en", "found": "fr"})
    assert FRENCH in site.read_text(encoding="utf-8").splitlines()[line - 1]


def test_code_addresses_and_marked_quotations_are_not_judged(tmp_path: Path) -> None:
    """What is in no language, and what says its own."""
    code = f"```text\n{FRENCH}\n\n{FRENCH}\n```"
    marked = f'He said: <span lang="fr">{FRENCH}</span>'
    link = "[x](https://a.example/le-quartier-reunit-des-entreprises-et-des-ecoles-autour-de-la-sante)"
    assert told(check(options(page(copied("rich", tmp_path), ENGLISH, code, marked, link)))) == []


def test_a_check_of_a_few_files_does_not_judge(tmp_path: Path) -> None:
    """It answers while one writes: loading a model would take longer than all the rest."""
    root = page(copied("rich", tmp_path), FRENCH)
    assert told(check(options(root, scope=scope_of(root, [root / PAGE])))) == []


def test_a_short_text_is_not_judged(tmp_path: Path) -> None:
    """A few words are too often the same in two languages."""
    root = page(copied("rich", tmp_path), "Les entreprises du quartier de la santé et des écoles")
    assert told(check(options(root))) == []


def test_a_sign_of_japanese_weighs_more_than_a_letter() -> None:
    """A sentence of thirty signs says as much as one of eighty letters."""
    assert weight("ab1 é") == 3
    assert weight("日本語") == 7.5
    assert weight("この地区には、健康をテーマに企業や学校、研究所が集まっています。") > LEAST


def test_a_build_publishes_and_tells(tmp_path: Path) -> None:
    """It is a warning: the judgement of a program stops nothing."""
    result = build(options(page(copied("rich", tmp_path), FRENCH)))
    assert result.manifest is not None
    assert [path for path, _, _ in told(result.problems)] == [PAGE]


def test_a_review_remembers_what_it_judged(tmp_path: Path) -> None:
    """The same is told again, and what changed is judged anew."""
    root, memory = page(copied("rich", tmp_path), FRENCH), Memory()
    assert told(review(options(root), memory)) == told(review(options(root), memory)) != []
    assert told(review(options(page(root, ENGLISH)), memory)) == []


def test_the_real_content_speaks_its_languages() -> None:
    """Six languages, thousands of texts, and no false alarm."""
    assert told(check(Options(ROOT, ROOT / "public", DAY))) == []


def test_what_was_fair_is_not_judged_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build asks for the text that changed alone; what is in another language is told each time."""
    asked: list[tuple[str, str]] = []

    def noting(codes: object, texts: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        asked.extend(texts)
        return judge(CODES, texts)

    monkeypatch.setattr("ombrelle.spoken._judge", noting)
    root = page(copied("rich", tmp_path), ENGLISH, FRENCH)
    first = told(build(options(root, reuses=True)).problems)
    assert first == [(PAGE, 7, {"lang": "en", "found": "fr"})]
    asked.clear()
    assert told(build(options(root, reuses=True)).problems) == first
    assert ("en", FRENCH) in asked
    page(root, ENGLISH)
    asked.clear()
    assert told(build(options(root, reuses=True)).problems) == []
    assert asked == [("en", ENGLISH)]
    asked.clear()
    build(options(root, reuses=True))
    assert asked == []
