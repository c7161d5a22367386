"""One measured figure, and a table of them."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure, and what it should be at least or at most; not judged when there is neither."""

    name: str
    value: float
    unit: str = ""
    least: float | None = None
    most: float | None = None

    @property
    def good(self) -> bool:
        """Whether it is as it should be."""
        return (self.least is None or self.value >= self.least) and (
            self.most is None or self.value <= self.most
        )

    def line(self) -> str:
        """Name, value, unit, goal, verdict."""
        goal = "" if self.least is None else f"≥ {self.least:g}"
        goal = goal if self.most is None else f"≤ {self.most:g}"
        verdict = "" if not goal else "good" if self.good else "MISSED"
        return f"{self.name:<62}{self.value:>12.4g} {self.unit:<12}{goal:<10}{verdict}"


def show(rows: Iterable[Row]) -> list[Row]:
    """Print rows as they are measured; all of them."""
    shown = []
    for row in rows:
        shown.append(row)
        sys.stdout.write(row.line() + "\n")
        sys.stdout.flush()
    return shown


def exponent(points: list[tuple[float, float]]) -> float:
    """The power of the size that time grows with, over the last step."""
    (size, time), (larger, longer) = points[-2:]
    return math.log(longer / time) / math.log(larger / size)
