"""The language in which the tool itself speaks to the person who runs it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

Spoken = Literal["fr", "en"]

# In the order in which POSIX gives them precedence.
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def spoken_language(option: str | None, environ: Mapping[str, str]) -> Spoken:
    """The option, else the first variable of the environment that names a language we speak, else French.

    A variable that names none of ours ("C.UTF-8", "de_DE") is passed over rather than obeyed: the next one
    may still say which of our two languages this person reads.
    """
    for wanted in (option, *(environ.get(name) for name in _VARIABLES)):
        language = re.split(r"[-_.@]", wanted or "", maxsplit=1)[0].lower()
        if language == "fr":
            return "fr"
        if language == "en":
            return "en"
    return "fr"
