"""Words that stand for an entity without naming it: "the Syrian leader", "the group"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.cased.titles import country_before, role_after, role_before
from eventgraph.extract.names.coreference.chains import Chain
from eventgraph.extract.names.reading import Reading
from eventgraph.names import fold

if TYPE_CHECKING:
    from eventgraph.knowledge import Entry

_FAR = 200  # names before it among which a role's holder is looked for
_NEAR = 1  # sentences back within which how often counts more than how recently


@dataclass(frozen=True, slots=True)
class Nominal:
    """A role or kind word that may stand for an entity, and the titles or heads that it asks for."""

    candidate: Candidate
    wanted: tuple[str, ...]


def find_nominals(reading: Reading, names: Sequence[Candidate]) -> Iterator[Nominal]:
    """Role and kind words with an article, a possessive or a nationality, outside of names."""
    taken = _taken(reading, names)
    people, organizations = (
        reading.vocabulary.person_nominals,
        reading.vocabulary.organization_nominals,
    )
    longest = max((key.count(" ") + 1 for key in (*people, *organizations)), default=0)
    openers = {key.partition(" ")[0] for key in (*people, *organizations)}
    at = 0
    while at < len(reading.words):
        opens = reading.keys[at].partition(" ")[0] in openers
        found = _nominal_at(reading, at, longest, taken) if opens else None
        if found:
            yield found
        at = found.candidate.end if found else at + 1


def _taken(reading: Reading, names: Sequence[Candidate]) -> set[int]:
    """Words that are a name or stand beside one as its title."""
    taken: set[int] = set()
    for name in names:
        taken.update(range(name.start, name.end))
        if name.type == "person":
            before, after = role_before(reading, name.start), role_after(reading, name.end)
            taken.update(range(before.start, before.end), range(after.start, after.end))
    return taken


def _nominal_at(reading: Reading, at: int, longest: int, taken: set[int]) -> Nominal | None:
    vocabulary = reading.vocabulary
    for length in range(min(longest, len(reading.words) - at), 0, -1):
        key = reading.key(at, at + length)
        person = vocabulary.person_nominals.get(key)
        wanted = person or vocabulary.organization_nominals.get(key)
        if not wanted:
            continue
        if not taken.isdisjoint(range(at, at + length)) or not reading.whole(at, at + length):
            return None
        nominal = _introduced(reading, at, at + length, wanted, person=person is not None)
        return _beside(nominal, at, taken) if nominal else None
    return None


def _beside(nominal: Nominal, at: int, taken: set[int]) -> Nominal:
    """The nominal without the country before it where that is a mention of its own."""
    if taken.isdisjoint(range(nominal.candidate.start, at)):
        return nominal
    return Nominal(replace(nominal.candidate, start=at), nominal.wanted)


def _introduced(
    reading: Reading, start: int, end: int, wanted: tuple[str, ...], *, person: bool
) -> Nominal | None:
    country, begin = country_before(reading, start)
    if begin == start and not _definite(reading, start):
        return None
    if _goes_on(reading, end) or reading.keys[begin - 1 : begin] == ["former"]:
        return None
    candidate = Candidate(
        begin,
        end,
        "person" if person else "organization",
        level="nominal",
        titles=(reading.text(start, end),),
        country=country,
        name="",
    )
    return Nominal(candidate, wanted)


def _definite(reading: Reading, start: int) -> bool:
    return reading.joined(start) and (reading.keys[start - 1] in {"the", "this"})


def _goes_on(reading: Reading, end: int) -> bool:
    """Whether more follows that says which one it is: "the president of the club", "the group leader"."""
    if end >= len(reading.words) or not reading.joined(end):
        return False
    word = reading.words[end]
    return word.key in {"of", "elect"} or word.tag in {"NOUN", "PROPN"}


def resolve(
    reading: Reading, nominals: Sequence[Nominal], names: Sequence[Candidate], chains: list[Chain]
) -> list[Candidate]:
    """The nominals that stand for a chain or for a known office; they become members of chains.

    Their positions count on from the names, in the order given back.
    """
    kept: list[Candidate] = []
    chain_of = {member: number for number, chain in enumerate(chains) for member in chain.members}
    for found in nominals:
        nominal = _spelt_out(reading, found, names, chains, chain_of)
        spoken_of = _antecedent(reading, nominal, names, chains, chain_of)
        chain = spoken_of or _office(reading, nominal, chains)
        if chain:
            chain.add(len(names) + len(kept), nominal.candidate, "")
            kept.append(nominal.candidate)
    return kept


def _spelt_out(
    reading: Reading,
    nominal: Nominal,
    names: Sequence[Candidate],
    chains: Sequence[Chain],
    chain_of: Mapping[int, int],
) -> Nominal:
    """What "his Turkish counterpart" is: what the person named last before is, of Turkey."""
    counterparts = reading.vocabulary.counterparts
    if not any(counterparts.has(fold(title)) for title in nominal.candidate.titles):
        return nominal
    start = nominal.candidate.start
    people = (n for n in _before(names, start) if names[n].type == "person")
    last = next(people, None)
    roles = () if last is None else _first_roles(reading, chains[chain_of[last]])
    if not roles:
        return nominal
    return Nominal(replace(nominal.candidate, titles=roles), roles)


def _first_roles(reading: Reading, chain: Chain) -> tuple[str, ...]:
    """What the article calls the person, else the first office that is known."""
    known = (title for entry in _entries(reading, chain) for title in entry.titles[:1])
    return tuple(sorted(chain.titles)) or tuple(known)


def _antecedent(
    reading: Reading,
    nominal: Nominal,
    names: Sequence[Candidate],
    chains: Sequence[Chain],
    chain_of: Mapping[int, int],
) -> Chain | None:
    """The chain that is spoken of: named in the sentences just before, there the most often named.

    A person is who was named last, since roles pass from one to the other within a paragraph.
    """
    start = nominal.candidate.start
    seen: dict[int, tuple[int, int, int, int]] = {}
    for last in _before(names, start):
        number = chain_of[last]
        if number in seen or not _fits(reading, nominal, chains[number]):
            continue
        far = reading.words[start].sentence - reading.words[names[last].start].sentence
        person = chains[number].type == "person"
        count = 0 if person else bisect_left(chains[number].members, last + 1)
        seen[number] = (-max(0, far - _NEAR), count, last, number)
    return chains[max(seen.values())[3]] if seen else None


def _before(names: Sequence[Candidate], start: int) -> range:
    """Positions of the last names before a word, the nearest first."""
    end = bisect_left(names, start, key=lambda name: name.start)
    return range(end - 1, max(-1, end - 1 - _FAR), -1)


def _fits(reading: Reading, nominal: Nominal, chain: Chain) -> bool:
    wanted, country = set(nominal.wanted), nominal.candidate.country
    if chain.type != nominal.candidate.type or not any(chain.names):
        return False
    if country and country not in _countries(reading, chain):
        return False
    if chain.type == "person":
        return any(_means(title, wanted) for title in _roles(reading, chain))
    words = {word for name in chain.names for word in name.split()}
    kinds = {word for entry in _entries(reading, chain) for word in fold(entry.kind).split()}
    return bool(wanted & (words | kinds))


def _means(title: str, wanted: set[str]) -> bool:
    return title in wanted or any(title.endswith(" " + role) for role in wanted)


def _entries(reading: Reading, chain: Chain) -> list[Entry]:
    return [reading.knowledge.entry(known) for known in chain.ids[:1]]


def _roles(reading: Reading, chain: Chain) -> set[str]:
    known = {fold(title) for entry in _entries(reading, chain) for title in entry.titles}
    return chain.titles | known


def _countries(reading: Reading, chain: Chain) -> set[str]:
    return chain.countries | {entry.country for entry in _entries(reading, chain)}


def _office(reading: Reading, nominal: Nominal, chains: list[Chain]) -> Chain | None:
    """A chain for the holder of a known office: one that the article names, or a new one."""
    candidate = nominal.candidate
    if candidate.type != "person" or not candidate.country:
        return None
    office = reading.knowledge.office
    holders = [e.id for title in candidate.titles for e in office(title, candidate.country)]
    if not holders:
        return None
    named = next((c for c in chains if c.type == "person" and set(c.ids[:1]) & set(holders)), None)
    return named or _unnamed(candidate, chains)


def _unnamed(candidate: Candidate, chains: list[Chain]) -> Chain:
    for chain in chains:
        same = chain.titles == set(map(fold, candidate.titles))
        if chain.names == {""} and same and candidate.country in chain.countries:
            return chain
    chain = Chain("person")
    chains.append(chain)
    return chain
