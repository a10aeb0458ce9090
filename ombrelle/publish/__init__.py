"""The last step: a site is gathered in a folder of its own, and swapped in whole when everything is there.

lock ─► stage, filled by every step ─► swap ─► the folder of before is removed
"""

from ombrelle.publish.lock import alone
from ombrelle.publish.manifest import write_manifest
from ombrelle.publish.staging import staged, swap

__all__ = ["alone", "staged", "swap", "write_manifest"]
