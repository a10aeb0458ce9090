"""What is to be translated: as text for a terminal, as JSON for a program, as Markdown for a comment."""

from __future__ import annotations

from ombrelle.report.translations.as_json import format_json
from ombrelle.report.translations.as_markdown import format_markdown
from ombrelle.report.translations.as_text import format_text

__all__ = ["format_json", "format_markdown", "format_text"]
