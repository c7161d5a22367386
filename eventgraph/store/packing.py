"""Records as JSON: compressed, or plain where a look-up reads them by the thousand.

Each ends in a checksum, so that a record that was damaged on its disk is refused and never shown.

A record of an article is short and most of it is the names of its fields, so a preset dictionary with
these names makes it about half as long as compressing alone would.
"""

from __future__ import annotations

import zlib
from collections.abc import Hashable
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, cast

import msgspec

from eventgraph import integrity
from eventgraph.errors import DamagedError

Record = TypeVar("Record")

LEVEL = 6
CHECKSUM_BYTES = 4  # CRC-32 finds every flipped bit and every run of up to 32
_PLAIN = (b"{", b"[")  # zlib's first byte is neither


def pack(record: object) -> bytes:
    """A record (or a tuple of records) as bytes.

    >>> from eventgraph.model import Span
    >>> unpack(Span, pack(Span(3, 5)))
    Span(start=3, end=5)
    """
    packer = zlib.compressobj(LEVEL, zdict=_dictionary())
    return sealed(packer.compress(msgspec.json.encode(record)) + packer.flush())


def plain(record: object) -> bytes:
    """A record as bytes that are three times as long and read in a third of the time.

    >>> from eventgraph.model import Span
    >>> plain(Span(3, 5))[:-CHECKSUM_BYTES]
    b'{"start":3,"end":5}'
    >>> unpack(Span, plain(Span(3, 5)))
    Span(start=3, end=5)
    """
    return sealed(msgspec.json.encode(record))


def unpack(kind: type[Record], data: bytes) -> Record:
    """The record that was packed, or left plain.

    Raises:
        DamagedError: It is not what was packed.

    >>> from eventgraph.model import Span
    >>> unpack(Span, plain(Span(3, 5)).replace(b"3", b"2"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    eventgraph.errors.DamagedError: a stored Span is damaged: its checksum does not fit...
    """
    content = opened(data)
    name = getattr(kind, "__name__", "record")
    if content is None:
        raise DamagedError(f"a stored {name} is damaged: its checksum does not fit")
    try:
        record: Record = _decoder(cast("Hashable", kind)).decode(_inflated(content))
    except (msgspec.DecodeError, zlib.error) as problem:
        raise DamagedError(f"a stored {name} is of another version: {problem}") from problem
    return record


def sealed(content: bytes) -> bytes:
    """Content and its checksum."""
    return content + zlib.crc32(content).to_bytes(CHECKSUM_BYTES, "little")


def opened(data: object) -> bytes | None:
    """The content that `sealed` was given; none when it was damaged since."""
    if not isinstance(data, bytes):  # a damaged table may give anything
        return None
    content = data[:-CHECKSUM_BYTES]
    return content if sealed(content) == data else None


def _inflated(data: bytes) -> bytes:
    if data.startswith(_PLAIN):
        return data
    unpacker = zlib.decompressobj(zdict=_dictionary())
    return unpacker.decompress(data) + unpacker.flush()


@cache
def _decoder(kind: Hashable) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


@cache
def _dictionary() -> bytes:
    """The preset dictionary; part of the format: with another one old records cannot be read."""
    return integrity.read(files(__package__) / "dictionary.json")
