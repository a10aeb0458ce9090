"""The real site, built once per test run whatever the number of workers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

from tests.support.tools import ROOT

__all__ = ["BASE_URL", "DATE", "build", "built_once"]

BASE_URL = "https://www.ombrelle.example"
DATE = "2026-11-01"


def build(out: Path, *options: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run `build.py build` on `root` into `out`, for `DATE`; the result is not checked."""
    command = [sys.executable, "build.py", "build", "--root", str(root), "--out", str(out), "--date", DATE]
    # The words of the tool must not depend on who runs the tests.
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "PYTHONUTF8": "1"}
    return subprocess.run(
        [*command, *options], capture_output=True, text=True, check=False, cwd=ROOT, env=environment
    )


def built_once(shared: Path) -> Path:
    """The real site below `shared`, a folder common to all workers: the first to come builds it.

    Raises RuntimeError with the tool's words where the build fails, for every worker alike.
    """
    out, done, failed = shared / "site", shared / "site.json", shared / "site.failed"
    with FileLock(shared / "site.lock"):
        if not done.exists() and not failed.exists():
            run = build(out, "--base-url", BASE_URL, "--manifest", str(done))
            if run.returncode:
                failed.write_text(f"exit {run.returncode}\n{run.stdout}\n{run.stderr}", encoding="utf-8")
    if failed.exists():
        raise RuntimeError(f"the real site does not build: {failed.read_text(encoding='utf-8')}")
    return out
