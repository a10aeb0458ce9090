"""What of a proposal is beyond the rights of those who make it, as problems: file by file, field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import takewhile

from ombrelle.compare.proposal import EXECUTABLE, LINK, SUBMODULE, Proposal
from ombrelle.load.rights import RIGHTS_FILE, Owned, Reserved, Rights, read_rights
from ombrelle.names import name_fault, prefixes, twins
from ombrelle.problems import Location, Problems
from ombrelle.sources.document import Document, read_document
from ombrelle.sources.files import MOST_BYTES, decode
from ombrelle.sources.frontmatter import split

_NOTHING = Document("", "", {})


def rights_of(proposal: Proposal, problems: Problems) -> Rights | None:
    """The rules that hold for a proposal: those of its base, whatever it makes of them.

    None where the base has none that can be read; its faults are then in `problems`.
    """
    file = proposal.base.get(RIGHTS_FILE)
    if file is None or file.mode in {LINK, SUBMODULE}:
        return None
    return read_rights(proposal.read(file).decode("utf-8", "replace"), problems)


def spoken_for(proposal: Proposal, rights: Rights, account: str) -> frozenset[str]:
    """The teams for which an account makes a proposal.

    One that no team names speaks for the district of which it changes most files: that team reviews it. Of
    a change in no district it speaks for nobody.
    """
    named = rights.teams_of(account)
    if named:
        return named
    districts = proposal.districts
    owned = [rights.owned(path, districts) for path in proposal.changed]
    counts = Counter(each.owners[0] for each in owned if each.kind == "district")
    return frozenset(sorted(counts, key=lambda team: (-counts[team], team))[:1])


def judge(proposal: Proposal, rights: Rights, teams: Collection[str], problems: Problems) -> None:
    """Tell each file and field that these teams may not change, with whose it is.

    Names that some machine cannot hold or tell apart are told to everybody.
    """
    _judge_names(proposal, problems)
    if rights.maintainers in teams:
        return
    judging = _Judging(proposal, rights, frozenset(teams), problems)
    for path in proposal.changed:
        judging.file(path)


def _judge_names(proposal: Proposal, problems: Problems) -> None:
    """Tell of each new path the first name that is unsafe, or that another path has but for its case."""
    alike = twins(proposal.head)
    known = {prefix for path in proposal.start for prefix in prefixes(path)}
    for path in proposal.head.keys() - proposal.start.keys():
        for prefix in prefixes(path):
            if prefix not in known and _tell_name(path, prefix, alike, problems):
                break


def _tell_name(path: str, prefix: str, alike: Mapping[str, str], problems: Problems) -> bool:
    """Tell what is wrong with the last name on the way to a path; whether something is."""
    name = prefix.rsplit("/", 1)[-1]
    reason = name_fault(name)
    if reason:
        problems.add("unsafe-name", Location(path), name=name, reason=reason)
    elif prefix in alike:
        problems.add("name-twice", Location(path), name=prefix, other=alike[prefix])
    return bool(reason) or prefix in alike


@dataclass(frozen=True, slots=True)
class _Judging:
    proposal: Proposal
    rights: Rights
    teams: frozenset[str]
    problems: Problems

    def file(self, path: str) -> None:
        """Tell a changed file that is another's, else those of its fields that are."""
        owned = self._owned(path)
        if self.teams.isdisjoint(owned.teams):
            self._tell(path, owned)
        elif self._mode(path) == LINK:
            self.problems.add("symbolic-link", Location(path))
        else:
            self._fields(path)

    def _owned(self, path: str) -> Owned:
        """Whose a file is; what can be run, and what comes from elsewhere, is the maintainers’."""
        before = self.proposal.start.get(path)
        mode = self._mode(path)
        if mode == SUBMODULE:
            return self.rights.of_maintainers("submodule")
        if mode == EXECUTABLE and (before is None or before.mode != EXECUTABLE):
            return self.rights.of_maintainers("executable")
        return self.rights.owned(path, self.proposal.districts)

    def _mode(self, path: str) -> str:
        blob = self.proposal.head.get(path)
        return blob.mode if blob else ""

    def _tell(self, path: str, owned: Owned) -> None:
        self.problems.add(
            "owned-by-another",
            Location(path, _first_line(self.proposal, path)),
            change=f"file-{_change(self.proposal, path)}",
            owned=f"owned-{owned.kind}",
            owner=owned.owners[0],
            origin=self.proposal.origin(path),
        )

    def _fields(self, path: str) -> None:
        for reserved in self.rights.reserved(path, self.proposal.districts):
            if self.teams.isdisjoint(reserved.teams):
                self._reserved(path, reserved)

    def _reserved(self, path: str, reserved: Reserved) -> None:
        before, after = self._document(path, before=True), self._document(path)
        for field in reserved.fields:
            if _differ(before, after, field):
                place = after.locate((field,), key=True) if after and after.has((field,)) else Location(path)
                self.problems.add("field-of-another", place, field=field, owner=reserved.owner)

    def _document(self, path: str, *, before: bool = False) -> Document | None:
        """The facts of a side, none where it has no such file; None where it cannot be read for certain."""
        blob = (self.proposal.start if before else self.proposal.head).get(path)
        if blob is None:
            return _NOTHING
        if blob.size > MOST_BYTES or blob.mode == LINK:
            return None
        told = Problems()
        text = decode(self.proposal.read(blob), path, told)
        document = None if text is None else _facts(path, text, told)
        return None if told.errors else document


def _facts(path: str, text: str, problems: Problems) -> Document | None:
    """What a file says by fields: all of it, or the head of a text; nothing where that has none."""
    return (
        split(path, text, problems).head or _NOTHING
        if path.endswith(".md")
        else read_document(path, text, problems)
    )


def _differ(before: Document | None, after: Document | None, field: str) -> bool:
    """Whether a field has another value; what cannot be read may have any."""
    if before is None or after is None:
        return True
    return bool(before.data.get(field) != after.data.get(field))


def _change(proposal: Proposal, path: str) -> str:
    """What is done with a file, in one word."""
    if path not in proposal.start:
        return "added"
    if path not in proposal.head:
        return "deleted"
    return "changed" if proposal.start[path].id != proposal.head[path].id else "mode"


def _first_line(proposal: Proposal, path: str) -> int:
    """The first line that differs; 1 for a whole file, and for one too long to compare."""
    sides = [tree.get(path) for tree in (proposal.start, proposal.head)]
    texts = [
        proposal.read(blob).removesuffix(b"\n").split(b"\n")
        for blob in sides
        if blob and blob.size <= MOST_BYTES and blob.mode != SUBMODULE
    ]
    if len(texts) < len(sides):
        return 1
    old, new = texts
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    return min(same + 1, len(new)) if old != new else 1
