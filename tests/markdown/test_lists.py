"""Lists and fences are what an author sees on GitHub."""

from __future__ import annotations

import re

import pytest

from ombrelle.markdown import Source, convert
from ombrelle.problems import Problems
from tests.markdown.lists import LISTS


def _depth(html: str) -> int:
    depth = deepest = 0
    for closing in re.findall(r"<(/?)(?:ul|ol)\b", html):
        depth += -1 if closing else 1
        deepest = max(deepest, depth)
    return deepest


@pytest.mark.parametrize(("text", "items", "depth", "code"), LISTS.values(), ids=LISTS.keys())
def test_lists_have_the_structure_that_github_shows(text: str, items: int, depth: int, code: int) -> None:
    """A text gives as many list items, levels of lists and blocks of code as cmark-gfm gives."""
    html = convert(Source("a.md", text, 1, "en"), Problems()).html
    assert (html.count("<li>"), _depth(html), html.count("<pre>")) == (items, depth, code)


@pytest.mark.parametrize("prefix", ["", "- a\n\n  ", "> "])
def test_code_keeps_every_character(prefix: str) -> None:
    """Code between fences is shown as typed: marks, lists, links, tags and entities in it are text."""
    code = ["- a", "  [x](y) <b class='z'> &amp; ## t", "", '\\* "q" `c`']
    blank = re.sub(r"[^> ]", " ", prefix.rsplit("\n", 1)[-1])
    lines = ["```python", *code, "```"]
    text = prefix + f"\n{blank}".join(lines)
    html = convert(Source("a.md", text, 1, "fr"), Problems()).html
    shown = "\n".join(code).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert f'<pre><code class="language-python">{shown}\n</code></pre>' in html
