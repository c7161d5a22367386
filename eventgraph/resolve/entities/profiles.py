"""Profiles: all chains that share a knowledge id, or a type and a full name. Evidence compares these."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from eventgraph.model import EntityType
from eventgraph.resolve.entities.chains import Chain, ChainKey, name_key
from eventgraph.skeleton import script, words

ProfileKey = tuple[str, ...]
_NUMBER = re.compile(r"\d+")
_SHOWN = 4  # names per script that stand for a profile when it is compared


@dataclass(slots=True)
class Profile:
    """Chains that are the same for a reason that needs no comparing.

    Attributes:
        key: Sorts and identifies it, independent of the order of articles.
        type: Entity type.
        known: Knowledge id, or empty.
        chains: Its chains, by article.
        reasons: Why chains are here, with how many of them.
    """

    key: ProfileKey
    type: EntityType
    known: str
    chains: list[Chain] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)
    _names: tuple[str, ...] = ()

    @property
    def seen(self) -> set[tuple[str, str]]:
        """Articles that name it, with the script of the name."""
        return {(chain.article, script(chain.name)) for chain in self.chains if chain.names}

    @property
    def countries(self) -> set[str]:
        """Countries that words beside it state."""
        return {country for chain in self.chains for country in chain.countries}

    @property
    def nation(self) -> set[str]:
        """Countries that a place lies in, or that tell a group from another of its name."""
        if self.type == "place":
            return self.countries
        return {self.key[-1]} if self.key[0] == "name" and len(self.key[-1]) == len("SY") else set()

    @property
    def numbers(self) -> frozenset[str]:
        """Numbers in its name, if it is not known: the 79th awards are not the 81st."""
        return frozenset() if self.known else frozenset(_NUMBER.findall(self.chains[0].name))

    @property
    def titles(self) -> set[str]:
        """Folded titles."""
        return {title for chain in self.chains for title in chain.titles}

    def names(self) -> tuple[str, ...]:
        """Its most frequent full names, a few per script: what stands for it in comparisons.

        Kept once asked for: surnames that are added later do not change them.
        """
        self._names = self._names or self._most_frequent()
        return self._names

    def _most_frequent(self) -> tuple[str, ...]:
        counts = Counter(name for chain in self.chains for name in full_names(chain))
        shown: dict[str, list[str]] = {}
        for name in sorted(counts, key=lambda name: (-counts[name], name)):
            shown.setdefault(script(name), []).append(name)
        return tuple(name for kind in sorted(shown) for name in shown[kind][:_SHOWN])


def full_names(chain: Chain) -> tuple[str, ...]:
    """Names that can stand alone: all of a group's or place's, those of two words of a person."""
    if chain.type != "person":
        return chain.names
    full = tuple(name for name in chain.names if len(words(name)) > 1)
    return full or chain.names


def is_surname(chain: Chain) -> bool:
    """Whether a chain names a person by one word only.

    >>> from eventgraph.model import Mention, Span
    >>> chain = Chain("a", 0, "person", "en", "", ("al-Assad",), (), (), ())
    >>> is_surname(chain)
    True
    """
    return chain.type == "person" and len(words(chain.name)) == 1


def by_name(chain: Chain, mark: str = "") -> ProfileKey:
    """The key of an unknown chain: type and name, and what tells it from another of that name."""
    return "name", chain.type, name_key(chain.name), mark


def by_id(entry_id: str) -> ProfileKey:
    """The key of a chain that is known."""
    return "known", entry_id


def group(
    chains: Iterable[Chain], keys: Mapping[ChainKey, ProfileKey]
) -> dict[ProfileKey, Profile]:
    """Profiles of the chains that have a key."""
    profiles: dict[ProfileKey, Profile] = {}
    for chain in chains:
        key = keys.get(chain.key)
        if key is None:
            continue
        if key not in profiles:
            profiles[key] = Profile(key, chain.type, key[1] if key[0] == "known" else "")
        profiles[key].chains.append(chain)
    return profiles
