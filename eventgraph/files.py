"""Files put in place as a whole: whoever looks sees the old one or the new one."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from eventgraph.errors import StoreError

# Names of unfinished files: a prefix for those that a holder of a directory's lock writes, which the next
# holder may remove, and one for all others, which nobody may.
LOCKED, LOOSE = ".eventgraph-build-", ".eventgraph-"
_LEFT = re.compile(re.escape(LOCKED) + r"[0-9a-f]{32}\.tmp")
_STREAM = re.compile(r"/dev/(stdout|stderr|fd/\d+)|/proc/self/fd/\d+")
_ANYONE = 0o666  # less what the user's mask takes away


def make_directory(directory: Path) -> None:
    """Make a directory if there is none.

    Raises:
        StoreError: It cannot be made.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise StoreError(
            f"{directory}: cannot be made a directory: {problem.strerror}"
        ) from problem


def write(path: Path, data: bytes, *, locked: bool = False) -> None:
    """Put one file in place; a device, a pipe or ``/dev/stdout`` is written to instead.

    Args:
        path: Where it goes.
        data: What it holds.
        locked: As in `staged`, but nothing is removed.

    Raises:
        StoreError: The disk is full or the directory cannot be written; the old file is untouched.
    """
    if (path.exists() and not path.is_file()) or _STREAM.fullmatch(str(path)):
        with _reported(path), _opened(path) as file:
            file.write(data)
        return
    prefix = LOCKED if locked else LOOSE
    with _reported(path):
        place = path.resolve()
        temporary = _write_beside(place, data, prefix)
        try:
            temporary.replace(place)
        except OSError:
            temporary.unlink()
            raise


@contextmanager
def staged(
    directory: Path, files: Iterable[tuple[str, bytes]], *, locked: bool = False
) -> Iterator[dict[str, str]]:
    """Files written beside their places, and put there together when the block ends well.

    A symbolic link stays one: its target is replaced. A file that is there keeps its mode, a new one gets
    what the user's mask leaves.

    Args:
        directory: Where they go.
        files: Names and contents, asked for one at a time.
        locked: The caller holds the directory's lock, so that whatever a killed holder left can go.

    Yields:
        Their SHA-256 digests by name.

    Raises:
        StoreError: The disk is full or the directory cannot be written; the old files are untouched.
    """
    temporary: dict[Path, Path] = {}
    digests: dict[str, str] = {}
    if locked:
        _remove_leftovers(directory)
    try:
        for name, data in files:
            with _reported(directory / name):
                path = (directory / name).resolve()
                temporary[path] = _write_beside(path, data, LOCKED if locked else LOOSE)
            digests[name] = hashlib.sha256(data).hexdigest()
        yield digests
        for path in list(temporary):
            with _reported(path):
                temporary[path].replace(path)
                del temporary[path]
    finally:
        for path in temporary.values():
            with suppress(OSError):
                path.unlink()


def digest_of(path: Path) -> str | None:
    """The SHA-256 digest of a file; none when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


@contextmanager
def _reported(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        if isinstance(problem, BrokenPipeError):  # whoever read has read enough
            raise
        raise StoreError(f"{path}: cannot be written: {problem.strerror or problem}") from problem


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """A device or pipe as a file; this process's own streams as they are, wherever they lead."""
    stream = _STREAM.fullmatch(str(path))
    own = {"stdout": 1, "stderr": 2}
    number = own.get(path.name) or int(path.name) if stream else None
    with open(path if number is None else os.dup(number), "wb") as file:  # noqa: PTH123 - or a number
        yield file


def _write_beside(path: Path, data: bytes, prefix: str) -> Path:
    temporary = path.with_name(f"{prefix}{secrets.token_hex(16)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags, _ANYONE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
    except OSError:
        temporary.unlink()
        raise
    return temporary


def _remove_leftovers(directory: Path) -> None:
    """What a killed holder of the lock left: its unfinished files, and no others."""
    for left in directory.glob(f"{LOCKED}*"):
        if _LEFT.fullmatch(left.name):
            with suppress(OSError):
                left.unlink()
