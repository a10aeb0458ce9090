"""What a command answers on a terminal, with its colours, as a page."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from html import escape
from pathlib import Path

from tests.support.walk import Command, environment

_CODE = re.compile(r"\x1b\[(\d+)m")
_STYLES = {"1": "font-weight:bold", "2": "opacity:.75", "31": "color:#ff8b87", "33": "color:#ffd166"}
_PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #fff }}
div {{ background: #14161f; color: #e8e8ef; border-radius: .6rem; padding: 1rem 1.25rem;
font: .875rem/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere }}
b {{ color: #7ee0a1 }}
</style><div><b>$</b> {command}\n{answer}</div>"""


def page_of(clone: Path, command: Command, language: str) -> str:
    """The HTML of a terminal in which a command of the documentation has just run in `clone`."""
    return _PAGE.format(command=escape(command.line), answer=_styled(_answer(clone, command, language)))


def _answer(clone: Path, command: Command, language: str) -> str:
    """Both outputs, in the colours that only a terminal is given."""
    ours, theirs = pty.openpty()
    words = command.line.removeprefix("python ").split()
    with subprocess.Popen(
        [sys.executable, *words], cwd=clone, stdout=theirs, stderr=theirs, env=environment(language)
    ):
        os.close(theirs)
        read = b"".join(_chunks(ours))
    os.close(ours)
    return read.decode().replace("\r\n", "\n").strip()


def _chunks(terminal: int) -> list[bytes]:
    """All that is written until the other side is closed, which Linux tells by an error."""
    found = []
    try:
        while chunk := os.read(terminal, 65536):
            found.append(chunk)
    except OSError:
        pass
    return found


def _styled(text: str) -> str:
    """Colour codes as spans; the code 0 closes the one that is open."""
    return _CODE.sub(
        lambda code: "</span>" if code[1] == "0" else f'<span style="{_STYLES.get(code[1], "")}">',
        escape(text, quote=False),
    )
