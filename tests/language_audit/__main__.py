"""`python -m tests.language_audit FOLDER`: every lie about language of a built site."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.language_audit import audit

if __name__ == "__main__":
    found = audit(Path(sys.argv[1]))
    for fault in found:
        print(f"{fault.path}  {fault.code}  {fault.detail}")
    print(f"{len(found)} faults")
    sys.exit(bool(found))
