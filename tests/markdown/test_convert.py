"""A text becomes safe HTML, and each fault is told at its place in the file."""

from __future__ import annotations

import pytest

from ombrelle.markdown import Fragment, Heading, Source, convert, fill
from ombrelle.problems import Problems

Told = list[tuple[str, int, int, int]]


def _convert(
    text: str, lang: str = "en", first: int = 1, anchors: tuple[str, ...] = ()
) -> tuple[Fragment, Told]:
    problems = Problems()
    fragment = convert(Source("pages/a.md", text, first, lang), problems, anchors=anchors)
    told = [(p.code, p.location.line, p.location.column, p.location.end_column) for p in problems]
    return fragment, told


def _ids(text: str, anchors: tuple[str, ...] = ()) -> list[str]:
    return [heading.id for heading in _convert(text, anchors=anchors)[0].headings]


@pytest.mark.parametrize(
    ("text", "target", "line", "column"),
    [
        ("a [b](startup:x) c", "startup:x", 7, 7),
        ("\n\n- a\n  - b [c](<quartier:y#z>)", "quartier:y#z", 10, 12),
        ("a | b\n- | -\nc | [d](../e.md 'f')", "../e.md", 9, 9),
        ("> > [a](page:b)", "page:b", 7, 9),
        ("[a][r]\n\n[r]: page:b", "page:b", 9, 6),
        ("Note[^1]\n\n[^1]: [n](news:z)", "news:z", 9, 11),
        ("## T [a](page:b)", "page:b", 7, 10),
        ("`[x](y)` and [a](page:b_c)", "page:b_c", 7, 18),
        ('<p>x <a href="page:b">c</a></p>', "page:b", 7, 15),
        ("été\r\n[a](page:b)", "page:b", 8, 5),
        ("![a](media/b.png)", "media/b.png", 7, 6),
        ("```\n[no](x)\n```\n\n1) [a](page:b)", "page:b", 11, 8),
    ],
)
def test_links_tell_where_their_target_stands(text: str, target: str, line: int, column: int) -> None:
    """A logical link has its target as written and its line and column in the file, front matter included."""
    fragment, _ = _convert(text, first=7)
    (link,) = fragment.links
    assert (link.target, link.line, link.column) == (target, line, column)
    assert link.end_column == column + len(target)
    assert link.image == text.startswith("!")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a [b](/c)", ("absolute-path-link", 3, 7, 9)),
        ("a [b](//host/c)", ("absolute-path-link", 3, 7, 15)),
        ("- [b](\\\\host)", ("absolute-path-link", 3, 7, 13)),
        ("a [b]()", ("empty-link", 3, 7, 7)),
        ("## Accueil\n\n[b](#acueil)", ("unknown-anchor", 5, 5, 12)),
        ("a\n\n# Titre", ("heading-level-1", 5, 1, 8)),
        ("Titre\n=====", ("heading-level-1", 3, 1, 6)),
        ("## A\n#### B", ("heading-skipped", 4, 1, 7)),
        ("### B", ("heading-skipped", 3, 1, 6)),
        ('a ![](media/b.png "© N")', ("image-without-alternative", 3, 7, 18)),
        ("![a](https://x.org/b.png)", ("external-image", 3, 6, 25)),
        ("a <script>b</script>", ("html-removed", 3, 3, 10)),
        ("<p>\n<b onclick='x'>a</b></p>", ("html-removed", 4, 4, 11)),
        ('x <em class="evil">a</em>', ("html-removed", 3, 7, 12)),
        ("a\n\nTODO", ("placeholder-text", 5, 1, 5)),
        ("*À venir…*", ("placeholder-text", 3, 2, 9)),
        ("a lorem ipsum dolor", ("placeholder-text", 3, 3, 14)),
        ("a TODO: b", ("placeholder-text", 3, 3, 7)),
    ],
)
def test_each_fault_is_told_once_at_its_place(text: str, told: tuple[str, int, int, int]) -> None:
    """A fault has its code, line and columns in the file; nothing else is told."""
    assert _convert(text, first=3)[1] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Les rendez-vous à venir sont nombreux.",
        "Todo empezó con una línea.",
        "```\nTODO\n<script>\n```",
        "`<script>` and `[a]()`",
        "## A\n### B\n## C\n\n[a](#b) [c](#) [d](#d)\n\nx\n{#d}",
        "a[^1]\n\n[^1]: b",
        "a < b and b > c",
        "<!-- a comment -->\n\nb",
        '<details open><summary>a</summary><p lang="en">b</p></details>',
        "<https://example.org/a> <me@example.org>",
    ],
)
def test_right_texts_have_no_fault(text: str) -> None:
    """Nothing is told of a text that is right."""
    assert _convert(text)[1] == []


