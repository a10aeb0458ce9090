"""What the ledger of addresses adds to the routes: redirects of its own, and what is gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ombrelle.load.addresses import Address
from ombrelle.problems import Problems
from ombrelle.route import Redirect, Routes


def bare(url: str) -> str:
    """An address as hosts compare it: with or without a slash at its end, it is the same."""
    return url.rstrip("/")


def ledger_redirects(
    ledger: Sequence[Address], pages: Mapping[str, str], former: Mapping[str, str], problems: Problems
) -> Iterator[Redirect]:
    """The redirects of the ledger. `pages` are bare addresses with their files, `former` with their targets.

    A redirect leads to a page at once: one that leads to another redirect, to itself or to nothing is told.
    """
    own = {bare(address.path): address for address in ledger if address.target}
    for source, address in own.items():
        place = address.place
        if source in pages:
            problems.add("redirect-shadows-page", place, value=address.path, other=pages[source])
        elif source in former:
            problems.add("redirect-twice", place, value=address.path, other=former[source])
        elif bare(address.target) in pages:
            yield Redirect(address.path, address.target)
        else:
            _tell(address, own, pages, former, problems)


def _tell(
    address: Address,
    own: Mapping[str, Address],
    pages: Mapping[str, str],
    former: Mapping[str, str],
    problems: Problems,
) -> None:
    """What is wrong with a redirect that does not lead to a page."""
    values = {"value": address.path, "target": address.target}
    seen, end = {bare(address.path)}, address.target
    while bare(end) in own and bare(end) not in seen:
        seen.add(bare(end))
        end = own[bare(end)].target
    end = former.get(bare(end), end)
    if bare(end) in seen:
        problems.add("redirect-loop", address.place, **values, line=f"{address.path} 410")
    elif bare(end) in pages:
        problems.add("redirect-chain", address.place, **values, line=f"{address.path} 301 {end}")
    else:
        problems.add("redirect-nowhere", address.place, **values, line=f"{address.path} 410")


def gone_addresses(ledger: Sequence[Address], pages: Mapping[str, str]) -> tuple[str, ...]:
    """The addresses that are declared gone, and where no page stands today."""
    return tuple(address.path for address in ledger if address.is_gone and bare(address.path) not in pages)


def updated(ledger: Sequence[Address], routes: Routes) -> str:
    """The text of the ledger with every page of today; an address of before stays, whatever became of it."""
    lines = {address.path: address for address in ledger}
    for page in routes.pages:
        if page.type != "not-found":
            lines[page.url] = Address(page.url, page.key)
    return "".join(f"{lines[path]}\n" for path in sorted(lines))
