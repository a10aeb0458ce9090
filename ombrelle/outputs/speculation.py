"""Which pages a browser may ask for when a visitor is about to: the Speculation Rules of the web platform.

https://html.spec.whatwg.org/multipage/speculative-loading.html. No script is run, and a browser that does not
know them does nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from ombrelle.outputs.output import Output
from ombrelle.views.edition import Edition

PATH = "/speculation-rules.json"
TYPE = "application/speculationrules+json"


def outputs(edition: Edition) -> Iterator[Output]:
    """The rules: a page is fetched once its link is pointed at; what is no page never is."""
    pages = [f"{edition.routes.prefix}/{language.code}/*" for language in edition.library.languages]
    where = {"and": [{"href_matches": pages}, {"not": {"href_matches": "/*.*"}}]}
    rules = {"prefetch": [{"where": where, "eagerness": "moderate"}]}
    yield Output(PATH.lstrip("/"), json.dumps(rules, separators=(",", ":")).encode())
