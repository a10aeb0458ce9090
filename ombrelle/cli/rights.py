"""`check --base REV --as TEAM`: whether a team may change what a proposal changes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection

from ombrelle.cli.common import report, repository_of
from ombrelle.cli.formats import formatted
from ombrelle.cli.words import Words
from ombrelle.compare.git import RevisionError
from ombrelle.compare.proposal import Proposal, proposal
from ombrelle.compare.verdict import judge, rights_of, spoken_for
from ombrelle.load.rights import Rights
from ombrelle.problems import Problems
from ombrelle.sources.files import MOST_BYTES
from ombrelle.text import nearest


def refusal(given: argparse.Namespace, said: Words) -> str:
    """Why the options make no question of rights; "" where they make one."""
    if not given.base or not given.team:
        return said.say("rights-need-both")
    if given.paths or given.fix or given.dry_run or given.https:
        return said.say("rights-alone")
    return ""


def run(given: argparse.Namespace, said: Words) -> int:
    """Give the verdict. 0 within the rights, 1 beyond them, 2 where there is nothing to judge by."""
    reason = refusal(given, said)
    if reason:
        return _refuse(reason)
    try:
        with proposal(given.root, given.base, given.head or "") as proposed:
            return _judge(proposed, given, said)
    except RevisionError as error:
        base, folder = given.head or given.base, given.root.resolve()
        return _refuse(said.say(error.key, base=base, folder=folder, reason=error.reason))


def _judge(proposed: Proposal, given: argparse.Namespace, said: Words) -> int:
    problems = Problems()
    rights = rights_of(proposed, problems)
    if rights is None:
        report(problems, given.root, said)
        return _refuse(said.say("rights-faulty" if len(problems) else "rights-missing", base=given.base))
    teams = _teams(proposed, rights, given.team)
    if teams is None:
        known = rights.teams(proposed.districts)
        values = {"team": given.team, "near": nearest(given.team, known), "known": ", ".join(sorted(known))}
        return _refuse(said.say("rights-no-team-near" if values["near"] else "rights-no-team", **values))
    judge(proposed, rights, teams, problems)
    _tell(problems, teams, proposed, given, said)
    return int(bool(problems.errors))


def _teams(proposed: Proposal, rights: Rights, name: str) -> Collection[str] | None:
    """The teams that a name stands for: its own, or those of the account `@name`; None for one unknown."""
    if name.startswith("@"):
        return spoken_for(proposed, rights, name[1:])
    return {name} if name in rights.teams(proposed.districts) else None


def _tell(
    problems: Problems, teams: Collection[str], proposed: Proposal, given: argparse.Namespace, said: Words
) -> None:
    """The faults in the form that is asked for, and the verdict in one sentence."""
    is_text = given.format == "text"
    if is_text:
        report(problems, given.root, said, _texts(problems, proposed))
    else:
        texts = _texts(problems, proposed)
        lines = {path: text.split("\n") for path, text in texts.items()}
        repository = repository_of(given.root)
        print(formatted(given.format, list(problems), lines.get, said.language, repository))
    who = ", ".join(sorted(teams)) or said.say("rights-nobody")
    beyond = said.count("rights-found", len(problems))
    verdict = (
        said.say("rights-beyond", found=beyond, who=who)
        if problems.errors
        else said.say("rights-within", files=said.count("rights-files", len(proposed.changed)), who=who)
    )
    print(verdict, file=sys.stdout if is_text else sys.stderr)


def _texts(problems: Problems, proposed: Proposal) -> dict[str, str]:
    """The files with faults as they are proposed; "" for what is no text, or too long to quote."""
    blobs = {each.location.path: proposed.head.get(each.location.path) for each in problems}
    return {
        path: proposed.read(blob).decode("utf-8", "replace") if blob and 0 < blob.size <= MOST_BYTES else ""
        for path, blob in blobs.items()
    }


def _refuse(reason: str) -> int:
    print(reason, file=sys.stderr)
    return 2
