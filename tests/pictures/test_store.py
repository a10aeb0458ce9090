"""The cache: believed where it is whole, made anew where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from ombrelle.pictures.ladder import Step
from ombrelle.pictures.store import FOLDER, Store

STEP = Step("0123456789ab", 320, "avif")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    found = Store(tmp_path)
    found.keep({STEP: b"a picture"})
    return found


def test_what_was_kept_is_found_again(store: Store) -> None:
    """The same bytes, and nothing for a step that was not made."""
    assert store.read(STEP) == b"a picture"
    assert store.read(Step("0123456789ab", 640, "avif")) is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[:-1],
        lambda content: content + b"x",
        lambda content: b"x" + content[1:],
        lambda content: content[:20],
        lambda _: b"",
    ],
)
def test_what_was_cut_or_changed_is_not_believed(store: Store, tmp_path: Path, spoil: object) -> None:
    """A file of which one byte is another is made anew."""
    (path,) = (tmp_path / FOLDER).iterdir()
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator] # a function of the list above
    assert store.read(STEP) is None


def test_what_nobody_asks_for_is_forgotten(store: Store, tmp_path: Path) -> None:
    """The cache does not grow with each change of a picture."""
    other = Step("ba9876543210", 320, "avif")
    store.keep({other: b"another"})
    store.prune({other})
    assert store.read(STEP) is None
    assert store.read(other) == b"another"
    assert len(list((tmp_path / FOLDER).iterdir())) == 1


def test_a_folder_that_refuses_is_no_fault(tmp_path: Path) -> None:
    """Where nothing can be kept, everything is made."""
    (tmp_path / ".cache").write_text("no folder")
    store = Store(tmp_path)
    store.keep({STEP: b"a picture"})
    store.prune(set())
    assert store.read(STEP) is None
