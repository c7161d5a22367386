"""A checksum over a store's whole file: what lies in it between the records has none of its own.

The seal stands beside the file, as the size and CRC-32 of a store that nobody has open for writing. A
writer breaks it before its first change and sets it after its last, so that a file that does not fit an
unbroken seal was damaged.
"""

from __future__ import annotations

import zlib
from contextlib import suppress
from pathlib import Path

from eventgraph.errors import DamagedError

SUFFIX = ".checksum"
# Bytes: larger files are summed by `eventgraph check` only, as a look-up would wait for it. Their records
# are still checked one by one.
SUMMED_ON_OPENING = 1 << 26
_CHUNK = 1 << 20


def seal_of(store: Path) -> Path:
    """Where the seal of a store stands.

    >>> seal_of(Path("output/eventgraph.db")).name
    'eventgraph.db.checksum'
    """
    return store.with_name(store.name + SUFFIX)


def break_seal(store: Path) -> None:
    """Take the seal away, before the store changes."""
    with suppress(OSError):
        seal_of(store).unlink(missing_ok=True)


def set_seal(store: Path) -> None:
    """Seal a closed store; one that a reader still keeps from being written back stays without."""
    if seal_of(store).exists() or _has_log(store):
        return
    with suppress(OSError):  # without a seal it is checked record by record
        seal_of(store).write_text(_sum_of(store), encoding="ascii", newline="\n")


def set_aside(store: Path) -> Path:
    """Move a damaged store out of the way; where it is now.

    What waits beside it goes: it belongs to a file that is not whole.
    """
    aside = store.with_name(store.name + ".damaged")
    break_seal(store)
    for log in ("-wal", "-shm"):
        with suppress(OSError):
            store.with_name(store.name + log).unlink(missing_ok=True)
    with suppress(OSError):  # a directory, or one that another program holds
        store.replace(aside)
    return aside


def verify(store: Path, *, however_large: bool = False) -> bool:
    """Refuse a store that changed under its seal; whether it has one.

    Raises:
        DamagedError: It did.
    """
    sealed = _seal(store)
    if sealed is None or _has_log(store):
        return False
    try:
        if not however_large and store.stat().st_size > SUMMED_ON_OPENING:
            return True
        found = _sum_of(store)
    except OSError:
        return False  # whoever opens it says why it cannot be read
    if found != sealed and _seal(store) == sealed:  # else a writer came in between
        raise DamagedError(f"{store}: is damaged: its checksum does not fit", store.parent)
    return found == sealed


def _seal(store: Path) -> str | None:
    try:
        return seal_of(store).read_text(encoding="ascii", errors="replace")
    except OSError:
        return None


def _has_log(store: Path) -> bool:
    """Whether changes wait beside the store to be written back into it."""
    with suppress(OSError):
        return store.with_name(store.name + "-wal").stat().st_size > 0
    return False


def _sum_of(store: Path) -> str:
    checksum, size = 0, 0
    with store.open("rb") as file:
        while chunk := file.read(_CHUNK):
            checksum, size = zlib.crc32(chunk, checksum), size + len(chunk)
    return f"{size} {checksum:08x}\n"
