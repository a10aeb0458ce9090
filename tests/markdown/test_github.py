"""What authors know from GitHub: tasks, alerts, footnotes, struck text, bare addresses, breaks, tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ombrelle.markdown import Source, convert, fill
from ombrelle.problems import Problems
from tests.support.tools import html_messages

_PAGE = '<!doctype html><html lang="en"><head><title>T</title></head><body><main>{}</main></body></html>'


def _html(text: str, lang: str = "en", told: tuple[str, ...] = ()) -> str:
    problems = Problems()
    html = fill(convert(Source("a.md", text, 1, lang), problems), lambda target: target)
    assert tuple(each.code for each in problems) == told
    return html


def test_a_task_is_a_box_with_its_text_as_name() -> None:
    """The box cannot be changed, and its label is the text of the item, without the items under it."""
    assert _html("- [x] a *b*\n  - [ ] c\n- d") == (
        '<ul><li class="task"><label><input type="checkbox" disabled checked> a <em>b</em>\n</label>'
        '<ul><li class="task"><label><input type="checkbox" disabled> c</label></li>\n</ul>\n</li>\n'
        "<li>d</li>\n</ul>"
    )


def test_a_task_of_a_loose_list() -> None:
    """In a paragraph, the label is within the paragraph."""
    assert '<p><label><input type="checkbox" disabled> a</label></p>' in _html("- [ ] a\n\n- b")


@pytest.mark.parametrize("text", ["[x] a", "- [x](page:y)", "- [y] a", "- a [x] b", "```\n- [ ] a\n```"])
def test_what_is_no_task(text: str) -> None:
    """Only brackets with a space or an x, at the start of an item, before a space, make a task."""
    assert "<input" not in _html(text)


@pytest.mark.parametrize(
    ("lang", "title"),
    [("fr", "Attention"), ("en", "Warning"), ("de-AT", "Warnung"), ("ja", "警告"), ("pt", "Warning")],
)
def test_an_alert_has_a_title_in_the_language_of_the_text(lang: str, title: str) -> None:
    """The word of its kind stands over the alert; a language without words gets the English one."""
    assert _html("> [!warning]\n> a\n>\n> - b", lang) == (
        f'<aside class="alert alert-warning" role="note">\n<p class="alert-title">{title}</p>\n<p>a</p>\n'
        "<ul><li>b</li>\n</ul>\n</aside>"
    )


@pytest.mark.parametrize("text", ["> a\n> [!NOTE]", "> [!NOTE] a", "> [!OTHER]\n> a", "- > [!NOTE]\n  > a"])
def test_what_is_no_alert(text: str) -> None:
    """An alert starts with its kind alone on a line, and is no part of a list."""
    html = _html(text)
    assert "<aside" not in html
    assert "<blockquote>" in html


def test_footnotes_are_named_and_in_the_order_of_their_use() -> None:
    """Links to a note and back say where they lead; a note that nothing uses is left out."""
    html = _html("a[^x] b[^y] c[^x]\n\n[^y]: Y\n[^z]: Z\n[^x]: X", "fr", told=("footnote-unused",))
    assert re.findall(r'aria-label="([^"]*)"', html) == [
        "Note 1",
        "Note 2",
        "Note 1",
        "Retour à l’appel de note 1",
        "Retour à l’appel de note 1-2",
        "Retour à l’appel de note 2",
    ]
    assert re.findall(r'<li id="fn:(\w)"><p>(\w)', html) == [("x", "X"), ("y", "Y")]


def test_a_text_whose_notes_are_unused_has_no_frame_for_them() -> None:
    """Nothing is left of notes that nothing uses."""
    assert _html("a\n\n[^z]: Z", told=("footnote-unused",)) == "<p>a</p>"


@pytest.mark.parametrize(
    ("text", "address", "shown"),
    [
        ("a https://x.org/b_c_d?e=f&g.", "https://x.org/b_c_d?e=f&amp;g", "https://x.org/b_c_d?e=f&amp;g"),
        ("(www.x.org/a_(b))", "http://www.x.org/a_(b)", "www.x.org/a_(b)"),
        ("« https://x.org »", "https://x.org", "https://x.org"),
        ("«https://x.org»", "https://x.org", "https://x.org"),
        ("https://x.org\u00a0!", "https://x.org", "https://x.org"),
        ("**https://x.org**", "https://x.org", "https://x.org"),
        ("a.b+c@x.org,", "mailto:a.b+c@x.org", "a.b+c@x.org"),
        ("<tel:+33100000000>", "tel:+33100000000", "tel:+33100000000"),
        ("https://x.org/?src=a", "https://x.org/?src=a", "https://x.org/?src=a"),
    ],
)
def test_bare_addresses_are_links(text: str, address: str, shown: str) -> None:
    """An address of the web or of mail is a link, without the signs of the sentence around it."""
    assert re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', _html(text)) == [(address, shown)]


@pytest.mark.parametrize(
    "text",
    [
        "`https://x.org`",
        "xwww.x.org",
        "https://",
        "a@b",
        "```\nhttps://x.org\n```",
        '<p title="www.x.org">a</p>',
    ],
)
def test_what_is_no_bare_address(text: str) -> None:
    """Code, attributes and halves of addresses are left alone."""
    assert "<a" not in _html(text)


@pytest.mark.parametrize("text", ["[https://x.org](page:a)", '<a href="page:a">see https://x.org</a>'])
def test_no_link_stands_in_a_link(text: str) -> None:
    """An address in the text of a link stays text."""
    html = _html(text)
    assert html.count("<a ") == 1
    assert 'href="page:a"' in html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("~~a *b*~~ c", "<p><del>a <em>b</em></del> c</p>"),
        ("~a~ 1~2 ~ b ~", "<p><del>a</del> 1~2 ~ b ~</p>"),
        ("a  \nb\\\nc\nd", "<p>a<br>\nb<br>\nc\nd</p>"),
        ("**a :**b", "<p>**a :**b</p>"),
        ("***a** b*", "<p><em><strong>a</strong> b</em></p>"),
        ("\\~\\|\\<b>", "<p>~|&lt;b&gt;</p>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li>\n<li>b</li>\n</ol>'),
    ],
)
def test_signs_within_lines_and_lists(text: str, html: str) -> None:
    """Struck text, hard breaks, emphasis, escapes and numbers are read as GitHub reads them."""
    assert _html(text) == html


def test_a_table_may_follow_a_text_and_has_pipes_in_code() -> None:
    """The line before the dashes is its header; rows have as many cells as it has."""
    html = _html("a\nb | `c \\| d`\n:-: | --\ne\nf|g|h\n\ni")
    assert re.findall(r"<t[hd](?: [^>]*)?>(.*?)</t[hd]>", html) == [
        "b",
        "<code>c | d</code>",
        "e",
        "",
        "f",
        "g",
    ]
    assert html.startswith("<p>a</p>")
    assert html.endswith("<p>i</p>")


def test_code_tells_its_language() -> None:
    """The first word after a fence is the language; an author can name none in another way."""
    assert '<code class="language-c++">a\n</code>' in _html("``` c++ title\na\n```")
    problems = Problems()
    html = convert(
        Source("a.md", '<code class="language-x">&#xFDD6;y&#xFDD1;b</code>', 1, "en"), problems
    ).html
    assert "language-x" not in html
    assert [problem.code for problem in problems] == ["html-removed"]


def test_the_html_checker_accepts_all_of_it(tmp_path: Path) -> None:
    """Tasks, alerts, footnotes, tables and code of the whole corpus are valid HTML."""
    for path in sorted((Path(__file__).parent / "corpus").glob("*.md")):
        fragment = convert(Source(path.name, path.read_text(encoding="utf-8"), 1, "en"), Problems())
        html = fill(fragment, lambda target: target)
        (tmp_path / f"{path.stem}.html").write_text(_PAGE.format(f"<h1>T</h1>{html}"), encoding="utf-8")
    # Some of the texts skip a level, as authors do, who are then told.
    assert [message for message in html_messages(tmp_path) if "heading level" not in message.text] == []
