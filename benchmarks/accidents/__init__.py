"""Builds to which something happens: what is published stays whole, and the next build is right.

python -m benchmarks.accidents --kinds all --times 20
python -m benchmarks.accidents --kills 200

    kill       killed at a moment taken at random: a touch of the disk, or a time
    twice      killed, and the build after it too
    full       the disk runs out, that of the site, of the cache or both, at a random byte
    readonly   a folder that cannot be written: what is published, its parent, the cache
    second     another build begins while one is under way
    clock      the clock set back, dates of files older than before or the same
    vanish     a file goes away or changes just before it is opened
    forbidden  a file or a folder that may not be read

After each, the folder that is published must be the old site or the new one, byte by byte; what was said must
be true, and no traceback. The build after it must be that which starts from nothing, and must leave nothing
beside but its spare folder and its lock. Where the system has no namespaces, `full` is left out and a folder
is read-only by its rights alone.
"""

from benchmarks.accidents.befall import KINDS, RefusedError, befall
from benchmarks.accidents.scene import Accident

__all__ = ["KINDS", "Accident", "RefusedError", "befall"]
