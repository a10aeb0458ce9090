"""What builds made, kept on disk for the next: bytes, each by the digest of all that it was made from.

    .cache/build.db   works:   key ─► bytes, compressed and sealed
                      uses:    key ─► the last build that used them
                      recipes: path of a page ─► what it was last rendered from, and why

The file may be deleted at any time, shared between branches and carried to another machine. A key names the
program too, so that what another version made is never found. Nothing in it is run: a value is bytes, which
count only with the seal that they were given. What cannot be read is made anew.
"""

from ombrelle.cache.database import NOWHERE, Cache, Kept
from ombrelle.cache.packed import packed, unpacked
from ombrelle.cache.program import program_digest
from ombrelle.cache.recipes import Recipe, Rendering, recipe_of

__all__ = [
    "NOWHERE",
    "Cache",
    "Kept",
    "Recipe",
    "Rendering",
    "packed",
    "program_digest",
    "recipe_of",
    "unpacked",
]
