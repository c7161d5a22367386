"""Parquet files: one article a row, with the fields of a JSON line; a few rows are held at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from importlib import import_module
from typing import Any, BinaryIO

from eventgraph.model import Article, Skipped
from eventgraph.readers.compose import compose
from eventgraph.readers.encoding.decode import UndecodableError, decode
from eventgraph.readers.formats.record import CONTENT, FIELDS, FieldError, raw_article_of
from eventgraph.readers.limits import LimitError, Limits
from eventgraph.readers.reader import Reader, ReadOptions

_MAGIC = b"PAR1"
_ROWS = 64  # held at a time
_BUFFER = 1 << 20  # bytes of a column that are held at a time
_EXPECTED = "columns 'text' or 'html', and 'source', 'title', 'published', 'language'"


def _read(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    """The articles of a file, one row group after the other; a damaged one stops no other.

    Source:
        Apache Parquet file format.
    """
    try:
        parquet: Any = import_module("pyarrow.parquet")
    except ImportError:
        yield Skipped(
            source, "a Parquet file; reading it needs: pip install 'eventgraph-news[parquet]'"
        )
        return
    if not stream.seekable():
        yield Skipped(
            source, "a Parquet file in a pipe, but it is read from its end; give the file"
        )
        return
    try:
        file = parquet.ParquetFile(stream, buffer_size=_BUFFER, pre_buffer=False)
    except _damage() as problem:
        yield Skipped(source, _told(problem))
        return
    yield from _read_groups(file, source, options)


def _read_groups(file: Any, source: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    columns = [name for name in file.schema_arrow.names if name in FIELDS]
    if not set(columns) & set(CONTENT):
        found = sorted(file.schema_arrow.names)[:8]
        yield Skipped(source, f"a Parquet file with the columns {found}; expected {_EXPECTED}")
        return
    if not file.metadata.num_rows:
        yield Skipped(source, "a Parquet file without rows; expected one article a row")
    first = 1
    for group in range(file.num_row_groups):
        yield from _read_group(file, group, first, columns, (source, options))
        first += file.metadata.row_group(group).num_rows


def _read_group(
    file: Any, group: int, first: int, columns: list[str], how: tuple[str, ReadOptions]
) -> Iterator[Article | Skipped]:
    source, options = how
    batches = file.iter_batches(_ROWS, row_groups=[group], columns=columns, use_threads=False)
    number = first
    while (batch := _next(batches)) is not None:
        if isinstance(batch, str):
            yield Skipped(f"{source}#{number}", f"the rows from here are lost: {batch}")
            return
        for row in range(batch.num_rows):
            yield from _read_row(batch, row, f"{source}#{number}", options)
            number += 1


def _next(batches: Iterator[Any]) -> Any:
    """The next rows, why there are none, or none at the end."""
    try:
        return next(batches, None)
    except _damage() as problem:
        return _told(problem)


def _damage() -> tuple[type[Exception], ...]:
    """What reading a damaged file raises: pyarrow's own errors and those of Python that it passes on."""
    arrow: type[Exception] = import_module("pyarrow").ArrowException
    return OSError, ValueError, arrow


def _told(problem: Exception) -> str:
    """What went wrong in a damaged file."""
    return f"not a whole Parquet file: {' '.join(str(problem).split())[:120]}"


def _read_row(
    batch: Any, row: int, where: str, options: ReadOptions
) -> Iterator[Article | Skipped]:
    try:
        columns = zip(batch.schema.names, batch.columns, strict=True)
        record = {name: _value(column, row, name, options.limits) for name, column in columns}
        raw = raw_article_of(record, where, _EXPECTED, options.limits)
    except (LimitError, UndecodableError, FieldError) as problem:
        yield Skipped(where, str(problem))
    else:
        yield from compose(raw, options)


def _value(column: Any, row: int, name: str, limits: Limits) -> Any:
    """A value as a JSON line would give it: text instead of bytes and of dates.

    Raises:
        FieldError: It cannot be told in Python, such as the year 30000.
        LimitError: It is larger than is read.
        UndecodableError: Bytes that are not text.
    """
    try:
        value = _without_nanoseconds(column[row]).as_py()
    except (ValueError, OverflowError, LookupError, NotImplementedError) as problem:
        told = " ".join(str(problem).split())[:80]
        raise FieldError(f"{name!r} cannot be read: {told}") from None
    if isinstance(value, bytes | str) and len(value) > limits.line:
        raise limits.exceeded("line", f"{name!r} has more than {limits.line} bytes")
    if isinstance(value, bytes):
        return decode(value)
    return value.isoformat() if isinstance(value, date | datetime) else value


def _without_nanoseconds(value: Any) -> Any:
    """Python's times have microseconds; the day is what counts."""
    if str(value.type).startswith("timestamp[ns"):
        return value.cast(import_module("pyarrow").timestamp("us", value.type.tz), safe=False)
    return value


def _sniff(head: bytes) -> bool:
    return head.startswith(_MAGIC)


READER = Reader(suffixes=(".parquet", ".pq"), read=_read, sniff=_sniff)
