"""The open data: which entries they hold, and what each says of an entry. Examples are never in them."""

from __future__ import annotations

from dataclasses import dataclass

from ombrelle.library import Library
from ombrelle.library.directory import Selection
from ombrelle.load.entry import Entry

VERSION = "v1"
FOLDER = f"/data/{VERSION}"

PACKAGE = f"{FOLDER}/datapackage.json"
CATALOGUE = f"{FOLDER}/catalogue.jsonld"
CHANGES = f"{FOLDER}/CHANGES.md"

FORMS = {
    "csv": "text/csv",
    "json": "application/json",
    "geojson": "application/geo+json",
}
"""The forms of a dataset and what each is to a program."""


@dataclass(frozen=True, slots=True)
class DatasetPlan:
    """A dataset: its name in addresses, its kind, its section."""

    name: str
    kind: str
    section: str

    def url(self, form: str) -> str:
        """Where its file of a form (`json`, `csv`, `schema.json`…) stands, from the root of the site."""
        return f"{FOLDER}/{self.name}.{form}"


STARTUPS = DatasetPlan("startups", "startup", "startups")

DATASETS: tuple[DatasetPlan, ...] = (
    DatasetPlan("quartiers", "quartier", "districts"),
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
