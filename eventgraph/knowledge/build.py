"""Make the derived tables: ``python -m eventgraph.knowledge.build`` writes ``data/``.

Needs the ``knowledge`` extra. The same versions of the sources give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from eventgraph.knowledge import build_cities, build_countries, build_given_names

DATA = Path(__file__).with_name("data")


def write(
    path: Path, comment: str, columns: Sequence[str], rows: Iterable[Mapping[str, str]]
) -> None:
    """Write one table: comment lines, header, rows."""
    lines = [f"# {line}" for line in comment.strip().split("\n")]
    lines.append("\t".join(columns))
    lines += ["\t".join(row.get(column, "") for column in columns) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def main(folder: Path = DATA) -> None:
    """Write every derived table to a folder."""
    for table in (build_countries, build_given_names, build_cities):
        write(folder / table.FILE, table.COMMENT, table.COLUMNS, table.rows())


if __name__ == "__main__":
    main()
