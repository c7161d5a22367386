"""Ways to spread extraction over processors, each one file behind an entry point in ``eventgraph.engines``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

Work = TypeVar("Work")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """How much to spread, and how much one piece of work may take.

    Attributes:
        jobs: Number of processes.
        scheduler: Address of a running scheduler, for the engines that have one.
        seconds: Of wall clock, for one piece; none is no limit.
        megabytes: Of memory, for the process that has a piece; none is no limit.
    """

    jobs: int = 1
    scheduler: str | None = None
    seconds: float | None = None
    megabytes: int | None = None


@dataclass(frozen=True, slots=True)
class Lost:
    """In the place of a result: the piece of work was given up.

    Attributes:
        reason: Why, in a few words.
    """

    reason: str


class Engine(Protocol):
    """Applies a function to each piece of work; results come back in the order of the work."""

    def __call__(
        self, function: Callable[[Work], Result], work: Iterable[Work], options: EngineOptions
    ) -> Iterator[Result | Lost]:
        """The results, as they become available, in order; `Lost` where a piece takes too much."""
        ...
