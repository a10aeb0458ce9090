"""Where the files of a row lie: those of its entry where there is one, else where a new one goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ombrelle.intake.known import known
from ombrelle.intake.record import DATE, ID, Record
from ombrelle.kinds.base import Kind
from ombrelle.kinds.moments import date_fault
from ombrelle.load.discover import SourceFile
from ombrelle.load.entry import Content, Entry, facts_path
from ombrelle.paths import ID_LENGTH
from ombrelle.scaffold import Plan, Refusal, Way, plan

_SOME_DAY = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a row is left out, and the way to the field that it is about; () for the whole row."""

    way: Way
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Place:
    """Where the files of a row lie. One with doubts has a place apart, so that its rest is tried."""

    plan: Plan
    entry: Entry | None
    doubts: tuple[Doubt, ...]


class Places:
    """Finds the places of rows, in the folder of a district (None: the umbrella's)."""

    def __init__(
        self, files: Sequence[SourceFile], content: Content, kind: Kind, district: str | None
    ) -> None:
        """For a site of these files. Refusal for a district that there is not, or that is not given."""
        self._files = files
        self._kind = kind
        self._district = district
        self._known = known(kind, content, district)
        self._plan("x" * ID_LENGTH, _SOME_DAY)

    def find(self, record: Record, number: int) -> Place:
        """The place of what the row of this number says."""
        day = _day(record)
        apart = str(number).rjust(ID_LENGTH, "x")
        sound = record if day else record.without(DATE)
        try:
            entry = self._entry(sound)
            # A row without a name lacks its title: that is told of the file that it would make.
            planned = _plan_of(entry) if entry else self._plan(_id(record) or apart, day or _SOME_DAY)
            return Place(planned, entry, tuple(_doubts_of_day(record, entry)))
        except Refusal as refusal:
            doubt = Doubt(_way(refusal), refusal)
            return Place(self._plan(apart, _SOME_DAY), None, (doubt, *_doubts_of_day(record, None)))

    def _entry(self, record: Record) -> Entry | None:
        entry = self._known.find(record)
        if entry and entry.district != self._district:
            raise Refusal("import-elsewhere", path=entry.path)
        return entry

    def _plan(self, id_: str, day: date) -> Plan:
        return plan(self._files, self._kind, id_, self._district, day)


def _plan_of(entry: Entry) -> Plan:
    return Plan(entry.kind, entry.id, entry.district, None, facts_path(entry).removesuffix(".yaml"))


def _id(record: Record) -> str:
    if record.name and not record.id:
        raise Refusal("import-no-id", value=record.name)
    return record.id


def _day(record: Record) -> date | None:
    """The day that a row gives; None for none, and for what is no day."""
    written = record.values.get(DATE, "")
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if str(day) == written else None


def _doubts_of_day(record: Record, entry: Entry | None) -> Iterator[Doubt]:
    written, day = record.values.get(DATE, ""), _day(record)
    if written and not day:
        near = (date_fault(written).context or {}).get("near", "")
        yield Doubt(DATE, Refusal("import-day", value=written, near=near or _SOME_DAY))
    elif entry and day and str(entry.date) != written:
        yield Doubt(DATE, Refusal("import-other-day", path=entry.path, value=written))
    elif record.kind.dated and not entry and not written:
        yield Doubt(DATE, Refusal("import-no-day"))


def _way(refusal: Refusal) -> Way:
    if refusal.key in {"new-id-form", "new-exists"}:
        return ID
    return tuple(str(refusal.values.get("field", "")).split(".")) if "field" in refusal.values else ()
