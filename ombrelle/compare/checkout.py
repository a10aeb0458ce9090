"""The files of a site at a revision of git, written into a folder of their own."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from pathlib import Path

from ombrelle.load.discover import CONTENT, QUARTIERS

FOLDERS = (CONTENT, QUARTIERS, "themes")
"""What a site is made from."""


class RevisionError(Exception):
    """What keeps a revision from being had: the key of a sentence of ours, and git’s own words."""

    def __init__(self, key: str, reason: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.reason = reason


def check_out(root: Path, revision: str, folder: Path) -> None:
    """Write the site's folders at `revision` into `folder`; the working tree and the index stay untouched.

    RevisionError when git cannot give them.
    """
    _git(root, "diff-no-repository", "rev-parse", "--git-dir")
    wanted = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    sha = _git(root, "diff-no-revision", "rev-parse", *wanted).decode().strip()
    listed = _git(root, "diff-git-fails", "ls-tree", "-z", "--name-only", sha, "--", *FOLDERS)
    there = listed.decode().split("\0")
    present = [name for name in FOLDERS if name in there]
    if present:
        archive = _git(root, "diff-git-fails", "archive", "--format=tar", sha, "--", *present)
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


def _git(root: Path, failure: str, *arguments: str) -> bytes:
    """What git answers; RevisionError with the key `failure` where it fails."""
    program = shutil.which("git")
    if program is None:
        raise RevisionError("diff-no-git")
    # No shell, and what a person gave stands behind --end-of-options.
    run = subprocess.run([program, *arguments], cwd=root, capture_output=True, check=False)  # noqa: S603
    if run.returncode:
        raise RevisionError(failure, run.stderr.decode("utf-8", "replace").strip())
    return run.stdout
