"""The files of a site at a revision of git, written into a folder of their own."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

from ombrelle.compare.git import commit_of, git
from ombrelle.load.discover import CONTENT, QUARTIERS

FOLDERS = (CONTENT, QUARTIERS, "themes")
"""What a site is made from."""


def check_out(root: Path, revision: str, folder: Path) -> None:
    """Write the site's folders at `revision` into `folder`; the working tree and the index stay untouched.

    RevisionError when git cannot give them.
    """
    sha = commit_of(root, revision)
    listed = git(root, "diff-git-fails", "ls-tree", "-z", "--name-only", sha, "--", *FOLDERS)
    there = listed.decode().split("\0")
    present = [name for name in FOLDERS if name in there]
    if present:
        archive = git(root, "diff-git-fails", "archive", "--format=tar", sha, "--", *present)
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            _extract(tar, folder.resolve())


def _extract(tar: tarfile.TarFile, folder: Path) -> None:
    """Write plain files only: a link, or a name that climbs, could lead out of the folder.

    The filters of `tarfile` do the same, and Python has them only since 3.11.4.
    """
    for member in tar:
        path = (folder / member.name).resolve()
        content = tar.extractfile(member) if member.isfile() and path.is_relative_to(folder) else None
        if content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.read())
