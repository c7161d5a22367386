"""The file of decisions: CSV in UTF-8, one decision a row, only ever appended to.

What is written is read back by the rules of reading before it takes the old file's place, so that no
command can leave a file behind that the next one refuses.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from eventgraph.errors import DataError
from eventgraph.files import write
from eventgraph.resolve.decisions.decision import (
    LONGEST,
    MOST_NUMBER,
    Action,
    Decision,
    Reference,
    ReferenceType,
    check,
)
from eventgraph.resolve.decisions.rows import Row, rows_of

COLUMNS = (
    "number", "action", "subject", "subject_type", "subject_id", "object", "object_type", "object_id", "note",
)  # fmt: skip
QUOTES = ("subject_quote", "object_quote")  # that files of earlier versions lack
WIDEST_GAP = 1_000_000  # between two numbers: no slip of the hand may leave no number free
_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds.

    Attributes:
        decisions: In order.
        torn: What to say of a last row that was cut off while it was written; empty when none was.
        header: The names of the columns.
        text: The file up to the end of its last whole row.
    """

    decisions: tuple[Decision, ...] = ()
    torn: str = ""
    header: tuple[str, ...] = (*COLUMNS, *QUOTES)
    text: str = ""


def read(path: Path) -> Read:
    """The decisions of a file, undone ones and ``undo`` included; one that is empty holds none.

    Raises:
        DataError: The file is not as expected.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise DataError(
            f"{path}: cannot be read as CSV in UTF-8: {problem}; 'eventgraph undo' sets bad rows aside"
        ) from problem
    return parse(text, path)


def parse(text: str, path: Path) -> Read:
    """The decisions of a text, as `read` gives them.

    Raises:
        DataError: It is not as expected.
    """
    rows = rows_of(text)
    head = next(rows, None)
    if head is None:
        return Read()
    header = _header(head, path)
    decisions: list[Decision] = []
    end = head.end
    for row in rows:
        try:
            decisions.append(decision_of(row, header, decisions[-1:], path))
        except DataError as problem:
            if row.end == len(text) and not text.endswith(("\n", "\r")):
                torn = f"{problem}: the row was cut off while it was written, and is left out"
                return Read(tuple(decisions), torn, header, text[:end])
            raise
        end = row.end
    return Read(tuple(decisions), "", header, text[:end])


def _header(row: Row, path: Path) -> tuple[str, ...]:
    missing = [name for name in COLUMNS if name not in row.cells]
    if missing:
        raise DataError(
            f"{path}:1: header lacks {', '.join(missing)}; expected {','.join(COLUMNS)}"
        )
    return row.cells


def decision_of(
    row: Row, header: Sequence[str], before: Sequence[Decision], path: Path
) -> Decision:
    """The decision of a row.

    Args:
        row: As it stands in the file.
        header: Names of the columns.
        before: The decision before it, if there is one.
        path: For messages.

    Raises:
        DataError: It is none.
    """
    where = f"{path}:{row.line}"
    if row.problem:
        raise DataError(f"{where}: no row of CSV: {row.problem}")
    if len(row.cells) != len(header):
        raise DataError(f"{where}: more or fewer cells than the header has")
    cells = {name: _raw(cell.strip()) for name, cell in zip(header, row.cells, strict=True)}
    number = cells["number"]
    if not (number.isdecimal() and len(number) < len(str(MOST_NUMBER))):
        raise DataError(
            f"{where}: number {number[:20]!r}, expected a whole number of up to 9 digits"
        )
    subject, thing = (
        Reference(
            cells[one],
            cast("ReferenceType", cells[f"{one}_type"]),
            cells[f"{one}_id"],
            cells.get(f"{one}_quote", ""),
        )
        for one in ("subject", "object")
    )
    decision = Decision(
        int(number), cast("Action", cells["action"]), subject, thing, cells["note"], row.line
    )
    check(decision, where)
    last = before[0].number if before else 0
    if not last < decision.number <= last + WIDEST_GAP:
        raise DataError(
            f"{where}: number {decision.number}, expected more than {last}, by no more than {WIDEST_GAP}"
        )
    return decision


def tidy(reference: Reference) -> Reference:
    """A reference as it will be read: no blanks around it, no half characters.

    >>> tidy(Reference(" Anna ")).name
    'Anna'
    """
    name, id_, quote = (_tidy(cell) for cell in (reference.name, reference.id, reference.quote))
    return Reference(name, reference.type, id_, quote if len(quote) <= LONGEST else "")


def _tidy(cell: str) -> str:
    return cell.encode("utf-8", "replace").decode().strip()


def append(path: Path, decision: Decision) -> None:
    """Write one more decision; a last line without an end gets one, a torn last row goes.

    Raises:
        DataError: The file cannot be read or written, or would not say the same when read.
    """
    there = path.exists() and path.stat().st_size
    known = read(path) if there else Read()
    header = known.header if there and known.text else (*COLUMNS, *QUOTES)
    lacking = [name for name in QUOTES if name not in header]
    if lacking and (decision.subject.quote or decision.object.quote):
        text = _widened(known.text, lacking)
        header = (*header, *lacking)
    else:
        text = known.text or _line(header)
    if not text.endswith("\n"):
        text += "\n"
    text += _line([_cells(decision).get(name, "") for name in header])
    if parse(text, path).decisions != (*known.decisions, decision):
        raise DataError(f"{path}: decision {decision.number} would not be read as it is written")
    mark = "\ufeff" if there and path.read_bytes().startswith(b"\xef\xbb\xbf") else ""
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path, (mark + text).encode(), locked=True)


def _widened(text: str, columns: Sequence[str]) -> str:
    """A file with more columns, empty in every row but the first."""
    head, *others = (row.cells for row in rows_of(text))
    return _line([*head, *columns]) + "".join(_line([*c, *("" for _ in columns)]) for c in others)


def _line(cells: Sequence[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _cells(decision: Decision) -> dict[str, str]:
    subject, thing = decision.subject, decision.object
    cells = {
        "subject": subject.name, "subject_type": subject.type, "subject_id": subject.id,
        "object": thing.name, "object_type": thing.type, "object_id": thing.id,
        "note": decision.note, "subject_quote": subject.quote, "object_quote": thing.quote,
    }  # fmt: skip
    safe = {name: _safe(cell) for name, cell in cells.items()}
    return {"number": str(decision.number), "action": decision.action, **safe}


def _safe(cell: str) -> str:
    """A cell that a spreadsheet does not run as a formula."""
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA) else cell


def _raw(cell: str) -> str:
    """What `_safe` was given."""
    guarded = cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA)
    return cell[1:] if guarded else cell
