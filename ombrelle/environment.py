"""The Python that has what the program needs: that of `.venv` takes over from one that has not.

So `python3 build.py …` does what `make` does, with nothing to activate. Nothing here needs a package, or more
than Python 3.8: the Python that a machine comes with may be an old one.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

OLDEST = (3, 11)
PACKAGES = (
    "babel",
    "bidi",
    "brotli",
    "filelock",
    "fontTools",
    "icalendar",
    "jinja2",
    "lightningcss",
    "livereload",
    "markdown",
    "nh3",
    "pagefind_bin_extended",
    "PIL",
    "py3langid",
    "pydantic",
    "resvg_py",
    "uharfbuzz",
    "yaml",
    "watchfiles",
)
"""What the dependencies are called where they are imported."""


def missing_package() -> str:
    """A package that the program needs and that this Python has not; "" when it has all of them."""
    return next((name for name in PACKAGES if find_spec(name) is None), "")


def is_enough() -> bool:
    """Whether this Python can run the program."""
    return sys.version_info >= OLDEST and not missing_package()


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
