"""The outside checkers, each run once over a whole folder: Nu Html Checker, lychee, Netlify's parsers."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["ROOT", "HtmlMessage", "dead_links", "html_messages", "lychee", "netlify"]

ROOT = Path(__file__).resolve().parents[2]
_VNU = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
_NETLIFY = Path(__file__).with_name("netlify.mjs")


@dataclass(frozen=True, slots=True, order=True)
class HtmlMessage:
    """What the checker says of a page: `kind` is error, warning or fatal; `path` is below the folder."""

    path: str
    line: int
    kind: str
    text: str


def html_messages(folder: Path) -> list[HtmlMessage]:
    """Errors and warnings of the Nu Html Checker on every .html file of `folder`, in one run of it."""
    # The checker's parser recurses: the default stack of a thread is too small for a long page.
    command = ["java", "-Xss1m", "-jar", str(_VNU), "--format", "json", "--skip-non-html", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if not run.stderr.startswith("{"):
        raise RuntimeError(f"the checker did not run: {run.stderr[:500]}")
    return sorted(_html_message(message, folder) for message in json.loads(run.stderr)["messages"])


def lychee() -> str | None:
    """Path of the link checker: that of the environment, else the machine's, else None."""
    own = Path(sys.executable).with_name("lychee")
    return str(own) if own.is_file() else shutil.which("lychee")


def dead_links(folder: Path, base_url: str) -> list[str]:
    """Links and anchors of `folder`'s pages that lead nowhere, as `page: address: reason`.

    Nothing is fetched: addresses that start with `base_url` are looked up in `folder`, those of other
    hosts are left aside.
    """
    program = lychee()
    if program is None:
        raise FileNotFoundError("lychee is not installed")
    home = f"{base_url.rstrip('/')}/(.*) file://{folder.resolve()}/$1"
    options = ["--offline", "--include-fragments", "--no-progress", "--format", "json"]
    options += ["--root-dir", str(folder.resolve()), "--index-files", "index.html", "--remap", home]
    pages = sorted(str(page) for page in folder.rglob("*.html"))
    run = subprocess.run(
        [program, *options, "--files-from", "-"],
        input="\n".join(pages),
        capture_output=True,
        text=True,
        check=False,
    )
    if not run.stdout.startswith("{"):
        raise RuntimeError(f"lychee did not run: {run.stderr[:500]}")
    return _dead(json.loads(run.stdout), folder)


def netlify(question: str, path: Path, environment: Mapping[str, str] | None = None) -> Any:
    """What Netlify's own parser reads in `path`: `question` is config, headers or redirects.

    For config, `environment` may name CONTEXT and BRANCH. See netlify.mjs for the form of the answers.
    """
    command = ["node", str(_NETLIFY), question, str(path)]
    # A small environment: Netlify's parser reads its own variables from it.
    inherited = {"PATH": _path(), **(environment or {})}
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=inherited)
    if run.returncode:
        raise RuntimeError(f"Netlify's parser refuses {path.name}: {run.stderr}")
    return json.loads(run.stdout)


def _path() -> str:
    node = shutil.which("node")
    if node is None:
        raise FileNotFoundError("Node.js is not installed: make setup says how to")
    return str(Path(node).parent)


def _html_message(message: dict[str, Any], folder: Path) -> HtmlMessage:
    _, _, path = message.get("url", "").partition(f"{folder.resolve().as_posix()}/")
    kind = message.get("subType", message["type"])
    return HtmlMessage(path, message.get("lastLine", 0), kind, message["message"])


def _dead(report: dict[str, Any], folder: Path) -> list[str]:
    # Its messages name `error_map` since 0.19, `fail_map` before.
    failures = report.get("error_map", report.get("fail_map", {}))
    return sorted(
        f"{Path(page).relative_to(folder)}: {link['url']}: {link['status']['text']}"
        for page, links in failures.items()
        for link in links
    )
