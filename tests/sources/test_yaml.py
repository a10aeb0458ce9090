"""YAML as events: every scalar is text, every value has its place, and no text can harm."""

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.sources.yaml import MOST_DEPTH, parse, spans

# Without the separators that YAML takes for line ends: no text that holds them comes as far as YAML.
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029"), max_size=12)
DATA = st.dictionaries(
    WORDS,
    st.recursive(
        WORDS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
        max_leaves=8,
    ),
    max_size=4,
)
PIECES = st.lists(
    st.sampled_from(
        ("a", "b: ", "- ", "\n", "  ", " ", "{", "}", "[", "]", ",", "&x", "*x", "!t", "|", ">", "'", '"')
    )
    | st.sampled_from("#%@`?:\t\\é\u2028\x85\ufeff\x00")
    | st.sampled_from(("---", "...")),
    max_size=30,
).map("".join)


class NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, _data: Any) -> bool:
        return True


def codes(text: str) -> list[str]:
    return [fault.code for fault in parse(text).faults]


@given(PIECES | st.text())
def test_no_text_makes_it_fail(text: str) -> None:
    """Whatever a file holds, there is a value or a fault, and a place for each fault within the text."""
    result = parse(text)
    spans(text)
    assert result.faults or result.value is not None or not text.strip() or text.lstrip()[0] in "#-.%\ufeff?"
    for fault in result.faults:
        line, column, end_line, end_column = fault.span
        assert (1, 1) <= (line, column) <= (end_line, end_column)
        assert line <= len(text.splitlines()) + 1


@given(DATA, st.booleans())
def test_values_are_those_of_a_reference_reader(data: dict[str, Any], flow: bool) -> None:
    """Of what a writer of YAML writes, the same maps, lists and texts are read as PyYAML's loader reads."""
    text = yaml.dump(data, Dumper=NoAliases, default_flow_style=flow, allow_unicode=True, width=10_000)
    assert parse(text).faults == ()
    assert parse(text).value == yaml.load(text, Loader=yaml.BaseLoader) == data  # noqa: S506


@given(DATA, st.booleans())
def test_the_place_of_a_value_holds_it(data: dict[str, Any], flow: bool) -> None:
    """Read alone, the characters at the place of a value or of a key give that value or key."""
    text = yaml.dump(data, Dumper=NoAliases, default_flow_style=flow, width=10_000)
    lines = text.split("\n")
    for path, place in spans(text).items():
        for span, expected in ((place.value, follow(data, path)), (place.key, path[-1] if path else None)):
            if span and span[0] == span[2] and isinstance(expected, str):
                written = lines[span[0] - 1][span[1] - 1 : span[3] - 1]
                assert yaml.load(written, Loader=yaml.BaseLoader) == expected  # noqa: S506


def follow(data: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        data = data[part]
    return data


@pytest.mark.parametrize("written", ["06000", "no", "18:30", "2013-11", "1e3", "~", "null", "yes", "0x1F"])
def test_no_scalar_is_typed(written: str) -> None:
    """A postcode keeps its zero, Norway stays Norway: the field says what a text is."""
    assert parse(f"a: {written}").value == {"a": written}


def test_places_count_characters() -> None:
    """A letter with an accent, or a sign outside the basic plane, is one column."""
    places = spans("été: 🎉 fête\nsite: {nom: Évry}")
    assert places["été",].value == (1, 6, 1, 12)
    assert places["site", "nom"].value == (2, 13, 2, 17)
    assert places["site", "nom"].key == (2, 8, 2, 11)


def test_items_of_lists_have_their_places() -> None:
    """The third of three words is found, in either way of writing a list."""
    assert spans("a: [x, y, z]")["a", 2].value == (1, 11, 1, 12)
    assert spans("a:\n  - x\n  - y: 1")["a", 1, "y"].value == (3, 8, 3, 9)


def test_a_key_given_twice_is_told_with_its_first() -> None:
    """Both places are known, the first value stands, and what follows is read."""
    result = parse("a: 1\nb: {c: 2, c: 3}\na: 4\nd: 5")
    assert [(fault.code, fault.span[:2], fault.first) for fault in result.faults] == [
        ("duplicate-key", (2, 11), ("b", "c")),
        ("duplicate-key", (3, 1), ("a",)),
    ]
    assert result.value == {"a": "1", "b": {"c": "2"}, "d": "5"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x\n  b: c", "yaml-alias"),
        ("a: &x b\nc: *x", "yaml-special-character"),
        ("- *x", "yaml-special-character"),
        ("a: !!python/object:os.system [x]", "yaml-tag"),
        ("a: !secret word", "yaml-special-character"),
        ("a: b\n---\nc: d", "yaml-several-documents"),
        ("{a: b}: c", "yaml-key-not-text"),
        ("a: {{ b }}", "yaml-key-not-text"),
    ],
)
def test_what_no_file_needs_is_refused(text: str, code: str) -> None:
    """Aliases, tags, several documents and keys that are no text are told and not followed."""
    assert codes(text) == [code]


def test_depth_has_its_bound() -> None:
    """The deepest nesting that is read, and one more."""
    assert codes("a: " + "[" * (MOST_DEPTH - 1) + "]" * (MOST_DEPTH - 1)) == []
    assert codes("a: " + "[" * MOST_DEPTH + "]" * MOST_DEPTH) == ["yaml-too-deep"]


@pytest.mark.parametrize("text", ["[" * 200_000, "{a: " * 100_000, "- " * 200_000, "? " * 100_000])
def test_endless_nesting_ends_at_once(text: str) -> None:
    """A file of brackets alone neither exhausts the stack nor the time of a build."""
    began = time.process_time()
    assert codes(text)
    assert time.process_time() - began < 5


def test_an_alias_bomb_is_not_unfolded() -> None:
    """References to references are refused at the first, before anything grows."""
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert parse(bomb).value is None
    assert codes(bomb) == ["yaml-alias"]


def test_an_empty_text_holds_nothing() -> None:
    """A file of comments is an empty one."""
    assert parse("").value is None
    assert parse("# nothing\n").value is None
    assert codes("# nothing\n") == []
