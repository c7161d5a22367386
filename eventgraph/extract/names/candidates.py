"""Names that a layer proposes, and the choice between proposals that overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from eventgraph.model import EntityType, MentionLevel


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be a name.

    Attributes:
        start: Index of its first word.
        end: Index after its last word.
        type: Entity type.
        rank: How far the layer is trusted; of two that overlap the higher one stays.
        ids: Entries of the knowledge base that the words may stand for, best first.
        level: ``name``, or ``nominal`` for a role or a kind ("the Syrian president").
        titles: Title and role words beside it, as written.
        country: ISO code that the words beside it state.
        name: What is compared, when that is not the words themselves.
        sure: Whether the type is vouched for (a title, the knowledge base) rather than guessed.
    """

    start: int
    end: int
    type: EntityType
    rank: int = 0
    ids: tuple[str, ...] = ()
    level: MentionLevel = "name"
    titles: tuple[str, ...] = ()
    country: str | None = None
    name: str | None = None
    sure: bool = False

    @property
    def length(self) -> int:
        """Number of words."""
        return self.end - self.start


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates that do not overlap, in text order: higher rank first, then longer, then earlier.

    >>> long, short = Candidate(0, 3, "organization"), Candidate(1, 2, "place", rank=1)
    >>> choose([long, short]) == [short]
    True
    """
    taken: set[int] = set()
    chosen: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-c.rank, -c.length, c.start, c.type)):
        covered = range(candidate.start, candidate.end)
        if covered and taken.isdisjoint(covered):
            taken.update(covered)
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: c.start)
