"""How many faults of faulty files are told at their place, with a repair, in each language.

python -m benchmarks.faults [SUBJECT…]

The cases are in `benchmarks/faults/cases`. A fault counts when `check` tells its code at its exact line and
column, with a repair in the language. What is told besides is listed as surplus, and so is whatever is told
of content that is right. The exit code is 1 below 95 % in a language, and for any false alarm.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from benchmarks.faults.judging import ROOT, SITES, Verdict, false_alarms, judge
from benchmarks.faults.reading import cases
from ombrelle.problems.catalogue import SPOKEN

ASKED = 0.95
"""The share of faults that is to be found."""

_NAMES = {"fr": "in French", "en": "in English"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line per subject, what is missed and what is surplus, and the false alarms."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help="only these files of cases")
    wanted = parser.parse_args(arguments).subjects
    verdicts = list(judge([case for case in cases() if not wanted or case.subject in wanted]))
    alarms = [f"{site.relative_to(ROOT)}: {problem}" for site in SITES for problem in false_alarms(site)]
    for line in (*_table(verdicts), *_differences(verdicts)):
        print(line)
    print(f"\n{len(SITES)} sites that are right: {len(alarms)} false alarms")
    print(*alarms, sep="\n", end="")
    return int(bool(alarms) or min(share(verdicts, lang) for lang in SPOKEN) < ASKED)


def share(verdicts: Sequence[Verdict], lang: str) -> float:
    """The share of faults that are found, with a repair in a language."""
    faults = sum(len(verdict.case.faults) for verdict in verdicts)
    return sum(len(verdict.repaired[lang]) for verdict in verdicts) / faults


def _table(verdicts: Sequence[Verdict]) -> Iterator[str]:
    yield (
        f"{'subject':12}{'cases':>8}{'faults':>8}{'at place':>10}"
        + "".join(f"{_NAMES[lang]:>22}" for lang in SPOKEN)
        + f"{'surplus':>10}"
    )
    for subject in dict.fromkeys(verdict.case.subject for verdict in verdicts):
        yield _row(subject, [verdict for verdict in verdicts if verdict.case.subject == subject])
    yield _row("all", verdicts)


def _row(name: str, verdicts: Sequence[Verdict]) -> str:
    faults = sum(len(verdict.case.faults) for verdict in verdicts)
    found = sum(len(verdict.found) for verdict in verdicts)
    surplus = sum(len(verdict.surplus) for verdict in verdicts)
    shares = "".join(
        f"{f'{sum(len(each.repaired[lang]) for each in verdicts)}  {100 * share(verdicts, lang):6.2f} %':>22}"
        for lang in SPOKEN
    )
    return f"{name:12}{len(verdicts):>8}{faults:>8}{found:>10}{shares}{surplus:>10}"


def _differences(verdicts: Sequence[Verdict]) -> Iterator[str]:
    for verdict in verdicts:
        name = f"{verdict.case.subject}: {verdict.case.name}"
        silent = {lang: verdict.missed(lang) & verdict.found for lang in SPOKEN}
        told = [
            *(f"  missed   {fault}" for fault in sorted(verdict.case.faults - verdict.found)),
            *(f"  no repair {_NAMES[lang]}   {each}" for lang in SPOKEN for each in sorted(silent[lang])),
            *(f"  surplus  {fault}" for fault in sorted(verdict.surplus)),
        ]
        if told:
            yield from ("", name, *told)


if __name__ == "__main__":
    sys.exit(main())
