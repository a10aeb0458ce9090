"""The umbrella itself, read before everything else: it says which languages there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

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
    """The umbrella itself, the languages that it declares, and what it promises of them.

    `is_sound` is False where the file has an error: its fields that have none, and values that stand in for
    the others, so that everything else can be checked.
    """

    site: Site
    document: Document
    languages: Languages
    policy: Policy
    is_sound: bool = True


_STAND_IN: Mapping[str, Any] = {
    **dict.fromkeys(("name", "tagline", "summary", "publisher"), "?"),
    "contact": {"email": "nobody@site.example"},
    "security": {"email": "nobody@site.example"},
    "base_url": "https://site.example",
    "navigation": (),
    "data_licence": {"name": "?", "url": "https://site.example"},
}
"""What a site cannot do without, but for its languages: nothing can be checked without those."""


def read_site(root: Path, problems: Problems) -> SiteFile | None:
    """Read `content/site.yaml`; None when its languages cannot be known."""
    if not (root / SITE_FILE).exists():
        problems.add("site-missing", Location(SITE_FILE))
        return None
    document = read_facts(root, SITE_FILE, problems)
    if document is None:
        return None
    sound = validate(Site, document, "site", (), problems)
    site = sound or _standing_in(document.data)
    languages = read_languages(site, document, problems) if site else None
    if site is None or languages is None:
        return None
    # Its own texts are in its languages, which were not known before: what was told is not told again.
    sound = sound and validate(Site, document, "site", languages.codes, problems)
    policy = read_policy(site, document, languages, problems)
    return SiteFile(site, document, languages, policy, sound is not None)


def _standing_in(data: Mapping[str, Any]) -> Site | None:
    """A site of the fields that are right by themselves; None when its languages are not."""
    try:
        return Site.model_validate({**_STAND_IN, **data})
    except ValidationError as error:
        wrong = {detail["loc"][0] for detail in error.errors()}
    right = {key: value for key, value in data.items() if key not in wrong}
    try:
        return Site.model_validate({**_STAND_IN, **right})
    except ValidationError:
        return None
