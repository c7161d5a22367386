"""Sets aside what is no decision, so that a file that something else has damaged can be read again."""

from __future__ import annotations

from pathlib import Path

from eventgraph.errors import DataError
from eventgraph.files import write
from eventgraph.resolve.decisions.decision import Decision
from eventgraph.resolve.decisions.file import COLUMNS, QUOTES, decision_of
from eventgraph.resolve.decisions.rows import Row, rows_of

SUFFIX = ".damaged"


def mend(path: Path) -> list[str]:
    """Keep the rows that are decisions and move all others into a file beside it.

    Args:
        path: The file of decisions.

    Returns:
        For each row that was moved, what was wrong with it; empty when the file is as it should be.

    Raises:
        StoreError: The file cannot be written.
    """
    if not path.exists():
        return []
    text = path.read_bytes().decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    rows = list(rows_of(text))
    usual = (*COLUMNS, *QUOTES)
    whole = bool(rows) and set(COLUMNS) <= set(rows[0].cells)
    # Where the header itself is damaged, the rows below it say how many of the usual columns there are.
    widths = {len(row.cells) for row in rows[1:]}
    header = (
        rows[0].cells if whole else usual[: max(widths & {len(COLUMNS), len(usual)}, default=None)]
    )
    kept: list[Decision] = []
    good: list[str] = []
    bad: list[str] = []
    problems: list[str] = []
    begin = 0
    for row in rows:
        piece, begin = text[begin : row.end], row.end
        problem = "" if row.cells == header else _problem(row, header, kept, path)
        if problem:
            problems.append(f"{problem}; moved to {path.name}{SUFFIX}")
        (bad if problem else good).append(piece)
    if problems:
        aside = path.with_name(path.name + SUFFIX)
        before = aside.read_bytes() if aside.exists() else b""
        write(aside, before + _bytes("".join(map(_ended, bad))), locked=True)
        head = "" if whole else ",".join(header) + "\n"
        write(path, _bytes(head + "".join(map(_ended, good))), locked=True)
    return problems


def _problem(row: Row, header: tuple[str, ...], kept: list[Decision], path: Path) -> str:
    """Why a row is no decision; one that is joins those that are kept."""
    if any("\udc80" <= char <= "\udcff" for cell in row.cells for char in cell):
        return f"{path}:{row.line}: not in UTF-8"
    try:
        kept.append(decision_of(row, header, kept[-1:], path))
    except DataError as problem:
        return str(problem)
    return ""


def _ended(piece: str) -> str:
    return piece if piece.endswith(("\n", "\r")) else piece + "\n"


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
