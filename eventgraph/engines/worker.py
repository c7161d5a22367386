"""What runs in a process of its own: one piece of work after the other, until there is no more.

It ends with the process that began it, however that ends, and when it needs more memory than it may.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import Any, Final, Literal

READY: Final = "ready"
RESULT: Final = "result"
RAISED: Final = "raised"
ORPHANED, TOO_LARGE = 78, 79  # exit codes
_GLANCE = 0.2  # seconds between two looks at what memory the process has

Message = tuple[Literal["ready", "result", "raised"], Any]


def serve(
    pieces: Connection, answers: Connection, function: Callable[[Any], Any], megabytes: int | None
) -> None:
    """Answer each piece that comes with its result, or with what it raised."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the whole terminal gets it; the parent decides
    Thread(target=_watch, args=(megabytes,), daemon=True).start()
    answers.send((READY, None))
    while True:
        try:
            piece = pieces.recv()
        except EOFError:
            return
        answers.send(_answer(function, piece))


def _answer(function: Callable[[Any], Any], piece: Any) -> Message:
    try:
        return RESULT, function(piece)
    except MemoryError:
        os._exit(TOO_LARGE)
    except Exception as problem:  # noqa: BLE001 - raised again by the process that asked
        return RAISED, problem


def _watch(megabytes: int | None) -> None:
    """End this process when the one that began it is gone, or when it has grown too large."""
    parent = multiprocessing.parent_process()
    while parent is not None:
        if wait([parent.sentinel], timeout=_GLANCE):
            os._exit(ORPHANED)
        if megabytes is not None and megabytes_used() > megabytes:
            os._exit(TOO_LARGE)


def megabytes_used() -> int:
    """The most memory that this process had at once; 0 where the system does not tell.

    >>> megabytes_used() >= 0
    True
    """
    try:
        import resource
    except ImportError:  # Windows
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (2**20 if sys.platform == "darwin" else 2**10)
