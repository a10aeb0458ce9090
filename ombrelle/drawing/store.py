"""Pictures kept between builds, by all that they are made from. The folder may be deleted at any time."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ombrelle.processes import mapped
from ombrelle.theme import mark
from ombrelle.theme.fonts import FontFile
from ombrelle.whole import write_whole

_LIBRARIES = ("fonttools", "pillow", "python-bidi", "resvg-py", "uharfbuzz")
_DIGEST = 32  # bytes of the checksum before each picture
_CHUNK = 16
_WORTH_SHARING = 24
"""Fewer pictures than this are drawn faster than processes are started."""


@dataclass(frozen=True, slots=True)
class Store:
    """Where pictures are kept, and how many processes draw those that are not there."""

    folder: Path
    jobs: int = 1

    def within(self, name: str) -> Store:
        """A store of its own for one kind of picture."""
        return replace(self, folder=self.folder / name)

    def pictures(self, keys: Sequence[str], draw: Callable[[int], bytes]) -> list[bytes]:
        """The picture of each key: what is kept, else what `draw` gives for its place in the list.

        `draw` may be called in another process, where everything is as it is here now.
        """
        found = {key: self._kept(key) for key in dict.fromkeys(keys)}
        places = {key: index for index, key in reversed(list(enumerate(keys)))}
        wanted = sorted(index for key, index in places.items() if found[key] is None)
        for index, picture in zip(wanted, _drawn(wanted, draw, self.jobs), strict=True):
            found[keys[index]] = picture
            self._keep(keys[index], picture)
        self._sweep(found)
        return [found[key] or b"" for key in keys]

    def _sweep(self, used: Iterable[str]) -> None:
        """Delete what was not used, once there is more of it than of what was."""
        names = {self._path(key).name for key in used}
        with suppress(OSError):
            old = [path for path in self.folder.iterdir() if path.name not in names]
            for path in old if len(old) > len(names) else ():
                path.unlink()

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.png"

    def _kept(self, key: str) -> bytes | None:
        """The picture, if it is there and is what was written."""
        try:
            content = self._path(key).read_bytes()
        except OSError:
            return None
        checksum, picture = content[:_DIGEST], content[_DIGEST:]
        return picture if picture and checksum == _checksum(key, picture) else None

    def _keep(self, key: str, picture: bytes) -> None:
        """Write the picture in whole; a folder that cannot be written to costs time, never the build."""
        with suppress(OSError):
            write_whole(self._path(key), _checksum(key, picture) + picture)


def key_of(*parts: object) -> str:
    """The name under which a picture is kept that is made from these values, by our code and libraries."""
    return hashlib.sha256(repr((_program(), *parts)).encode()).hexdigest()[:32]


@cache
def digest_of(fonts: tuple[FontFile, ...]) -> str:
    """What the fonts are: their bytes, and how they stand beside each other."""
    settings = [(font.languages, font.scale, font.middle, font.tracking) for font in fonts]
    content = b"".join(hashlib.sha256(font.path.read_bytes()).digest() for font in fonts)
    return hashlib.sha256(content + repr(settings).encode()).hexdigest()


@cache
def _program() -> str:
    """The code that draws and the versions of its libraries."""
    files = [*sorted(Path(__file__).parent.glob("*.py")), Path(mark.__file__)]
    content = b"".join(hashlib.sha256(path.read_bytes()).digest() for path in files)
    return hashlib.sha256(content + repr([version(name) for name in _LIBRARIES]).encode()).hexdigest()


def _checksum(key: str, picture: bytes) -> bytes:
    return hashlib.sha256(key.encode() + picture).digest()


def _drawn(wanted: Sequence[int], draw: Callable[[int], bytes], jobs: int) -> Iterator[bytes]:
    """The pictures of some places, in their order, whatever the number of processes.

    What draws cannot be pickled: where the platform does not fork, one process draws them all.
    """
    shared = jobs if sys.platform == "linux" else 1
    return mapped(lambda place: draw(wanted[place]), len(wanted), shared, worth=_WORTH_SHARING, chunk=_CHUNK)
