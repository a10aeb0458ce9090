"""What is said when the disk refuses: what happened, where, why, how the site is now and what to do."""

from __future__ import annotations

import errno

from ombrelle.cli.words import Words

_CAUSES = {
    "full": {errno.ENOSPC, errno.EDQUOT},
    "readonly": {errno.EROFS},
    "rights": {errno.EACCES, errno.EPERM},
    "gone": {errno.ENOENT, errno.ENOTDIR, errno.ESTALE},
}


class PublishedError(OSError):
    """The disk refused something once the site was published."""


def words_of(error: OSError, said: Words) -> str:
    """The sentences of an error."""
    cause = next((name for name, numbers in _CAUSES.items() if error.errno in numbers), "other")
    place = said.say("disk-place", path=str(error.filename)) if error.filename else said.say("disk-somewhere")
    happened = said.say(f"disk-{cause}", place=place, reason=error.strerror or str(error))
    return f"{happened} {said.say('disk-after' if isinstance(error, PublishedError) else 'disk-before')}"
