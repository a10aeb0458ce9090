"""What git answers, and why it does not."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


class RevisionError(Exception):
    """What keeps a revision from being had: the key of a sentence of ours, and git’s own words."""

    def __init__(self, key: str, reason: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.reason = reason


def git(root: Path, failure: str, *arguments: str, places: Mapping[str, str] | None = None) -> bytes:
    """What git answers; RevisionError with the key `failure` where it fails.

    `places` are variables of its environment.
    """
    program = shutil.which("git")
    if program is None:
        raise RevisionError("diff-no-git")
    # No shell, and what a person gave stands behind --end-of-options.
    run = subprocess.run(  # noqa: S603
        [program, *arguments],
        cwd=root,
        capture_output=True,
        check=False,
        env={**os.environ, **(places or {})},
    )
    if run.returncode:
        raise RevisionError(failure, run.stderr.decode("utf-8", "replace").strip())
    return run.stdout


@contextmanager
def blobs(root: Path, places: Mapping[str, str]) -> Iterator[Callable[[str], bytes]]:
    """What gives the content of a blob by its name, from one process however many are asked for."""
    program = shutil.which("git") or "git"
    with subprocess.Popen(  # noqa: S603 the names are git’s own
        [program, "cat-file", "--batch"],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, **places},
    ) as run:
        asked, answered = run.stdin, run.stdout
        assert asked is not None
        assert answered is not None

        def read(name: str) -> bytes:
            asked.write(f"{name}\n".encode())
            asked.flush()
            size = int(answered.readline().split()[2])
            return answered.read(size + 1)[:-1]

        yield read
        asked.close()


def commit_of(root: Path, revision: str) -> str:
    """The name of the commit that a person calls `revision`."""
    git(root, "diff-no-repository", "rev-parse", "--git-dir")
    wanted = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return git(root, "diff-no-revision", "rev-parse", *wanted).decode().strip()
