"""Reports that are no text for a terminal: for programs, code hosts and comments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ombrelle.problems import Problem

if TYPE_CHECKING:
    from ombrelle.report.excerpt import ReadLines


def formatted(
    form: str, problems: Sequence[Problem], read_lines: ReadLines, language: str, repository: str
) -> str:
    """A report in one of these forms; `repository` is its address, "" if unknown."""
    if form == "json":
        from ombrelle.report.as_json import format_json

        return format_json(problems, language)
    if form == "github":
        from ombrelle.report.annotations import format_annotations

        return format_annotations(problems, language)
    if form == "sarif":
        from ombrelle.report.sarif import format_sarif as write
    else:
        from ombrelle.report.comment import format_comment as write
    return write(problems, read_lines, language, repository)
