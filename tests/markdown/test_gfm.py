"""The site shows the structures that GitHub shows; what differs is known and explained."""

from __future__ import annotations

import pytest

from benchmarks.gfm import Comparison, corpus, examples, share
from benchmarks.structures import KINDS, Structure, structures
from tests.markdown.differences import CORPUS, EXAMPLES


@pytest.fixture(scope="module")
def own() -> list[Comparison]:
    return corpus()


@pytest.fixture(scope="module")
def spec() -> list[Comparison]:
    return examples()


def _differing(comparisons: list[Comparison]) -> set[str]:
    return {each.name for each in comparisons if each.missing or each.added}


def test_the_corpus_is_large_and_has_every_kind(own: list[Comparison]) -> None:
    """At least 80 texts, and each kind of structure several times."""
    assert len(own) >= 80
    assert [kind for kind in set(KINDS.values()) if share(own, kind)[1] < 4] == []


def test_the_structures_of_the_corpus_are_kept(own: list[Comparison]) -> None:
    """576 of the 577 structures that cmark-gfm gives are there; the issue asks for 99 %."""
    kept, wanted = share(own)
    assert kept >= 576
    assert kept / wanted >= 0.99


@pytest.mark.parametrize(
    "kind", ["list item", "table cell", "heading", "code block", "emphasis", "hard break"]
)
def test_every_structure_of_a_kind_is_kept(own: list[Comparison], kind: str) -> None:
    """None of this kind is missing in the corpus."""
    kept, wanted = share(own, kind)
    assert kept == wanted


def test_what_differs_in_the_corpus_is_explained(own: list[Comparison]) -> None:
    """The texts that differ, by something missing or added, are those of the list."""
    assert _differing(own) == set(CORPUS)


def test_the_examples_of_commonmark(spec: list[Comparison]) -> None:
    """Of the 652 examples nine in ten are the same, and 94 % of their structures are there."""
    assert len(spec) == 652
    assert len(spec) - len(_differing(spec)) >= 592
    assert share(spec)[0] >= 1235


def test_what_differs_in_the_examples_is_explained(spec: list[Comparison]) -> None:
    """The examples that differ are those of the list, each under one reason."""
    numbers = [number for group in EXAMPLES.values() for number in group]
    assert len(numbers) == len(set(numbers))
    assert {int(name.split()[0]) for name in _differing(spec)} == set(numbers)


def test_the_comparison_sees_what_differs() -> None:
    """A level, an alignment, a number, an address or a text that is another makes another structure."""
    pairs = [
        ("<h2>a</h2>", "<h3>a</h3>"),
        ('<table><tr><td align="left">a</td></tr></table>', "<table><tr><td>a</td></tr></table>"),
        ('<ol start="3"><li>a</li></ol>', "<ol><li>a</li></ol>"),
        ("<ul><li>a</li></ul>", "<ul><li><p>a</p></li></ul>"),
        ('<a href="b">a</a>', '<a href="c">a</a>'),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<pre><code>a  b\n</code></pre>", "<pre><code>a b\n</code></pre>"),
    ]
    for one, other in pairs:
        assert structures(one) != structures(other)


def test_both_ways_of_writing_are_read_alike() -> None:
    """Alignment, languages of code, tasks and alerts are the same in either renderer's HTML."""
    github = (
        '<table><tr><td align="right">a</td></tr></table><pre lang="sh"><code>b\n</code></pre>'
        '<ul><li><input type="checkbox" checked="" disabled="" /> c</li></ul>'
        "<blockquote><p>[!TIP]\nd</p></blockquote>"
    )
    site = (
        '<table><tr><td class="align-end">a</td></tr></table>'
        '<pre><code class="language-sh">b\n</code></pre>'
        '<ul><li class="task"><label><input type="checkbox" disabled checked> c</label></li></ul>'
        '<aside class="alert alert-tip" role="note"><p class="alert-title">Tip</p><p>d</p></aside>'
    )
    assert structures(github) == structures(site)
    assert Structure("alert", "tip", "d") in structures(site)
