"""What readers read stays in its place; code, addresses and markup are blanked out."""

from __future__ import annotations

from time import process_time

import pytest

from ombrelle.sources.prose import BLANK, prose


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("one `two` three", "one  three"),
        ("one ``two ` three`` four", "one  four"),
        ("one\n\n```py\ntwo\n```\nthree", "one\n\n\n\n\nthree"),
        ("~~~\none\n~~~~\ntwo", "\n\n\ntwo"),
        ("- one\n  ```\n  two\n  ```", "- one\n\n\n"),
        ("one\n\n    two\n\nthree", "one\n\n\n\nthree"),
        ("- one\n\n    two", "- one\n\n    two"),
        ("one\n    two", "one\n    two"),
        ("[one](page:two) ![three](media/four.png)", "[one ![three"),
        ("[one][two]\n\n[two]: https://three.example/four", "[one][two]\n\n"),
        ("a note[^1]\n\n[^1]: one", "a note[^1]\n\n[^1]: one"),
        ("<https://one.example> <b class=two>three</b>", " three"),
        ("a < b and c > d", "a < b and c > d"),
        ("one <!-- two\nthree --> four", "one \n four"),
        ("see https://one.example/two, three", "see  three"),
        ("write to one.two@three.example now", "write to  now"),
        ("under one.example, two", "under , two"),
        ("## One {#two}", "## One "),
        ("Fin. Début : suite", "Fin. Début : suite"),
    ],
)
def test_only_prose_is_kept(text: str, kept: str) -> None:
    """Character by character: what is blanked out leaves its length and its line ends."""
    found = prose(text)
    assert found.replace(BLANK, "") == kept
    assert len(found) == len(text)
    assert [len(line) for line in found.split("\n")] == [len(line) for line in text.split("\n")]


PIECES = ("`", "``a", "](", "<a ", "<!--", "[a](b", "a.b@", "{#", "\n    a", "```\n", "é")


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text(piece: str) -> None:
    """Four times as much of anything takes at most about four times as long."""

    def seconds(count: int) -> float:
        start = process_time()
        prose(piece * count)
        return process_time() - start

    once = min(seconds(5_000) for _ in range(3))
    assert min(seconds(20_000) for _ in range(3)) < 8 * once + 0.02
