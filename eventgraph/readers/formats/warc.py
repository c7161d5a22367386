"""WARC files, as news crawls publish them: one article a saved response, gzipped or not."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from importlib import import_module
from typing import Any, BinaryIO

from eventgraph.model import Article, Skipped
from eventgraph.readers.compose import compose
from eventgraph.readers.encoding.decode import UndecodableError, decode
from eventgraph.readers.formats.html import raw_page
from eventgraph.readers.limits import LimitError
from eventgraph.readers.reader import Reader, ReadOptions

# What the library raises for damaged files: its own error beside those of Python that it passes on or
# runs into where a header is missing.
_DAMAGE = (EOFError, OSError, ValueError, AttributeError, TypeError, LookupError, zlib.error)
_PIECE = 1 << 20  # bytes that are unpacked at a time
_TAIL = 4096  # bytes that are kept of the end
_BARE_HEAD = re.compile(
    rb"WARC/\d\.\d\r?\n(?:[^\r\n]+\r?\n){2,}\r?\n\Z"
)  # a record without its content
_PAGES = ("text/html", "application/xhtml+xml")


def _read(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    """The pages of an archive one at a time; other records are passed over.

    Source:
        ISO 28500:2017, WARC file format.
    """
    try:
        warc: Any = import_module("warcio.archiveiterator")
        broken: Any = import_module("warcio.exceptions").ArchiveLoadFailed
    except ImportError:
        yield Skipped(source, "a WARC file; reading it needs: pip install 'eventgraph-news[warc]'")
        return
    pages = 0
    watched = _Watched(stream, options.limits.line)
    records = _records(warc.ArchiveIterator(watched), watched, (broken, *_DAMAGE))
    for record in records:
        if isinstance(record, str):
            after = f"after {pages} pages the rest is lost" if pages else "not a whole WARC file"
            yield Skipped(source, f"{after}: {record}")
            return
        if _is_page(record):
            pages += 1
            yield from _read_page(record, source, pages, options)
    if not pages:
        yield Skipped(source, "a WARC file without a saved page of HTML")


class _Watched:
    """A stream of which only so much is read for one header, and that knows whether it ended as it should.

    The library takes a header line of any length into memory, and ends without a word where a file ends,
    be it in the middle of a record.

    Args:
        stream: The archive.
        most: Bytes of a header, unpacked.

    Attributes:
        in_header: Whether a header is read now.
    """

    def __init__(self, stream: BinaryIO, most: int) -> None:
        self.in_header = False
        self._stream = stream
        self._most = most
        self._read = 0
        self._gzip: Any = None
        self._tail = b""

    def read(self, size: int = -1) -> bytes:
        """See `io.RawIOBase.read`."""
        data = self._stream.read(size)
        self._read += len(data)
        if not self._tail and data.startswith(b"\x1f\x8b"):
            self._gzip = _member()
        if self._gzip is not None:
            self._unpack(data)
        self._tail = (self._tail + data)[-_TAIL:]
        if self.in_header and self._read > self._most:
            raise ValueError(
                f"a header of more than {self._most} bytes (--limit line={self._most})"
            )
        return data

    def begin_header(self) -> None:
        """Count from here."""
        self.in_header, self._read = True, 0

    def _unpack(self, data: bytes) -> None:
        """Go through compressed bytes, in pieces, for the place where the last member ends."""
        while data:
            if self._gzip.eof:
                self._gzip = _member()
            self._read += len(self._gzip.decompress(data, _PIECE))
            data = self._gzip.unused_data or self._gzip.unconsumed_tail

    @property
    def is_whole(self) -> bool:
        """Whether the last member of a compressed archive, or the last record of another, has its end."""
        if self._gzip is not None:
            return bool(self._gzip.eof)
        ended = self._tail.endswith((b"\r\n\r\n", b"\n\n"))
        return ended and _BARE_HEAD.search(self._tail) is None


def _pass_over(record: Any) -> None:
    """Read what is left of a record, so that only a header comes after it."""
    while record is not None and record.raw_stream.read(_PIECE):
        pass


def _member() -> Any:
    return zlib.decompressobj(zlib.MAX_WBITS | 16)


def _records(archive: Any, stream: _Watched, damage: tuple[type[Exception], ...]) -> Iterator[Any]:
    """The records of an archive, then what is wrong with it, if anything is."""
    last = None
    while True:
        try:
            _pass_over(last)
            stream.begin_header()
            record = next(archive, None)
            stream.in_header = False
        except damage as problem:
            yield " ".join(str(problem).split())[:120] or type(problem).__name__
            return
        if record is None:
            break
        last = record
        yield record
    if not stream.is_whole or getattr(getattr(last, "raw_stream", None), "limit", 0) > 0:
        yield "the file is cut off in its last record"


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = record.http_headers.get_header("Content-Type") or ""
    return record.http_headers.get_statuscode() == "200" and kind.lower().startswith(_PAGES)


def _read_page(
    record: Any, source: str, number: int, options: ReadOptions
) -> Iterator[Article | Skipped]:
    address = record.rec_headers.get_header("WARC-Target-URI") or f"{source}#{number}"
    kind = record.http_headers.get_header("Content-Type") or ""
    _, _, charset = kind.lower().partition("charset=")
    try:
        data = options.limits.whole(record.content_stream(), "page")
        text = decode(data, charset.strip(" \"';") or None)
        raw = raw_page(address, text, limits=options.limits)
    except (LimitError, UndecodableError) as problem:
        yield Skipped(address, str(problem))
    else:
        yield from compose(raw, options)


def _sniff(head: bytes) -> bool:
    return head.startswith((b"WARC/", b"\x1f\x8b"))  # gzip: nothing else that is read comes so


READER = Reader(suffixes=(".warc",), read=_read, sniff=_sniff)
