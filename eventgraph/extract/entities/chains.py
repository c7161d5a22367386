"""Which names of one article are one entity: full names, surnames, acronyms, aliases.

Two people with different first names are never one, nor are names of different types.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from eventgraph.extract.entities.candidates import Candidate
from eventgraph.extract.entities.reading import Reading
from eventgraph.model import EntityType
from eventgraph.names import fold

_SURNAME = 10  # what it counts that somebody in the article bears the name
_SURE = 3  # a type that is vouched for counts as much as so many guesses


@dataclass(slots=True)
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

    def add(self, position: int, candidate: Candidate, name: str) -> None:
        """Take in one more name."""
        self.names.add(name)
        self.members.append(position)
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


def chain_names(reading: Reading, candidates: Sequence[Candidate]) -> list[Chain]:
    """The named candidates as chains, full names first so that a surname in a headline finds its own."""
    chains: list[Chain] = []
    order = sorted(range(len(candidates)), key=lambda p: (_is_short(reading, candidates[p]), p))
    for position in order:
        candidate = candidates[position]
        name = name_of(reading, candidate)
        chain = _match(reading, chains, candidate, name, position)
        if chain is None:
            chain = Chain(candidate.type)
            chains.append(chain)
        chain.add(position, candidate, name)
    return chains


def _is_short(reading: Reading, candidate: Candidate) -> bool:
    return len(_core(reading, name_of(reading, candidate))) == 1


def _core(reading: Reading, name: str) -> list[str]:
    """The words of a name without particles and suffixes; of "al assad" that is "assad"."""
    vocabulary = reading.vocabulary
    words = [
        w
        for w in name.split()
        if not vocabulary.particles.has(w) and not vocabulary.suffixes.has(w)
    ]
    return words or name.split()


def _match(
    reading: Reading, chains: Sequence[Chain], candidate: Candidate, name: str, position: int
) -> Chain | None:
    alike = [chain for chain in chains if chain.type == candidate.type]
    near = sorted(alike, key=lambda chain: _distance(chain, position))
    same = next((chain for chain in near if name in chain.names), None)
    if same:
        return same
    if candidate.type == "person":
        return _same_person(reading, near, candidate, name)
    known = next((chain for chain in near if _share_entry(chain, candidate)), None)
    if known or candidate.type == "place":
        return known
    return next((chain for chain in near if _abbreviates(chain, name)), None)


def _distance(chain: Chain, position: int) -> tuple[bool, int]:
    """Preceding names first, the nearest of them; else the first that follows."""
    before = [member for member in chain.members if member <= position]
    return (False, position - max(before)) if before else (True, min(chain.members))


def _share_entry(chain: Chain, candidate: Candidate) -> bool:
    return bool(chain.ids and candidate.ids and chain.ids[0] == candidate.ids[0])


def _same_person(
    reading: Reading, near: Sequence[Chain], candidate: Candidate, name: str
) -> Chain | None:
    core = _core(reading, name)
    for chain in near:
        if any(_compatible(core, _core(reading, other)) for other in chain.names):
            return chain
    for chain in near:
        if _share_entry(chain, candidate) and not any(
            _conflict(core, _core(reading, other)) for other in chain.names
        ):
            return chain
    return None


def _compatible(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names without particles may be one person's by their form alone."""
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return len(long) > 1 and (short[0] == long[-1] or short[0] == long[0])
    if short[-1] != long[-1]:
        return False
    return _same_first(short[0], long[0])


def _conflict(one: Sequence[str], other: Sequence[str]) -> bool:
    return (
        len(one) > 1
        and len(other) > 1
        and one[-1] == other[-1]
        and not _same_first(one[0], other[0])
    )


def _same_first(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return (
        short == long
        or (len(short) == 1 and long.startswith(short))
        or (len(short) > 2 and long.startswith(short))
    )


def _abbreviates(chain: Chain, name: str) -> bool:
    """Whether a name is the initials of the chain's, or its last words ("the Observatory")."""
    for other in sorted(chain.names):
        short, long = sorted((name, other), key=len)
        words = [w for w in long.split() if w not in {"of", "for", "and", "the"}]
        if len(words) > 1 and short == "".join(word[0] for word in words):
            return True
        if " " in short and (long.endswith(" " + short) or long.startswith(short + " ")):
            return True
    return False
