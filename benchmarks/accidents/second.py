"""Two builds at once."""

from __future__ import annotations

import os

from benchmarks.accidents.process import Touches
from benchmarks.accidents.scene import Accident, Scene, manifest


def second(scene: Scene) -> Accident:
    """Another build begins at a touch of the first: into its folder or another, with or without a cache."""
    clean = scene.edit()
    moment = scene.random.randrange(scene.touches)
    options = scene.random.choice(((), ("--no-cache",), ("--keep", "2")))
    apart = scene.folder / "apart/public" if scene.random.random() < 0.2 else None
    reached, reach = os.pipe()
    first = scene.build(*options, hook=Touches().hook(moment, lambda: _tell(reach)))
    os.close(reach)
    # Nothing more comes of a build that has told, or ended.
    os.read(reached, 1)
    os.close(reached)
    later = scene.build(*scene.random.choice(((), ("--no-cache",))), out=apart)
    ended, also = first.end(), later.end()
    what = f"at touch {moment} of {scene.touches}, {' '.join(options) or 'plain'}"
    accident = scene.judge(what, ended, clean)
    if apart is not None and manifest(apart) != clean:
        return Accident(what, accident.is_new, f"the other folder is not right: {also.said[-600:]}")
    if ended.code or also.code or not accident.is_new:
        return Accident(
            what, accident.is_new, accident.fault or f"one failed: {ended.said}{also.said}"[-900:]
        )
    return accident


def _tell(reach: int) -> None:
    os.write(reach, b"x")
