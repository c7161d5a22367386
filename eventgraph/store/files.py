"""Files put in place as a whole: whoever looks sees the old one or the new one."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from eventgraph.errors import StoreError

READABLE = 0o644


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


def write(path: Path, data: bytes) -> None:
    """Put one file in place.

    Raises:
        StoreError: The disk is full or the directory cannot be written; the old file is untouched.
    """
    with staged(path.parent, [(path.name, data)]):
        pass


@contextmanager
def staged(directory: Path, files: Iterable[tuple[str, bytes]]) -> Iterator[dict[str, str]]:
    """Files written beside their places, and put there together when the block ends well.

    Args:
        directory: Where they go.
        files: Names and contents, asked for one at a time.

    Yields:
        Their SHA-256 digests by name.

    Raises:
        StoreError: The disk is full or the directory cannot be written; the old files are untouched.
    """
    temporary: dict[Path, Path] = {}
    digests: dict[str, str] = {}
    try:
        for name, data in files:
            path = directory / name
            _remove_leftovers(path)
            with _reported(path):
                temporary[path] = _write_beside(path, data)
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
        raise StoreError(f"{path}: cannot be written: {problem.strerror}") from problem


def _write_beside(path: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_prefix(path))
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(READABLE)
    except OSError:
        temporary.unlink()
        raise
    return temporary


def _remove_leftovers(path: Path) -> None:
    """What a killed build left beside a file."""
    for left in path.parent.glob(f"{_prefix(path)}*"):
        with suppress(OSError):
            left.unlink()


def _prefix(path: Path) -> str:
    return f".{path.name}."
