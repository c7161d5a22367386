"""The layout of a store: named migrations, each an SQL file that takes it on from the one before."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib.resources import files

from eventgraph import integrity
from eventgraph.errors import StoreError
from eventgraph.store.migration_functions import register

# PRAGMA user_version counts those applied.
MIGRATIONS = ("0001_first", "0002_packed", "0003_heads", "0004_checksums", "0005_relations")


def is_current(connection: sqlite3.Connection, name: str) -> bool:
    """Whether a store has the layout of this version.

    Args:
        connection: To the store.
        name: Of the store, for messages.

    Raises:
        StoreError: A newer version made the store.
    """
    version = _version(connection)
    if version > len(MIGRATIONS):
        raise StoreError(
            f"{name}: made by a newer eventgraph (store version {version}, known up to {len(MIGRATIONS)});"
            " use that one, or build into another directory"
        )
    return version == len(MIGRATIONS)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a store to the layout of this version, each migration as a whole or not at all.

    The version is read once more, as another program may have done it.
    """
    register(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        for migration in MIGRATIONS[_version(connection) :]:
            for statement in statements(migration):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def statements(migration: str) -> Iterator[str]:
    """The statements of a named migration; `executescript` would end the transaction."""
    path = files(__package__) / "migrations" / f"{migration}.sql"
    statement = ""
    for line in integrity.text(path).splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version
