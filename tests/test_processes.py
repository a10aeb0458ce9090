"""Work shared among processes: whoever helps ends with the one that asked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

from tests.support.tools import ROOT

_ASKS = """
import os, sys, time
from ombrelle.processes import helpers
with helpers(2) as workers:
    for worker in [workers.submit(os.getpid) for _ in range(2)]:
        worker.result()
    workers.submit(time.sleep, 600)
    print("at work", flush=True)
    time.sleep(600)
"""


def test_helpers_end_with_a_process_that_is_killed() -> None:
    """Nobody is left to hold its pipe open: those at work, and those who wait for work."""
    asking = subprocess.Popen([sys.executable, "-c", _ASKS], stdout=subprocess.PIPE, cwd=ROOT)
    assert asking.stdout is not None
    assert asking.stdout.readline() == b"at work\n"
    os.kill(asking.pid, signal.SIGKILL)
    # The pipe ends when the last who inherited it has ended; the run of tests has a limit of time.
    assert asking.stdout.read() == b""
    asking.wait()
    asking.stdout.close()
