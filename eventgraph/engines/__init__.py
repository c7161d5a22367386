"""Ways to spread extraction over processors, each one file behind an entry point in ``eventgraph.engines``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

Work = TypeVar("Work")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """How much to spread.

    Attributes:
        jobs: Number of processes.
        scheduler: Address of a running scheduler, for the engines that have one.
    """

    jobs: int = 1
    scheduler: str | None = None


class Engine(Protocol):
    """Applies a function to each piece of work; results come back in the order of the work."""

    def __call__(
        self, function: Callable[[Work], Result], work: Iterable[Work], options: EngineOptions
    ) -> Iterator[Result]:
        """The results, as they become available, in order."""
        ...
