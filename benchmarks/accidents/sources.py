"""Files of the content and of the theme that go away, change or may not be read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from PIL import Image

from benchmarks.accidents import machine
from benchmarks.accidents.disks import rights
from benchmarks.accidents.process import Hook
from benchmarks.accidents.scene import Accident, Scene
from benchmarks.folders import contents


def vanish(scene: Scene) -> Accident:
    """A file is removed or changed just before it is opened, the first time or a later one."""
    clean = scene.edit()
    path = _any_file(scene)
    content = path.read_bytes()
    time_ = scene.random.choice((0, 0, 1, 2))
    name, spoil = scene.random.choice(
        ((f"{path.name} is gone", Path.unlink), (f"{path.name} changes", _change))
    )
    ended = scene.build(hook=_before_opening(path, time_, lambda: spoil(path))).end()
    other = scene.clean()
    path.write_bytes(content)
    return scene.judge(f"{name} at opening {time_ + 1}", ended, clean, other or clean)


def forbidden(scene: Scene) -> Accident:
    """A file or a folder may not be read: that is told with its place."""
    clean = scene.edit()
    path = _any_file(scene)
    top = scene.root if scene.root in path.parents else scene.theme
    path = scene.random.choice((path, path, next(each for each in path.parents if each != top)))
    with rights(path, 0):
        ended = scene.build(hook=machine.be_anybody).end()
    accident = scene.judge(f"{path.relative_to(scene.folder)} may not be read", ended, clean)
    # One that no build reads is missed by none.
    if ended.code and not accident.fault and path.name not in ended.said:
        return Accident(accident.what, accident.is_new, f"its place is not told: {ended.said[-600:]}")
    return accident


def _any_file(scene: Scene) -> Path:
    """One of the content or of the theme, as often the one as the other."""
    folder = scene.random.choice((scene.root, scene.theme))
    return scene.random.choice(sorted(contents(folder)))


def _before_opening(path: Path, time_: int, do: Callable[[], object]) -> Hook:
    """Do something when a file is about to be opened for the n-th time, counted from 0."""
    opened, wanted = count(), str(path)

    def hear(event: str, values: tuple[Any, ...]) -> None:
        if event == "open" and str(values[0]) == wanted and next(opened) == time_:
            do()

    return lambda: sys.addaudithook(hear)


def _change(path: Path) -> None:
    """Another picture, another text: as sound as it was, wherever that can be."""
    if path.suffix in {".png", ".jpg"}:
        with Image.open(path) as picture:
            size = picture.size
        Image.new("RGB", size, (9, 9, 9)).save(path)
    else:
        with path.open("ab") as file:
            file.write(b"\n")
