"""The numbers that decide what a reader sees: constants of modules, and weights in rows of features."""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("resolve", "timex", "extract", "export", "store")
SMALL = 4  # whole numbers up to which one more is a noticeable move


@dataclass(frozen=True, order=True)
class Constant:
    """A number in a file of the package.

    Attributes:
        path: Of the file, from the checkout's root.
        line: Where the number stands, from 1.
        start: Its first column, in bytes of UTF-8.
        end: The column after it.
        name: What it is called.
        value: What it is.
    """

    path: str
    line: int
    start: int
    end: int
    name: str
    value: float

    @property
    def moved(self) -> str:
        """The number moved noticeably: doubled, or one more where it is a small whole number."""
        if isinstance(self.value, int):
            return repr(self.value + 1 if abs(self.value) <= SMALL else self.value * 2)
        return repr(round(self.value * 1.5, 6))

    def mutated(self, source: str) -> str:
        """The file with the number moved."""
        lines = source.encode().split(b"\n")
        line = lines[self.line - 1]
        lines[self.line - 1] = line[: self.start] + self.moved.encode() + line[self.end :]
        return b"\n".join(lines).decode()


def constants() -> list[Constant]:
    """All of them, in the order of the files."""
    paths = sorted(p for room in ROOMS for p in (ROOT / "eventgraph" / room).rglob("*.py"))
    return [constant for path in paths for constant in _of_file(path)]


def sample(count: int, seed: int) -> list[Constant]:
    """So many of them, chosen by a seed, as evenly over the rooms as they allow."""
    chance = random.Random(seed)
    by_room: dict[str, list[Constant]] = {room: [] for room in ROOMS}
    for constant in constants():
        by_room[constant.path.split("/")[1]].append(constant)
    for found in by_room.values():
        chance.shuffle(found)
    chosen: list[Constant] = []
    while len(chosen) < count and any(by_room.values()):
        chosen += [found.pop() for found in by_room.values() if found]
    return sorted(chosen[:count])


def _of_file(path: Path) -> Iterator[Constant]:
    name = str(path.relative_to(ROOT))
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield from _of_value(name, node.targets[0].id, node.value)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            yield from _of_value(name, node.target.id, node.value)


def _of_value(path: str, name: str, value: ast.expr) -> Iterator[Constant]:
    """A number by itself, or the numbers of a table."""
    if not name.isupper() and not (name.startswith("_") and name[1:].isupper()):
        return
    for node in ast.walk(value):
        if isinstance(node, ast.Constant) and type(node.value) in (int, float) and node.value:
            yield Constant(
                path, node.lineno, node.col_offset, node.end_col_offset or 0, name, node.value
            )
