"""_redirects and _headers of the real site as Netlify reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.tools import netlify

# Netlify takes any number for a status; these are those it documents.
STATUSES = {200, 301, 302, 303, 307, 308, 404}


@pytest.mark.parametrize(
    ("question", "text"), [("redirects", "/only-a-source\n"), ("headers", "X-Frame-Options: DENY\n")]
)
def test_the_parsers_refuse_a_broken_rule(tmp_path: Path, question: str, text: str) -> None:
    """A rule without its target or without its path is an error, so that silence means something."""
    (tmp_path / "rules").write_text(text, encoding="utf-8")
    assert netlify(question, tmp_path / "rules")["errors"]


@pytest.mark.site
def test_every_redirect_is_understood(real_site: Path) -> None:
    """Each line of _redirects that is not a comment gives one rule, with a status that Netlify documents."""
    path = real_site / "_redirects"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.partition("#")[0].strip()]
    answer = netlify("redirects", path)
    assert answer["errors"] == []
    assert len(answer["rules"]) == len(lines)
    assert {rule.get("status", 301) for rule in answer["rules"]} <= STATUSES


@pytest.mark.site
def test_every_header_is_understood(real_site: Path) -> None:
    """Netlify reads _headers without an error, and every path has headers, each on one line."""
    answer = netlify("headers", real_site / "_headers")
    assert answer["errors"] == []
    assert answer["rules"]
    for rule in answer["rules"]:
        assert rule["values"], rule["for"]
        assert all("\n" not in value for value in rule["values"].values())


@pytest.mark.site
def test_every_page_is_protected(real_site: Path) -> None:
    """A rule for all paths sets the protections that a browser asks a site for."""
    rules = netlify("headers", real_site / "_headers")["rules"]
    names = {name.lower() for rule in rules if rule["for"] == "/*" for name in rule["values"]}
    assert names >= {
        "content-security-policy",
        "permissions-policy",
        "referrer-policy",
        "strict-transport-security",
        "x-content-type-options",
    }
