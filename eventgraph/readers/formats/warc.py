"""WARC files, as news crawls publish them: one article a saved response, gzipped or not."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any, BinaryIO

from eventgraph.model import Article, Skipped
from eventgraph.readers.compose import compose
from eventgraph.readers.encoding.decode import UndecodableError, decode
from eventgraph.readers.formats.html import raw_page
from eventgraph.readers.reader import Reader, ReadOptions

LARGEST = 5_000_000  # bytes; a larger page is no article
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
    try:
        for record in warc.ArchiveIterator(stream):
            if _is_page(record):
                pages += 1
                yield _read_page(record, source, pages, options)
    except (broken, EOFError, OSError) as problem:
        yield Skipped(source, f"not a whole WARC file: {' '.join(str(problem).split())[:120]}")
        return
    if not pages:
        yield Skipped(source, "a WARC file without a saved page of HTML")


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = record.http_headers.get_header("Content-Type") or ""
    return record.http_headers.get_statuscode() == "200" and kind.lower().startswith(_PAGES)


def _read_page(record: Any, source: str, number: int, options: ReadOptions) -> Article | Skipped:
    address = record.rec_headers.get_header("WARC-Target-URI") or f"{source}#{number}"
    data = record.content_stream().read(LARGEST + 1)
    if len(data) > LARGEST:
        return Skipped(address, f"a page of more than {LARGEST} bytes")
    kind = record.http_headers.get_header("Content-Type") or ""
    _, _, charset = kind.lower().partition("charset=")
    try:
        text = decode(data, charset.strip(" \"';") or None)
    except UndecodableError as problem:
        return Skipped(address, str(problem))
    return compose(raw_page(address, text), options)


def _sniff(head: bytes) -> bool:
    return head.startswith((b"WARC/", b"\x1f\x8b"))  # gzip: nothing else that is read comes so


READER = Reader(suffixes=(".warc",), read=_read, sniff=_sniff)
