"""A fault of syntax, as the diagnosis names it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ombrelle.problems import Value

RESERVED = "@`%!&*"
"""Signs with which no value may begin without quotes (YAML 1.2.2, section 5.3)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of syntax: its code, its line (from 1), columns (from 1, end exclusive), values."""

    code: str
    line: int
    column: int
    end_column: int
    values: Mapping[str, Value] = field(default_factory=dict)


def double_quoted(value: str) -> str:
    """A text between double quotes."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def single_quoted(value: str) -> str:
    """A text between single quotes."""
    doubled = value.replace("'", "''")
    return f"'{doubled}'"
