"""Run a program of Python where no network can be used, and say what the machine looks like from there.

python benchmarks/sealed.py FACTS UMASK PROGRAM ARGUMENT…

FACTS is a file, written as JSON before the program starts. Nothing starts where an address can be reached.
"""

from __future__ import annotations

import errno
import json
import locale
import os
import runpy
import socket
import sys
import time
from pathlib import Path
from typing import Any

_ADDRESSES = (("192.0.2.1", 80), ("127.0.0.1", 9), ("::1", 9))
"""An address that is kept for documentation (RFC 5737), and this machine itself."""

_UNREACHABLE = frozenset({errno.ENETUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT})


def can_reach(host: str, port: int) -> bool:
    """Whether a connection is tried at all: who is refused by the other side has reached it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as link:
            link.settimeout(2)
            link.connect((host, port))
    except PermissionError:
        return False
    except OSError as error:
        return error.errno not in _UNREACHABLE
    return True


def facts() -> dict[str, Any]:
    """What may differ from one machine to another, as a program finds it."""
    return {
        "user": os.getuid(),
        "folder": str(Path.cwd()),
        "interfaces": [name for _, name in socket.if_nameindex()],
        "reached": [host for host, port in _ADDRESSES if can_reach(host, port)],
        "zone": time.tzname,
        "locale": locale.setlocale(locale.LC_ALL),
        "encoding": sys.getfilesystemencoding(),
        "seed": os.environ.get("PYTHONHASHSEED"),
        "hash": hash("ombrelle"),
        "order": [entry.name for entry in os.scandir()],
        "python": sys.version_info[:2],
    }


def main(told: str, umask: str, program: str, *arguments: str) -> None:
    """Say what there is; SystemExit where something can be reached, else run the program."""
    found = facts()
    Path(told).write_text(json.dumps(found), encoding="utf-8")
    if found["reached"]:
        sys.exit(f"the network can be used: {found['reached']}")
    os.umask(int(umask, 8))
    sys.argv = [program, *arguments]
    sys.path[0] = str(Path(program).parent)
    runpy.run_path(program, run_name="__main__")


if __name__ == "__main__":
    main(*sys.argv[1:])
