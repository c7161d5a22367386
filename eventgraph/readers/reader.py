"""What a reader is, and which one reads a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePath
from typing import BinaryIO

from eventgraph import plugins
from eventgraph.model import Article, Skipped
from eventgraph.readers.limits import Limits
from eventgraph.readers.metadata.iso_date import iso_date
from eventgraph.readers.metadata.language import language_code

HEAD_BYTES = 2048  # what a reader sees of a file without a telling suffix


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says about all inputs; what an input says of itself wins.

    Attributes:
        published: ISO date (or year, or month) of articles that state none.
        language: Language of articles that state none; becomes an ISO 639-1 code.
        clean: Whether boilerplate is told from article; if not, the whole text is body.
        limits: How much of an input is read.
        follow_links: Whether links that lead out of an input folder, and links to folders, are followed.

    Raises:
        DateError: ``published`` is not an ISO date.
    """

    published: str | None = None
    language: str | None = None
    clean: bool = True
    limits: Limits = field(default_factory=Limits)
    follow_links: bool = False

    def __post_init__(self) -> None:
        if self.published is not None:
            object.__setattr__(self, "published", iso_date(self.published))
        if self.language is not None:
            object.__setattr__(self, "language", language_code(self.language) or self.language)


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of input.

    Attributes:
        suffixes: Of its files, lower case, with the dot.
        read: Gives the articles of a binary stream, given its source and the options.
        sniff: Whether the first bytes of an input without a known suffix look like its kind.
    """

    suffixes: tuple[str, ...]
    read: Callable[[BinaryIO, str, ReadOptions], Iterator[Article | Skipped]]
    sniff: Callable[[bytes], bool] = lambda _: False


@cache
def _readers() -> tuple[Reader, ...]:
    return tuple(plugins.load("readers", name) for name in plugins.names("readers"))


def reader_for(name: str, head: bytes) -> Reader:
    """The reader of a file: by its suffix, else by its first bytes, else the one for text.

    A page that was saved as ``.txt`` is told by its first bytes.

    >>> reader_for("saved page.HTM", b"").suffixes[0]
    '.html'
    >>> reader_for("-", b'{"text": "Rain fell."}').suffixes[0]
    '.jsonl'
    """
    suffix = PurePath(name).suffix.lower()
    text: Reader = plugins.load("readers", "text")
    others = [reader for reader in _readers() if reader is not text]
    by_suffix = (reader for reader in others if suffix in reader.suffixes)
    by_head = (reader for reader in others if reader.sniff(head))
    return next(by_suffix, None) or next(by_head, None) or text
