"""The work recorded: by whom it is cleared, what merges, and what needs no history."""

from __future__ import annotations

from pathlib import Path

import pytest

from ombrelle.problems import Problems
from ombrelle.translations.done import done, save, unneeded
from ombrelle.translations.freshness import State
from ombrelle.translations.survey import survey
from tests.support.small import write
from tests.translations.desk import FACTS, PAGE, content_of, edit, git, items, made, record, states

EN, FR = f"{PAGE}.en.md", f"{PAGE}.fr.md"
RECORD = "content/pages/.sources/about.en.md.txt"
BEFORE, AFTER = (
    "Trois bureaux sont ouverts toute la semaine.",
    "Quatre bureaux sont ouverts toute la semaine.",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return made(tmp_path)


def test_what_is_recorded_is_complete(root: Path) -> None:
    """And nothing is written twice."""
    assert {item.state for path, item in items(root).items() if path in {EN, FACTS}} == {State.COMPLETE}
    assert record(root, ".") == []


def test_one_paragraph_is_stale_until_it_is_said_to_be_done(root: Path) -> None:
    """Neither another edit of the translation nor one of that paragraph clears it."""
    edit(root, FR, BEFORE, AFTER)
    stale = [("body", "stale", BEFORE, AFTER)]
    assert states(root, EN) == stale
    edit(root, EN, "We welcome", "We gladly welcome")
    assert states(root, EN) == stale
    edit(root, EN, "Three offices", "Four offices")
    assert states(root, EN) == stale
    found = items(root)[EN].blocks[0]
    assert found.translation is not None
    assert (found.translation.text, found.translation.line) == ("Four offices are open all week.", 10)
    assert record(root, EN) == [RECORD]
    assert states(root, EN) == []


def test_short_texts_have_the_same(root: Path) -> None:
    """One item of a list of facts is stale, wherever it stands; reformatting the YAML raises nothing."""
    edit(root, FACTS, "  - {fr: Deux laboratoires de recherche, en: Two research laboratories}\n", "")
    edit(
        root,
        FACTS,
        "strengths:\n",
        "strengths:\n  - fr: Deux laboratoires de recherche\n    en: Two laboratories\n",
    )
    assert states(root, FACTS) == []
    edit(root, FACTS, "Deux laboratoires", "Trois laboratoires")
    then, now = "Deux laboratoires de recherche", "Trois laboratoires de recherche"
    assert states(root, FACTS) == [("strengths[]", "stale", then, now)]
    assert items(root)[FACTS].blocks[0].source.line == 9  # type: ignore[union-attr]


def test_facts_are_recorded_where_they_were_translated(root: Path) -> None:
    """Without a language only what was translated since; with one, all of it."""
    edit(root, FACTS, "Deux laboratoires", "Trois laboratoires")
    edit(root, FACTS, "Un port ouvert", "Un grand port ouvert")
    edit(root, FACTS, "Two research", "Three research")
    record(root, FACTS)
    assert [then for _, _, then, _ in states(root, FACTS)] == ["Un port ouvert sur le large"]
    record(root, FACTS, language="en")
    assert states(root, FACTS) == []


def test_a_folder_is_recorded_where_it_was_translated(root: Path) -> None:
    """Of a text too, only the paragraphs that were translated since."""
    edit(root, FR, BEFORE, AFTER)
    edit(root, FR, "Nous accueillons", "Nous recevons")
    edit(root, EN, "Three offices", "Four offices")
    record(root, "content")
    assert [now for *_, now in states(root, EN)] == ["Nous recevons les entreprises du quartier."]


def test_new_and_removed_paragraphs_are_told(root: Path) -> None:
    """A new one is to be translated, one that is gone is to be taken out at its line."""
    edit(root, FR, "## Les lieux\n", "Un paragraphe ajouté par la suite.\n\n## Les lieux\n")
    edit(root, FR, "- un atelier de fabrication\n", "")
    assert states(root, EN) == [
        ("body", "new", "", "Un paragraphe ajouté par la suite."),
        ("body", "removed", "- un atelier de fabrication", ""),
    ]
    assert items(root)[EN].blocks[1].translation.line == 13  # type: ignore[union-attr]


def test_what_was_removed_is_told_until_the_translation_lacks_it_too(root: Path) -> None:
    """A folder that is recorded leaves it so; taken out of the translation, it is done."""
    edit(root, FR, "- un atelier de fabrication\n", "")
    record(root, "content")
    assert [state for _, state, *_ in states(root, EN)] == ["removed"]
    edit(root, EN, "- a workshop\n", "")
    record(root, "content")
    assert states(root, EN) == []


def test_an_edit_may_need_no_translation(root: Path) -> None:
    """The author says so for all languages, and what stands in the translation stays paired with it."""
    edit(root, FR, BEFORE, AFTER)
    save(root, unneeded(root, content_of(root), [FR]))
    assert states(root, EN) == []
    edit(root, FR, AFTER, BEFORE)
    assert items(root)[EN].blocks[0].translation.text == "Three offices are open all week."  # type: ignore[union-attr]


def test_what_was_never_recorded_asks_for_it(root: Path) -> None:
    """It counts as done, but says that nothing is known of it; an edit that needs none does not change it."""
    (root / RECORD).unlink()
    assert (items(root)[EN].state, items(root)[EN].blocks) == (State.UNRECORDED, ())
    assert items(root)[EN].done == items(root)[EN].total
    assert unneeded(root, content_of(root), [FR]) == ()
    assert record(root, "content/pages") == [RECORD]
    assert items(root)[EN].state is State.COMPLETE


def test_a_copy_of_the_source_is_no_translation(root: Path) -> None:
    """A paragraph or a short text that says the same as its source is to be translated."""
    edit(
        root,
        EN,
        "Write before you come, seats are often few.",
        "Écrivez-nous avant de venir, les places manquent souvent.",
    )
    edit(root, FACTS, "A port on the open sea", "Un port ouvert sur le large")
    record(root, ".", language="en")
    for path in (EN, FACTS):
        assert [state for _, state, *_ in states(root, path)] == ["untranslated"]


def test_what_lacks_is_missing(root: Path) -> None:
    """A text without a file, a short text without its form."""
    (root / EN).unlink()
    edit(root, FACTS, ", en: A port on the open sea", "")
    assert items(root)[EN].state is State.MISSING
    assert items(root)[EN].done == 0
    assert states(root, FACTS) == [
        ("strengths[]", "missing", "Un port ouvert sur le large", "Un port ouvert sur le large")
    ]


def test_an_orphan_is_told_with_what_it_may_have_meant(root: Path) -> None:
    """The name of a translation was mistyped."""
    (root / EN).rename(root / "content/pages/abuot.en.md")
    found = items(root)
    orphan = found["content/pages/abuot.en.md"]
    assert (orphan.state, orphan.near) == (State.ORPHAN, "about")
    assert found[EN].state is State.MISSING


def test_an_orphan_cannot_have_meant_what_is_translated(root: Path) -> None:
    """The near name has its own translation."""
    write(root, "content/pages/abuot.en.md", (root / EN).read_text(encoding="utf-8"))
    assert items(root)["content/pages/abuot.en.md"].near == ""


def test_a_record_of_nothing_is_an_orphan_until_it_is_cleared(root: Path) -> None:
    """Its source and its translation are gone."""
    (root / FR).unlink()
    (root / EN).unlink()
    assert items(root)[RECORD].state is State.ORPHAN
    record(root, "content")
    assert not (root / RECORD).exists()


def test_a_damaged_record_is_told_and_counts_as_none(root: Path) -> None:
    """With its line; recording the work mends it."""
    edit(root, RECORD, "## Les lieux", "## Les endroits")
    problems = Problems()
    found = {item.unit.path: item for item in survey(root, content_of(root), problems)}
    assert found[EN].state is State.UNRECORDED
    assert [(each.code, each.location.path, each.location.line) for each in problems] == [
        ("record-damaged", RECORD, 12)
    ]
    record(root, EN)
    assert items(root)[EN].state is State.COMPLETE


def test_two_branches_that_record_different_paragraphs_merge(root: Path) -> None:
    """Neighbours even, moved ones too: git needs nobody, and the states are those of both."""
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "Base")
    git(root, "switch", "-q", "-c", "one")
    edit(root, FR, BEFORE, AFTER)
    edit(root, EN, "Three offices", "Four offices")
    record(root, EN)
    git(root, "commit", "-q", "-a", "-m", "One")
    git(root, "switch", "-q", "main")
    edit(root, FR, "- une salle de réunion", "- une grande salle de réunion")
    edit(root, EN, "- a meeting room", "- a large meeting room")
    record(root, EN)
    edit(root, FR, "Nous accueillons", "Nous recevons")
    git(root, "commit", "-q", "-a", "-m", "Two")
    git(root, "merge", "-q", "one", "-m", "Both")
    before, after = (f"Nous {verb} les entreprises du quartier." for verb in ("accueillons", "recevons"))
    assert states(root, EN) == [("body", "stale", before, after)]


