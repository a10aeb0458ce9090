"""Names of files and places in addresses: what may stand in them, and where a file is edited."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

DEFAULT_THEME = "themes/marque-ombrelle"
"""The folder of the theme, from that of the site."""

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
ID_LENGTH = 60
_ID = re.compile(ID_PATTERN)
_BRANCH = "main"
_EDITS = {"gitlab": "-/edit", "codeberg": "_edit"}
"""The way to a page for editing, by a word of a host's name; the others do as GitHub."""


def is_id(word: str) -> bool:
    """Whether a word may be the id of an entry: lower-case words and digits joined by hyphens, at most 60."""
    return len(word) <= ID_LENGTH and _ID.fullmatch(word) is not None


def stays_below(path: str) -> bool:
    """Whether a path of a site leads nowhere outside of its folder, whatever the system."""
    parts = path.split("/")
    return not path.startswith("/") and ".." not in parts and "\\" not in path and ":" not in parts[0]


def page_file(url_path: str) -> str:
    """The file that a static server answers for an address: "/fr/lyon/" gives "fr/lyon/index.html"."""
    path = url_path.lstrip("/")
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def edit_address(repository: str, path: str) -> str:
    """Where a file of a repository is edited on its host."""
    host = urlsplit(repository).hostname or ""
    way = next((way for word, way in _EDITS.items() if word in host), "edit")
    return f"{repository.rstrip('/').removesuffix('.git')}/{way}/{_BRANCH}/{quote(path)}"
