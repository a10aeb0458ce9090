"""A Dask cluster as an executor: the pages of a site rendered by the machines that it has.

https://distributed.dask.org/en/stable/api.html#distributed.Client.get_executor. A worker that is lost loses
nothing: what it had been given is done by another.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, Future
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from socket import create_connection
from typing import Any
from urllib.parse import urlsplit

from ombrelle.processes import Packed

PACKAGE = "distributed"
"""What has to be installed: the extra `dask`."""

_ATTEMPTS = 3
"""How often a part of the work is begun again when its worker is lost."""


def is_possible() -> bool:
    """Whether this Python can speak to a cluster."""
    return find_spec(PACKAGE) is not None


def answers(address: str, patience: float = 5.0) -> bool:
    """Whether a scheduler is at an address, `tcp://host:port`, within so many seconds."""
    try:
        found = urlsplit(address)
        with create_connection((found.hostname or "", found.port or 0), patience):
            return True
    except (OSError, ValueError):
        return False


@contextmanager
def cluster(address: str, jobs: int) -> Iterator[Executor]:
    """The executor of the scheduler at an address; without one, of a cluster of `jobs` processes made now."""
    from distributed import Client, LocalCluster

    client: Any = Client
    local: Any = LocalCluster
    with ExitStack() as open_:
        place = address or open_.enter_context(
            local(n_workers=jobs, threads_per_worker=1, host="127.0.0.1", dashboard_address=None)
        )
        yield _Dask(open_.enter_context(client(place, set_as_default=False)))


class _Dask(Executor):
    """Submits calls to a client. Packed work is sent to each worker once."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._executor = client.get_executor(pure=False, retries=_ATTEMPTS)
        self._sent: dict[str, Any] = {}

    def submit(self, fn: Any, /, *values: Any, **named: Any) -> Future[Any]:
        """Ask for a call, the way of every executor."""
        future: Future[Any] = self._executor.submit(fn, *map(self._there, values), **named)
        return future

    def _there(self, value: Any) -> Any:
        """What stands for a value in a call: packed work is where it is to be done already."""
        if not isinstance(value, Packed):
            return value
        if value.digest not in self._sent:
            self._sent[value.digest] = self._client.scatter(value, broadcast=True)
        return self._sent[value.digest]
