"""The file of decisions: CSV in UTF-8, one decision a row, only ever appended to."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from eventgraph.errors import DataError
from eventgraph.resolve.decisions.decision import Action, Decision, Reference, ReferenceType, check

COLUMNS = (
    "number", "action", "subject", "subject_type", "subject_id", "object", "object_type", "object_id", "note",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@")


def read(path: Path) -> Iterator[Decision]:
    """The decisions of a file, undone ones and ``undo`` included.

    Raises:
        DataError: The file is not as expected.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise DataError(
                    f"{path}:1: header lacks {', '.join(missing)}; expected {','.join(COLUMNS)}"
                )
            before = 0
            for row in reader:
                decision = _decision(row, f"{path}:{reader.line_num}")
                if decision.number <= before:
                    raise DataError(
                        f"{path}:{reader.line_num}: number {decision.number}, expected more than {before}"
                    )
                before = decision.number
                yield decision
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise DataError(f"{path}: cannot be read as CSV in UTF-8: {problem}") from problem


def _decision(row: Mapping[str | None, object], where: str) -> Decision:
    if None in row or None in row.values():
        raise DataError(f"{where}: more or fewer cells than the header has")
    cells = {name: _raw(str(row[name]).strip()) for name in COLUMNS}
    if not cells["number"].isdecimal():
        raise DataError(f"{where}: number {cells['number']!r}, expected a whole number")
    subject, thing = (
        Reference(cells[one], cast("ReferenceType", cells[f"{one}_type"]), cells[f"{one}_id"])
        for one in ("subject", "object")
    )
    decision = Decision(
        int(cells["number"]), cast("Action", cells["action"]), subject, thing, cells["note"]
    )
    check(decision, where)
    return decision


def append(path: Path, decision: Decision) -> None:
    """Write one more decision.

    Raises:
        DataError: The file cannot be written.
    """
    subject, thing = decision.subject, decision.object
    cells = (
        subject.name, subject.type, subject.id, thing.name, thing.type, thing.id, decision.note,
    )  # fmt: skip
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="replace", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            if not file.tell():
                writer.writerow(COLUMNS)
            writer.writerow((decision.number, decision.action, *map(_safe, cells)))
    except OSError as problem:
        raise DataError(f"{path}: cannot be written: {problem}") from problem


def _safe(cell: str) -> str:
    """A cell that a spreadsheet does not run as a formula."""
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA) else cell


def _raw(cell: str) -> str:
    """What `_safe` was given."""
    guarded = cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA)
    return cell[1:] if guarded else cell
