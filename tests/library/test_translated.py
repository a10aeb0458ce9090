"""Texts that are not in the languages that the site promises, each told where it is lacking."""

from __future__ import annotations

from pathlib import Path

from ombrelle.problems import Problem
from tests.support.small import copied, found, library_of


def faults(root: Path, section: str) -> list[Problem]:
    """What is wrong with the rich site when it promises this."""
    site = root / "content/site.yaml"
    site.write_text(f"{site.read_text(encoding='utf-8')}{section}\n", encoding="utf-8")
    return found(library_of(root)[1])


def told(problems: list[Problem]) -> list[tuple[str, str, object]]:
    return [(it.code, it.location.path, dict(it.values)["langs"]) for it in problems]


def test_a_site_that_promises_nothing_lacks_nothing(tmp_path: Path) -> None:
    """The sources are there, and nothing else is asked."""
    assert faults(copied("rich", tmp_path), "") == []


def test_a_text_file_that_is_promised_is_told_at_its_source(tmp_path: Path) -> None:
    """With the names of the files to write."""
    problems = faults(copied("rich", tmp_path), "translations: {required: {page: all, quartiers/page: []}}")
    assert told(problems) == [("text-untranslated", "content/pages/invest.fr.md", "en, ar")]
    assert dict(problems[0].values)["near"] == "invest.en.md, invest.ar.md"


def test_a_short_text_that_is_promised_is_told_at_its_field(tmp_path: Path) -> None:
    """At the key of the map, with what to add; a text that is neutral is in every language."""
    root = copied("rich", tmp_path)
    problems = faults(root, "translations: {required: {startup.pitch: [ar]}}")
    assert problems
    for problem in problems:
        assert problem.code == "translation-missing"
        line = (root / problem.location.path).read_text(encoding="utf-8").splitlines()
        assert line[problem.location.line - 1][problem.location.column - 1 :].startswith("pitch:")
        assert dict(problem.values)["forms"] == "ar: …"


def test_the_umbrella_and_its_lists_are_held_to_the_promise_too(tmp_path: Path) -> None:
    """A term that has no name in a promised language, and one that has none in the source."""
    root = copied("rich", tmp_path)
    terms = root / "content/vocabularies/units.yaml"
    terms.write_text("metre:\n  name: {en: metre}\n", encoding="utf-8")
    problems = faults(root, "translations: {required: {vocabulary: [en, ar], site: all}}")
    own = [(it.code, it.location.line) for it in problems if it.location.path.endswith("units.yaml")]
    assert own == [("source-form-missing", 2), ("translation-missing", 2)]
