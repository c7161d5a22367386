"""JSON Lines: one article a line, with its metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from eventgraph.model import Article, Skipped
from eventgraph.readers.compose import compose
from eventgraph.readers.encoding.decode import UndecodableError, decode, decode_line
from eventgraph.readers.formats.record import FieldError, raw_article_of
from eventgraph.readers.reader import Reader, ReadOptions

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_EXAMPLE = '{"text": "…", "source": "…", "published": "2024-03-24"}'


def _read(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    empty = True
    for number, data in enumerate(_lines(stream), start=1):
        if data.strip():
            empty = False
            yield _read_line(data, f"{source}#{number}", options)
    if empty:
        yield Skipped(source, f"an empty file; expected lines such as {_EXAMPLE}")


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines as UTF-8, one at a time; a file in UTF-16 is read whole."""
    first = stream.readline()
    if first.startswith(_WIDE_MARKS):
        try:
            yield from (line.encode() for line in decode(first + stream.read()).split("\n"))
        except UndecodableError:
            yield first
        return
    yield first.removeprefix(b"\xef\xbb\xbf")
    yield from stream


def _read_line(data: bytes, where: str, options: ReadOptions) -> Article | Skipped:
    try:
        record = _parse(decode_line(data))
        return compose(raw_article_of(record, where, _EXAMPLE), options)
    except (UndecodableError, FieldError) as problem:
        return Skipped(where, str(problem))


def _parse(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line.strip())
    except json.JSONDecodeError as problem:
        raise FieldError(
            f"not JSON: {problem.msg} at column {problem.colno}; expected {_EXAMPLE}"
        ) from None
    except (
        ValueError,
        RecursionError,
    ):  # a number of thousands of digits, or thousands of brackets
        raise FieldError(f"not readable JSON; expected {_EXAMPLE}") from None
    if not isinstance(record, dict):
        raise FieldError(f"a JSON {type(record).__name__}; expected an object such as {_EXAMPLE}")
    return record


def _sniff(head: bytes) -> bool:
    return re.match(rb'(\xef\xbb\xbf)?\s*\{\s*"', head) is not None


READER = Reader(suffixes=(".jsonl", ".ndjson"), read=_read, sniff=_sniff)
