"""Drawings as PNG, kept between builds in `.cache` by their content: each takes as long as ten pages."""

from __future__ import annotations

import hashlib
import multiprocessing
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from ombrelle.options import default_jobs
from ombrelle.views.edition import Edition

_CACHE = ".cache/png"
_WORTH_SHARING = 40
"""Fewer drawings than this are drawn faster than processes are started."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG document, and how wide in pixels it is as PNG."""

    svg: str
    width: int


def pngs_of(edition: Edition, drawings: Iterable[Drawing]) -> Mapping[Drawing, bytes]:
    """Each drawing as PNG, each once. Only a site that has its theme within it has a cache."""
    has_cache = edition.theme.folders[0].resolve().is_relative_to(edition.root.resolve())
    cache = edition.root / _CACHE if has_cache else None
    wanted = tuple(dict.fromkeys(drawings))
    found = {drawing: content for drawing in wanted if (content := _kept(cache, drawing))}
    missing = [drawing for drawing in wanted if drawing not in found]
    for drawing, content in zip(missing, _drawn(missing), strict=True):
        found[drawing] = content
        if cache:
            _keep(cache / _name(drawing), content)
    return found


def _name(drawing: Drawing) -> str:
    made_from = f"{version('resvg-py')}\0{drawing.width}\0{drawing.svg}"
    return f"{hashlib.sha256(made_from.encode()).hexdigest()[:32]}.png"


def _kept(cache: Path | None, drawing: Drawing) -> bytes | None:
    try:
        return (cache / _name(drawing)).read_bytes() if cache else None
    except OSError:
        return None


def _keep(file: Path, content: bytes) -> None:
    """Write a file whole or not at all; a folder that cannot be written costs time, nothing else."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as fresh:
            fresh.write(content)
        Path(fresh.name).replace(file)
    except OSError:
        return


def _drawn(drawings: list[Drawing]) -> Iterator[bytes]:
    """The same bytes whatever the number of processes."""
    if len(drawings) < _WORTH_SHARING or default_jobs() == 1:
        yield from map(_draw, drawings)
        return
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(default_jobs(), context) as workers:
        yield from workers.map(_draw, drawings, chunksize=8)


def _draw(drawing: Drawing) -> bytes:
    # What draws is loaded where something is to be drawn.
    from ombrelle.drawing.raster import png

    return png(drawing.svg, drawing.width)
