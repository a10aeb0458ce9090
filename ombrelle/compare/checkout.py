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
    """There is no git, no repository or no such revision; its text is git's own."""


def check_out(root: Path, revision: str, folder: Path) -> None:
    """Write the site's folders at `revision` into `folder`; the working tree and the index stay untouched.

    RevisionError when git cannot give them.
    """
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    sha = commit.decode().strip()
    there = _git(root, "ls-tree", "-z", "--name-only", sha, "--", *FOLDERS).decode().split("\0")
    present = [name for name in FOLDERS if name in there]
    if present:
        archive = _git(root, "archive", "--format=tar", sha, "--", *present)
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter=_plain)  # noqa: S202 (the filter bounds it)


def _plain(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    """Files and folders only: a link could lead out of the folder."""
    return tarfile.data_filter(member, folder) if member.isfile() or member.isdir() else None


def _git(root: Path, *arguments: str) -> bytes:
    program = shutil.which("git")
    if program is None:
        raise RevisionError("git")
    # No shell, and what a person gave stands behind --end-of-options.
    run = subprocess.run([program, *arguments], cwd=root, capture_output=True, check=False)  # noqa: S603
    if run.returncode:
        raise RevisionError(run.stderr.decode("utf-8", "replace").strip() or arguments[-1])
    return run.stdout
