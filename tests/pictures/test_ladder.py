"""The sizes of a picture and where they stand."""

from __future__ import annotations

import pytest

from ombrelle.pictures.form import Form
from ombrelle.pictures.ladder import Step, address, ladder, named_in, step_at, widths
from ombrelle.pictures.original import Original


def original(width: int, height: int = 800, **form: bool) -> Original:
    return Original(Form("jpeg", width, height, **form), "hall", "0123456789ab")


@pytest.mark.parametrize(
    ("own", "offered"),
    [
        (1, (1,)),
        (96, (96,)),
        (160, (160,)),
        (320, (160, 320)),
        (380, (160, 320)),
        (500, (160, 320, 500)),
        (2400, (160, 320, 640, 960, 1280, 1920)),
        (1900, (160, 320, 640, 960, 1280, 1900)),
        (50_000, (160, 320, 640, 960, 1280, 1920)),
    ],
)
def test_no_width_is_above_the_picture(own: int, offered: tuple[int, ...]) -> None:
    """Nothing is blown up; its own width is offered where it is worth a file."""
    assert widths(original(own)) == offered


def test_a_ladder_says_all_sizes_under_the_prefix_of_the_site() -> None:
    """The better formats first, the widest plain one as the address of all others."""
    steps = ladder(original(700, 350), "/vitrine")
    assert steps.url == "/vitrine/pictures/hall-0123456789ab-640.jpg"
    assert (steps.width, steps.height) == (640, 320)
    assert [type_ for type_, _ in steps.sources] == ["image/avif", "image/webp"]
    assert steps.sources[0][1].split(", ")[0] == "/vitrine/pictures/hall-0123456789ab-160.avif 160w"
    assert steps.srcset == ""


def test_plain_files_are_few() -> None:
    """Nearly every browser takes a better format: two widths do for the others, or the only one."""
    sizes = ladder(original(2400)).srcset.split(", ")
    assert [size.rpartition(" ")[2] for size in sizes] == ["640w", "1280w"]
    assert ladder(original(180)).url.endswith("-160.jpg")


def test_what_shows_through_falls_back_to_png() -> None:
    """JPEG has no transparency."""
    assert ladder(original(700, has_alpha=True)).url.endswith(".png")


def test_an_address_tells_what_stands_there() -> None:
    """The way back: from an address to the step, with its slash or without, and from nothing else."""
    path = address(original(700), 320, "avif")
    assert step_at(path) == step_at(path.lstrip("/")) == Step("0123456789ab", 320, "avif")
    for other in ("/pictures/hall-0123456789ab-320.exe", "/pictures/../a-0123456789ab-320.avif", "/a/", ""):
        assert step_at(other) is None


def test_addresses_are_found_in_files() -> None:
    """In attributes and in lists of sizes, under any prefix."""
    html = (
        b'<img src="/v/pictures/a-0123456789ab-320.jpg" srcset="/v/pictures/a-0123456789ab-160.jpg 160w, x">'
    )
    assert named_in([html]) == {"/pictures/a-0123456789ab-320.jpg", "/pictures/a-0123456789ab-160.jpg"}
