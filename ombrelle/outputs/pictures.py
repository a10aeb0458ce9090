"""The sizes of pictures that files of the site name, made or taken from the cache.

Which are to be made is read in the finished files, so that nothing is made that nobody asks for. While
serving, one is made when a browser fetches it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ombrelle.load.entry import MediaFile
from ombrelle.options import Options
from ombrelle.outputs.output import Output
from ombrelle.pictures.form import DamagedError, Form
from ombrelle.pictures.ladder import Step, height_at, named_in, offered, step_at
from ombrelle.pictures.original import Original, read_again
from ombrelle.pictures.store import Store
from ombrelle.problems import Location, Problems
from ombrelle.processes import helpers
from ombrelle.views.edition import Edition

_TEXTS = (".html", ".json", ".xml", ".webmanifest", ".ics", ".vcf")


def names_in(path: str, content: bytes) -> frozenset[str]:
    """The addresses of pictures that a file of the site names."""
    return frozenset(named_in([content])) if path.endswith(_TEXTS) else frozenset()


def pictures_named(edition: Edition, named: Iterable[str]) -> dict[str, Step]:
    """The pictures that there are among those that are named: paths, and what stands there."""
    known = _originals(edition)
    steps = {path.lstrip("/"): step_at(path) for path in sorted(named)}
    return {path: step for path, step in steps.items() if step and _is_offered(known, step)}


def pictures(
    edition: Edition, named: Mapping[str, Step], options: Options, problems: Problems
) -> Iterator[Output]:
    """The files of pictures; one that cannot be read after all is told, and has none."""
    store, known = Store(options.cache or options.root), _originals(edition)
    steps = dict.fromkeys(named.values())
    kept = {step: content for step in steps if (content := store.read(step))}
    tasks = _tasks(edition.root, known, [step for step in steps if step not in kept])
    for task, made in zip(tasks, _run(tasks, options.jobs), strict=True):
        if made is None:
            problems.add("picture-damaged", Location(known[task.digest].path))
        else:
            store.keep(made)
            kept |= made
    if options.cache is None:
        store.prune(set(steps))
    yield from (Output(path, kept[step]) for path, step in named.items() if step in kept)


def picture(edition: Edition, path: str) -> bytes | None:
    """One file of a picture, made now where it is not kept; None for another file, or one that is damaged."""
    step, known = step_at(path), _originals(edition)
    if step is None or not _is_offered(known, step):
        return None
    store = Store(edition.root)
    content = store.read(step)
    if content is None:
        try:
            made = _make(_tasks(edition.root, known, [step])[0]) or {}
        except OSError:
            # It went away or changed since it was examined: what is there now has another address.
            return None
        store.keep(made)
        content = made.get(step)
    return content


@dataclass(frozen=True, slots=True)
class _Task:
    """A picture to be read once, and what is to be made of it: each step with its height."""

    path: Path
    digest: str
    form: Form
    steps: tuple[tuple[Step, int], ...]


def _originals(edition: Edition) -> dict[str, MediaFile]:
    """The pictures of which sizes are made, by their digest."""
    return {
        medium.original.digest: medium
        for medium in edition.library.media
        if medium.original and not medium.original.is_drawing
    }


def _is_offered(known: Mapping[str, MediaFile], step: Step) -> bool:
    original = known[step.digest].original if step.digest in known else None
    return original is not None and (step.width, step.format) in offered(original)


def _tasks(root: Path, known: Mapping[str, MediaFile], steps: list[Step]) -> list[_Task]:
    found = []
    for digest in dict.fromkeys(step.digest for step in steps):
        medium = known[digest]
        original: Original | None = medium.original
        assert original is not None
        own = tuple((step, height_at(original, step.width)) for step in steps if step.digest == digest)
        found.append(_Task(root / medium.path, digest, original.form, own))
    return found


def _run(tasks: list[_Task], jobs: int) -> Iterator[dict[Step, bytes] | None]:
    if jobs <= 1 or len(tasks) < 2:
        yield from map(_make, tasks)
        return
    with helpers(min(jobs, len(tasks))) as workers:
        yield from workers.map(_make, tasks)


def _make(task: _Task) -> dict[Step, bytes] | None:
    from ombrelle.pictures.make import make

    wanted = [(step.width, height, step.format) for step, height in task.steps]
    try:
        made = make(read_again(task.path, task.digest), task.form, wanted)
    except DamagedError:
        return None
    return dict(zip([step for step, _ in task.steps], made, strict=True))
