"""What an editor did to YAML is named at its place, and the repair that is written out repairs it."""

from __future__ import annotations

import pytest

from ombrelle.sources.yaml import Fault, parse

Case = tuple[str, str, tuple[int, int, int]]

CASES: dict[str, Case] = {
    "colon in braces": ("a: {fr: Un : deux, en: b}", "yaml-colon-in-value", (1, 9, 18)),
    "colon in brackets": ("a: [{t: Un : deux}]", "yaml-colon-in-value", (1, 9, 18)),
    "no comma": ("a: {fr: Un mot. en: A word.}", "yaml-missing-comma", (1, 17, 20)),
    "no comma, numbers": ("- {lat: 45.7 lon: 4.8}", "yaml-missing-comma", (1, 14, 18)),
    "at in braces": ("a: {t: @b}", "yaml-special-character", (1, 8, 9)),
    "at in brackets": ("a: [@b, c]", "yaml-special-character", (1, 5, 6)),
    "ampersand in braces": ("a: {t: &b c}", "yaml-special-character", (1, 8, 9)),
    "backtick in a list": ("a:\n  - `b`", "yaml-special-character", (2, 5, 6)),
    "quotes in braces": ('a: {t: "Le "grand" soir", u: v}', "yaml-quote-inside", (1, 8, 25)),
    "open quote in braces": ('a: {t: "Le soir}\nb: c', "yaml-unclosed-quote", (1, 8, 9)),
    "bracket too many": ("a: [b]]\nc: d", "yaml-unopened-bracket", (1, 7, 8)),
    "brace for a bracket": ("a: [b}\nc: d", "yaml-unclosed-bracket", (1, 4, 5)),
    "link": ("a: [b](https://c.example)\nd: e", "yaml-special-character", (1, 4, 5)),
    "languages": ("a: fr: Un mot. en: A word.\nb: c", "yaml-two-fields", (1, 16, 27)),
    "text not further right": ("a: |\nUn mot.\nb: c", "yaml-indentation", (2, 1, 8)),
    "full-width colon": ("a: b\nfounded：2013\nc: d", "yaml-missing-colon", (2, 1, 13)),
    "equals": ("a: b\nfounded = 2013\nc: d", "yaml-missing-colon", (2, 1, 15)),
    "colon": ("title: Colloque : le retour", "yaml-colon-in-value", (1, 8, 28)),
    "colon below": ("a: x\nsummary:\n  fr: Un lieu: trois villes\n", "yaml-colon-in-value", (3, 7, 28)),
    "colon and quotes": ('title: Le "grand": retour', "yaml-colon-in-value", (1, 8, 26)),
    "no space": ("name: x\nstart:2023-07-01\nend: y", "yaml-missing-space", (2, 1, 7)),
    "no space in front": ("website:https://www.exemple.example\nname: x", "yaml-missing-space", (1, 1, 9)),
    "no colon": ("name Exemple\nfounded: 2013", "yaml-missing-colon", (1, 1, 13)),
    "no colon below": ("founded: 2013\nname Exemple\nstatus: x", "yaml-missing-colon", (2, 1, 13)),
    "no colon last": ("founded: 2013\nname Exemple", "yaml-missing-colon", (2, 1, 13)),
    "at": ("name: @Exemple", "yaml-special-character", (1, 7, 8)),
    "backtick": ("name: `Exemple`", "yaml-special-character", (1, 7, 8)),
    "percent": ("name: %Exemple", "yaml-special-character", (1, 7, 8)),
    "star": ("a: x\nname: *Exemple*", "yaml-special-character", (2, 7, 8)),
    "ampersand": ("name: &co", "yaml-special-character", (1, 7, 8)),
    "bang": ("name: !Exemple yes", "yaml-special-character", (1, 7, 8)),
    "apostrophe": ("name: 'L'essentiel'", "yaml-quote-inside", (1, 7, 20)),
    "quotes": ('name: "Le "grand" soir"', "yaml-quote-inside", (1, 7, 24)),
    "after quotes": ('name: "Exemple" et fils', "yaml-quote-inside", (1, 7, 24)),
    "tab": ("a:\n\tb: c", "yaml-tab", (2, 1, 2)),
    "open quote": ('name: "Exemple\nfounded: 2013\n', "yaml-unclosed-quote", (1, 7, 15)),
    "open bracket": ("sectors: [health\nname: x", "yaml-unclosed-bracket", (1, 10, 11)),
    "bracket alone": ("name: x\nsectors: [\n", "yaml-unclosed-bracket", (2, 10, 11)),
    "open brace": ("place: {city: Lyon\nname: x", "yaml-unclosed-bracket", (1, 8, 9)),
    "backslash": ('name: "a\\q"', "yaml-backslash", (1, 9, 11)),
    "text after >": ("a: > text\n  more", "yaml-text-after-sign", (1, 4, 10)),
    "text after |": ("a: |text\n  more", "yaml-text-after-sign", (1, 4, 9)),
    "two fields": ("founded: 2013 status: active", "yaml-two-fields", (1, 15, 29)),
    "two fields, quotes": ('name: "Exemple" website: https://x.example', "yaml-two-fields", (1, 17, 43)),
    "space too many": ("name: x\n founded: 2013", "yaml-indentation", (2, 2, 15)),
    "space too few": ("a:\n  b: c\n d: e", "yaml-indentation", (3, 2, 6)),
    "list among fields": ("a: b\n- c", "yaml-indentation", (2, 1, 4)),
    "stray bracket": ("a: ]", "yaml-syntax", (1, 1, 5)),
}


def fault_of(text: str) -> Fault:
    faults = parse(text).faults
    assert len(faults) == 1
    return faults[0]


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_named_at_its_place(case: str) -> None:
    """The code is that of what was done, and the columns are those of what is to be changed."""
    text, code, (line, column, end) = CASES[case]
    fault = fault_of(text)
    assert (fault.code, fault.span) == (code, (line, column, line, end))


@pytest.mark.parametrize(
    "case", [case for case, (text, _, _) in CASES.items() if fault_of(text).values.get("near")]
)
def test_a_repair_repairs(case: str) -> None:
    """With the line written as the message proposes, the file is read."""
    text, _, (line, _, _) = CASES[case]
    near = str(fault_of(text).values["near"])
    lines = text.split("\n")
    indent = lines[line - 1][: len(lines[line - 1]) - len(lines[line - 1].lstrip())]
    lines[line - 1] = near if near.startswith(" ") else indent + near
    result = parse("\n".join(lines))
    assert result.faults == ()
    assert result.value


@pytest.mark.parametrize(
    "text",
    [
        "title: 'L''essentiel'",
        'title: "un : deux"',
        "website: https://exemple.example:8080/a",
        "time: 18:30",
        "a: b # a note: here",
        "a: >\n  text: folded\n",
        "a: |-\n  text\n",
        'a: "\\u00e9"',
        "a: x*y & z",
        "a: [b, 'c: d']",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    """Signs that are where they may be are no fault."""
    assert parse(text).faults == ()
