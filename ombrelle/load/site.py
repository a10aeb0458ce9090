"""The umbrella itself, read before everything else: it says which languages there are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ombrelle.i18n.languages import Languages
from ombrelle.kinds.site import Site
from ombrelle.load.discover import SITE_FILE
from ombrelle.load.facts import read_facts, validate
from ombrelle.load.languages import read_languages
from ombrelle.load.policy import Policy, read_policy
from ombrelle.problems import Location, Problems
from ombrelle.sources.document import Document


@dataclass(frozen=True, slots=True)
class SiteFile:
    """The umbrella itself, the languages that it declares, and what it promises of them."""

    site: Site
    document: Document
    languages: Languages
    policy: Policy


def read_site(root: Path, problems: Problems) -> SiteFile | None:
    """Read `content/site.yaml`; None when it has an error."""
    if not (root / SITE_FILE).exists():
        problems.add("site-missing", Location(SITE_FILE))
        return None
    document = read_facts(root, SITE_FILE, problems)
    site = validate(Site, document, "site", (), problems) if document else None
    if site is None or document is None:
        return None
    languages = read_languages(site, document, problems)
    if languages is None:
        return None
    return SiteFile(site, document, languages, read_policy(site, document, languages, problems))
