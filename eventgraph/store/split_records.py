"""Long records in two halves: a head that lists print, and a rest that only those who read one open."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import Generic, Self, TypeVar, overload

from eventgraph.model import Article, Entity

Record = TypeVar("Record", Article, Entity)
Halves = tuple[bytes, bytes]  # head and rest


class Halved(Sequence[Record], Generic[Record]):
    """Records that are unpacked when they are looked at, one at a time; they need no open store.

    Args:
        rows: Head and rest of each.
    """

    def __init__(self, rows: Sequence[Halves] = ()) -> None:
        self._rows = rows

    @staticmethod
    @abstractmethod
    def head(data: bytes) -> Record:
        """The record of a first half, empty where the rest belongs."""

    @staticmethod
    @abstractmethod
    def whole(head: bytes, rest: bytes) -> Record:
        """The record of two halves."""

    def heads(self) -> list[Record]:
        """The records without their rests: all that a list of them shows."""
        return [self.head(head) for head, _ in self._rows]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Record]:
        return (self.whole(*row) for row in self._rows)

    @overload
    def __getitem__(self, index: int) -> Record: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> Record | Self:
        if isinstance(index, slice):
            return type(self)(self._rows[index])
        return self.whole(*self._rows[index])

    def __eq__(self, other: object) -> bool:
        """The same records in the same order, in whatever sequence."""
        return isinstance(other, Sequence) and list(self) == list(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self)!r})"
