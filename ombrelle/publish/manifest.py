"""What was published, as a file: the SHA-256 of each output by its path."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ombrelle.paths import stays_below
from ombrelle.whole import write_whole

MANIFEST = ".cache/manifest.json"
"""That of the last build, below the root."""


def write_manifest(manifest: Mapping[str, str], path: Path) -> None:
    """Write a manifest as sorted JSON. OSError when the disk refuses."""
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write_whole(path, text.encode())


def record_manifest(manifest: Mapping[str, str], path: Path) -> None:
    """The same of what is published now: where the disk refuses there is none, rather than an older one."""
    try:
        write_manifest(manifest, path)
    except OSError:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def read_manifest(path: Path) -> Mapping[str, str]:
    """Read a manifest; OSError where there is none, ValueError for another file.

    Its paths stay below the folder that they are of.
    """
    found = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(found, dict) or not all(isinstance(each, str) for each in found.values()):
        raise ValueError(f"{path} is no manifest")
    for name in found:
        if not stays_below(name):
            raise ValueError(f"{path} names {name!r}")
    return found
