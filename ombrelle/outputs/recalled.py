"""Files that follow from the base of a site, taken from where they are published while that is the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from ombrelle.cache import NOWHERE, Cache, packed, unpacked
from ombrelle.cache.recipes import digest_of
from ombrelle.markdown.bodies import Bodies
from ombrelle.outputs.output import Output
from ombrelle.render.base import Watched
from ombrelle.stage import UNFILED, Stage
from ombrelle.views.edition import Edition


@dataclass(frozen=True, slots=True)
class Recall:
    """What a build may take from the one before: its cache, its published files, for a base of the site."""

    cache: Cache
    stage: Stage
    base: str

    def files(
        self, name: str, make: Callable[[Edition], Iterator[Output]], edition: Edition
    ) -> Iterator[Output]:
        """The files that `make` gives, which has a name of its own and reads nothing but the edition.

        They are made where one of them is not published as it was made last on this base.
        """
        key = digest_of(("files", name, self.base))
        found = self._published(self.cache.use(key) if self.cache.keeps else None)
        if found:
            yield from found
            return
        texts, digests = Watched(edition.bodies.fragments), {}
        for output in make(replace(edition, bodies=Bodies(texts))):
            digests[output.path] = hashlib.sha256(output.content).hexdigest()
            yield output
        if not texts.asked:
            self.cache.keep(self.cache.seal(key, packed(digests)))

    def _published(self, kept: bytes | None) -> list[Output]:
        """The files of these digests; none where one of them is not there."""
        digests: Mapping[str, str] = unpacked(kept or b"{}")
        found = []
        for path, digest in digests.items():
            content = self.stage.published(path, digest)
            if content is None:
                return []
            found.append(Output(path, content))
        return found


NOTHING = Recall(NOWHERE, UNFILED, "")
"""That of a run that makes all anew."""
