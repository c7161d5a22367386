"""The layout of a store: named migrations, each an SQL file that takes it on from the one before."""

from __future__ import annotations

import sqlite3
from importlib.resources import files

from eventgraph.errors import StoreError

# PRAGMA user_version counts those applied.
MIGRATIONS = ("0001_first", "0002_packed")


def migrate(connection: sqlite3.Connection, name: str) -> None:
    """Bring a store to the layout of this version, each migration as a whole or not at all.

    Args:
        connection: To the store.
        name: Of the store, for messages.

    Raises:
        StoreError: A newer version made the store.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise StoreError(
            f"{name}: made by a newer eventgraph (store version {version}, known up to {len(MIGRATIONS)})"
        )
    for number, migration in enumerate(MIGRATIONS[version:], start=version + 1):
        path = files(__package__) / "migrations" / f"{migration}.sql"
        script = path.read_text(encoding="utf-8")
        connection.executescript(f"BEGIN;{script}PRAGMA user_version = {number};COMMIT;")
