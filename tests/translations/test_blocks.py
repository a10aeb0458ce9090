"""What is the same text, and what has words enough to be translated."""

from __future__ import annotations

import pytest

from ombrelle.markdown.pieces import pieces
from ombrelle.translations.blocks import is_prose, normal, shape


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Un mot\nou deux", "Un  mot ou\tdeux "),
        ("« Oui » : non !", "«Oui»: non!"),
        ("«\u00a0Oui\u00a0»\u00a0: non\u202f!", "« Oui » : non !"),
        ("l'été", "l’été"),
        ("caf\u00e9", "cafe\u0301"),
        ("“Yes”…", '"Yes"...'),
        ("* un", "- un"),
        ("2. deux", "3) deux"),
        (
            "| a | b |\n|---|---|",
            "| a   | b    |\n| ----- | ---- |".replace("| -", "|-").replace("- |", "-|"),
        ),
    ],
)
def test_form_alone_is_no_edit(one: str, other: str) -> None:
    """Wrapping, spaces, quotes, accents in two characters, the sign of an item, the width of a table."""
    assert normal(one) == normal(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Un mot", "Un mots"),
        ("Un mot", "un mot"),
        ("10", "11"),
        ("Oui.", "Oui"),
        ("# a", "## a"),
        ("- a", "a"),
    ],
)
def test_what_is_said_is_an_edit(one: str, other: str) -> None:
    """A letter, a capital, a number, a sign, the level of a heading."""
    assert normal(one) != normal(other)


def test_spaces_of_code_are_said() -> None:
    """They may mean something; those at the end of a line do not."""
    assert normal("```\na  b\n```") != normal("```\na b\n```")
    assert normal("```\na  \n```") == normal("```\na\n```")


@pytest.mark.parametrize(
    "text",
    [
        "Rennes Saint-Malo",
        "16 500 m²",
        "```\nune ligne de code assez longue\n```",
        "[x](page:une-page-assez-longue)",
        "https://exemple.example/une/adresse/assez/longue",
        "`une commande assez longue`",
        "```ombrelle cards\nentries: [startup:une-longue-entreprise, actor:une-halle]\n```",
        "```ombrelle quote\ntext: les mots de quelqu’un qui parle\nlang: fr\nwho: A\n```",
        "```ombrelle figures\nfigures: [{value: 3, source: {title: un titre assez long ici}}]\n```",
        "<b>Ombrelle</b>",
        "Image",
    ],
)
def test_names_numbers_and_code_need_no_translation(text: str) -> None:
    """They may be the same in two languages."""
    assert not is_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "Deux villes au bord de la mer",
        "```ombrelle call-to-action\nlabel: voir la liste des entreprises\nto: startups\n```",
        "```ombrelle gallery\npictures: [{file: a.jpg, alt: la halle vue du quai, credit: A}]\n```",
        "デジタル地区とその企業、拠点、サービスを出典を添えて紹介します",
        "الأحياء الرقمية في فرنسا",
    ],
)
def test_a_sentence_needs_a_translation(text: str) -> None:
    """In any script."""
    assert is_prose(text)


def test_shapes_tell_kinds_apart() -> None:
    """Headings by their level, items, quotations, tables, code, typed blocks and the rest."""
    assert [
        shape(text)
        for text in ("# a", "### a", "- a", "12. a", "> a", "| a |", "```\n", "```ombrelle map\n", "a")
    ] == [
        "#",
        "###",
        "-",
        "1.",
        ">",
        "|",
        "```",
        "```ombrelle map",
        "",
    ]


def test_a_text_is_cut_where_its_blocks_are() -> None:
    """An item with all that is in it, a table with its head, code whole; each with its line."""
    text = "A\nb\n- c\n  - d\n\n    e\n- f\n\n```\n- g\n\nh\n```\n"
    text += "i\n| j |\n|---|\n| k |\n\n[^1]: l\n    m\n\nN\n===\n"
    assert [(piece.line, piece.text.partition("\n")[0]) for piece in pieces(text)] == [
        (1, "A"),
        (3, "- c"),
        (7, "- f"),
        (9, "```"),
        (14, "i"),
        (15, "| j |"),
        (19, "[^1]: l"),
        (22, "N"),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "> " * 40 + "a", "a\n" * 20_000])
def test_any_text_can_be_cut(text: str) -> None:
    """Nothing that an author can write raises an error; what has no bounds is one piece."""
    assert len(pieces(text)) <= 1
