"""All in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from eventgraph.engines import EngineOptions, Result, Work


def run(
    function: Callable[[Work], Result],
    work: Iterable[Work],
    options: EngineOptions,  # noqa: ARG001 - nothing to spread
) -> Iterator[Result]:
    """The results, one after the other."""
    return map(function, work)
