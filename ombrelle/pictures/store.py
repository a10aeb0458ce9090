"""What was made is kept in `.cache/pictures` under its name, and believed only where it is whole.

The folder may be deleted at any time. A file holds the SHA-256 of what follows it, so that one that was cut
or changed is made anew; it is written beside and put in its place, so that nobody reads half of it.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ombrelle.pictures.ladder import Step
from ombrelle.whole import write_whole

FOLDER = ".cache/pictures"
_LENGTH = hashlib.sha256().digest_size


@dataclass(frozen=True, slots=True)
class Store:
    """The cache in the folder of a site. A disk that refuses makes it forget, and nothing else."""

    root: Path

    def read(self, step: Step) -> bytes | None:
        """What was kept of a step; None where it must be made."""
        try:
            content = self._path(step).read_bytes()
        except OSError:
            return None
        digest, made = content[:_LENGTH], content[_LENGTH:]
        return made if made and hashlib.sha256(made).digest() == digest else None

    def keep(self, made: Mapping[Step, bytes]) -> None:
        """Keep what was made."""
        with contextlib.suppress(OSError):
            for step, content in made.items():
                write_whole(self._path(step), hashlib.sha256(content).digest() + content)

    def prune(self, used: set[Step]) -> None:
        """Forget all but what is used: what was made of pictures that have changed or gone."""
        names = {self._path(step).name for step in used}
        with contextlib.suppress(OSError):
            for path in sorted((self.root / FOLDER).iterdir()):
                if path.name not in names:
                    path.unlink()

    def _path(self, step: Step) -> Path:
        return self.root / FOLDER / f"{step.digest}-{step.width}.{step.format}"
