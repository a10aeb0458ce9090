"""The layers of services: in which of them an entry offers something."""

from __future__ import annotations

from ombrelle.kinds.actor import Actor
from ombrelle.kinds.service import Service
from ombrelle.load.entry import Entry


def layers_of(entry: Entry) -> tuple[str, ...]:
    """The layers in which an entry offers something."""
    if isinstance(entry.facts, Service):
        return (entry.facts.layer,)
    return entry.facts.services if isinstance(entry.facts, Actor) else ()
