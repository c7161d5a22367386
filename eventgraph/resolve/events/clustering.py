"""Drafts joined step by step, each step checked against all that was joined before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eventgraph.resolve.events.drafts import Draft

Key = tuple[str, int, int]
Pairs = Sequence[tuple[Key, Key]]


class Union:
    """A partition of drafts that grows coarser, never across what a person has kept apart.

    Args:
        drafts: The finest partition.
        apart: Keys of reports that must not come together.
    """

    def __init__(self, drafts: Sequence[Draft], apart: Pairs = ()) -> None:
        self._drafts = dict(enumerate(drafts))
        self._of = list(range(len(drafts)))
        self._members = {n: [n] for n in range(len(drafts))}
        self._number = {report.key: n for n, draft in enumerate(drafts) for report in draft.reports}
        self._apart = [pair for pair in apart if all(key in self._number for key in pair)]

    def join(
        self,
        a: int,
        b: int,
        compatible: Callable[[Draft, Draft], bool],
        agree: Callable[[Sequence[int], Sequence[int]], bool],
        because: Callable[[], tuple[str, float]],
    ) -> None:
        """Bring the groups of two drafts together unless they cannot be one or are too unlike.

        Args:
            a: Number of a draft.
            b: Number of another.
            compatible: Whether two groups can be one event.
            agree: Whether the drafts of two groups, by number, are alike enough.
            because: Why they are one, and how sure that is.
        """
        first, second = sorted((self._root(a), self._root(b)))
        if first == second or self._kept_apart(first, second):
            return
        if compatible(self._drafts[first], self._drafts[second]) and agree(
            self._members[first], self._members[second]
        ):
            self._merge(first, second, *because())

    def force(self, a: Key, b: Key) -> None:
        """Bring together what a person has called one event, whatever speaks against it."""
        if a in self._number and b in self._number:
            first, second = sorted((self._root(self._number[a]), self._root(self._number[b])))
            if first != second:
                self._merge(first, second, "decided by a person", 1.0)

    def drafts(self) -> list[Draft]:
        """The groups, in the order of their keys."""
        drafts = (Draft.of(draft.reports, draft.why, draft.sure) for draft in self._drafts.values())
        return sorted(drafts, key=lambda draft: draft.key)

    def _merge(self, first: int, second: int, because: str, sure: float) -> None:
        self._drafts[first] = self._drafts[first].joined(self._drafts.pop(second), because, [sure])
        self._members[first] += self._members.pop(second)
        self._of[second] = first

    def _root(self, number: int) -> int:
        while self._of[number] != number:
            self._of[number] = self._of[self._of[number]]
            number = self._of[number]
        return number

    def _kept_apart(self, first: int, second: int) -> bool:
        """Whether a person has kept something of the two groups apart."""
        return any(
            {self._root(self._number[a]), self._root(self._number[b])} == {first, second}
            for a, b in self._apart
        )
