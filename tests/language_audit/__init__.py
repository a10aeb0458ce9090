"""An audit of what a built site says of its languages, apart from the generator.

It reads the HTML, the sitemaps and the feeds of a folder as a browser and a search engine would. It knows
nothing of how they were made, and imports nothing of `ombrelle`. `python -m tests.language_audit public`
prints every fault, and exits with 1 where there is one.
"""

from __future__ import annotations

from tests.language_audit.fault import Fault
from tests.language_audit.run import audit

__all__ = ["Fault", "audit"]
