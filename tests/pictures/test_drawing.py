"""Drawings: harmless ones pass, all others are refused at their line."""

from __future__ import annotations

import pytest

from ombrelle.pictures.drawing import read_drawing
from ombrelle.pictures.form import DamagedError, Form

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
OPEN = f'<svg xmlns="http://www.w3.org/2000/svg" {XLINK} viewBox="0 0 30 20">\n'


def dangers(inside: str) -> list[str]:
    return [danger.what for danger in read_drawing(f"{OPEN}{inside}</svg>".encode()).dangers]


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h4"/>',
        '<style>.a{fill:url(#g)}</style><linearGradient id="g"/><use href="#a"/><use xlink:href="#a"/>',
        '<image href="data:image/png;base64,iVBORw0KGgo="/>',
        '<g clip-path="url(#c)" style="fill:red"/><text>once upon a time</text><title>onload</title>',
        "<!-- <script> in a comment -->",
    ],
)
def test_what_only_draws_passes(inside: str) -> None:
    """What drawing programs write is not refused."""
    assert dangers(inside) == []


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<script>1</script>", "<script>"),
        ("<a:script xmlns:a='http://www.w3.org/2000/svg'/>", "<a:script>"),
        ("<SCRIPT/>", "<SCRIPT>"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<path onload="x()"/>', 'onload="x()"'),
        ('<path ONCLICK="x()"/>', 'ONCLICK="x()"'),
        ('<a href="javascript:x()"><path/></a>', 'href="javascript:x()"'),
        ('<a href="java&#9;script:x()"/>', 'href="java\tscript:x()"'),
        ('<use href="https://a.example/b.svg#c"/>', 'href="https://a.example/b.svg#c"'),
        ('<image xlink:href="//a.example/b.png"/>', 'xlink:href="//a.example/b.png"'),
        ('<image href="data:image/svg+xml;base64,PHN2Zz4="/>', 'href="data:image/svg+xml;base64,PHN2Zz4="'),
        ("<style>@import 'https://a.example/b.css';</style>", "@import"),
        ("<style>.a{fill:url(https://a.example/b)}</style>", "url(https://a.example/b"),
        ("<path style=\"fill:url('//a.example/b')\"/>", "url('//a.example/b"),
        ('<path fill="url(a.svg#b)"/>', "url(a.svg#b"),
        ('<animate attributeName="href" to="javascript:x()"/>', "<animate>"),
        ("<set/>", "<set>"),
        ("<iframe/>", "<iframe>"),
        ("<?xml-stylesheet href='a.css'?>", "<?xml-stylesheet"),
    ],
)
def test_what_could_run_or_fetch_is_refused(inside: str, what: str) -> None:
    """Scripts, handlers, foreign content and whatever comes from elsewhere, however it is written."""
    assert dangers(inside)[0] == what


def test_a_danger_is_told_at_its_line() -> None:
    """An author finds it."""
    found = read_drawing(f"{OPEN}<path/>\n  <script/>\n</svg>".encode()).dangers[0]
    assert (found.line, found.column) == (3, 3)


def test_entities_are_never_unfolded() -> None:
    """A few bytes that would fill the memory are refused where they are declared."""
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg><text>&b;</text></svg>'
    assert [danger.what for danger in read_drawing(bomb.encode()).dangers] == ["<!DOCTYPE […]>"]


def test_the_plain_doctype_of_drawing_programs_passes() -> None:
    """Inkscape and Illustrator write it; nothing is fetched for it."""
    kind = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    assert read_drawing(f"{kind}{OPEN}</svg>".encode()).dangers == []


def test_depth_is_bounded() -> None:
    """A drawing nested a thousand deep is no drawing."""
    assert dangers("<g>" * 1000 + "</g>" * 1000)


@pytest.mark.parametrize("text", ["<svg", "<svg><g></svg>", "<html/>", "", "<svg>\0</svg>"])
def test_what_is_no_drawing_is_damaged(text: str) -> None:
    """Neither XML that does not end, nor another document."""
    with pytest.raises(DamagedError):
        read_drawing(text.encode())


@pytest.mark.parametrize(
    ("attributes", "form"),
    [
        ('width="30" height="20px"', Form("svg", 30, 20)),
        ('viewBox="0 0 30 20"', Form("svg", 30, 20)),
        ('viewBox="0,0,0.5,0.2"', Form("svg", 1, 1)),
        ('width="100%" height="100%" viewBox="0 0 30 20"', Form("svg", 30, 20)),
        ('width="100%"', None),
        ('viewBox="0 0 30"', None),
        ('viewBox="0 0 a b"', None),
        ('width="0" height="20"', None),
    ],
)
def test_a_drawing_says_its_size(attributes: str, form: Form | None) -> None:
    """The size in pixels, else the proportions of the view box."""
    assert read_drawing(f"<svg {attributes}/>".encode()).form == form
