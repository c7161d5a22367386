"""People whom the knowledge base knows under another spelling: "Qassim Suleimani", "بوتن"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from eventgraph.knowledge import Entry
from eventgraph.resolve.entities.blocking import name_keys
from eventgraph.resolve.entities.chains import Chain, ChainKey
from eventgraph.resolve.entities.name_similarity import by_sound
from eventgraph.skeleton import script, words

_SURE = 0.9
_CLEARLY = 0.03  # by how much the best must sound more alike than the next
_SPELLINGS = 2  # preferred names per language that stand for a person


@dataclass(frozen=True, slots=True)
class Sounding:
    """A known person whom a name sounds like, and how much."""

    entry: Entry
    score: float
    name: str


class Spellings:
    """Known people by the sounds of their full names."""

    def __init__(self, people: Iterable[Entry]) -> None:
        self._by_key: dict[tuple[str, ...], list[tuple[str, Entry]]] = {}
        self._kept: dict[str, Sounding | None] = {}
        for entry in people:
            for name in _full(entry):
                for key in sorted(set(name_keys(name, "person"))):
                    self._by_key.setdefault(key, []).append((name, entry))

    def of(self, name: str) -> Sounding | None:
        """The one known person whose full name sounds like this one."""
        if name not in self._kept:
            self._kept[name] = self._best(name)
        return self._kept[name]

    def _best(self, name: str) -> Sounding | None:
        best: dict[str, Sounding] = {}
        for known, entry in self._near(name):
            score, _ = by_sound(name, known)
            if score >= _SURE and (entry.id not in best or score > best[entry.id].score):
                best[entry.id] = Sounding(entry, score, known)
        ranked = sorted(best.values(), key=lambda one: (-one.score, one.entry.id))
        if not ranked or (len(ranked) > 1 and ranked[0].score - ranked[1].score < _CLEARLY):
            return None
        return ranked[0]

    def _near(self, name: str) -> list[tuple[str, Entry]]:
        return [
            known
            for key in sorted(set(name_keys(name, "person")))
            for known in self._by_key.get(key, ())
        ]


def _full(entry: Entry) -> list[str]:
    return [
        name
        for names in entry.names.values()
        for name in [one for one in names if len(words(one)) > 1][:_SPELLINGS]
    ]


def respelled(
    chains: Sequence[Chain], known: Mapping[ChainKey, Entry], people: Sequence[Entry]
) -> dict[ChainKey, Sounding]:
    """Unknown people of full name who are known under another spelling.

    Not when the article also names the known person in that script, nor when it states another country.
    """
    unknown = [
        c for c in chains if c.type == "person" and c.key not in known and len(words(c.name)) > 1
    ]
    if not unknown:
        return {}
    spellings = Spellings(people)
    named = {
        (chain.article, script(chain.name), known[chain.key].id)
        for chain in chains
        if chain.key in known
    }
    found: dict[ChainKey, Sounding] = {}
    for chain in unknown:
        sounding = spellings.of(chain.name)
        if sounding and _agrees(chain, sounding.entry, named):
            found[chain.key] = sounding
    return found


def _agrees(chain: Chain, entry: Entry, named: Collection[tuple[str, str, str]]) -> bool:
    if chain.countries and entry.country and entry.country not in chain.countries:
        return False
    return (chain.article, script(chain.name), entry.id) not in named
