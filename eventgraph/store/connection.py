"""The connection to a store's file: in the layout of this version, or a word on why there is none."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from eventgraph.errors import DamagedError, StoreError
from eventgraph.store.schema import is_current, migrate
from eventgraph.store.seal import break_seal

MEMORY = ":memory:"
PRIMARY_CODE = 0xFF  # of SQLite's error codes; the bits above say more closely what went wrong
PATIENCE = 10.0  # seconds to wait for another program that is writing
# What SQLite raises; of a damaged file it may quote what is no UTF-8 in a message of its own.
FAULTS = (sqlite3.Error, UnicodeDecodeError)


def _connect(path: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE)
    connection.execute("PRAGMA foreign_keys = ON")
    if str(path) != MEMORY:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
        except sqlite3.OperationalError:
            if not Path(path).is_file():
                raise
            connection.close()
            return _read_only(Path(path))
    return connection


def connected(path: Path | str) -> sqlite3.Connection:
    """A store in the layout of this version: itself, or a copy in memory where it cannot be written."""
    connection = _connect(path)
    if is_current(connection, str(path)):
        return connection
    if str(path) != MEMORY:
        break_seal(Path(path))
    try:
        migrate(connection)
    except sqlite3.OperationalError as problem:
        if problem.sqlite_errorcode & PRIMARY_CODE != sqlite3.SQLITE_READONLY:
            raise
        copy = sqlite3.connect(MEMORY, isolation_level=None)
        with closing(connection):
            connection.backup(copy)
        migrate(copy)
        return copy
    return connection


def told(path: Path | str, what: str, problem: sqlite3.Error | UnicodeDecodeError) -> StoreError:
    """What to say when SQLite gives up: the file is damaged, or just out of reach."""
    said = " ".join(
        f"{path}: {what}: {problem}".split()
    )  # SQLite quotes what it finds, line by line
    if isinstance(problem, sqlite3.OperationalError):
        return StoreError(said)
    return DamagedError(said, Path(path).parent)


def _read_only(path: Path) -> sqlite3.Connection:
    """A store in a directory that cannot be written: nobody can be changing it."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True, isolation_level=None)
