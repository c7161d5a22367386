"""How letters sound, and which words of names tell nobody apart: the data of this package."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from eventgraph import integrity


@dataclass(frozen=True, slots=True)
class Table:
    """What ``skeleton.toml`` says: letters, words, and what it costs to mistake a sound."""

    clusters: Mapping[str, tuple[tuple[str, str], ...]]
    endings: Mapping[str, tuple[tuple[str, str], ...]]
    irregular: Mapping[str, str]
    marked: Mapping[str, str]
    articles: frozenset[str]
    glued: tuple[str, ...]
    glued_sound: tuple[str, ...]
    key_articles: frozenset[str]
    particles: frozenset[str]
    hyphened: frozenset[str]
    suffixes: frozenset[str]
    names: frozenset[str]
    servant: frozenset[str]
    father: frozenset[str]
    halves: Mapping[str, str]
    missing: Mapping[str, float]
    weight: Mapping[str, float]
    swap: Mapping[tuple[str, str], float]
    swap_arabic: Mapping[tuple[str, str], float]


@cache
def table() -> Table:
    """The table, read once."""
    data = tomllib.loads(integrity.text(files(__package__) / "skeleton.toml"))
    swap = _pairs(data["costs"]["same_class"], data["costs"]["vowels"])
    return Table(
        clusters={kind: _clusters(data[kind]["clusters"]) for kind in data["endings"]},
        endings={kind: _clusters(pairs) for kind, pairs in data["endings"].items()},
        irregular=data["irregular"],
        marked=dict(data["latin"]["marked"]),
        missing=data["costs"]["missing"],
        weight=data["costs"]["weight"],
        swap=swap,
        swap_arabic=swap | _pairs(data["costs"]["arabic"]),
        halves=data["words"].pop("halves"),
        glued=tuple(data["words"].pop("glued")),
        glued_sound=tuple(data["words"].pop("glued_sound")),
        **{key: frozenset(listed) for key, listed in data["words"].items()},
    )


def _clusters(pairs: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((letters, sound) for letters, sound in pairs)


def _pairs(*lists: Sequence[tuple[str, float]]) -> dict[tuple[str, str], float]:
    found = {}
    for both, cost in (pair for pairs in lists for pair in pairs):
        first, second = both[0], both[1]
        found[first, second] = found[second, first] = cost
    return found
