"""The kinds of content: one file per kind, and the one tuple that lists them."""

from __future__ import annotations

from collections.abc import Mapping

from ombrelle.kinds import actor, event, news, page, programme, quartier, service, startup, story
from ombrelle.kinds.base import Kind

KINDS: tuple[Kind, ...] = (
    quartier.KIND,
    startup.KIND,
    actor.KIND,
    service.KIND,
    programme.KIND,
    event.KIND,
    news.KIND,
    story.KIND,
    page.KIND,
)
"""Every kind whose files make entries, in the order in which they are loaded and told."""

BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}
