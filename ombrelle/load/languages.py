"""The languages that the site declares, once they are known to agree with each other."""

from __future__ import annotations

from ombrelle.i18n.languages import Languages, make_languages
from ombrelle.kinds.site import Site
from ombrelle.problems import Problems
from ombrelle.sources.document import Document
from ombrelle.text import nearest


def read_languages(site: Site, document: Document, problems: Problems) -> Languages | None:
    """The languages of the site; None, and problems, when one stands twice or borrows from no other."""
    codes = [entry.code for entry in site.languages]
    sound = True
    for index, entry in enumerate(site.languages):
        if entry.code in codes[:index]:
            problems.add("language-twice", document.locate(("languages", index)), lang=entry.code)
            sound = False
        for rank, code in enumerate(entry.fallbacks or ()):
            if code not in codes:
                place = document.locate(("languages", index, "fallbacks", rank))
                values = {"lang": code, "near": nearest(code, codes), "known": ", ".join(codes)}
                problems.add("unknown-language", place, **values)
                sound = False
    return make_languages([(entry.code, entry.fallbacks) for entry in site.languages]) if sound else None