def test_no_history_is_needed(root: Path, tmp_path: Path) -> None:
    """A clone of depth 1 tells the same, the source then too."""
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "Before")
    edit(root, FR, BEFORE, AFTER)
    git(root, "commit", "-q", "-a", "-m", "After")
    git(tmp_path, "clone", "-q", "--depth", "1", root.as_uri(), "clone")
    assert git(tmp_path / "clone", "rev-list", "--count", "HEAD").strip() == "1"
    assert states(tmp_path / "clone", EN) == [("body", "stale", BEFORE, AFTER)]


def test_another_source_than_that_of_the_site(root: Path) -> None:
    """A text that the source language of the site lacks is told; others are compared with what there is."""
    edit(root, "content/site.yaml", "languages: [fr, en]", "languages: [fr, en, de]")
    write(
        root,
        f"{PAGE}.de.md",
        "---\ntitle: Über uns\nsummary: Was wir tun.\n---\n\nWir begrüßen die Unternehmen.\n",
    )
    (root / FR).unlink()
    found = items(root)
    assert found[EN].state is State.ORPHAN
    assert found[f"{PAGE}.de.md"].unit.source_path == EN


def test_what_was_asked_for_is_recorded_and_no_more(root: Path) -> None:
    """Another language, another folder, the source: nothing of them is."""
    (root / RECORD).unlink()
    for paths in (["quartiers"], [FR], ["content/pag"]):
        assert done(root, content_of(root), paths) == ()
    assert done(root, content_of(root), ["."], "de") == ()
    assert [each.path for each in done(root, content_of(root), [EN], "en")] == [RECORD]
