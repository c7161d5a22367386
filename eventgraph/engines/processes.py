"""Several processes of this machine. One that takes too long or too much is replaced by a fresh one."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import wait
from typing import Any

from eventgraph.engines import EngineOptions, Lost, Result, Work
from eventgraph.engines.worker import RAISED, READY, TOO_LARGE, serve
from eventgraph.errors import PluginError

AHEAD = 2  # results per process that may wait for their turn
_PATIENCE = 5.0  # seconds for a process to end by itself


def run(
    function: Callable[[Work], Result], work: Iterable[Work], options: EngineOptions
) -> Iterator[Result | Lost]:
    """The results in the order of the work, a few pieces per process under way at a time.

    Processes are spawned, not forked: the same on every system, and no thread is copied half alive.

    Raises:
        PluginError: A process ends before it takes any work.
    """
    pool = _Pool(function, options)
    try:
        yield from pool.results(iter(work))
    finally:
        pool.close()


class _Pool:
    """The processes, and what each is at.

    Args:
        function: Applied to each piece.
        options: How many processes, and what each may take.
    """

    def __init__(self, function: Callable[[Any], Any], options: EngineOptions) -> None:
        self._function = function
        self._options = options
        self._workers: list[_Worker] = []
        self._done: dict[int, Any] = {}  # by number of the piece

    def results(self, work: Iterator[Any]) -> Iterator[Any]:
        """The result of each piece, in order; a piece is taken when a process is free for it."""
        turn = taken = 0
        for piece in work:
            while taken - turn > AHEAD * self._options.jobs or not self._has_room():
                self._wait()
                while turn in self._done:
                    yield self._done.pop(turn)
                    turn += 1
            self._hand_out(taken, piece)
            taken += 1
        while turn < taken:
            if turn in self._done:
                yield self._done.pop(turn)
                turn += 1
            else:
                self._wait()

    def _has_room(self) -> bool:
        return len(self._workers) < self._options.jobs or any(w.is_free for w in self._workers)

    def _hand_out(self, number: int, piece: Any) -> None:
        worker = next((worker for worker in self._workers if worker.is_free), None)
        if worker is None:
            worker = _Worker(self._function, self._options)
            self._workers.append(worker)
        worker.take(number, piece)

    def _wait(self) -> None:
        """Until a process answers, ends, or has had its time."""
        ends = [worker.deadline for worker in self._workers if worker.deadline is not None]
        patience = max(0.0, min(ends) - time.monotonic()) if ends else None
        ready = set(wait([worker.connection for worker in self._workers], timeout=patience))
        for worker in list(self._workers):
            if worker.connection in ready:
                self._hear(worker)
            elif worker.is_late:
                self._give_up(worker, f"took more than {self._options.seconds:g} seconds")

    def _hear(self, worker: _Worker) -> None:
        try:
            kind, content = worker.connection.recv()
        except (EOFError, ConnectionError):
            self._ended(worker)
            return
        if kind == RAISED:
            raise content
        if kind == READY:
            worker.start()
        else:
            self._answered(worker, content)

    def _answered(self, worker: _Worker, result: Any) -> None:
        number = worker.free()
        if number is not None:
            self._done[number] = result

    def _ended(self, worker: _Worker) -> None:
        worker.process.join(_PATIENCE)
        code = worker.process.exitcode
        if not worker.is_ready:
            raise PluginError(
                f"a process that extracts ended before it began (exit code {code}); try --engine serial"
            )
        reason = f"the process that read it was ended from outside (exit code {code})"
        if code == TOO_LARGE:
            reason = f"needed more than {self._options.megabytes} MB of memory"
        self._give_up(worker, reason)

    def _give_up(self, worker: _Worker, reason: str) -> None:
        """Leave a piece of work, and the process that had it; a fresh one comes when there is work."""
        worker.process.kill()
        worker.close()
        self._workers.remove(worker)
        self._answered(worker, Lost(reason))

    def close(self) -> None:
        """End every process: at once what is at work, which nobody waits for any more."""
        for worker in self._workers:
            if not worker.is_free:
                worker.process.kill()
            worker.close()
        self._workers.clear()


class _Worker:
    """One process, its end of the line, and the piece of work that it has.

    Args:
        function: Applied to each piece.
        options: What a piece may take.
    """

    def __init__(self, function: Callable[[Any], Any], options: EngineOptions) -> None:
        context = multiprocessing.get_context("spawn")
        # Two pipes of one way each: a pipe of two ways is a pair of sockets.
        self.connection, answers = context.Pipe(duplex=False)
        pieces, self._line = context.Pipe(duplex=False)
        self.process = context.Process(
            target=serve, args=(pieces, answers, function, options.megabytes), daemon=True
        )
        self.process.start()
        pieces.close()
        answers.close()
        self.is_ready = False
        self.number: int | None = None
        self.deadline: float | None = None
        self._piece: Any = None
        self._seconds = options.seconds

    @property
    def is_free(self) -> bool:
        return self.number is None

    @property
    def is_late(self) -> bool:
        return self.deadline is not None and time.monotonic() >= self.deadline

    def take(self, number: int, piece: Any) -> None:
        """Have a piece of work, and begin with it once the process is ready."""
        self.number, self._piece = number, piece
        if self.is_ready:
            self._begin()

    def start(self) -> None:
        """Begin with what was taken: to come up is not the work's fault, the clock runs from here."""
        self.is_ready = True
        self._begin()

    def _begin(self) -> None:
        piece, self._piece = self._piece, None
        if self._seconds is not None:
            self.deadline = time.monotonic() + self._seconds
        with suppress(ConnectionError):  # it has ended: heard of when its line is read
            self._line.send(piece)

    def free(self) -> int | None:
        """Be free again; gives the number of the piece that was at work."""
        number, self.number, self.deadline = self.number, None, None
        return number

    def close(self) -> None:
        """End the process, which does so by itself when its line is cut and it has no work."""
        self._line.close()
        self.connection.close()
        self.process.join(_PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.process.close()
