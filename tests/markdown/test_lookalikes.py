"""What was meant as Markdown and is not read as such is told; what is right, or none at all, is not."""

from __future__ import annotations

import pytest

from ombrelle.markdown import Source, convert
from ombrelle.markdown.lines import MOST_CHARACTERS, lines_outside_code
from ombrelle.markdown.lookalikes import check_lookalikes
from ombrelle.markdown.notes import check_notes
from ombrelle.problems import Problems

Told = list[tuple[str, int, int, object]]


def told(text: str) -> Told:
    """The code, line, column and repair of each fault that is told of a text."""
    problems = Problems()
    lines = lines_outside_code(text.split("\n"))
    check_lookalikes("a.md", lines, 1, problems)
    check_notes("a.md", lines, 1, problems)
    return [
        (each.code, each.location.line, each.location.column, dict(each.values).get("near", ""))
        for each in problems
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("##Un titre", ("heading-without-space", 1, 1, "## Un titre")),
        ("a\n\n###\n\nb", ("empty-heading", 3, 1, "")),
        ("a [b] (https://c.example).", ("link-form", 1, 3, "[b](https://c.example)")),
        ("a (b)[https://c.example].", ("link-form", 1, 3, "[b](https://c.example)")),
        ("a [b](https://c.example et la suite", ("link-form", 1, 3, "[b](https://c.example)")),
        ("! [b](media/c.png)", ("link-form", 1, 1, "![b](media/c.png)")),
        ("a [](page:b)", ("link-without-text", 1, 3, "")),
        ("![photo](media/a.png)", ("alternative-is-name", 1, 3, "")),
        ("![DSC_0042](media/a.png)", ("alternative-is-name", 1, 3, "")),
        ("a [b][c]", ("reference-undefined", 1, 3, "")),
        ("a ** b** c", ("emphasis-spaces", 1, 3, "**b**")),
        ("a **b **c", ("emphasis-spaces", 1, 3, "**b**")),
        ("• a\n• b", ("list-sign", 1, 1, "- a")),
        ("-un\n-deux", ("list-sign", 1, 1, "- un")),
        ("1.un\n2.deux", ("list-sign", 1, 1, "1. un")),
        ("- a\n-\n- b", ("empty-list-item", 2, 1, "")),
        ("a[^b]", ("footnote-undefined", 1, 2, "")),
        ("a\n\n[^b]: c", ("footnote-unused", 3, 1, "")),
        ("a[^b]\n\n[^b]: c\n[^b]: d", ("footnote-twice", 4, 1, "")),
        ("a\n\n```\nb", ("code-unclosed", 3, 1, "")),
        ("- ```\n  b", ("code-unclosed", 1, 3, "")),
        ("| a | b |\n|---|---|\n| c | d | e |", ("table-cells", 3, 11, "")),
        ("a | b\n--|--\nc | d | e", ("table-cells", 3, 9, "")),
        ("| a | b |\n|---|\n| c | d |", ("table-ruler", 1, 1, "")),
        ("| a | b |\n| c | d |", ("table-ruler", 1, 1, "")),
    ],
)
def test_what_is_no_markdown_is_told(text: str, fault: object) -> None:
    """At its place, with the form that was meant where there is only one."""
    assert told(text) == [fault]


@pytest.mark.parametrize(
    "text",
    [
        "## Un titre\n\n#1 des ventes et #motdièse",
        "```\n##a [b] (https://c.example) ** d**\n[^e]\n```",
        "un `[b][c]` et `[^d]` et `** e**`",
        "a [b](https://c.example), ![une halle](media/a.png)",
        "[c][d] et [e][]\n\n[D]: https://d.example\n[e]: page:x",
        "a[b][c] et [b] (c) et (b)[c]",
        "a **b** c **d** et 2 ** 3",
        "une note[^a] et la même[^a]\n\n[^a]: Le texte.\n    Sa suite.",
        "> [^a] cité\n\n> [^a]: Le texte.",
        "- a\n- b\n\n1. c\n2. d\n\n-5 °C, puis 1.5 m\n\n*a* et *b*",
        "- a\n-\n  b\n- c",
        "Titre\n-",
        "| a | b |\n|---|:-:|\n| c | d |\n| e |",
        "| a \\| b | c |\n|---|---|\n| `d \\| e` | f |",
        "Une barre | seule\net la suite",
        "~~~\n```\n~~~",
        "````\n```\n````",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    """Markdown that is read, code, signs of a sentence."""
    assert told(text) == []


@pytest.mark.parametrize("part", ["`a ``", "[a](https://b", "**a ", "![a.", "[a][b", "(a)[", "|a", "[^a"])
def test_a_line_that_nobody_wrote_is_not_looked_into(part: str) -> None:
    """Patterns may cost the square of a line's length: beyond a bound it is left alone."""
    assert told(part * (MOST_CHARACTERS // len(part) + 1)) == []


def test_a_conversion_tells_it() -> None:
    """With the lines of the file, below its head."""
    problems = Problems()
    convert(Source("a.fr.md", "##Un titre\n\nUn fait[^1].", 5, "fr"), problems)
    assert [(each.code, each.location.line) for each in problems] == [
        ("heading-without-space", 5),
        ("footnote-undefined", 7),
    ]
