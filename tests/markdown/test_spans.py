"""Patterns tried only where their sign stands find what Python-Markdown finds by trying them all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor

from benchmarks.synthetic import size_type, write_site
from ombrelle.markdown.containers import TooNestedError
from ombrelle.markdown.engine import TooMuchWorkError, _Engine
from ombrelle.markdown.spans import SIGNS
from tests.support.tools import ROOT

TEXTS = sorted(
    path for part in ("content", "quartiers", "docs", "tests") for path in (ROOT / part).rglob("*.md")
)


@pytest.fixture(scope="module")
def stock() -> _Engine:
    """Ours, with the processor of Python-Markdown in the place of the one that knows the signs."""
    engine = _Engine()
    engine._markdown.treeprocessors.register(InlineProcessor(engine._markdown), "inline", 20)
    return engine


def outcome(engine: _Engine, lines: tuple[str, ...]) -> str:
    """The HTML of a text, or why there is none: some texts of the tests are none for people."""
    try:
        return engine.convert(lines)[0]
    except (TooNestedError, TooMuchWorkError) as refusal:
        return type(refusal).__name__


def test_each_pattern_has_its_signs() -> None:
    """A pattern without any would never be tried."""
    patterns = _Engine()._markdown.inlinePatterns
    assert {patterns.get_index_for_name(name) for name in SIGNS} == set(range(len(patterns)))


def test_real_texts_are_read_the_same(stock: _Engine) -> None:
    """Every text of the site, of the documentation and of the tests."""
    ours = _Engine()
    assert len(TEXTS) > 400
    for path in TEXTS:
        lines = tuple(path.read_text(encoding="utf-8", errors="replace").split("\n"))
        assert outcome(ours, lines) == outcome(stock, lines), path


def test_thousands_of_made_up_texts_are_read_the_same(stock: _Engine, tmp_path: Path) -> None:
    """Those on which the speed is measured."""
    ours = _Engine()
    texts = sorted(write_site(tmp_path, size_type("500x4")).rglob("*.md"))
    assert len(texts) >= 2000
    for path in texts:
        lines = tuple(path.read_text(encoding="utf-8").split("\n"))
        assert ours.convert(lines)[0] == stock.convert(lines)[0], path


@given(
    st.lists(
        st.sampled_from([*"ab1 \n*_`~<>[]()!&;:@\\\"'", "://", "www.", "https", "[^a]", "  \n"]), max_size=40
    )
)
def test_any_mixture_of_signs_is_read_the_same(pieces: list[str]) -> None:
    """Signs in any order, next to letters and to each other."""
    ours, stock = _Engine(), _Engine()
    stock._markdown.treeprocessors.register(InlineProcessor(stock._markdown), "inline", 20)
    lines = tuple("".join(pieces).split("\n"))
    assert ours.convert(lines)[0] == stock.convert(lines)[0]
