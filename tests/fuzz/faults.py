"""A disk that fails: at the n-th open, write, flush, fsync, rename or removal under a folder.

Python's own files are wrapped. SQLite writes in C: for it the system's limit on the size of a file is
lowered step by step, under which its writes fail as on a full disk.
"""

from __future__ import annotations

import errno
import io
import os
import signal
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

KINDS = ("open", "write", "flush", "fsync", "replace", "unlink")


@dataclass
class Disk:
    """Counts what is done under a folder, and fails at one of it.

    Attributes:
        folder: Whose files are watched.
        fail_at: The number, from 0, of what fails; none fails nothing and counts.
        code: What the system says.
    """

    folder: Path
    fail_at: int | None = None
    code: int = errno.ENOSPC
    done: list[str] = field(default_factory=list)
    _numbers: set[int] = field(default_factory=set)

    def does(self, kind: str, name: object) -> None:
        """Note a deed, or fail at it."""
        self.done.append(kind)
        if len(self.done) - 1 == self.fail_at:
            raise OSError(self.code, os.strerror(self.code), str(name))

    def is_watched(self, name: object) -> bool:
        if isinstance(name, int):
            return name in self._numbers
        return isinstance(name, str | os.PathLike) and Path(name).is_relative_to(self.folder)

    def opened(self, number: int) -> int:
        self._numbers.add(number)
        return number


class _File:
    """A file opened for writing, whose writes and flushes count."""

    def __init__(self, disk: Disk, file, name) -> None:
        self._disk, self._file, self._name = disk, file, name

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __enter__(self):
        self._file.__enter__()
        return self

    def __exit__(self, *what):
        return self._file.__exit__(*what)

    def __iter__(self):
        return iter(self._file)

    def write(self, data):
        self._disk.does("write", self._name)
        return self._file.write(data)

    def flush(self):
        self._disk.does("flush", self._name)
        return self._file.flush()


@contextmanager
def failing(disk: Disk):
    """Everything that is written under the disk's folder passes by it."""
    real_open, real_os_open, real_fsync = io.open, os.open, os.fsync
    real = {name: getattr(os, name) for name in ("replace", "rename", "unlink")}

    def open_(name, mode="r", *more, **named):
        writes = bool(set(mode) & set("wax+")) and disk.is_watched(name)
        if writes and not isinstance(name, int):
            disk.does("open", name)
        file = real_open(name, mode, *more, **named)
        return _File(disk, file, name) if writes else file

    def os_open(name, flags, *more, **named):
        watched = disk.is_watched(name) and flags & (os.O_WRONLY | os.O_RDWR)
        if watched:
            disk.does("open", name)
        number = real_os_open(name, flags, *more, **named)
        return disk.opened(number) if watched else number

    def fsync(number):
        if disk.is_watched(number):
            disk.does("fsync", number)
        return real_fsync(number)

    def move(name):
        def moved(source, *more, **named):
            if disk.is_watched(source):
                disk.does("unlink" if name == "unlink" else "replace", source)
            return real[name](source, *more, **named)

        return moved

    with (
        mock.patch("io.open", open_), mock.patch("builtins.open", open_), mock.patch("os.open", os_open),
        mock.patch("os.fsync", fsync), mock.patch("os.replace", move("replace")),
        mock.patch("os.rename", move("rename")), mock.patch("os.unlink", move("unlink")),
    ):  # fmt: skip
        yield disk


@contextmanager
def no_file_longer_than(size: int):
    """The system refuses to let any file of this process grow beyond so many bytes."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
