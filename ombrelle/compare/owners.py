"""Who answers for which files: a team per district, the maintainers for the rest.

The form is that of `CODEOWNERS`:
https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from ombrelle.paths import is_id

FILE = ".github/CODEOWNERS"

_DISTRICTS = "quartiers"
_HEAD = """\
# Who is asked to review what. Written by `python build.py codeowners`; a test holds it current.
# A new district has its line after that command; its team is made on the host, by the name here.
"""


def code_owners(root: Path, repository: str) -> str:
    """The file of owners of the districts that have a folder; `repository` is its address, "" if unknown."""
    rules = [("*", owner_of("", repository))]
    rules += [
        (f"/{_DISTRICTS}/{name}/", owner_of(f"{_DISTRICTS}/{name}/", repository)) for name in _ids(root)
    ]
    return _HEAD + "\n" + "".join(f"{pattern} {owner}\n" for pattern, owner in rules)


def owner_of(path: str, repository: str) -> str:
    """The team that owns a file: `@<organisation>/quartier-<id>` in a district, else the maintainers.

    The organisation is that of the repository's address, `ombrelle` where that is unknown.
    """
    organisation = urlsplit(repository).path.strip("/").partition("/")[0] or "ombrelle"
    parts = path.split("/")
    is_district = parts[0] == _DISTRICTS and len(parts) > 2 and is_id(parts[1])
    return f"@{organisation}/quartier-{parts[1]}" if is_district else f"@{organisation}/maintainers"


def _ids(root: Path) -> Iterable[str]:
    return sorted(folder.name for folder in (root / _DISTRICTS).glob("*/") if is_id(folder.name))
