"""What a message proposes to write is right: pasted where it says, it mends the fault and brings none."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from ombrelle.problems import Location, Problem
from ombrelle.problems.catalogue import SPOKEN, definitions
from ombrelle.problems.wording import say
from ombrelle.repair.paste import paste
from ombrelle.sources.edits import Edit, edited, read_raw
from tests.invalid.made import PROVED
from tests.invalid.test_invalid import FOLDERS, checked, provoked

DAY = "2026-05-12"
"""The day that messages take for an example in the name of a file."""

RENAMED = {
    "date-missing-in-name",
    "foreign-folder",
    "id-form",
    "language-in-facts-name",
    "language-missing-in-name",
    "picture-mislabelled",
    "wrong-extension",
}
"""Codes whose repair is another name for a file or a folder."""

NOT_WRITTEN: Mapping[str, set[str]] = {
    "only its author knows the value": {
        "block-empty",
        "colour-form",
        "consent-over",
        "contact-without-way",
        "duplicate-key",
        "empty-link",
        "empty-value",
        "link-without-text",
        "empty-list-item",
        "empty-heading",
        "alternative-is-name",
        "end-before-start",
        "form-of-value",
        "image-without-alternative",
        "ledger-line",
        "lost-character",
        "map-expected",
        "missing-field",
        "moment-form",
        "no-such-day",
        "out-of-range",
        "picture-expected",
        "picture-without-credit",
        "placeholder-text",
        "placeholder-value",
        "repeated-item",
        "redirect-form",
        "repeated-value",
        "same-address",
        "siren-form",
        "source-form-missing",
        "text-expected",
        "text-too-long-for-field",
        "time-zone-form",
        "too-few",
        "too-many",
        "translation-missing",
        "value-not-understood",
    },
    "only its author knows where it belongs, or how it was meant": {
        "block-too-long",
        "block-within",
        "too-many-blocks",
        "absolute-path-link",
        "table-ruler",
        "table-cells",
        "reference-undefined",
        "footnote-unused",
        "footnote-undefined",
        "footnote-twice",
        "code-unclosed",
        "conflict-marker",
        "fact-in-text",
        "front-matter-not-first",
        "front-matter-unclosed",
        "front-matter-unopened",
        "same-id",
        "swapped-coordinates",
        "text-in-other-language",
        "text-too-nested",
        "yaml-alias",
        "yaml-indentation",
        "yaml-key-not-text",
        "yaml-syntax",
    },
    "something is to be taken away": {
        "control-character",
        "html-removed",
        "invisible-character",
        "language-twice",
        "letter-without-font",
        "pasted-diff",
        "redirect-of-another",
        "redirect-shadows-page",
        "redirect-twice",
        "surrounding-spaces",
        "symbolic-link",
        "yaml-several-documents",
        "yaml-tag",
        "yaml-too-deep",
        "yaml-too-many-values",
    },
    "a file is to be added, put elsewhere, saved otherwise or divided": {
        "byte-order-mark",
        "district-without-facts",
        "district-over-budget",
        "drawing-unsafe",
        "drawing-without-size",
        "empty-file",
        "external-image",
        "field-of-another",
        "media-mislabelled",
        "media-too-heavy",
        "media-type",
        "name-twice",
        "owned-by-another",
        "unsafe-name",
        "facts-missing",
        "file-too-large",
        "foreign-file",
        "not-a-picture",
        "not-a-text",
        "not-utf-8",
        "picture-animated",
        "picture-damaged",
        "picture-format",
        "picture-too-heavy",
        "picture-too-large",
        "site-missing",
        "source-text-missing",
        "text-missing",
        "text-too-long",
        "text-untranslated",
        "unreadable-file",
        "windows-line-ends",
        "vocabulary-missing",
    },
    "a command or a program that translates mends it": {
        "catalogue-missing",
        "catalogue-unreadable",
        "message-duplicate",
        "message-fuzzy",
        "message-malformed",
        "message-percent",
        "message-placeholders",
        "message-plurals",
        "message-surplus",
        "message-untranslated",
        "record-damaged",
    },
    "the theme or the generator is at fault": {
        "alternate-borrower",
        "alternate-dead",
        "alternate-default-missing",
        "alternate-not-reciprocal",
        "alternate-other-language",
        "alternate-self-missing",
        "anchors-differ",
        "borrowed-unmarked",
        "borrower-offered",
        "canonical-wrong",
        "dead-anchor",
        "dead-link",
        "original-hidden",
        "policy-broken",
        "sitemap-lacks",
        "sitemap-surplus",
        "translation-unlinked",
    },
}
"""Codes whose message proposes nothing to write as it stands, by the reason."""

WRITTEN = sorted(set(definitions()) - set().union(*NOT_WRITTEN.values()))


def places(problems: Iterable[Problem]) -> Counter[tuple[str, str, int]]:
    """How many problems of a code each line has."""
    return Counter((each.location.path, each.code, each.location.line) for each in problems)


def pasted(root: Path, problems: Iterable[Problem]) -> dict[Problem, Edit]:
    """Do what messages propose, in the files that they are about; what was done, by problem."""
    found = {
        problem: edit
        for problem in problems
        if problem.location.end_line and (edit := paste(read_raw(root, problem.location.path), problem))
    }
    for path in {problem.location.path for problem in found}:
        edits = [edit for problem, edit in found.items() if problem.location.path == path]
        text = edited(read_raw(root, path), edits)
        (root / path).write_bytes(text.encode())
    return found


def moved(problem: Problem, edits: Mapping[Problem, Edit]) -> Location:
    """The place of a problem once lines were added above it."""
    place = problem.location
    added = sum(
        edit.text.count("\n")
        for other, edit in edits.items()
        if other.location.path == place.path and other.location.line < place.line
    )
    return Location(place.path, place.line + added)


def test_each_code_is_written_or_has_its_reason() -> None:
    """No code is left out, and none has two reasons."""
    reasons = Counter(code for codes in NOT_WRITTEN.values() for code in codes)
    assert set(reasons) <= set(definitions())
    assert max(reasons.values()) == 1


@pytest.mark.parametrize("code", sorted(set(FOLDERS) - set(WRITTEN) - set(PROVED)))
def test_what_has_a_reason_proposes_nothing_to_write(code: str, tmp_path: Path) -> None:
    """A message that proposes something to write is tried below."""
    told = [problem for problem in provoked(code, tmp_path) if problem.code == code]
    assert all(say(problem, language).write == "" for problem in told for language in SPOKEN)


@pytest.mark.parametrize("code", sorted(set(WRITTEN) - RENAMED | {"id-form"}))
def test_what_is_proposed_mends_the_fault(code: str, tmp_path: Path) -> None:
    """The fault is gone, every other is as it was, and none is new; both languages say the same words."""
    before = list(provoked(code, tmp_path))
    edits = pasted(tmp_path, (problem for problem in before if problem.code == code))
    assert edits
    for problem in edits:
        assert {say(problem, lang).write in say(problem, lang).hint for lang in SPOKEN} == {True}
        assert len({say(problem, lang).write for lang in SPOKEN}) == 1
    left = Counter(
        (problem.location.path, problem.code, moved(problem, edits).line)
        for problem in before
        if problem not in edits
    )
    assert places(checked(tmp_path)) == left


def new_name(problem: Problem) -> Path:
    """The name that a message proposes for a file or a folder."""
    path, values = Path(problem.location.path), dict(problem.values)
    if problem.code == "date-missing-in-name":
        ending = path.name.partition(".")[2]
        return path.with_name(f"{DAY}-{values['name']}.{ending}")
    if problem.code == "id-form":
        return path.with_name(path.name.replace(str(values["value"]), str(values["near"])))
    return path.with_name(str(values["near"]))


def fault(code: str, place: Location, **values: str) -> Problem:
    """A problem whose message has all that it may name."""
    named = dict.fromkeys(("value", "month", "character", "vocabulary", "choices"), "x") | values
    return Problem(place, code, tuple(named.items()))


@pytest.mark.parametrize(
    ("text", "code", "near", "place", "after"),
    [
        ("  - `a` b", "yaml-special-character", '- "`a` b"', (1, 5, 1, 6), '  - "`a` b"'),
        ("- page:abut", "unknown-target", "page:about", (1, 3, 1, 12), "- page:about"),
        ("a: {b: UK, c: d}", "country-form", "b: GB", (1, 8, 1, 10), "a: {b: GB, c: d}"),
        ("a: 2013 # b", "swapped-date", "a: 2014", (1, 4, 1, 8), "a: 2014 # b"),
        ("- a: @x", "yaml-special-character", '- a: "@x"', (1, 6, 1, 7), '- a: "@x"'),
        ("  a b", "yaml-missing-colon", "a: b", (1, 3, 1, 6), "  a: b"),
        ("a: 1 b: 2\r\nc: 3", "yaml-two-fields", "a: 1\nb: 2", (1, 6, 1, 10), "a: 1\r\nb: 2\r\nc: 3"),
        ("\ufeffa: #c8102e", "colour-unquoted", 'a: "#c8102e"', (1, 1, 1, 2), '\ufeffa: "#c8102e"'),
    ],
)
def test_words_are_put_where_a_person_would_put_them(
    text: str, code: str, near: str, place: tuple[int, int, int, int], after: str
) -> None:
    """In place of the word, of the field with its name, or of the line that begins with it."""
    edit = paste(text, fault(code, Location("a.yaml", *place), near=near, repair=near))
    assert edit is not None
    assert edited(text, [edit]) == after


@pytest.mark.parametrize(
    ("code", "place", "near"),
    [
        ("wrong-extension", Location("a.yaml"), "b.yaml"),
        ("unknown-term", Location("a.yaml", 1, 1, 2, 3), "b"),
        ("unknown-term", Location("a.yaml", 1, 1, 1, 3), ""),
    ],
)
def test_nothing_is_pasted_over_what_has_no_place_on_one_line(code: str, place: Location, near: str) -> None:
    """A name for a file, a value on several lines, and a message that only lists what there is."""
    assert paste("abc\ndef", fault(code, place, near=near)) is None


def rename(old: Path, new: Path) -> None:
    """Give a file or a folder its new name; what is in a folder joins what is there already."""
    if new.is_dir():
        shutil.copytree(old, new, dirs_exist_ok=True)
        shutil.rmtree(old)
    else:
        old.rename(new)


@pytest.mark.parametrize("code", sorted(RENAMED))
def test_a_name_that_is_proposed_mends_the_fault(code: str, tmp_path: Path) -> None:
    """A file or a folder of that name has no such fault any more, and no other."""
    before = list(provoked(code, tmp_path))
    named = [
        problem
        for problem in before
        if problem.code == code and not problem.location.end_line and dict(problem.values).get("near", "-")
    ]
    assert named
    for problem in named:
        new = new_name(problem)
        assert all(new.name.partition(".")[0] in say(problem, language).hint for language in SPOKEN)
        rename(tmp_path / problem.location.path, tmp_path / new)
    assert places(checked(tmp_path)) == places(set(before) - set(named))


@pytest.mark.parametrize("path", ["content/pages/about.yaml", "quartiers/lyon/startups/exemple.yaml"])
def test_a_line_that_is_to_be_added_mends_the_fault(path: str, tmp_path: Path) -> None:
    """A vanished address is kept by a line at the end of the file that the message names."""
    before = list(provoked("address-vanished", tmp_path))
    told = next(problem for problem in before if dict(problem.values).get("file") == path)
    fact = str(dict(told.values)["fact"])
    assert all(path in (hint := say(told, lang).hint) and hint.endswith(fact) for lang in SPOKEN)
    text = read_raw(tmp_path, path) if (tmp_path / path).exists() else ""
    (tmp_path / path).write_bytes(f"{text}{fact}\n".encode())
    assert places(checked(tmp_path)) == places(set(before) - {told})
