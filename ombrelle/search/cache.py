"""The index of the last builds, kept by the digest of what it was made from. The folder may be deleted."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from ombrelle.whole import write_whole

_KEPT = 4
"""Indexes that are kept: with and without a branch, in two addresses."""


def recalled(folder: Path, digest: str, make: Callable[[], Mapping[str, str]]) -> Mapping[str, str]:
    """The files that were made for `digest`, else what `make` gives now, which is kept.

    What a disk has damaged is made anew. A folder that cannot be written is done without.
    """
    path = folder / f"{digest}.json"
    files = _read(path)
    if files is None:
        files = make()
        try:
            _keep(path, files)
        except OSError:
            return files
    return files


def _read(path: Path) -> Mapping[str, str] | None:
    """The files of a cache whose first line is the digest of the rest; None where it is not."""
    try:
        seal, _, text = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if seal.decode("ascii", "replace") != hashlib.sha256(text).hexdigest():
        return None
    files: Mapping[str, str] = json.loads(text)
    return files


def _keep(path: Path, files: Mapping[str, str]) -> None:
    text = json.dumps(files, ensure_ascii=False, sort_keys=True).encode()
    write_whole(path, hashlib.sha256(text).hexdigest().encode() + b"\n" + text)
    known = sorted(path.parent.glob("*.json"), key=lambda it: it.stat().st_mtime, reverse=True)
    for old in known[_KEPT:]:
        old.unlink(missing_ok=True)
