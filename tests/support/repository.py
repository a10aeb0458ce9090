"""Repositories of git made for a test: what is committed in them, and what a proposal makes of it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_WHO = ("-c", "user.name=T", "-c", "user.email=t@essai.example", "-c", "commit.gpgsign=false")
_AS_WRITTEN = ("-c", "core.autocrlf=false", "-c", "core.protectNTFS=false", "-c", "core.protectHFS=false")


@dataclass(frozen=True)
class Repository:
    """A working tree with its history."""

    root: Path

    def git(self, *arguments: str, given: bytes = b"") -> str:
        """What git answers, without what the machine is set to."""
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        run = subprocess.run(
            ["git", *_WHO, *_AS_WRITTEN, *arguments],
            cwd=self.root,
            input=given,
            check=True,
            capture_output=True,
            env=environment,
        )
        return run.stdout.decode().strip()

    def commit(self, message: str = "Change") -> str:
        """Commit all that there is; its name."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")

    def write(self, path: str, content: str | bytes, mode: int = 0o644) -> None:
        """Write a file, its folders too."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        file.chmod(mode)

    def commit_of_entries(self, entries: Mapping[str, tuple[str, str]], parent: str) -> str:
        """A commit that adds paths which no disk need be able to hold: path → mode and name of a blob."""
        lines = b"".join(f"{mode} {name}\t{path}\0".encode() for path, (mode, name) in entries.items())
        self.git("read-tree", parent)
        self.git("update-index", "--add", "-z", "--index-info", given=lines)
        tree = self.git("write-tree")
        self.git("read-tree", "HEAD")
        return self.git("commit-tree", tree, "-p", parent, "-m", "Entries")

    def blob(self, content: str) -> str:
        """The name of a blob with this content."""
        return self.git("hash-object", "-w", "--stdin", given=content.encode())


def repository(root: Path, files: Mapping[str, str | bytes]) -> Repository:
    """A repository whose first commit, on the branch `main`, has these files."""
    root.mkdir(parents=True, exist_ok=True)
    made = Repository(root)
    made.git("init", "--quiet", "--initial-branch=main")
    for path, content in files.items():
        made.write(path, content)
    made.commit("Base")
    return made
