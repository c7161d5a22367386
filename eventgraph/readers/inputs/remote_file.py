"""A file that is not of this machine, opened through fsspec and read as it is asked for."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from eventgraph.readers.inputs.address import one_line


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file at an address.

    Attributes:
        system: The fsspec file system that has it.
        path: Its path there.
        source: Its address, the same on every machine.
    """

    system: Any
    path: str
    source: str

    def open(self) -> BinaryIO:
        """See `InputFile.open`."""
        with told():
            stream = self.system.open(self.path, "rb")
        return cast("BinaryIO", io.BufferedReader(_Stream(stream)))


class _Stream(io.RawIOBase):
    """A remote stream whose troubles are all OSErrors, as those of a local one are."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        with told():
            data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def seekable(self) -> bool:
        return bool(self._stream.seekable())

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        with told():
            return int(self._stream.seek(offset, whence))

    def tell(self) -> int:
        return int(self._stream.tell())

    def close(self) -> None:
        if not self.closed:
            with told():
                self._stream.close()
        super().close()


@contextmanager
def told() -> Iterator[None]:
    """Whatever a backend raises, as an OSError of one line: each has exceptions of its own.

    >>> try:
    ...     with told():
    ...         raise RuntimeError("connection lost")
    ... except OSError as problem:
    ...     print(problem)
    connection lost
    """
    try:
        yield
    except Exception as problem:
        raise OSError(one_line(problem)) from problem
