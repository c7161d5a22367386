"""JSON Lines: one article a line, with its metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from eventgraph.errors import DateError
from eventgraph.model import Article, Published, Skipped
from eventgraph.readers.calendar import iso_date
from eventgraph.readers.compose import Draft, compose
from eventgraph.readers.decode import UndecodableError, decode, decode_line
from eventgraph.readers.html import page_draft
from eventgraph.readers.identify import language_code
from eventgraph.readers.reader import Reader, ReadOptions

_SURROGATE = re.compile("[\ud800-\udfff]")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_EXAMPLE = '{"text": "…", "source": "…", "published": "2024-03-24"}'


class _FieldError(ValueError):
    """A field of a line is not as expected; the message is one line for the user."""


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


def _read_line(data: bytes, place: str, options: ReadOptions) -> Article | Skipped:
    try:
        record = _parse(decode_line(data))
        return compose(_draft(record, place), options)
    except (UndecodableError, _FieldError) as problem:
        return Skipped(place, str(problem))


def _parse(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line.strip())
    except json.JSONDecodeError as problem:
        raise _FieldError(
            f"not JSON: {problem.msg} at column {problem.colno}; expected {_EXAMPLE}"
        ) from None
    except (
        ValueError,
        RecursionError,
    ):  # a number of thousands of digits, or thousands of brackets
        raise _FieldError(f"not readable JSON; expected {_EXAMPLE}") from None
    if not isinstance(record, dict):
        raise _FieldError(f"a JSON {type(record).__name__}; expected an object such as {_EXAMPLE}")
    return record


def _draft(record: dict[str, Any], place: str) -> Draft:
    source = _source(record) or place
    text, page = _string(record, "text"), _string(record, "html")
    if text is None and page is None:
        raise _FieldError(
            f"neither 'text' nor 'html' among {sorted(record)[:8]}; expected {_EXAMPLE}"
        )
    title = (_string(record, "title") or "").strip() or None
    published, language = _published(record), _language(record)
    if text is None:
        return page_draft(source, page or "", title, published, language)
    return Draft(source, text, title, published, language)


def _string(record: dict[str, Any], field: str) -> str | None:
    value = record.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _FieldError(f"{field!r} is {_shown(value)}; expected a string")
    return _SURROGATE.sub("\ufffd", value)


def _source(record: dict[str, Any]) -> str | None:
    """The first of source, url and id that names something; an id may be a number."""
    for field in ("source", "url", "id"):
        value = record.get(field)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return " ".join(_SURROGATE.sub("\ufffd", value).split())
    return None


def _published(record: dict[str, Any]) -> Published | None:
    value = _string(record, "published")
    if value is None or not value.strip():
        return None
    try:
        return Published(iso_date(value), "metadata", f"published: {value.strip()}")
    except DateError as problem:
        raise _FieldError(f"'published': {problem}") from None


def _language(record: dict[str, Any]) -> str | None:
    value = _string(record, "language")
    if value is None or not value.strip():
        return None
    if (code := language_code(value)) is None:
        raise _FieldError(f"'language' is {_shown(value)}; expected an ISO 639-1 code such as 'en'")
    return code


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _sniff(head: bytes) -> bool:
    return re.match(rb'(\xef\xbb\xbf)?\s*\{\s*"', head) is not None


READER = Reader(suffixes=(".jsonl", ".ndjson"), read=_read, sniff=_sniff)
