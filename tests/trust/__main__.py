"""``python -m tests.trust``: what was tried against the program, and what was lost, as a table.

Small by default; ``--full`` as docs/trust.md has it, which takes an hour, or ``--only PART`` of it.
``--write`` puts the rows into docs/trust.md.
"""

from __future__ import annotations

import argparse
import logging
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz import full_disk
from tests.fuzz.laws import LAWS
from tests.trust import damage, kills, patterns, writers

PAGE = Path(__file__).parents[2] / "docs" / "trust.md"
HEADER = "| tried | how much | what went wrong |\n|---|---|---|\n"


def inputs(examples: int) -> dict[str, int]:
    """Odd inputs under every law of `tests.fuzz`; what breaks a law is raised."""
    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    tried = {f"{name} ": law.tried(examples, seed=2) for name, law in LAWS.items()}
    return {**tried, "laws_broken": 0}


@dataclass(frozen=True)
class Part:
    """Something to try.

    Attributes:
        title: What it is.
        run: Given a size, gives figures by name; the losses come last.
        tries: How many of the figures say what was tried; the others have to be 0.
        small: The size of a quick look.
        full: The size that docs/trust.md has.
    """

    title: str
    run: Callable[[int], dict[str, int]]
    tries: int
    small: int
    full: int

    def row(self, *, full: bool) -> tuple[str, bool]:
        """A row of the table, and whether nothing went wrong."""
        found = list(self.run(self.full if full else self.small).items())
        tried, lost = found[: self.tries], [(name, n) for name, n in found[self.tries :] if n]
        cells = (self.title, _said(tried), _said(lost) or "nothing")
        return f"| {' | '.join(cells)} |\n", not lost


def _said(figures: list[tuple[str, int]]) -> str:
    return ", ".join(f"{number} {name.strip().replace('_', ' ')}" for name, number in figures)


PARTS = {
    "inputs": Part("odd inputs (Hypothesis)", inputs, len(LAWS), 10, 200),
    "faults": Part("a disk that fails at a write", full_disk.run, 1, 12, 1000),
    "writers": Part("programs at once on one directory", writers.run, 3, 2, 100),
    "kills": Part("builds ended by SIGKILL", kills.run, 2, 5, 100),
    "patterns": Part("repeated patterns at n, 2n and 4n", patterns.run, 2, 2_000, 20_000),
    "damage": Part("flipped bits", damage.run, 2, 12, 360),
}


def table(rows: dict[str, str]) -> str:
    """Rows under their header, in the order of the parts."""
    return HEADER + "".join(rows[name] for name in PARTS if name in rows)


def kept(page: str) -> Iterator[tuple[str, str]]:
    """The rows that a page has already, by part."""
    for name, part in PARTS.items():
        if found := re.search(rf"^\| {re.escape(part.title)} \|.*\n", page, re.MULTILINE):
            yield name, found[0]


def main() -> int:
    """Try, and print the table; 1 when something went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.trust", description=__doc__)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--only", action="append", choices=PARTS)
    chosen = parser.parse_args()
    rows, fine = {}, True
    for name in chosen.only or PARTS:
        rows[name], went_well = PARTS[name].row(full=chosen.full)
        fine &= went_well
    sys.stdout.write(table(rows))
    if chosen.write:
        page = PAGE.read_text(encoding="utf-8")
        begin, end = page.index(HEADER), page.index("\n\n", page.index(HEADER)) + 1
        changed = page[:begin] + table({**dict(kept(page)), **rows}) + page[end:]
        PAGE.write_text(changed, encoding="utf-8", newline="\n")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
