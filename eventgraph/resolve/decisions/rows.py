"""The rows of a CSV file where they stand in it, and those that are none."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands in the file.

    Attributes:
        line: Where it begins, from 1.
        end: Code points of the file up to its end.
        cells: Its cells; none when it cannot be taken apart.
        problem: Why it cannot, or empty.
    """

    line: int
    end: int
    cells: tuple[str, ...]
    problem: str = ""


def rows_of(text: str) -> Iterator[Row]:
    """The rows of a text, those that are no CSV line by line; empty lines are none."""
    begin = line = 0
    while begin < len(text):
        lines = _Lines(text[begin:])
        reader = csv.reader(lines, strict=True)
        try:
            for cells in reader:
                if cells:
                    yield Row(line + lines.before + 1, begin + lines.taken, tuple(cells))
                lines.mark()
        except csv.Error as problem:
            begin, line = begin + lines.start, line + lines.before
            width = len(next(io.StringIO(text[begin:], newline="")))
            begin, line = begin + width, line + 1
            yield Row(line, begin, (), str(problem))
        else:
            return


class _Lines(Iterator[str]):
    """The lines of a text, counted: where the row under way began, and how much was taken."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self._count = 0
        self.taken = self.start = self.before = 0

    def __next__(self) -> str:
        line = next(self._lines)
        self.taken += len(line)
        self._count += 1
        return line

    def mark(self) -> None:
        """A row ends here."""
        self.start, self.before = self.taken, self._count
