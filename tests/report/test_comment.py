"""The comment: everything by file, and nothing of a file that GitHub would obey."""

from __future__ import annotations

import re
from html import unescape

import cmarkgfm
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.problems import Location, Problem
from ombrelle.report.comment import MOST_CHARACTERS, MOST_OPEN, format_comment
from ombrelle.report.gfm import code, fence, prose

NB = "\N{NO-BREAK SPACE}"
REPOSITORY = "https://code.essai.example/ombrelle"
PAGE = f"{REPOSITORY}/blob/HEAD/docs/problemes.md"
FILE = ["name: Exemple", "founded: 2022-31-12"]
SWAPPED = Problem(
    Location("a/b.yaml", 2, 10, 2, 20),
    "swapped-date",
    (("month", "31"), ("near", "2022-12-31"), ("repair", "founded: 2022-12-31"), ("value", "2022-31-12")),
)
WHOLE = Problem(Location("a/c.yml"), "wrong-extension", (("near", "c.yaml"),))


def comment(*problems: Problem, language: str = "fr", repository: str = REPOSITORY) -> str:
    return format_comment(problems, lambda _: FILE, language, repository)


def rendered(markdown: str) -> str:
    return str(cmarkgfm.github_flavored_markdown_to_html(markdown, cmarkgfm.Options.CMARK_OPT_UNSAFE))


def words_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html)).strip()


def test_a_problem_reads_as_a_message_does() -> None:
    """The file; the line, the severity, the code with its page; the message; the line with what to write."""
    assert comment(SWAPPED) == "\n".join(
        [
            "## Vérification du contenu",
            "",
            "1 fichier, 1 erreur.",
            "",
            "### `a/b.yaml`",
            "",
            f"**ligne 2:10** · erreur · [`swapped-date`]({PAGE}#swapped-date)",
            "",
            f"Il n’y a pas de mois 31{NB}\\: le jour et le mois semblent inversés.",
            "",
            "```text",
            "2 | founded: 2022-31-12",
            "  |          ^^^^^^^^^^",
            f"Écrivez{NB}: founded: 2022-12-31",
            "```",
        ]
    )


@pytest.mark.parametrize(("language", "said"), [("fr", "Rien à corriger."), ("en", "Nothing to mend.")])
def test_no_problem_is_said(language: str, said: str) -> None:
    """A comment is never empty."""
    assert comment(language=language).endswith(said)


def test_a_long_comment_is_folded() -> None:
    """Beyond ten problems each file opens on a click, and says what it holds."""
    many = [Problem(Location("a.yaml", line), "empty-value", (("field", "x"),)) for line in range(1, 12)]
    assert "<details>" not in comment(*many[:MOST_OPEN])
    html = rendered(comment(*many, language="en"))
    assert words_of(html.partition("<summary>")[2].partition("</summary>")[0]) == "a.yaml (11 warnings)"


def test_a_comment_fits() -> None:
    """GitHub refuses more than 65,536 characters: what does not fit is said to be left out."""
    many = [
        Problem(Location(f"{number}.yaml", 2), "empty-value", (("field", "x" * 90),)) for number in range(900)
    ]
    told = comment(*many)
    assert MOST_CHARACTERS / 2 < len(told) < 65_536
    assert told.endswith("dit tout.")


def test_without_a_repository_codes_lead_nowhere() -> None:
    """A relative link of a comment would lead to the pull request itself."""
    assert "](" not in comment(SWAPPED, repository="")


HOSTILE = st.text(st.sampled_from("`~*_[]()<>!#@|&$\\:;-+=.0aw/ \né"))


@given(HOSTILE)
def test_words_stand_for_themselves(text: str) -> None:
    """Rendered, a value is the text that it was, without a link, a picture, a heading or a list."""
    html = rendered(prose(text))
    assert set(re.findall(r"<(\w+)", html)) <= {"p"}
    assert words_of(html).split() == text.split()


@pytest.mark.parametrize("text", ["@somebody", "#12", "GH-12", "www.essai.example", "https://essai.example"])
def test_nobody_is_called(text: str) -> None:
    """Neither a mention nor an issue nor an address becomes a link."""
    html = rendered(prose(text))
    assert "<a" not in html
    assert "." in text or text not in html
    assert words_of(html) == text


@given(HOSTILE)
def test_nothing_leaves_a_block(text: str) -> None:
    """All that stands in a fence is rendered as one block of code."""
    html = rendered(fence(text) + "\n\nafter")
    assert re.fullmatch(r'<pre lang="text"><code>[^<]*</code></pre>\s*<p>after</p>\s*', html)


@given(HOSTILE.filter(str.strip))
def test_nothing_leaves_a_piece_of_code(text: str) -> None:
    """All that stands in a span is rendered as one piece of code."""
    assert re.fullmatch(r"<p>x <code>[^<]*</code> y</p>\s*", rendered(f"x {code(text)} y"))
