"""JSON Lines: one article a line, with its metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from io import BufferedReader
from itertools import chain
from typing import Any, BinaryIO, cast

from eventgraph.model import Article, Skipped
from eventgraph.readers.compose import compose
from eventgraph.readers.encoding.decode import UndecodableError, decode, decode_line
from eventgraph.readers.formats.record import FieldError, raw_article_of
from eventgraph.readers.limits import LimitError, Limits
from eventgraph.readers.reader import Reader, ReadOptions

_PIECE = 1 << 20  # bytes that are read at a time
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_EXAMPLE = '{"text": "…", "source": "…", "published": "2024-03-24"}'


def _read(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    empty = True
    for number, data in enumerate(_lines(stream, options.limits), start=1):
        if data.strip():
            empty = False
            yield from _read_line(data, f"{source}#{number}", options)
    if empty:
        yield Skipped(source, f"an empty file; expected lines such as {_EXAMPLE}")


def _lines(stream: BinaryIO, limits: Limits) -> Iterator[bytes]:
    """Lines as UTF-8, one at a time, a longer one cut off just above the limit; UTF-16 is read whole."""
    buffered = cast("BufferedReader", stream)
    first = buffered.read1(_PIECE)
    if first.startswith(_WIDE_MARKS):
        try:
            rest = limits.whole(stream, "file")
            yield from (line.encode() for line in decode(first + rest).split("\n"))
        except (LimitError, UndecodableError):
            yield first
        return
    pieces = chain([first.removeprefix(b"\xef\xbb\xbf")], iter(lambda: buffered.read1(_PIECE), b""))
    yield from _cut_lines(pieces, limits.line + 1)


def _cut_lines(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """The lines of some pieces without their ends, each cut off at a number of bytes."""
    line = bytearray()
    for piece in pieces:
        *ends, begin = piece.split(b"\n")
        for end in ends:
            line += end[: most - len(line)]
            yield bytes(line)
            line.clear()
        line += begin[: most - len(line)]
    yield bytes(line)


def _read_line(data: bytes, where: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    limits = options.limits
    try:
        if len(data) > limits.line:
            raise limits.exceeded("line", f"a line of more than {limits.line} bytes")
        record = _parse(decode_line(data))
        raw = raw_article_of(record, where, _EXAMPLE, limits)
    except (LimitError, UndecodableError, FieldError) as problem:
        yield Skipped(where, str(problem))
    else:
        yield from compose(raw, options)


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
