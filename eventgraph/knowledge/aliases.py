"""Names that users add: a CSV file with the columns name, alias, type and language."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from eventgraph.errors import DataError
from eventgraph.model import EntityType
from eventgraph.names import fold

COLUMNS = ("name", "alias", "type", "language")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Alias:
    """One row of the file: another name of a person, organisation or place."""

    name: str
    alias: str
    type: EntityType
    language: str


def read(path: Path) -> Iterator[Alias]:
    """The rows of an alias file; an empty alias declares the name alone.

    Raises:
        DataError: The file cannot be read, its header lacks a column, or a row is not as expected.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, strict=True)
            _check_header(path, rows.fieldnames or ())
            for row in rows:
                yield _alias(f"{path}:{rows.line_num}", row)
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise DataError(f"{path}: cannot be read as CSV in UTF-8: {problem}") from problem


def _check_header(path: Path, found: object) -> None:
    columns = tuple(str(column) for column in found) if isinstance(found, (list, tuple)) else ()
    if missing := [column for column in COLUMNS if column not in columns]:
        wanted = ", ".join(COLUMNS)
        raise DataError(f"{path}:1: header lacks {', '.join(missing)}; expected {wanted}")


def _alias(where: str, row: dict[str, str | None]) -> Alias:
    name, alias, kind, language = ((row[column] or "").strip() for column in COLUMNS)
    if None in row.values() or None in row:
        raise DataError(f"{where}: more or fewer cells than the header has")
    if not fold(name):
        raise DataError(f"{where}: name {name!r} has no letter or digit")
    if alias and not fold(alias):
        raise DataError(f"{where}: alias {alias!r} has no letter or digit")
    if kind not in get_args(EntityType):
        raise DataError(f"{where}: type {kind!r}, expected {', '.join(get_args(EntityType))}")
    if language and not _LANGUAGE.fullmatch(language):
        raise DataError(f"{where}: language {language!r}, expected a code such as en or ar")
    return Alias(name, alias or name, cast("EntityType", kind), language or "en")
