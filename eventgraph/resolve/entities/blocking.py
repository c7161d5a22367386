"""Which profiles are worth comparing: those that share a key; the work stays near-linear."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from eventgraph.resolve.entities.chains import is_acronym
from eventgraph.resolve.entities.profiles import Profile
from eventgraph.skeleton import coarse, script, skeleton, words

_WIDEST = 40  # profiles that are still compared all with all
_WORDS = 5  # words of a name that make keys
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "la", "du", "des", "et"})
# Letters that cross scripts in more than one way: the key is taken with each.
_TWO_WAYS = (
    ("ch", "k"),
    ("th", "t"),
    ("dh", "z"),
    ("ظ", "ز"),
    ("g", "j"),
    ("zh", "j"),
    ("j", ""),
    ("w", "v"),
    ("nb", "mb"),
    ("نب", "مب"),
)

Key = tuple[str, ...]


def pairs(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Pairs of profiles that share a blocking key, each once, in the order of their keys."""
    blocks: dict[Key, list[Profile]] = {}
    for profile in profiles:
        for key in sorted(_keys(profile)):
            blocks.setdefault(key, []).append(profile)
    seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for key in sorted(blocks):
        for a, b in _within(blocks[key]):
            both = (a.key, b.key) if a.key < b.key else (b.key, a.key)
            if both not in seen:
                seen.add(both)
                yield (a, b) if a.key < b.key else (b, a)


def _within(block: list[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """All pairs of a small block; a large one is first cut by exact consonants."""
    if len(block) <= _WIDEST:
        yield from combinations(block, 2)
        return
    finer: dict[Key, list[Profile]] = {}
    for profile in block:
        for key in sorted({("exact", *skeleton(name)) for name in profile.names()}):
            finer.setdefault(key, []).append(profile)
    for key in sorted(finer):
        yield from combinations(finer[key][:_WIDEST], 2)


def _keys(profile: Profile) -> set[Key]:
    return {key for name in profile.names() for key in name_keys(name, profile.type)}


def name_keys(name: str, entity_type: str) -> Iterator[Key]:
    """Blocking keys of one name: sounds of a single word or of each two words, and initials."""
    parts = words(name)[:_WORDS]
    if len(parts) == 1:
        yield from ((entity_type, one) for one in _sounds(parts[0]) if len(one) > 1)
    for first, second in combinations(parts, 2):
        yield from ((entity_type, a, b) for a in _sounds(first) for b in _sounds(second))
    if len(parts) > 1:
        yield from ((entity_type, one) for one in _sounds("".join(parts)) if len(one) > 2)
    if entity_type == "person" and len(parts) > 1:
        yield from ((entity_type, "initial", parts[0][0], one) for one in _sounds(parts[-1]))
    if entity_type == "organization":
        yield from (("initials", one) for one in initials(name))


def _sounds(word: str) -> Iterable[str]:
    """The coarse sounds of a word, and those of its other readings."""
    ways = {coarse(word)}
    ways.update(coarse(word.replace(old, new)) for old, new in _TWO_WAYS if old in word)
    return sorted(ways)


def initials(name: str) -> set[str]:
    """What a name is abbreviated to, or the name itself when it is an abbreviation.

    >>> sorted(initials("Federal Bureau of Investigation")), initials("F.B.I.")
    (['fbi', 'fboi'], {'fbi'})
    """
    if is_acronym(name):
        return {"".join(char for char in name.casefold() if char.isalnum())}
    parts = name.replace("-", " ").casefold().split()
    if len(parts) < 2 or script(name) == "other":
        return set()
    long = "".join(part[0] for part in parts)
    return {long, "".join(part[0] for part in parts if part not in _SMALL)}
