"""Typed blocks: what their YAML gives, where their faults are told, and that no text can misuse them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombrelle.kinds.blocks import BLOCKS
from ombrelle.markdown import Fragment, Source, convert, fill, parted
from ombrelle.markdown.typed import MOST_BLOCKS, MOST_CHARACTERS, MOST_FAULTS
from ombrelle.problems import Problems

FIRST = 5
"""The line of the file on which the text begins."""

RIGHT = {
    "figures": "figures: [{label: Surface, value: 5000, as_of: 2018, source: {title: Gazette}}]",
    "cards": "entries: [startup:alpha, actor:halle]",
    "startups": "sector: health\nlimit: 3\nsort: newest",
    "quote": "text: |\n  Une phrase.\n  Une autre.\nwho: Camille\nsource: {title: Gazette}",
    "gallery": "pictures:\n  - {file: a.svg, alt: Un plan, credit: Camille, caption: Le plan.}",
    "timeline": "steps:\n  - {date: 2019-04, title: Ouverture, to: actor:halle}",
    "call-to-action": "label: Venir\nto: page:venir\ntext: Une phrase.",
    "map": "districts: [haute-rive]\nplaces: [{name: La halle, lat: 45.74, lon: 4.82}]",
    "video": "url: https://film.example/a\ntitle: Un film\npicture: a.svg\nalt: Un quai\ncredit: Camille\n"
    'duration: "1:02:30"\nlang: fr',
    "contacts": "districts: [haute-rive]\npurpose: press",
}

WRONG = {
    "figures": [
        ("figures: []", "missing-field", 2),
        ("figures:\n  - {label: Surface, value: 5000, as_of: 2018}", "missing-field", 3),
        (
            "figures:\n  - label: Surface\n    value: beaucoup\n    as_of: 2018\n    source: {title: A}",
            "number-expected",
            4,
        ),
        ("chiffres: []", "unknown-key", 2),
        ("", "missing-field", 2),
    ],
    "cards": [("entries: startup:alpha", "list-expected", 2), ("entries: []", "too-few", 2)],
    "startups": [
        ("limit: 99", "out-of-range", 2),
        ("tri: name", "unknown-key", 2),
        ("sort: nam", "unknown-choice", 2),
    ],
    "quote": [
        ("text: Une phrase.\nwho: Camille", "missing-field", 2),
        (f"text: {'a' * 1300}", "text-too-long-for-field", 2),
    ],
    "gallery": [("pictures:\n  - {file: a.svg, alt: Un plan}", "missing-field", 3)],
    "timeline": [
        ("steps:\n  - {date: 2019-13, title: A}", "no-such-day", 3),
        ("steps:\n  - date: 2019\n   title: A", "yaml-indentation", 4),
    ],
    "call-to-action": [("label: Venir\nto: http://a.example", "https-expected", 3)],
    "map": [("places: [{name: A, lat: 4.82, lon: 45.74}]", "swapped-coordinates", 2)],
    "video": [("url: javascript:alert(1)", "url-form", 2), ("duration: 12", "form-of-value", 2)],
    "contacts": [("quartiers: [haute-rive]", "unknown-key", 2)],
}


def converted(text: str) -> tuple[Fragment, Problems]:
    problems = Problems()
    return convert(Source("a.fr.md", text, FIRST, "fr"), problems), problems


def block(name: str, yaml: str) -> str:
    return f"```ombrelle {name}\n{yaml}\n```\n"


def codes(problems: Problems) -> list[str]:
    return [problem.code for problem in problems]


def test_each_type_is_tried() -> None:
    """No type of block is without a right and a wrong example here."""
    names = [each.name for each in BLOCKS]
    assert list(RIGHT) == names
    assert list(WRONG) == names


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_block_stands_in_its_place(name: str) -> None:
    """It is typed by its model, and nothing of its YAML is left in the text around it."""
    fragment, problems = converted(f"Avant.\n\n{block(name, RIGHT[name])}\nAprès.\n")
    assert codes(problems) == []
    assert [each.type.name for each in fragment.blocks] == [name]
    assert list(parted(fragment.html)) == ["<p>Avant.</p>", 0, "<p>Après.</p>"]


@pytest.mark.parametrize(
    ("name", "yaml", "code", "line"), [(name, *case) for name, cases in WRONG.items() for case in cases]
)
def test_a_fault_is_told_at_its_line(name: str, yaml: str, code: str, line: int) -> None:
    """With the code that a file of facts would get, at its own line; the block is not shown."""
    fragment, problems = converted(block(name, yaml))
    assert (code, FIRST + line - 1) in [(each.code, each.location.line) for each in problems]
    assert fragment.blocks == ()
    assert list(parted(fragment.html)) == []


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("figure", "figures"),
        ("Figures", "figures"),
        ("chiffres", "figures"),
        ("galerie", "gallery"),
        ("frise", "timeline"),
        ("bouton", "call-to-action"),
        ("vidéo", "video"),
        ("carte", "map"),
        ("citation", "quote"),
        ("figures:", "figures"),
        ("-figures", "figures"),
    ],
)
def test_an_unknown_block_is_told_with_the_nearest(written: str, near: str) -> None:
    """By its spelling, or by what French calls it; what is proposed stands for all behind the fence."""
    _, problems = converted(f"```ombrelle {written}\n```\n")
    (told,) = problems
    assert told.code == "unknown-block"
    assert dict(told.values)["near"] == f"ombrelle {near}"
    assert (told.location.line, told.location.column) == (FIRST, 4)


def test_code_stays_code() -> None:
    """In any language, in one that begins alike, and a block that a longer fence shows as an example."""
    for text in ("```yaml\na: b\n```", "```ombrellex\n```", f"````markdown\n{block('map', '')}````"):
        fragment, problems = converted(f"{text}\n")
        assert codes(problems) == []
        assert "<code" in fragment.html
        assert fragment.blocks == ()


@pytest.mark.parametrize("name", RIGHT)
def test_a_block_without_its_sign_is_told(name: str) -> None:
    """It is code, and its author is told what to write."""
    fragment, problems = converted(f"```{name}\n{RIGHT[name]}\n```\n")
    assert codes(problems) == ["block-unsigned"]
    assert "<code" in fragment.html


@pytest.mark.parametrize(
    "around",
    [
        "- a\n\n  ```ombrelle map\n  ```\n",
        "> ```ombrelle map\n> ```\n",
        "[^1]\n\n[^1]: Une note.\n\n    ```ombrelle map\n    ```\n",
        "<div>\n\n```ombrelle map\n```\n\n</div>\n",
        "<details>\n\n```ombrelle map\n```\n\n</details>\n",
    ],
)
def test_a_block_within_something_is_told(around: str) -> None:
    """In a list, a quotation, a footnote or a tag nothing is shown: no frame is torn apart by it."""
    fragment, problems = converted(around)
    assert "block-within" in codes(problems)
    assert fragment.blocks == ()


def test_an_unclosed_block_is_code_to_the_end() -> None:
    """As on GitHub; only that is told, and none of what would follow from it."""
    fragment, problems = converted("```ombrelle cards\nentries: [x]\n\n## Plus loin\n")
    assert codes(problems) == ["code-unclosed"]
    assert "<code" in fragment.html


def test_the_number_and_size_of_blocks_are_bounded() -> None:
    """The first that are too many is told once, and a long one is not read."""
    fragment, problems = converted(block("map", "") * 2_000)
    assert codes(problems) == ["too-many-blocks"]
    assert len(fragment.blocks) == MOST_BLOCKS
    _, problems = converted(block("cards", "entries:\n" + "  - a\n" * (MOST_CHARACTERS // 6)))
    assert codes(problems) == ["block-too-long"]
    _, problems = converted(block("map", "") * 10_000)
    assert codes(problems) == ["text-too-long"]


def test_the_faults_of_hostile_blocks_are_bounded() -> None:
    """Thousands of faults stop the reading of the blocks behind them."""
    items = "figures:\n" + "  - {lable: x, value: z}\n" * 500
    _, problems = converted(block("figures", items) * 10)
    assert MOST_FAULTS <= len(problems) <= MOST_FAULTS + 2_500


def test_a_long_name_is_quoted_in_part() -> None:
    """However much stands behind a fence, its message stays one that can be read."""
    _, problems = converted(f"```ombrelle {'x' * 50_000}\n```\n\n~~~{' ' * 50_000}`\n~~~\n")
    (told,) = problems
    assert len(str(dict(told.values)["name"])) < 100


def test_values_are_no_html() -> None:
    """A tag in a value is a text of the block, which templates escape: the fragment has none of it."""
    fragment, _ = converted(
        block("quote", "text: <script>alert(1)</script>\nwho: <b>A</b>\nsource: {title: B}")
    )
    assert "script" not in fragment.html


_PIECES = (
    "```ombrelle figures\n",
    "```ombrelle cards\n",
    "~~~ombrelle map\n",
    "````ombrelle quote\n",
    "```ombrelle",
    "```\n",
    "````\n",
    "~~~\n",
    "entries: [startup:a]\n",
    "entries:\n  - a\n",
    "figures:\n",
    "  - {label: a, value: 1}\n",
    "text: |\n",
    "  é « : » #\n",
    "a: b: c\n",
    "\t",
    "&x ",
    "*x\n",
    "!x ",
    '"',
    "'",
    "{",
    "]",
    "> ",
    "- ",
    "  ",
    "<div>\n",
    "</div>\n",
    "<!--\n",
    "\n",
    "\r\n",
    "\ufdd80\ufdd1",
    "x",
)
_texts = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=30).map("".join),
    st.text().map(lambda text: f"```ombrelle figures\n{text}\n```"),
)


@given(_texts)
def test_faults_lie_within_the_file(text: str) -> None:
    """Whatever is written between fences, each fault stands on a line of the file; nothing is raised."""
    _, problems = converted(text)
    last = FIRST + text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    for problem in problems:
        assert FIRST <= problem.location.line <= last
        assert problem.location.column >= 1


@given(_texts)
def test_each_block_has_one_place(text: str) -> None:
    """Every block is in the text once, in order, and nobody can write the sign of a place."""
    fragment, _ = converted(text)
    parts = list(parted(fill(fragment, lambda _: None)))
    assert [part for part in parts if isinstance(part, int)] == list(range(len(fragment.blocks)))
    assert not re.search("[\ufdd0-\ufdef]", "".join(part for part in parts if isinstance(part, str)))


@given(_texts)
def test_passages_are_whole(text: str) -> None:
    """No element is begun in one passage and ended in another."""
    fragment, _ = converted(text)
    for part in parted(fragment.html):
        if isinstance(part, str):
            opened = re.findall(r"<(div|p|ul|ol|li|blockquote|pre|aside|section)\b", part)
            closed = re.findall(r"</(div|p|ul|ol|li|blockquote|pre|aside|section)>", part)
            assert sorted(opened) == sorted(closed)