def test_fill_gives_addresses_or_leaves_the_text() -> None:
    """A known target becomes an address; else a link leaves its text and a picture its alternative."""
    fragment, _ = _convert("[*a*](x:1) [b](x:2) ![c & d](m/1.png) ![e](m/2.png) [![f](m/3.png)](x:3)")
    known = {"x:1": "/a?b&c", "m/1.png": "/m/1.png"}
    assert fill(fragment, known.get) == (
        '<p><a href="/a?b&amp;c"><em>a</em></a> b '
        '<img src="/m/1.png" alt="c &amp; d" loading="lazy" decoding="async"> e f</p>'
    )


def test_external_links_have_no_opener_and_open_no_window() -> None:
    """An absolute address stays as written, with rel=noopener and without target."""
    assert _convert("[a](https://x.org/?b=1&c)")[0].html == (
        '<p><a href="https://x.org/?b=1&amp;c" rel="noopener">a</a></p>'
    )


def test_headings_stand_under_the_title_of_the_page() -> None:
    """An h1 becomes h2 and the headings after it go down with it; others keep their level."""
    levels = [heading.level for heading in _convert("## A\n\n### B\n\n# C\n\n## D\n\n###### E")[0].headings]
    assert levels == [2, 3, 2, 3, 6]


def test_ids_of_headings() -> None:
    """An id is the author's, else that of the text without accents, else a number; each is unique."""
    text = "## Été à Évry\n\n## Été à Évry\n\n## 東京\n\n## A {#b}\n\n## B"
    assert _ids(text) == ["ete-a-evry", "ete-a-evry-2", "section-3", "b", "b-2"]


def test_ids_are_shared_with_the_source_language() -> None:
    """The ids of the source are used when there are as many as headings; the author's own id stands first."""
    assert _ids("## A\n\n## B {#own}", anchors=("un", "deux")) == ["un", "own"]
    assert _ids("## A\n\n## B", anchors=("un",)) == ["a", "b"]


def test_heading_text_is_plain() -> None:
    """The text of a heading is what is read, without markup."""
    assert _convert("## *A* & `b` [c](page:d)")[0].headings == (Heading(2, "a-b-c", "A & b c"),)


def test_a_table_under_a_heading_can_be_scrolled_by_keyboard() -> None:
    """The frame of a table is named by the heading above it and reachable; without one it has no role."""
    table = "a|b\n-|-:\n1|2"
    assert '<div class="table" role="group" aria-labelledby="t" tabindex="0"><table>' in (
        _convert(f"## T\n\n{table}")[0].html
    )
    assert _convert(table)[0].html.startswith('<div class="table"><table>')
    assert '<td class="align-end">2</td>' in _convert(table)[0].html


def test_french_spacing_is_put_in_but_not_in_code() -> None:
    """Texts, alternatives and titles are typeset, across tags; code and parts in other languages are not."""
    html = _convert('*A* ! `b !` « c »\n\n<span lang="en">d !</span> ![e !](m/f.png "g ?")', "fr")[0].html
    assert "<em>A</em>\u202f! <code>b !</code> «\u00a0c\u00a0»" in html
    assert '<span lang="en">d !</span>' in html
    assert 'alt="e\u202f!" title="g\u202f?"' in html


def test_extensions() -> None:
    """Footnotes, definition lists, abbreviations and safe attribute lists are understood."""
    html = _convert("a[^n] HTML\n\n[^n]: b\n\n*[HTML]: Hyper\n\nc\n:   d\n\ne\n{: .lead .evil onclick=f #g}")[
        0
    ].html
    assert '<li id="fn:n">' in html
    assert '<abbr title="Hyper">HTML</abbr>' in html
    assert "<dt>c</dt>" in html
    assert '<p class="lead" id="g">e</p>' in html or '<p id="g" class="lead">e</p>' in html


def test_nothing_stays_of_the_text_before() -> None:
    """Footnotes, references and abbreviations of one text are unknown in the next."""
    _convert("a[^1] [b]\n\n[^1]: c\n\n[b]: page:d\n\n*[e]: f")
    fragment, _ = _convert("a[^1] [b] e")
    assert fragment == Fragment("<p>a[^1] [b] e</p>", (), (), 3)


def test_marks_cannot_be_forged() -> None:
    """Characters that serve as marks are taken out of what authors write, entities included."""
    text = (
        "\ufdd00\ufdd1 &#xFDD0;0&#xFDD1; [a](&#xFDD0;0&#xFDD1;javascript:b) <a href=&#xFDD0;0&#xFDD1;c>d</a>"
    )
    html = fill(_convert(text)[0], lambda _: None)
    assert not any("\ufdd0" <= character <= "\ufdef" for character in html)
    assert "href" not in html
