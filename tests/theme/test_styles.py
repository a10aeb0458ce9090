"""The styles of the theme keep its rules: no side has a name, no colour stands outside of the tokens."""

from __future__ import annotations

from tests.support.machines import style_faults
from tests.support.tools import ROOT

_BROKEN = """.one { margin-left: 1rem; color: #fff; }
#two { background: rgb(0 0 0 / 50%) !important; text-align: left; }
"""


def test_the_rules_are_kept() -> None:
    """The linter finds nothing to say in any style of the themes."""
    files = sorted((ROOT / "themes").rglob("*.css"))
    assert files
    assert style_faults(files) == []


def test_what_breaks_them_is_seen() -> None:
    """A side, a colour, an id, a shout: each is told, so that silence means something."""
    told = "\n".join(style_faults([ROOT / "themes/any/any.css"], _BROKEN))
    for rule in ("property-disallowed-list", "color-no-hex", "selector-max-id", "function-disallowed-list"):
        assert rule in told
    assert "declaration-no-important" in told
    assert "declaration-property-value-disallowed-list" in told
