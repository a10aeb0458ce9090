"""Whether machines that have nothing in common but the files make the same site, without a network.

python -m benchmarks.reproducible
python -m benchmarks.reproducible --site tests/sites/rich --python ../3.12/bin/python ../3.13/bin/python

Each has a copy of the program and of the content at a path of its own, with other dates of files, in another
order; another user, zone, locale, seed of hashes and mask of rights; no cache. `build.py build` is run there,
drawings, pictures, kits and the index of the search included, of the day that SOURCE_DATE_EPOCH says. Where
the system has namespaces, there is no interface of the network in them, which is tried before each run;
elsewhere Python refuses every connection. The manifests must be equal: the SHA-256 of every file.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
OFFLINE = ROOT / "benchmarks/offline"
"""What Python reads before a program on these machines."""

BASE_URL = "https://www.ombrelle.example"
EPOCH = "1793534400"
"""2026-11-01, a Sunday, in UTC."""

_PROGRAM = ("ombrelle", "themes", "scripts")
_FILES = ("build.py", "pyproject.toml", "package.json", "package-lock.json", "owners.yaml")
_CONTENT = ("content", "quartiers")
_PASSED = frozenset({"PATH", "SYSTEMROOT", "LD_LIBRARY_PATH"})


@dataclass(frozen=True, slots=True)
class Machine:
    """What a build must not depend on. `user` is its number where there are namespaces."""

    path: str
    user: int
    zone: str
    locale: str
    seed: str
    umask: str
    touched: int
    order: str = ""
    utf_8: str = "1"
    python: str = sys.executable
    is_namespaced: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a build on a machine: the facts that it saw, and the SHA-256 of each file."""

    facts: Mapping[str, Any]
    manifest: Mapping[str, str]


MACHINES = (
    Machine("one", 1001, "UTC", "C.UTF-8", "1", "022", 1_000_000_000),
    Machine(
        "other/far away/été", 65_533, "Pacific/Kiritimati", "C", "2", "077", 1_700_000_000, "backwards", "0"
    ),
)


def has_namespaces() -> bool:
    """Whether this system gives a process a network and users of its own."""
    if shutil.which("unshare") is None:
        return False
    # All that is started here is ours.
    run = subprocess.run([*_apart(1001), "true"], capture_output=True, check=False)  # noqa: S603
    return run.returncode == 0


def made(machine: Machine, site: Path, folder: Path) -> Made:
    """Build a site on a machine below `folder`. RuntimeError with what was said where that fails."""
    home = folder / machine.path
    _copied(site, home, machine)
    told, manifest = folder / "facts.json", folder / "manifest.json"
    asked = [
        "build",
        "--root",
        home,
        "--out",
        home / "public",
        "--manifest",
        manifest,
        "--base-url",
        BASE_URL,
    ]
    sealed = [machine.python, ROOT / "benchmarks/sealed.py", told, machine.umask, home / "build.py", *asked]
    apart = _apart(machine.user) if machine.is_namespaced else []
    run = subprocess.run(  # noqa: S603
        [*apart, *map(str, sealed)],
        cwd=home,
        env=_environment(machine),
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if run.returncode:
        raise RuntimeError(f"{machine}: {run.returncode}\n{run.stdout}\n{run.stderr}")
    return Made(json.loads(told.read_text("utf-8")), json.loads(manifest.read_text("utf-8")))


def _apart(user: int) -> list[str]:
    """What runs a command in namespaces of its own, as a user who is nobody outside."""
    spaces = ("--user", "--net", "--mount", "--ipc", "--uts")
    return ["unshare", *spaces, f"--map-user={user}", f"--map-group={user}", "--"]


def _copied(site: Path, home: Path, machine: Machine) -> None:
    """The program and a site, each file with a date of its own, written from the last to the first."""
    home.mkdir(parents=True)
    skipped = shutil.ignore_patterns(".cache", "__pycache__")
    for top, names in ((ROOT, _PROGRAM), (site, _CONTENT)):
        for name in sorted(names, reverse=bool(machine.order)):
            shutil.copytree(top / name, home / name, ignore=skipped, copy_function=shutil.copyfile)
    for name in _FILES:
        shutil.copyfile(ROOT / name, home / name)
    if (ROOT / "node_modules").is_dir():
        (home / "node_modules").symlink_to(ROOT / "node_modules")
    for number, path in enumerate(sorted(home.rglob("*"))):
        if not path.is_symlink():
            os.utime(path, (machine.touched + number,) * 2)


def _environment(machine: Machine) -> Mapping[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if name in _PASSED},
        "HOME": str(Path("nowhere").resolve()),
        "TZ": machine.zone,
        "LC_ALL": machine.locale,
        "PYTHONHASHSEED": machine.seed,
        "PYTHONUTF8": machine.utf_8,
        "PYTHONCOERCECLOCALE": machine.utf_8,
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(OFFLINE),
        "SOURCE_DATE_EPOCH": EPOCH,
        "MACHINE_ORDER": machine.order,
        "MACHINE_NETWORK": "" if machine.is_namespaced else "refused",
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Build on each machine, and with each other Python; 1 where a manifest differs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--site", type=Path, default=ROOT)
    parser.add_argument("--python", nargs="+", default=[], metavar="PROGRAM")
    given = parser.parse_args(arguments)
    apart = has_namespaces()
    others = tuple(replace(MACHINES[1], python=str(Path(each).absolute())) for each in given.python)
    found = []
    for machine in (*MACHINES, *others):
        with tempfile.TemporaryDirectory() as folder:
            found.append(made(replace(machine, is_namespaced=apart), given.site.resolve(), Path(folder)))
        print(_said(found[-1]), flush=True)
    kinds = Counter(Path(path).suffix or path for path in found[0].manifest)
    print(", ".join(f"{count} {kind}" for kind, count in kinds.most_common(16)))
    different = sorted(
        {path for each in found for path, _ in each.manifest.items() ^ found[0].manifest.items()}
    )
    print(f"{len(different)} files differ: {', '.join(different[:10])}" if different else "no file differs")
    return 1 if different else 0


def _said(each: Made) -> str:
    facts = each.facts
    python = ".".join(map(str, facts["python"]))
    where = f"user {facts['user']}, {facts['zone'][0]}, {facts['encoding']}, interfaces {facts['interfaces']}"
    return f"Python {python}, {where}: {len(each.manifest)} files"


if __name__ == "__main__":
    sys.exit(main())
