"""What programs of others say of the site's structured data, of its policy and of its styles."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.support.html import read
from tests.support.tools import ROOT

__all__ = ["policy_findings", "structured_data", "structured_faults", "style_faults"]

_SUPPORT = Path(__file__).parent
_STYLELINT = ROOT / "node_modules/stylelint/bin/stylelint.mjs"


def structured_data(page: Path) -> list[Any]:
    """The JSON-LD of a page, a value for each script."""
    scripts = read(page).all("script", type="application/ld+json")
    return [json.loads(script.text) for script in scripts]


def structured_faults(pages: Mapping[str, Sequence[Any]]) -> list[str]:
    """What the validator says of the JSON-LD of pages, as `page: severity: message`, each once."""
    asked = [{"page": page, "nodes": nodes} for page, nodes in pages.items()]
    found = _node("structured.mjs", given=json.dumps(asked))
    return list(dict.fromkeys(f"{each['page']}: {each['severity']}: {each['message']}" for each in found))


def policy_findings(policy: str) -> list[tuple[str, str]]:
    """What the evaluator finds in a policy: severity (`HIGH`, `MEDIUM`, `INFO`…) and what it says."""
    return [(each["severity"], f"{each['directive']}: {each['text']}") for each in _node("csp.mjs", policy)]


def style_faults(files: Sequence[Path], text: str = "") -> list[str]:
    """What stylelint finds by the repository's own rules, as `file:line: text (rule)`.

    With a `text`, that is read as what the one file holds, which need not exist.
    """
    named = ["--stdin", "--stdin-filename", str(files[0])] if text else [*map(str, files)]
    command = ["node", str(_STYLELINT), "--formatter", "json", *named]
    run = subprocess.run(command, input=text, capture_output=True, text=True, check=False, cwd=ROOT)
    if not run.stderr.startswith("["):
        raise RuntimeError(f"stylelint did not run: {run.stderr}{run.stdout}")
    return [
        f"{Path(report['source']).relative_to(ROOT)}:{fault['line']}: {fault['text']}"
        for report in json.loads(run.stderr)
        for fault in (*report["warnings"], *report["invalidOptionWarnings"])
    ]


def _node(script: str, *arguments: str, given: str = "") -> Any:
    command = ["node", str(_SUPPORT / script), *arguments]
    run = subprocess.run(command, input=given, capture_output=True, text=True, check=False, cwd=ROOT)
    if run.returncode:
        raise RuntimeError(f"{script} did not run: {run.stderr}")
    return json.loads(run.stdout)
