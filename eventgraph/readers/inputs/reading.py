"""Inputs to articles: files, folders, addresses and standard input, in the order given, one at a time."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from typing import BinaryIO, cast

from eventgraph.errors import InputError
from eventgraph.model import Article, Skipped
from eventgraph.readers.inputs.address import is_address
from eventgraph.readers.inputs.input_file import InputFile
from eventgraph.readers.inputs.local_files import FILE_ADDRESSES, LocalFile, find_local
from eventgraph.readers.inputs.remote_file import RemoteFile
from eventgraph.readers.inputs.remote_folders import find_remote
from eventgraph.readers.inputs.source_names import name_sources
from eventgraph.readers.reader import HEAD_BYTES, ReadOptions, reader_for

STDIN = "-"


def read(
    source: str | os.PathLike[str],
    *,
    published: str | None = None,
    language: str | None = None,
    clean: bool = True,
) -> list[Article]:
    """The articles of a file, a folder, an address or standard input (``-``).

    Raises:
        InputError: Something in it cannot be read as an article.
        DateError: ``published`` is not an ISO date.

    >>> import tempfile, pathlib
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "rain.txt"
    >>> path.write_text("Rain fell on Homs on Friday and the river rose again.", encoding="utf-8")
    53
    >>> [article.source for article in read(path)]
    ['rain.txt']
    """
    articles = []
    for item in read_sources([os.fspath(source)], ReadOptions(published, language, clean)):
        if isinstance(item, Skipped):
            raise InputError(item.source, item.reason)
        articles.append(item)
    return articles


def read_sources(
    inputs: Sequence[str], options: ReadOptions | None = None
) -> Iterator[Article | Skipped]:
    """Every article of every input, in order; what cannot be read comes as `Skipped`.

    A folder gives its files in sorted order, those of its folders included, hidden ones left out; so
    does an address such as ``s3://bucket/folder`` or ``memory://news/*.txt``.
    Only one article is held at a time.
    """
    options = options or ReadOptions()
    found = [item for given in inputs for item in _find(given)]
    local = [(item.path, item.depth) for item in found if isinstance(item, LocalFile)]
    names = iter(name_sources(local))
    for item in found:
        if isinstance(item, Skipped):
            yield item
        elif isinstance(item, str):
            yield from _read_stdin(options)
        else:
            source = next(names) if isinstance(item, LocalFile) else item.source
            yield from _read_file(item, source, options)


def _find(given: str) -> Iterator[LocalFile | RemoteFile | Skipped | str]:
    """The files of one input; standard input stands for itself."""
    if given == STDIN:
        yield given
    elif is_address(given) and not given.lower().startswith(FILE_ADDRESSES):
        yield from find_remote(given)
    else:
        yield from find_local(given)


def _read_stdin(options: ReadOptions) -> Iterator[Article | Skipped]:
    if sys.stdin is None:
        yield Skipped(STDIN, "standard input is closed; expected text")
    else:
        yield from _read_stream(sys.stdin.buffer, STDIN, options)


def _read_file(file: InputFile, source: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    try:
        with file.open() as stream:
            yield from _read_stream(stream, source, options)
    except OSError as problem:
        yield Skipped(source, f"cannot be read: {problem.strerror or problem}")


def _read_stream(
    stream: BinaryIO, source: str, options: ReadOptions
) -> Iterator[Article | Skipped]:
    raw = cast("io.RawIOBase", stream)
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(raw)
    reader = reader_for(source, buffered.peek(HEAD_BYTES)[:HEAD_BYTES])
    yield from reader.read(buffered, source, options)
