"""Names on a map cover neither each other nor a point, whatever the places."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from ombrelle.theme.labels import Label, Spot, label_box, overlap, place_labels, text_width

SIZE = 27.0
FRAME = (0.0, 0.0, 1000.0, 900.0)

names = st.sampled_from(
    [
        ("Lille",),
        ("Lyon Saint-Étienne", "Lyon"),
        ("Aix-Marseille Région Sud", "Marseille"),
        ("إيكس مرسيليا – إقليم الجنوب", "Marseille"),
        ("リヨン・サンテティエンヌ", "Lyon"),
    ]
)
spots = st.lists(
    st.builds(Spot, st.floats(0, 1000).map(round), st.floats(0, 900).map(round), st.just(14.0), names),
    max_size=20,
    unique_by=lambda spot: (spot.x, spot.y),
).map(tuple)


@given(spots)
def test_no_name_covers_another_or_a_point(places: tuple[Spot, ...]) -> None:
    """However crowded, what is placed is free, and within the frame; the rest is left out."""
    boxes = []
    for spot, label in zip(places, place_labels(places, SIZE, FRAME), strict=True):
        if label:
            boxes.append(label_box((spot.x, spot.y), label, SIZE))
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    points = [(it.x - 14, it.y - 14, it.x + 14, it.y + 14) for it in places]
    assert not any(overlap(box, point) for box in boxes for point in points)
    for left, top, right, bottom in boxes:
        assert left >= -0.1
        assert top >= -0.1
        assert right <= 1000.1
        assert bottom <= 900.1


@given(spots)
def test_placing_is_repeatable(places: tuple[Spot, ...]) -> None:
    """The same places get the same names, not from memory alone."""
    first = place_labels(places, SIZE, FRAME)
    place_labels.cache_clear()
    assert place_labels(places, SIZE, FRAME) == first


def test_a_lonely_point_has_its_whole_name_beside_it() -> None:
    """With room all around, a name stands on one line on the right of its point."""
    (label,) = place_labels((Spot(500, 500, 14, ("Lyon Saint-Étienne", "Lyon")),), SIZE, FRAME)
    assert label
    assert (label.lines, label.anchor) == (("Lyon Saint-Étienne",), "start")


def test_a_name_turns_away_from_the_edge() -> None:
    """At the right edge of the map a name stands on the left of its point."""
    (label,) = place_labels((Spot(990, 500, 14, ("Strasbourg",)),), SIZE, FRAME)
    assert label
    assert label.anchor == "end"


def test_where_there_is_no_room_there_is_no_name() -> None:
    """A frame that no name fits into has none."""
    assert place_labels((Spot(20, 20, 14, ("Strasbourg",)),), SIZE, (0, 0, 40, 40)) == (None,)


def test_a_name_keeps_clear_of_what_is_taken() -> None:
    """What is taken on the right sends the name to the left."""
    taken = ((510.0, 0.0, 1000.0, 900.0),)
    (label,) = place_labels((Spot(500, 500, 10, ("Lyon",)),), SIZE, FRAME, taken)
    assert label == Label(("Lyon",), label.dx if label else 0, label.dy if label else 0, "end")


def test_wide_scripts_are_wider() -> None:
    """A Japanese name is taken for as wide as its squares, a narrow letter for less than a broad one."""
    assert text_width("リール", 10) >= 30
    assert text_width("il", 10) < text_width("mw", 10)
    assert text_width("e\u0301", 10) == text_width("e", 10)
