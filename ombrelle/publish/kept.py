"""Earlier builds, kept whole beside the cache, so that one of them can be published again.

    .cache/kept/<number>/site/           the files, links to those that were published
    .cache/kept/<number>/manifest.json   their digests: what does not have them is not published

The number of a build is one more than that of the last.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ombrelle.publish.manifest import read_manifest, write_manifest
from ombrelle.publish.staging import staged, swap

FOLDER = ".cache/kept"
"""Where builds are kept, below the root."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A build that is kept: its number, its folder, the time at which it was kept (seconds since 1970)."""

    number: int
    folder: Path
    since: float


def kept_builds(folder: Path) -> list[Kept]:
    """The builds that are kept in a folder, the last one first."""
    found = [path for path in folder.glob("*") if path.name.isdigit() and (path / "manifest.json").is_file()]
    builds = [Kept(int(path.name), path, (path / "manifest.json").stat().st_mtime) for path in found]
    return sorted(builds, key=lambda each: -each.number)


def keep_build(out: Path, manifest: Mapping[str, str], folder: Path, most: int) -> None:
    """Keep what is published, and the `most` last builds in all. OSError when the disk refuses."""
    before = kept_builds(folder)
    fresh = folder / str(before[0].number + 1 if before else 1)
    shutil.rmtree(fresh, ignore_errors=True)
    for path in manifest:
        target = fresh / "site" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        _link_or_copy(out / path, target)
    write_manifest(manifest, fresh / "manifest.json")
    _forget(folder, {each.folder for each in kept_builds(folder)[:most]})


def publish_again(build: Kept, out: Path) -> list[str]:
    """Publish a kept build in the place of what is there; the paths of its files that are damaged.

    Nothing is published where there are any. OSError when the disk refuses.
    """
    manifest = read_manifest(build.folder / "manifest.json")
    damaged = []
    with staged(out, keeps=False) as stage:
        for path, digest in manifest.items():
            content = _read(build.folder / "site" / path)
            if content is None or hashlib.sha256(content).hexdigest() != digest:
                damaged.append(path)
            else:
                stage.put(path, content)
        if not damaged:
            stage.tidy(manifest.keys())
            swap(stage)
    return damaged


def differences(manifest: Mapping[str, str], found: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What is not as a manifest says: each path with `missing`, `different` or `surplus`."""
    for path in sorted(manifest.keys() | found.keys()):
        if path not in found:
            yield path, "missing"
        elif path not in manifest:
            yield path, "surplus"
        elif manifest[path] != found[path]:
            yield path, "different"


def _forget(folder: Path, kept: Collection[Path]) -> None:
    """Remove all builds but these, those too that were being kept or removed when something befell us."""
    for each in folder.iterdir():
        if each.name.isdigit() and each not in kept:
            # From then on it is none, however far its removal goes.
            (each / "manifest.json").unlink(missing_ok=True)
            shutil.rmtree(each, ignore_errors=True)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _link_or_copy(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
