"""Whether anything changed since the last build: files by size, times and number, hardly any read.

A stamp says that a site was built from files as they were and is published as it was. A file whose last
change the clock of the disk could not tell from the moment of the build is compared by its content.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import sysconfig
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ombrelle.whole import write_whole

_PACKAGE = Path(__file__).parent
_PASSED_OVER = frozenset({"__pycache__", "node_modules"})

_FINE, _COARSE = 50_000_000, 2_000_000_000
"""Nanoseconds in which two changes may have one time: on most disks, and on those that count in seconds."""

_SECOND = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Stamp:
    """A build that went through: digests of what it read and wrote, and what it said.

    `since` is when it began, in nanoseconds. `said` can be written as JSON.
    """

    asked: str
    inputs: str
    outputs: str
    since: int
    said: Mapping[str, Any]


def inputs_of(root: Path, out: Path, theme: Path, since: int) -> str:
    """The digest of all that a build reads; "" where a folder is a link, which hides changes."""
    own = {out.resolve(), out.resolve().with_name(f".{out.name}-spare")}
    digest = hashlib.blake2b(digest_size=16)
    packages = Path(sysconfig.get_path("purelib"))
    digest.update(f"{sys.version} {packages} {packages.stat().st_mtime_ns}\n".encode())
    for folder in dict.fromkeys(path.resolve() for path in (root, theme, _PACKAGE)):
        for path, found in _files(folder, own, hidden=folder != root.resolve()):
            if found is None:
                return ""
            digest.update(_line(path, found, since))
    return digest.hexdigest()


def outputs_of(out: Path) -> str:
    """The digest of what is published; "" where nothing is."""
    digest = hashlib.blake2b(digest_size=16)
    files = list(_files(out.resolve(), (), hidden=True))
    for path, found in files:
        digest.update(_line(path, found, None) if found else path.encode())
    return digest.hexdigest() if files else ""


def read_stamp(path: Path, secret: str) -> Stamp | None:
    """The stamp that was written with the same secret; None where there is none, or another."""
    try:
        seal, _, text = path.read_bytes().partition(b"\n")
        return Stamp(**json.loads(text)) if seal == _seal(text, secret) else None
    except (OSError, TypeError, ValueError):
        return None


def write_stamp(path: Path, stamp: Stamp, secret: str) -> None:
    """Write a stamp whole; a disk that refuses is done without."""
    text = json.dumps(asdict(stamp), ensure_ascii=False).encode("utf-8", "surrogatepass")
    with suppress(OSError):
        write_whole(path, _seal(text, secret) + b"\n" + text)


def _seal(text: bytes, secret: str) -> bytes:
    key = hashlib.sha256(secret.encode()).digest()
    return hashlib.blake2b(text, key=key, digest_size=16).hexdigest().encode()


def _files(
    folder: Path, left_out: Collection[Path], *, hidden: bool
) -> Iterator[tuple[str, os.stat_result | None]]:
    """Every file below a folder, by name, and what the disk knows of it; None for a folder that is a link."""
    try:
        found = sorted(os.scandir(folder), key=lambda each: each.name)
    except OSError:
        return
    for each in found:
        if each.name in _PASSED_OVER or (not hidden and each.name.startswith(".")):
            continue
        if not each.is_dir():
            yield each.path, _stat(each)
        elif each.is_symlink():
            yield each.path, None
        elif Path(each.path) not in left_out:
            yield from _files(Path(each.path), left_out, hidden=True)


def _stat(each: os.DirEntry[str]) -> os.stat_result:
    """What a file is; of a link that leads nowhere, what the link is."""
    try:
        return each.stat()
    except OSError:
        return each.stat(follow_symlinks=False)


def _line(path: str, found: os.stat_result, since: int | None) -> bytes:
    kind = stat.S_IFMT(found.st_mode)
    times = f"{found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino} {found.st_size} {kind}"
    content = _content(path) if since is not None and _is_late(found, since) else ""
    return f"{path}\0{times} {content}\n".encode("utf-8", "surrogateescape")


def _is_late(found: os.stat_result, since: int) -> bool:
    """Whether a file may have changed once more without a new time.

    The date of its content can be set to any, also by a clock that is wrong; that of its last change, which
    the disk alone writes, follows the clock.
    """
    times = found.st_mtime_ns, found.st_ctime_ns
    return any(each > since - (_FINE if each % _SECOND else _COARSE) for each in times)


def _content(path: str) -> str:
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError as error:
        return type(error).__name__
