"""All in this process. Time is bounded where the system has an alarm, memory is not."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import NoReturn

from eventgraph.engines import EngineOptions, Lost, Result, Work


def run(
    function: Callable[[Work], Result], work: Iterable[Work], options: EngineOptions
) -> Iterator[Result | Lost]:
    """The results, one after the other."""
    for piece in work:
        try:
            with _alarm(options.seconds):
                result: Result | Lost = function(piece)
        except _LateError:
            result = Lost(f"took more than {options.seconds:g} seconds")
        yield result


class _LateError(BaseException):
    """The alarm went off. No ``Exception``: nothing on the way may take it for a fault of its own."""


def _ring(*_: object) -> NoReturn:
    raise _LateError


@contextmanager
def _alarm(seconds: float | None) -> Iterator[None]:
    """Raise when the time is over; only the main thread of a Unix program can be woken."""
    is_main = threading.current_thread() is threading.main_thread()
    if seconds is None or not is_main or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
