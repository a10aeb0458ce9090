"""What was published, as a file: the SHA-256 of each output by its path."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path


def write_manifest(manifest: Mapping[str, str], path: Path) -> None:
    """Write a manifest as sorted JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8"
    )
