"""What an acronym stands for: never another name than the one that the articles spell out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from eventgraph.knowledge import Entry
from eventgraph.names import fold
from eventgraph.resolve.entities.blocking import initials
from eventgraph.resolve.entities.chains import Chain, ChainKey, is_acronym
from eventgraph.resolve.entities.clustering import Link
from eventgraph.resolve.entities.profiles import Profile, ProfileKey

_ACRONYM = 0.85


def fits(chain: Chain, name: str, entry: Entry) -> bool:
    """Whether an entry may be meant by an acronym in a chain.

    The acronym must be one of the article's language or of English, and the chain must not spell it
    out as something else.
    """
    listed = (*entry.names.get(chain.language, ()), *entry.names.get("en", ()))
    if fold(name) not in {fold(other) for other in listed}:
        return False
    return not any(
        initials(name) & initials(other) for other in chain.names if not is_acronym(other)
    )


def spelled_otherwise(chains: Sequence[Chain], known: Mapping[ChainKey, Entry]) -> list[ChainKey]:
    """Chains known by an acronym alone that the corpus spells out as an unknown name.

    An entry that the corpus also names in full keeps its acronym.
    """
    unknown = {
        letters
        for chain in chains
        if chain.type == "organization" and chain.key not in known
        for name in chain.names
        if not is_acronym(name)
        for letters in initials(name)
    }
    in_full = {
        known[chain.key].id for chain in chains if chain.key in known and not _short(chain.names)
    }
    return [
        chain.key
        for chain in chains
        if chain.key in known
        and _short(chain.names)
        and known[chain.key].id not in in_full
        and any(initials(name) & unknown for name in chain.names)
    ]


def _short(names: Iterable[str]) -> bool:
    return all(map(is_acronym, names))


def links(near: Iterable[tuple[Profile, Profile]]) -> Iterator[Link]:
    """Links from an acronym to the only name in the corpus that it can stand for."""
    found: dict[ProfileKey, list[tuple[Profile, Profile, str]]] = {}
    for pair in near:
        for a, b in (pair, pair[::-1]):
            if reason := _abbreviates(a, b):
                found.setdefault(a.key, []).append((a, b, reason))
    for options in found.values():
        if len(options) == 1:
            a, b, reason = options[0]
            yield Link(_ACRONYM, a.key, b.key, reason)


def _abbreviates(short: Profile, long: Profile) -> str:
    if short.type != "organization" or long.type != "organization":
        return ""
    for a in filter(is_acronym, short.names()):
        for b in long.names():
            if not is_acronym(b) and initials(a) & initials(b):
                return f"acronym: {a} = {b}"
    return ""
