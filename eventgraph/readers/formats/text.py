"""Plain text and Markdown, in any encoding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from eventgraph.model import Article, Skipped
from eventgraph.readers.compose import RawArticle, compose
from eventgraph.readers.encoding.decode import UndecodableError, decode
from eventgraph.readers.limits import LimitError
from eventgraph.readers.reader import Reader, ReadOptions


def _read(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    try:
        text = decode(options.limits.whole(stream, "file"))
    except (LimitError, UndecodableError) as problem:
        yield Skipped(source, str(problem))
    else:
        yield from compose(RawArticle(source=source, text=text), options)


READER = Reader(suffixes=(".txt", ".md", ".text", ".markdown"), read=_read)
