"""The open data: which entries they hold, and what each says of an entry. Examples are never in them."""

from __future__ import annotations

from dataclasses import dataclass

from ombrelle.library import Library
from ombrelle.library.directory import Selection
from ombrelle.load.entry import Entry

VERSION = "v1"


@dataclass(frozen=True, slots=True)
class DatasetPlan:
    """A dataset: its name in addresses, its kind, its section, whether its entries have places."""

    name: str
    kind: str
    section: str
    has_places: bool = False

    def url(self, form: str) -> str:
        """Where its file of a form (`json`, `csv`, `schema.json`…) stands, from the root of the site."""
        return f"/data/{VERSION}/{self.name}.{form}"


STARTUPS = DatasetPlan("startups", "startup", "startups")

DATASETS: tuple[DatasetPlan, ...] = (
    DatasetPlan("quartiers", "quartier", "districts", has_places=True),
    STARTUPS,
    DatasetPlan("actors", "actor", "actors"),
    DatasetPlan("events", "event", "events"),
)


COMPANIES = "/directory"
"""Where the lists of the directory stand: examples are in them as on its pages, and marked."""


def companies_csv(selection: Selection) -> str:
    """The table of a list of the directory, from the root of the site; the same for all languages."""
    return "/".join((COMPANIES, *(f"{field}/{term}" for field, term in selection), "startups.csv"))


def companies_index(lang: str) -> str:
    """What the script of the directory reads, from the root of the site."""
    return f"{COMPANIES}/{lang}.json"


def published(library: Library, dataset: DatasetPlan) -> tuple[Entry, ...]:
    """The entries of a dataset: those that are real and shown."""
    return tuple(
        entry for entry in library.of_kind(dataset.kind) if not (entry.facts.demo or entry.facts.draft)
    )
