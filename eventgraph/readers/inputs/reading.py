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
from eventgraph.readers.limits import Limits
from eventgraph.readers.reader import HEAD_BYTES, ReadOptions, reader_for

STDIN = "-"
MOST_NAMED = 1000  # inputs and records that cannot be read, over all inputs


def read(
    source: str | os.PathLike[str],
    *,
    published: str | None = None,
    language: str | None = None,
    clean: bool = True,
    limits: Limits | None = None,
    follow_links: bool = False,
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
    options = ReadOptions(published, language, clean, limits or Limits(), follow_links)
    articles = []
    for item in read_sources([os.fspath(source)], options):
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
    yield from _capped(_read_all(inputs, options or ReadOptions()))


def _capped(items: Iterator[Article | Skipped]) -> Iterator[Article | Skipped]:
    """Articles, and of what cannot be read so much by name; the rest is counted."""
    skipped = 0
    for item in items:
        skipped += isinstance(item, Skipped)
        if isinstance(item, Article) or skipped <= MOST_NAMED:
            yield item
    if skipped > MOST_NAMED:
        told = f"{skipped - MOST_NAMED} more cannot be read; the first {MOST_NAMED} are named"
        yield Skipped("further inputs", told)


def _read_all(inputs: Sequence[str], options: ReadOptions) -> Iterator[Article | Skipped]:
    found = [item for given in inputs for item in _find(given, options)]
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


def _find(given: str, options: ReadOptions) -> Iterator[LocalFile | RemoteFile | Skipped | str]:
    """The files of one input; standard input stands for itself."""
    if given == STDIN:
        yield given
    elif is_address(given) and not given.lower().startswith(FILE_ADDRESSES):
        yield from find_remote(given)
    else:
        yield from find_local(given, follow_links=options.follow_links)


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
    except (
        ValueError,
        EOFError,
        RecursionError,
        MemoryError,
    ) as problem:  # of a damaged file's decoder
        yield Skipped(source, f"cannot be read: {type(problem).__name__}: {_told(problem)}")


def _told(problem: BaseException) -> str:
    return " ".join(str(problem).split())[:120]


def _read_stream(
    stream: BinaryIO, source: str, options: ReadOptions
) -> Iterator[Article | Skipped]:
    raw = cast("io.RawIOBase", stream)
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(raw)
    reader = reader_for(source, buffered.peek(HEAD_BYTES)[:HEAD_BYTES])
    yield from _bounded(reader.read(buffered, source, options), source, options.limits)


def _bounded(
    items: Iterator[Article | Skipped], source: str, limits: Limits
) -> Iterator[Article | Skipped]:
    """The records of one input up to the limit, and of those that cannot be read only so many by name."""
    skipped = 0
    for number, item in enumerate(items):
        if number == limits.records:
            told = f"only the first {limits.records} records are read"
            yield Skipped(source, str(limits.exceeded("records", told)))
            break
        skipped += isinstance(item, Skipped)
        if isinstance(item, Article) or skipped <= limits.named:
            yield item
    if skipped > limits.named:
        told = f"{skipped - limits.named} more of its records cannot be read"
        yield Skipped(source, f"{told}; the first {limits.named} are named")
