"""What a type of field makes of a text, and how it refuses one."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

Refusal = tuple[str, dict[str, Any]]
LANGUAGES = {"languages": ("fr", "en", "ar")}


def accepted(kind: Any, text: Any) -> Any:
    """What a type makes of a text of the YAML."""
    return TypeAdapter(kind).validate_python(text, context=LANGUAGES)


def refused(kind: Any, text: Any) -> Refusal:
    """The code and the values with which a type refuses a text."""
    with pytest.raises(ValidationError) as raised:
        accepted(kind, text)
    (detail,) = raised.value.errors()
    return detail["type"], detail.get("ctx", {})
