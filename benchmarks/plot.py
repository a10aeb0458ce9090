"""Time and memory against pages, as an SVG: a line for each work, on scales of powers of ten."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from math import ceil, floor, log10
from statistics import median

from benchmarks.works import Done

_WIDTH, _HEIGHT, _LEFT, _TOP, _FOOT = 420, 300, 60, 40, 40
_COLOURS = ("#14213d", "#c8330f", "#1b7f5c", "#7a3fa0", "#a06b00", "#2866a8", "#d1479a", "#6b7280")

Points = Sequence[tuple[float, float]]


def plotted(figures: Sequence[Mapping[str, Sequence[Done]]]) -> str:
    """The figures of several sizes side by side: seconds on the left, megabytes on the right."""
    names = list(dict.fromkeys(name for found in figures for name in found))
    time = _panel("seconds", 0, names, lambda name: _points(figures, name, lambda done: done.cost.wall))
    memory = _panel("megabytes", 1, names, lambda name: _points(figures, name, lambda done: done.cost.memory))
    size = f"0 0 {2 * (_WIDTH + _LEFT + 20) + 30} {_HEIGHT + _TOP + _FOOT + 20 * len(names)}"
    style = "text{font:13px system-ui,sans-serif;fill:#14213d}path{fill:none;stroke-width:2}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}"><style>{style}</style>'
        f'<rect width="100%" height="100%" fill="#fff"/>{time}{memory}{_legend(names)}</svg>\n'
    )


def _points(
    figures: Sequence[Mapping[str, Sequence[Done]]], name: str, value: Callable[[Done], float]
) -> Points:
    found = [figure[name] for figure in figures if name in figure]
    return [(done[0].pages, median(map(value, done))) for done in found if done[0].pages]


def _panel(title: str, column: int, names: Sequence[str], points_of: Callable[[str], Points]) -> str:
    lines = {name: points_of(name) for name in names}
    every = [point for points in lines.values() for point in points]
    if not every:
        return ""
    across, up = _scale([x for x, _ in every]), _scale([y for _, y in every])
    shift = column * (_WIDTH + _LEFT + 20) + _LEFT
    drawn = "".join(
        _line(_COLOURS[names.index(name) % len(_COLOURS)], points, across, up)
        for name, points in lines.items()
    )
    ticks = "".join(_tick(10.0**power, up) for power in range(up[0], up[1] + 1))
    marks = "".join(
        f'<text x="{_at(10.0**power, across) * _WIDTH:.1f}" y="{_HEIGHT + 18}" text-anchor="middle">'
        f"{10**power:,}</text>"
        for power in range(across[0], across[1] + 1)
    )
    head = f'<text y="-14">{escape(title)} against pages</text>'
    return f'<g transform="translate({shift} {_TOP})">{head}{ticks}{marks}{drawn}</g>'


def _scale(values: Sequence[float]) -> tuple[int, int]:
    """The powers of ten around values."""
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return low, max(high, low + 1)


def _at(value: float, scale: tuple[int, int]) -> float:
    return (log10(value) - scale[0]) / (scale[1] - scale[0])


def _line(colour: str, points: Points, across: tuple[int, int], up: tuple[int, int]) -> str:
    places = [(_at(x, across) * _WIDTH, _HEIGHT * (1 - _at(y, up))) for x, y in points]
    way = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places)
    return f'<path d="M{way}" stroke="{colour}"/>{dots}'


def _tick(value: float, up: tuple[int, int]) -> str:
    y = _HEIGHT * (1 - _at(value, up))
    return (
        f'<path d="M0 {y:.1f}H{_WIDTH}" stroke="#d3d9e6"/>'
        f'<text x="-6" y="{y + 4:.1f}" text-anchor="end">{value:g}</text>'
    )


def _legend(names: Sequence[str]) -> str:
    rows = (
        f'<text x="{_LEFT}" y="{_HEIGHT + _TOP + _FOOT + 20 * row}"'
        f' style="fill:{_COLOURS[row % len(_COLOURS)]}">● {escape(name)}</text>'
        for row, name in enumerate(names)
    )
    return "".join(rows)
