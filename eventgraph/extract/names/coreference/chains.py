"""Which names of one article are one entity: full names, surnames, acronyms, aliases.

Two people with different first names are never one, nor are names of different types.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.reading import Reading
from eventgraph.model import EntityType
from eventgraph.names import fold

_SURNAME = 10  # what it counts that somebody in the article bears the name
_SURE = 3  # a type that is vouched for counts as much as so many guesses


@dataclass(slots=True, eq=False)
class Chain:
    """Names of one article that are one entity, and what was said beside them.

    Attributes:
        type: Entity type.
        names: Folded names.
        ids: Entries of the knowledge base that it may be.
        members: Positions of its candidates, in text order.
        titles: Folded titles beside any of its names.
        countries: Countries stated beside any of its names.
    """

    type: EntityType
    names: set[str] = field(default_factory=set)
    ids: list[str] = field(default_factory=list)
    members: list[int] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)

    def distance(self, position: int) -> tuple[bool, int]:
        """Sorts chains as seen from a name: those named before it, the nearest first, then others."""
        at = bisect_right(self.members, position)
        return (False, position - self.members[at - 1]) if at else (True, self.members[0])

    def add(self, position: int, candidate: Candidate, name: str) -> None:
        """Take in one more name."""
        self.names.add(name)
        insort(self.members, position)
        self.titles.update(map(fold, candidate.titles))
        self.countries.update(filter(None, [candidate.country]))
        self.ids.extend(known for known in candidate.ids if known not in self.ids)


def name_of(reading: Reading, candidate: Candidate) -> str:
    """A candidate's name as it is compared within the article."""
    return fold(candidate.name or reading.text(candidate.start, candidate.end))


def agreed(reading: Reading, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates whose types agree: one name has one type in an article, a surname is a person's."""
    votes: dict[str, Counter[EntityType]] = {}
    for candidate in candidates:
        weight = _SURE if candidate.sure else 1
        votes.setdefault(name_of(reading, candidate), Counter())[candidate.type] += weight
    for key in _surnames(reading, candidates):
        if key in votes:
            votes[key]["person"] += _SURNAME
    return [_voted(c, votes[name_of(reading, c)]) for c in candidates]


def _voted(candidate: Candidate, votes: Counter[EntityType]) -> Candidate:
    most = max(votes.values())
    if votes[candidate.type] == most or candidate.level == "nominal":
        return candidate
    winner = min(kind for kind, count in votes.items() if count == most)
    return replace(candidate, type=winner, ids=())


def _surnames(reading: Reading, candidates: Iterable[Candidate]) -> set[str]:
    names = (name_of(reading, c).split() for c in candidates if c.type == "person")
    return {words[-1] for words in names if len(words) > 1}
