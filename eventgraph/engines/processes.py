"""Several processes of this machine."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from eventgraph.engines import EngineOptions, Result, Work
from eventgraph.errors import PluginError


def run(
    function: Callable[[Work], Result], work: Iterable[Work], options: EngineOptions
) -> Iterator[Result]:
    """The results in the order of the work, a few pieces per process under way at a time.

    Processes are spawned, not forked: the same on every system, and no thread is copied half alive.

    Raises:
        PluginError: A process was ended from outside.
    """
    try:
        yield from _results(function, work, options)
    except BrokenProcessPool as problem:
        raise PluginError(
            "a process that extracts was ended, perhaps for want of memory; what was extracted is kept: build again, with fewer jobs"
        ) from problem


def _results(
    function: Callable[[Work], Result], work: Iterable[Work], options: EngineOptions
) -> Iterator[Result]:
    context = multiprocessing.get_context("spawn")
    under_way: deque[Future[Result]] = deque()
    with ProcessPoolExecutor(max_workers=options.jobs, mp_context=context) as pool:
        for piece in work:
            under_way.append(pool.submit(function, piece))
            if len(under_way) > 2 * options.jobs:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
