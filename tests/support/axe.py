"""axe-core in an open page: what its rules find wrong, as lines to read.

The script is handed to the browser by its debugging door, so that the page keeps its own policy.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.sync_api import Page

from tests.support.tools import ROOT

__all__ = ["axe_faults"]

_AXE = ROOT / "node_modules/axe-core/axe.min.js"
# All rules that are on by themselves, best practices too; the size of targets is off unless asked for.
_RUN = """async () => {
  const found = await axe.run(document, {
    resultTypes: ["violations"],
    rules: { "target-size": { enabled: true } },
  });
  return {
    ran: [...found.passes, ...found.violations, ...found.incomplete].map((rule) => rule.id),
    faults: found.violations.flatMap(({ id, impact, nodes }) => nodes.map((node) => [
      id, impact, node.target.join(" "), node.failureSummary.replaceAll(/\\s+/g, " "),
    ])),
  };
}"""
_ALWAYS = {"color-contrast", "html-has-lang", "document-title"}
"""Rules that apply to every page with words: their silence would mean that nothing was looked at."""


def axe_faults(page: Page) -> list[str]:
    """Every violation on the page as it is, of any impact: `rule (impact) selector: what to do`.

    RuntimeError where axe did not look at colours or language, as on an empty page.
    """
    page.evaluate(_script())
    found: dict[str, Any] = page.evaluate(_RUN)
    if not set(found["ran"]) >= _ALWAYS:
        raise RuntimeError(f"axe did not look at {sorted(_ALWAYS - set(found['ran']))} on {page.url}")
    return [f"{rule} ({impact}) {target}: {advice}" for rule, impact, target, advice in found["faults"]]


@cache
def _script() -> str:
    return _AXE.read_text(encoding="utf-8")
