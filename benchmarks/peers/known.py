"""The generators that ours can be measured beside, by name."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from benchmarks.peers import eleventy, hugo, pelican
from benchmarks.synthetic import Size
from benchmarks.works import Work


class Peer(Protocol):
    """What the module of a peer offers."""

    def find_program(self) -> str | None:
        """The program, or None where there is none."""

    def write_site(self, root: Path, size: Size) -> Path:
        """Write what the program is given below `root`; gives `root`."""

    def command(self, program: str, root: Path, out: Path) -> list[str]:
        """What builds the site below `root` into `out`."""


PEERS: Mapping[str, Peer] = {"hugo": hugo, "eleventy": eleventy, "pelican": pelican}


def find_programs(names: Iterable[str]) -> dict[str, str]:
    """The program of each of these peers that is there."""
    found = {name: PEERS[name].find_program() for name in names}
    return {name: program for name, program in found.items() if program}


def peer_work(name: str, program: str, folder: Path, size: Size) -> Work:
    """The build of a peer from nothing, as ours is built from nothing: what it wrote before is gone."""
    peer, out = PEERS[name], folder / f"{name}-public"
    source = peer.write_site(folder / name, size)
    return Work(name, lambda: shutil.rmtree(out, ignore_errors=True), peer.command(program, source, out), out)
