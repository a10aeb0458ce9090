"""The Python that has the packages: where the one that was called has none, that of `.venv` takes over.

So `python3 build.py …` does what `make` does, with nothing to activate. Nothing here imports a package.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("babel", "jinja2", "livereload", "markdown", "nh3", "pydantic", "yaml", "watchfiles")
"""What the dependencies are called where they are imported."""


def missing_package() -> str:
    """A package that the program needs and that this Python has not; "" when it has all of them."""
    return next((name for name in PACKAGES if find_spec(name) is None), "")


def hand_over(home: Path, command: Sequence[str]) -> int | None:
    """Run a command with the Python of the project at `home`: its exit code.

    None where the project has no Python of its own, or it is this one. On POSIX it takes the place of this
    process, so that signals reach it alone.
    """
    own = home / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not own.is_file() or Path(sys.prefix).resolve() == own.parents[1].resolve():
        return None
    if os.name == "posix":
        os.execv(own, [str(own), *command])  # noqa: S606 no shell: the words are handed on as they are
    return subprocess.run([str(own), *command], check=False).returncode  # noqa: S603 the project's own
