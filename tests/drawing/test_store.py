"""Pictures kept between builds: found again, never believed when changed, swept when they pile up."""

from __future__ import annotations

from pathlib import Path

from ombrelle.drawing.store import Store, key_of


def never(index: int) -> bytes:
    raise AssertionError(f"picture {index} was drawn again")


def test_a_picture_is_drawn_once(tmp_path: Path) -> None:
    """What was drawn is found again by its key, in the order asked for; the same key is drawn once."""
    store = Store(tmp_path)
    drawn: list[int] = []

    def draw(index: int) -> bytes:
        drawn.append(index)
        return b"picture %d" % index

    keys = [key_of("a"), key_of("b"), key_of("a")]
    assert store.pictures(keys, draw) == [b"picture 0", b"picture 1", b"picture 0"]
    assert drawn == [0, 1]
    assert store.pictures(keys[::-1], never) == [b"picture 0", b"picture 1", b"picture 0"]


def test_a_picture_that_was_changed_is_drawn_again(tmp_path: Path) -> None:
    """A byte changed, a file cut short, one put in another's place: none is believed."""
    store, keys = Store(tmp_path), [key_of("a"), key_of("b")]
    whole = store.pictures(keys, lambda index: b"picture %d" % index)
    one, other = (tmp_path / f"{key}.png" for key in keys)
    sound = one.read_bytes()
    for damaged in (sound[:-1] + b"!", sound[:40], b"", other.read_bytes()):
        one.write_bytes(damaged)
        assert store.pictures(keys, lambda index: b"picture %d" % index) == whole
        assert one.read_bytes() == sound


def test_many_processes_draw_the_same(tmp_path: Path) -> None:
    """The result does not depend on how many draw."""
    keys = [key_of(number) for number in range(40)]
    alone = Store(tmp_path / "one").pictures(keys, lambda index: b"picture %d" % index)
    assert Store(tmp_path / "two", jobs=2).pictures(keys, lambda index: b"picture %d" % index) == alone


def test_old_pictures_are_swept(tmp_path: Path) -> None:
    """What is not used goes once it is more than what is."""
    store = Store(tmp_path)
    store.pictures([key_of(number) for number in range(5)], lambda _: b"old")
    store.pictures([key_of("new")], lambda _: b"new")
    assert [path.stem for path in tmp_path.iterdir()] == [key_of("new")]


def test_a_folder_that_cannot_be_written_costs_no_build(tmp_path: Path) -> None:
    """Where nothing can be kept, pictures are drawn all the same."""
    (tmp_path / "file").write_bytes(b"")
    store = Store(tmp_path / "file")
    assert store.pictures([key_of("a")], lambda _: b"picture") == [b"picture"]
