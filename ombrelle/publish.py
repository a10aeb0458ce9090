"""The last step: outputs become a folder, swapped in whole when everything is written."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from ombrelle.outputs.output import Output


def publish(outputs: Iterable[Output], out: Path) -> None:
    """Write the outputs beside `out`, then put them in its place; the folder of before is removed last.

    OSError when the disk refuses: `out` is then as it was.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        _write(outputs, fresh)
        fresh.chmod(0o755)
        _swap(fresh, out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def manifest_of(outputs: Iterable[Output]) -> Mapping[str, str]:
    """The SHA-256 of each output by its path, sorted."""
    return {output.path: hashlib.sha256(output.content).hexdigest() for output in sorted(outputs, key=_path)}


def write_manifest(manifest: Mapping[str, str], path: Path) -> None:
    """Write a manifest as sorted JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8"
    )


def _path(output: Output) -> str:
    return output.path


def _write(outputs: Iterable[Output], folder: Path) -> None:
    made: set[Path] = set()
    for output in outputs:
        path = folder / output.path
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(output.content)


def _swap(fresh: Path, out: Path) -> None:
    if not out.exists():
        fresh.rename(out)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{out.name}-old-", dir=out.parent))
    out.rename(old / out.name)
    try:
        fresh.rename(out)
    except OSError:
        (old / out.name).rename(out)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
