"""Names of files that every machine can hold, and tell from one another.

What Windows refuses is in "Naming Files, Paths, and Namespaces":
https://learn.microsoft.com/windows/win32/fileio/naming-a-file. macOS takes two names for one that differ by
case or by the form of their accents alone, or by a character that shows nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

_PORTS = {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
_DEVICES = frozenset(("con", "prn", "aux", "nul", "conin$", "conout$")) | _PORTS
_SIGNS = frozenset('<>:"|?*\\')
_SHORT = re.compile(r"[^.]{1,6}~\d(?:\.[^.]{0,3})?")
_PLAIN = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*")
"""What nearly every name is, and no fault but that of being a device."""
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


def name_fault(name: str) -> str:
    """Why a name of a file or folder cannot be had everywhere, as a word of the catalogue; "" if it can."""
    if _PLAIN.fullmatch(name) and not _is_device(name):
        return ""
    return next((word for word, is_so in _FAULTS.items() if is_so(name)), "")


def folded(path: str) -> str:
    """What two paths have in common that some machine takes for one."""
    parts = (_folded(part) for part in path.split("/"))
    return "/".join(parts)


def twins(paths: Iterable[str]) -> Mapping[str, str]:
    """The paths, folders included, that some machine takes for another: the first other of each."""
    spellings = defaultdict(set)
    for path in {prefix for each in paths for prefix in prefixes(each)}:
        spellings[folded(path)].add(path)
    return {path: min(alike - {path}) for alike in spellings.values() if len(alike) > 1 for path in alike}


def prefixes(path: str) -> Iterable[str]:
    """A path and the folders on its way, the topmost first."""
    parts = path.split("/")
    return ("/".join(parts[: number + 1]) for number in range(len(parts)))


def _folded(name: str) -> str:
    if name.isascii():
        return name.lower().rstrip(". ") or name
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    seen = "".join(character for character in plain if unicodedata.category(character) != "Cf")
    return seen.rstrip(". ") or seen


def _is_device(name: str) -> bool:
    return name.split(".", maxsplit=1)[0].rstrip().casefold() in _DEVICES


def _ends_badly(name: str) -> bool:
    return name != name.strip() or name.endswith(".")


def _is_unseen(name: str) -> bool:
    return any(unicodedata.category(character) in _UNSEEN for character in name)


_FAULTS: Mapping[str, Callable[[str], bool]] = {
    "name-unseen": _is_unseen,
    "name-device": _is_device,
    "name-end": _ends_badly,
    "name-signs": lambda name: not _SIGNS.isdisjoint(name),
    "name-short": lambda name: _SHORT.fullmatch(name) is not None,
    "name-decomposed": lambda name: unicodedata.normalize("NFC", name) != name,
}
