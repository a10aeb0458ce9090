"""What was published, as a file: the SHA-256 of each output by its path."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

MANIFEST = ".cache/manifest.json"
"""That of the last build, below the root."""


def write_manifest(manifest: Mapping[str, str], path: Path) -> None:
    """Write a manifest as sorted JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8"
    )


def read_manifest(path: Path) -> Mapping[str, str]:
    """Read a manifest; OSError where there is none, ValueError for another file.

    Its paths stay below the folder that they are of.
    """
    found = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(found, dict) or not all(isinstance(each, str) for each in found.values()):
        raise ValueError(f"{path} is no manifest")
    for name in found:
        if name.startswith("/") or ".." in name.split("/") or "\\" in name or ":" in name.split("/")[0]:
            raise ValueError(f"{path} names {name!r}")
    return found
