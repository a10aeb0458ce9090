"""The built site, checked from its bytes before anything is published."""

from __future__ import annotations

from collections.abc import Callable

from ombrelle.audit.languages import check_languages
from ombrelle.audit.links import check_links
from ombrelle.audit.originals import check_originals
from ombrelle.audit.page import Built, BuiltPage, listed_in, policies_in, read_page
from ombrelle.audit.policy import check_policy
from ombrelle.problems import Problems

__all__ = ["CHECKS", "Built", "BuiltPage", "audit", "listed_in", "policies_in", "read_page"]

CHECKS: tuple[Callable[[Built, Problems], None], ...] = (
    check_links,
    check_languages,
    check_originals,
    check_policy,
)
"""Every check of the built site: one file each, one line here."""


def audit(built: Built, problems: Problems) -> None:
    """Run every check."""
    for check in CHECKS:
        check(built, problems)
