"""The catalogue of problems: whole, sound, and the same as what the program raises."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from ombrelle.load.faults import CODES
from ombrelle.problems import Location, Problem, Severity
from ombrelle.problems.catalogue import SPOKEN, definitions, words
from ombrelle.problems.wording import MOST_QUOTED, names, say

PACKAGE = Path(__file__).parents[2] / "ombrelle"
# What makes a problem, with the code first: problems.add, faults of YAML, values that a model refuses.
RAISERS = {"problems.add", "PydanticCustomError", "_RefusalError", "Finding", "Fault", "_whole_line"}
CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
NB = "\N{NO-BREAK SPACE}"
FORMS = [
    pytest.param(form, id=f"{code}-{language}-{part}-{index}")
    for code, each in definitions().items()
    for language, wording in each.wordings.items()
    for part, forms in (("message", wording.messages), ("hint", wording.hints))
    for index, form in enumerate(forms)
]


@cache
def trees() -> tuple[ast.Module, ...]:
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py")))


def calls() -> Iterator[ast.Call]:
    """The calls that make a problem."""
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and _called(node) in RAISERS:
                yield node


def _called(node: ast.Call) -> str:
    """The name of what is called; that of a list of problems too, since other things are added to."""
    if not isinstance(node.func, ast.Attribute):
        return getattr(node.func, "id", "")
    owner = getattr(node.func.value, "attr", getattr(node.func.value, "id", ""))
    return f"{owner}.add" if node.func.attr == "add" else node.func.attr


def codes_of(node: ast.AST) -> set[str]:
    """The codes among the strings below a node."""
    strings = (each.value for each in ast.walk(node) if isinstance(each, ast.Constant))
    return {each for each in strings if isinstance(each, str) and CODE.fullmatch(each)}


def raised() -> set[str]:
    return {code for call in calls() for code in codes_of(call.args[0])} | set(CODES.values())


def test_every_code_raised_is_in_the_catalogue() -> None:
    """No stage can tell a fault for which there are no words."""
    assert raised() - set(definitions()) == set()


def test_every_code_of_the_catalogue_is_raised() -> None:
    """No words are kept for a fault that nothing tells any more."""
    strings = {code for tree in trees() for code in codes_of(tree)}
    assert set(definitions()) - strings == set()


def test_a_message_names_only_what_is_given() -> None:
    """Where a problem is added with plain values, its last form and one of its hints use no other."""
    checked = 0
    for call in calls():
        given = {keyword.arg for keyword in call.keywords}
        if _called(call) != "problems.add" or None in given or not isinstance(call.args[0], ast.Constant):
            continue
        for wording in definitions()[str(call.args[0].value)].wordings.values():
            assert names(wording.messages[-1]) <= given, call.args[0].value
            assert not wording.hints or any(names(form) <= given for form in wording.hints)
        checked += 1
    assert checked > 40


def test_languages_name_the_same_values() -> None:
    """A person who reads one language is told as much as one who reads the other, form by form."""
    for code, each in definitions().items():
        told = [
            ([names(form) for form in wording.messages], [names(form) for form in wording.hints])
            for wording in each.wordings.values()
        ]
        assert all(one == told[0] for one in told), code


def test_each_code_is_whole() -> None:
    """A code is lower-case words, has a known severity, and a title and message in each language."""
    for code, each in definitions().items():
        assert CODE.fullmatch(code)
        assert each.severity in set(Severity)
        assert set(each.wordings) == set(SPOKEN)
        assert all(wording.title and wording.messages for wording in each.wordings.values())


@pytest.mark.parametrize("form", FORMS)
def test_a_form_reads_as_a_sentence(form: str) -> None:
    """It begins with a capital or a value, and ends as a sentence or with what to paste."""
    assert re.match(r"[A-ZÀÉÊÔ«\"{*]|https", form)
    last = form.rstrip().rsplit("\n", 1)[-1]
    assert re.search(r"""[.?:»"}\])/\w]$|\\\\$""", last), last


def test_messages_end_with_a_full_stop() -> None:
    """A message is a sentence; only what quotes lines of the file ends with them, or with what is quoted."""
    for code, each in definitions().items():
        for wording in each.wordings.values():
            for form in wording.messages:
                assert form.endswith((".", "}")), code


def test_french_is_set_as_french() -> None:
    """No-break spaces where French has them, and the apostrophe of print."""
    for code, each in definitions().items():
        french = each.wordings["fr"]
        for form in (french.title, *french.messages, *french.hints, french.why):
            assert not re.search(r" [;?»]|« |\w'\w", form), (code, form)
            assert not re.search(rf"[^{NB}]»|«[^{NB}]", form), (code, form)
            assert not re.search(r"\w[;?](?:\s|$)| :(?:\s|$)", form), (code, form)


def test_every_pattern_of_a_model_is_explained() -> None:
    """A value that lacks the form of its field is answered with that form in words, not with a pattern."""
    patterns = {
        str(keyword.value.value).strip("^$")
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _called(node) == "Field"
        for keyword in node.keywords
        if keyword.arg == "pattern" and isinstance(keyword.value, ast.Constant)
    }
    assert patterns
    assert all(patterns <= set(words(language)) for language in SPOKEN)


def test_the_most_precise_form_is_said() -> None:
    """A repair is proposed when it is known; a general word is given when it is not."""
    place = Location("a.yaml")
    near = Problem(
        place, "unknown-key", (("inside", ""), ("key", "fonded"), ("kind", "startup"), ("near", "founded"))
    )
    far = Problem(
        place, "unknown-key", (("inside", "source"), ("key", "x"), ("known", "title, url"), ("near", ""))
    )
    assert say(near, "en").message == '"fonded" does not exist for a startup.'
    assert say(near, "en").hint == 'Did you mean "founded"?'
    assert say(far, "en").message == '"x" does not exist in "source".'
    assert say(far, "en").hint == "The fields that can stand here: title, url."


def test_a_hint_without_its_value_is_left_out() -> None:
    """Nothing is said rather than a sentence with a hole."""
    problem = Problem(
        Location("a.yaml"),
        "time-missing",
        (("field", "f"), ("repair", ""), ("value", "z")),
    )
    assert say(problem, "fr").hint == ""


def test_a_long_value_is_cut_and_its_repair_is_not() -> None:
    """What a message quotes stays readable; what is to be pasted stays whole."""
    long = "mot " * 100
    values = (("field", "website"), ("repair", f"website: {long}"), ("value", long))
    said = say(Problem(Location("a.yaml"), "url-form", values), "en")
    assert len(said.message) < MOST_QUOTED + 80
    assert "…" in said.message
    assert long in said.hint
