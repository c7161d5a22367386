"""A Dask cluster: of this machine by default, of many when the address of a scheduler is given."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from importlib import import_module
from typing import Any

from eventgraph.engines import EngineOptions, Lost, Result, Work
from eventgraph.errors import PluginError

# Of the worker processes. Dask's own has them give memory back at every turn, a tenth of the speed here.
_ENVIRONMENT = dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), 1)
UNDER_WAY = 3  # pieces per process: one at work, others already there when it is done


def run(
    function: Callable[[Work], Result], work: Iterable[Work], options: EngineOptions
) -> Iterator[Result | Lost]:
    """The results in the order of the work, a few pieces per process under way at a time.

    A piece whose worker dies is done again by another, and given up when several die of it. The workers need eventgraph installed in the
    same version, and the files that options name (ontology, aliases) under the same paths.

    Raises:
        PluginError: Dask is not installed, or no scheduler answers at the address.
    """
    with ExitStack() as stack:
        client = _client(options, stack)
        most = UNDER_WAY * max(1, sum(client.nthreads().values()))
        under_way: deque[Any] = deque()
        for piece in work:
            under_way.append(client.submit(function, piece, pure=False))
            if len(under_way) >= most:
                yield _result(under_way.popleft())
        while under_way:
            yield _result(under_way.popleft())


def _result(future: Any) -> Any:
    killed = import_module("distributed").KilledWorker
    try:
        return future.result()
    except killed:
        return Lost("several workers of the cluster ended while they read it")


def _client(options: EngineOptions, stack: ExitStack) -> Any:
    try:
        distributed: Any = import_module("distributed")
    except ImportError as problem:
        raise PluginError(
            "the engine 'dask' needs the extra of that name: pip install 'eventgraph-news[dask]'"
        ) from problem
    address: Any = options.scheduler or stack.enter_context(_local(distributed, options.jobs))
    try:
        return stack.enter_context(distributed.Client(address))
    except (OSError, ValueError) as problem:
        raise PluginError(
            f"no Dask scheduler answers at {options.scheduler!r}: {problem}"
        ) from None


def _local(distributed: Any, jobs: int) -> Any:
    """A cluster of this machine's processes, one thread each: spaCy holds the interpreter's lock."""
    with import_module("dask").config.set({"distributed.nanny.pre-spawn-environ": _ENVIRONMENT}):
        return distributed.LocalCluster(
            n_workers=jobs, threads_per_worker=1, dashboard_address=None
        )
