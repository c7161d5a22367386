"""One writer at a time: whoever builds or decides in a directory holds its lock; readers need none."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from eventgraph.errors import BusyError, StoreError

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK = "eventgraph.lock"
HOLDER = "eventgraph.lock.json"
LONGEST_COMMAND = 200  # characters of it that are told


class Holder(msgspec.Struct, frozen=True):
    """Who holds a lock, for those who find it taken."""

    pid: int
    host: str
    command: str

    @classmethod
    def this_process(cls) -> Holder:
        """Who runs here."""
        command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:]])
        printable = "".join(char if char.isprintable() else "?" for char in command)
        return cls(os.getpid(), platform.node(), printable[:LONGEST_COMMAND])

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host or 'this machine'}: {self.command}"


Report = Callable[[str], None]


@contextmanager
def writing(directory: Path, wait: float = 0.0, report: Report | None = None) -> Iterator[None]:
    """Hold the lock of a directory.

    The system gives the lock back when its holder ends, however it ends: a lock is never stale, and what
    a killed holder left is only the note of who it was.

    Args:
        directory: Where to write.
        wait: Seconds to wait for another writer.
        report: Called with a line about whom it waits for.

    Raises:
        BusyError: Another program writes there and did not end in time.
        StoreError: The directory cannot be written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as name, writing(Path(name)):
    ...     holder_of(Path(name)).pid == os.getpid()
    True
    """
    from filelock import FileLock

    lock = FileLock(directory / LOCK, thread_local=False)
    if not _acquired(lock, 0):
        if wait and report:
            report(f"waiting for another program that writes in {directory}: {_who(directory)}")
        if not wait or not _acquired(lock, wait):
            raise BusyError(
                f"{directory}: another program writes here: {_who(directory)};"
                " try again when it has ended, or wait longer with --wait SECONDS"
            )
    note = directory / HOLDER
    try:
        with suppress(OSError):  # a full disk: the lock holds without it
            note.write_bytes(msgspec.json.encode(Holder.this_process()))
        yield
    finally:
        with suppress(OSError):
            note.unlink()
        lock.release()


def holder_of(directory: Path) -> Holder | None:
    """Who holds the lock, or held it when it was killed; none where nobody left a note."""
    try:
        return msgspec.json.decode((directory / HOLDER).read_bytes(), type=Holder)
    except (OSError, msgspec.MsgspecError):
        return None


def _acquired(lock: BaseFileLock, wait: float) -> bool:
    """Whether the lock was free, or came free in time.

    Raises:
        StoreError: The directory cannot be written.
    """
    from filelock import Timeout

    try:
        lock.acquire(timeout=wait)
    except Timeout:
        return False
    except (OSError, NotImplementedError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise StoreError(f"{lock.lock_file}: cannot be written: {reason}") from problem
    return True


def _who(directory: Path) -> str:
    return str(holder_of(directory) or "it does not say which")
