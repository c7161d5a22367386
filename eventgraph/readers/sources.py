"""Inputs to articles: files, folders and standard input, in the order given, one at a time."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from eventgraph.errors import InputError
from eventgraph.model import Article, Skipped
from eventgraph.readers.naming import name_sources
from eventgraph.readers.reader import HEAD_BYTES, ReadOptions, reader_for

STDIN = "-"


@dataclass(frozen=True, slots=True)
class _Input:
    """A file to be read, or why there is none.

    Attributes:
        path: Where it is; none for standard input.
        depth: How many trailing parts of the path name it by default.
        skipped: The input that cannot be read, and why.
    """

    path: Path | None = None
    depth: int = 1
    skipped: Skipped | None = None


def read(
    source: str | os.PathLike[str],
    *,
    published: str | None = None,
    language: str | None = None,
    clean: bool = True,
) -> list[Article]:
    """The articles of a file, a folder or standard input (``-``).

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

    A folder gives its files in sorted order, those of its folders included, hidden ones left out.
    Only one article is held at a time.
    """
    options = options or ReadOptions()
    found = [item for given in inputs for item in _find(given)]
    files = [(item.path, item.depth) for item in found if item.path is not None]
    names = iter(name_sources(files))
    for item in found:
        if item.skipped:
            yield item.skipped
        elif item.path is None:
            yield from _read_stdin(options)
        else:
            yield from _read_file(item.path, next(names), options)


def _find(given: str) -> Iterator[_Input]:
    path = Path(given)
    if given == STDIN:
        yield _Input()
    elif not given:  # Path("") is the folder where the command runs
        yield _refused("''", "an empty name; expected a file or folder")
    elif given.startswith(("http://", "https://")):
        yield _refused(
            given, "a web address; expected a file or folder: save the page and give the file"
        )
    elif "\0" in given or not os.path.exists(path):  # noqa: PTH110 - Path.exists raises on long names
        yield _refused(given, "no such file or folder")
    elif path.is_dir():
        yield from _walk(path)
    else:
        yield _Input(path=path)


def _refused(given: str, reason: str) -> _Input:
    return _Input(skipped=Skipped(given.encode("utf-8", "replace").decode("utf-8"), reason))


def _walk(folder: Path) -> Iterator[_Input]:
    problems: list[OSError] = []
    paths = []
    for here, folders, files in os.walk(folder, onerror=problems.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths += [Path(here, name) for name in files if not name.startswith(".")]
    for path in sorted(paths, key=lambda path: path.relative_to(folder).as_posix()):
        if _is_special(path):
            name = path.relative_to(folder).as_posix()
            yield _refused(name, "a pipe, socket or device; expected a file")
        else:
            yield _Input(path=path, depth=len(path.relative_to(folder).parts))
    for problem in problems:
        name = Path(problem.filename).relative_to(folder).as_posix()
        yield _refused(str(folder) if name == "." else name, f"cannot be read: {problem.strerror}")
    if not paths and not problems:
        yield _refused(str(folder), "an empty folder; expected text, HTML or JSONL files")


def _is_special(path: Path) -> bool:
    """Whether reading may wait for ever; a link that leads nowhere may not."""
    return path.exists() and not path.is_file()


def _read_stdin(options: ReadOptions) -> Iterator[Article | Skipped]:
    if sys.stdin is None:
        yield Skipped(STDIN, "standard input is closed; expected text")
    else:
        yield from _read_stream(sys.stdin.buffer, STDIN, options)


def _read_file(path: Path, source: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    try:
        with path.open("rb") as stream:
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
