"""What Python reads before a program: folders in another order, no address that can be reached.

For the machines of `benchmarks.reproducible`, by variables of their environment. Unlike a namespace without
a network it holds Python alone, not the programs that it starts.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator
from typing import Any

_REFUSED = frozenset(
    f"socket.{name}" for name in ("connect", "bind", "sendto", "sendmsg", "getaddrinfo", "gethostbyname")
)


class _Backwards:
    """What `os.scandir` gives, from the last name to the first."""

    def __init__(self, *folder: Any) -> None:
        with _SCAN(*folder) as entries:
            self._entries = iter(sorted(entries, key=lambda entry: str(entry.name), reverse=True))

    def __enter__(self) -> _Backwards:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __iter__(self) -> Iterator[Any]:
        return self._entries

    def __next__(self) -> Any:
        return next(self._entries)

    def close(self) -> None:
        """Nothing is open."""


_SCAN: Callable[..., Any] = os.scandir
_LIST: Callable[..., Any] = os.listdir


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    family = getattr(arguments[0], "family", None) if arguments else None
    if event in _REFUSED and family is not getattr(socket, "AF_UNIX", None):
        raise PermissionError(event)


if os.environ.get("MACHINE_ORDER") == "backwards":
    os.scandir = _Backwards  # type: ignore[assignment]
    os.listdir = lambda *folder: sorted(_LIST(*folder), reverse=True)
if os.environ.get("MACHINE_NETWORK") == "refused":
    sys.addaudithook(_refuse)
