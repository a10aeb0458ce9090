"""The sites that are made up to be measured."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from benchmarks.synthetic import Size, size_type, write_site
from ombrelle.check import check
from tests.support.small import found, options


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.*")}


@pytest.mark.parametrize("languages", [1, 4, 6])
def test_a_site_is_sound(tmp_path: Path, languages: int) -> None:
    """The check has nothing to say of it, whatever the number of languages."""
    assert found(check(options(write_site(tmp_path, Size(12, languages))))) == []


def test_a_site_has_the_size_that_is_asked_for(tmp_path: Path) -> None:
    """So many companies, each with its facts and a text of about 270 words in each language."""
    root = write_site(tmp_path, Size(7, 2))
    folder = root / "quartiers"
    assert len(list(folder.glob("*/startups/*.yaml"))) == 7
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*/startups/*.md")]
    assert len(texts) == 14
    assert all(240 < len(text.split()) < 320 for text in texts)


def test_the_same_size_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two sites of one size are the same; those of another are not."""
    one, two, other = (
        write_site(tmp_path / name, size)
        for name, size in (("a", Size(5, 3)), ("b", Size(5, 3)), ("c", Size(5, 4)))
    )
    assert files(one) == files(two)
    assert files(one) != files(other)


@pytest.mark.parametrize("text", ["0x4", "10", "10x0", "10x7", "x4", "ten x4", "10X4"])
def test_what_is_no_size_is_refused(text: str) -> None:
    """Sizes have a number of companies and one to six languages."""
    with pytest.raises(argparse.ArgumentTypeError):
        size_type(text)
