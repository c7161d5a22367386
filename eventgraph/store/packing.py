"""Records as JSON: compressed, or plain where a look-up reads them by the thousand.

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

Record = TypeVar("Record")

LEVEL = 6
_PLAIN = (b"{", b"[")  # zlib's first byte is neither


def pack(record: object) -> bytes:
    """A record (or a tuple of records) as bytes.

    >>> from eventgraph.model import Span
    >>> unpack(Span, pack(Span(3, 5)))
    Span(start=3, end=5)
    """
    packer = zlib.compressobj(LEVEL, zdict=_dictionary())
    return packer.compress(msgspec.json.encode(record)) + packer.flush()


def plain(record: object) -> bytes:
    """A record as bytes that are three times as long and read in a third of the time.

    >>> from eventgraph.model import Span
    >>> plain(Span(3, 5))
    b'{"start":3,"end":5}'
    >>> unpack(Span, plain(Span(3, 5)))
    Span(start=3, end=5)
    """
    return msgspec.json.encode(record)


def unpack(kind: type[Record], data: bytes) -> Record:
    """The record that was packed, or left plain."""
    record: Record = _decoder(cast("Hashable", kind)).decode(_inflated(data))
    return record


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
    return (files(__package__) / "dictionary.json").read_bytes()
