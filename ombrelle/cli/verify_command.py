"""`verify`: whether a folder, or what a server answers, is what was built."""

from __future__ import annotations

import argparse
import hashlib
import sys
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import quote

from ombrelle.cli.words import Words
from ombrelle.publish.kept import differences
from ombrelle.publish.manifest import MANIFEST, read_manifest

_SHOWN = 20  # differences

_CONFIGURES = frozenset({"_headers", "_redirects"})
"""What tells a host how to answer, and is no answer."""


def run(given: argparse.Namespace, said: Words) -> int:
    """Compare with the manifest of the last build, or with one that is given. 1 when something differs."""
    path: Path = given.manifest or given.root / MANIFEST
    try:
        manifest = read_manifest(path)
    except (OSError, ValueError):
        print(said.say("no-manifest", file=path), file=sys.stderr)
        return 2
    if given.url:
        manifest = {name: digest for name, digest in manifest.items() if name not in _CONFIGURES}
        found = _answered(given.url, manifest)
    else:
        found = _in_folder(given.out or given.root / "public")
    return _told(differences(manifest, found), len(manifest), said)


def _told(differing: Iterable[tuple[str, str]], count: int, said: Words) -> int:
    different = list(differing)
    for path, how in different[:_SHOWN]:
        print(said.say(f"verify-{how}", path=path))
    if len(different) > _SHOWN:
        print(said.say("verify-more", n=len(different) - _SHOWN))
    kinds = Counter(how for _, how in different)
    if not different:
        print(said.say("verified", n=count))
        return 0
    counts = {how: kinds.get(how, 0) for how in ("missing", "different", "surplus")}
    print(said.say("verify-failed", **counts), file=sys.stderr)
    return 1


def _in_folder(folder: Path) -> Mapping[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): _digest(path.read_bytes()) for path in files}


def _answered(address: str, names: Iterable[str]) -> Mapping[str, str]:
    """The digests of what a server answers for each file; none where it has no such file."""
    found = {}
    for name in names:
        content = _fetched(f"{address.rstrip('/')}/{quote(name.removesuffix('index.html'))}")
        if content is not None:
            found[name] = _digest(content)
    return found


def _fetched(address: str) -> bytes | None:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 its scheme is checked before
            content: bytes = answer.read()
            return content
    except urllib.error.HTTPError as error:
        # The page for what is not found is asked for under its own name, which some servers answer with 404.
        return error.read() if address.endswith("404.html") else None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
