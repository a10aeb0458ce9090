"""No text raises an error, runs a script or takes long."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.markdown import Fragment, Source, convert, fill
from ombrelle.markdown.fragment import EMPTY
from ombrelle.problems import Problems

_PIECES = (
    "[a](",
    "](",
    "javascript:alert(1)",
    "data:text/html,x",
    "<script>",
    "</script>",
    "<img src=x onerror=y>",
    "![",
    "]",
    ")",
    "(",
    "<",
    ">",
    '"',
    "'",
    "`",
    "```\n",
    "*",
    "_",
    "- ",
    "  ",
    "    ",
    "\n",
    "\n\n",
    "> ",
    "1. ",
    "## ",
    "{#a}",
    "{: onclick=x}",
    "a",
    "b c",
    "&#106;avascript:",
    "&colon;",
    "[^1]",
    "[^1]: ",
    "[r]: ",
    "|",
    "-|-\n",
    "<svg/onload=x>",
    "<a href=",
    "<div id=a>",
    "</div>",
    "\ufdd00\ufdd1",
    "&#xFDD0;",
    "\x02wzxhzdk:0\x03",
    "\\",
    "//h",
    "https://h",
    "<!--",
    "-->",
    "<![CDATA[",
    "<?x",
    "« ",
    " !",
    "\t",
    "\r",
    "==\n",
    ":   ",
    "*[a]: ",
    "<iframe srcdoc='<script>'>",
    "<math><mtext><style>",
    "<a href=\x01javascript:x>",
    "<p title='<b onx=1>'>",
)
_texts = st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids += [values["id"]] if "id" in values else []
        self.bad += [tag] if tag in {"script", "svg", "math", "iframe", "style", "object"} else []
        self.bad += [
            name for name in values if name.startswith("on") or name in {"style", "srcset", "srcdoc"}
        ]
        for name in ("href", "src", "cite"):
            if not re.match(r"https?://[^/]|mailto:|tel:|#|SAFE|$", values.get(name, ""), re.IGNORECASE):
                self.bad.append(values[name])


def _html(text: str) -> str:
    return fill(convert(Source("a.md", text, 1, "fr"), Problems()), lambda _: "SAFE")


@given(_texts)
def test_no_text_gives_what_a_browser_would_run(text: str) -> None:
    """The HTML of any text has no script, handler, style or scheme that runs, and no id twice."""
    reader = _Reader()
    reader.feed(_html(text))
    assert reader.bad == []
    assert len(reader.ids) == len(set(reader.ids))


@given(_texts)
def test_filled_html_has_no_placeholder(text: str) -> None:
    """After filling no mark or placeholder is left, whether targets resolve or not."""
    fragment = convert(Source("a.md", text, 1, "fr"), Problems())
    for html in (fill(fragment, lambda _: "SAFE"), fill(fragment, lambda _: None)):
        assert not re.search("[\ufdd0-\ufdef]", html)


@given(_texts, _texts)
def test_conversion_is_pure(text: str, other: str) -> None:
    """A text gives the same fragment whatever was converted before it."""
    first = convert(Source("a.md", text, 1, "fr"), Problems())
    convert(Source("b.md", other, 1, "fr"), Problems())
    assert convert(Source("a.md", text, 1, "fr"), Problems()) == first


@given(_texts)
def test_positions_lie_within_the_file(text: str) -> None:
    """Each link and fault stands on a line of the file and within it."""
    problems = Problems()
    fragment = convert(Source("a.md", text, 4, "fr"), problems)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    places = [(link.line, link.column, link.end_column) for link in fragment.links]
    places += [(p.location.line, p.location.column, p.location.end_column) for p in problems]
    for line, column, end in places:
        assert 4 <= line < 4 + len(lines)
        assert 1 <= column <= max(end, column) <= len(lines[line - 4]) + 1


def _refusal(text: str) -> tuple[Fragment, list[tuple[str, int]]]:
    problems = Problems()
    fragment = convert(Source("a.md", text, 2, "fr"), problems)
    return fragment, [(p.code, p.location.line) for p in problems if p.code.startswith("text-too")]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a" * 200_001, "text-too-long", 2),
        ("a\n" * 10_000, "text-too-long", 2),
        ("[" * 5000, "text-too-nested", 2),
        ("![[]()" * 16000, "text-too-nested", 2),
        ("[a](" * 5000, "text-too-nested", 2),
        ("a\n\n" + "> " * 500 + "b", "text-too-nested", 4),
        ("\n".join("  " * depth + "- a" for depth in range(100)), "text-too-nested", 32),
        ("1. " * 1000 + "a", "text-too-nested", 2),
        ("a\n\n" + "<div>" * 3000, "text-too-nested", 4),
        ("<![CDATA[" * 1000, "text-too-nested", 2),
        ("*a " * 60000, "text-too-nested", 2),
        ("`" * 30000, "text-too-nested", 2),
        ("a|" * 90 + "\n" + "-|" * 90 + "\n" + "a\n" * 9000, "text-too-nested", 226),
        ("a[^1] " * 5000 + "\n\n[^1]: b", "text-too-nested", 2),
        ("*[A]: " + "x" * 5000 + "\n\n" + "A " * 5000, "text-too-nested", 2),
        ("*[A]: b\n\n" + "A " * 60_000, "text-too-nested", 2),
        (f"[a]: b '{'x' * 5000}'\n\n" + "[a] " * 5000, "text-too-nested", 2),
    ],
)
def test_texts_beyond_the_bounds_are_refused(text: str, code: str, line: int) -> None:
    """A text that would take long is refused at its line and gives an empty fragment."""
    assert _refusal(text) == (EMPTY, [(code, line)])


def test_long_prose_is_far_from_the_bounds() -> None:
    """A text of 150,000 characters with thousands of links, tables and lists is converted."""
    part = (
        "## T\n\nUn [lien](page:a) et *deux* **mots** `c`.\n\n- a\n  - b\n\na|b\n-|-\n[x](page:y)|2\n\n"
        + "mot " * 150
    )
    text = part * 220
    fragment, told = _refusal(text)
    assert told == []
    assert len(fragment.links) == 440


@pytest.mark.parametrize(
    "text",
    [
        "~a " * 60_000,
        "https://a" + ")" * 190_000,
        "https://a.b/" + "&a;" * 600,
        "|a" * 20_000 + "\n" + "|-" * 20_000 + "\n" + "|a\n" * 300,
        "> " * 29 + "a\n" + "b\n" * 9_000,
        "# " * 95_000,
    ],
)
def test_texts_at_which_a_slow_reader_would_hang(text: str) -> None:
    """Signs in great number are read in a time that grows with the text, and nothing is refused."""
    assert _refusal(text)[1] == []
