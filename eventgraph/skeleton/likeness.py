"""How alike names sound: a weighted edit distance over sounds, word by word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from eventgraph.skeleton.script import script
from eventgraph.skeleton.sounds import sounds
from eventgraph.skeleton.table import table
from eventgraph.skeleton.words import bare, unglued, words

_LONGEST = 80  # letters of a word, or pairs of words, that are still compared: names are shorter


@lru_cache(maxsize=400_000)
def word_similarity(a: str, b: str) -> float:
    """How alike two words sound, from 0 to 1.

    >>> word_similarity("hussein", "حسين") > 0.9 > 0.85 > word_similarity("hassan", "حسين")
    True
    """
    if a == b:
        return 1.0
    if max(len(a), len(b)) > _LONGEST:
        return 0.0
    arabic = "arabic" in (script(a), script(b))
    return max(_alike(x, y, arabic=arabic) for x in _variants(a) for y in _variants(b))


def _variants(word: str) -> tuple[str, ...]:
    """The word as it is, without an article that is glued to it, and with an English long a."""
    english = _LONG_A.sub(r"ei\1\2", word)
    return tuple(dict.fromkeys(map(sounds, (word, unglued(word), english))))


_LONG_A = re.compile(r"a([bdfgklmnprstvz])e(s?)$")


def _alike(a: str, b: str, *, arabic: bool) -> float:
    data = table()
    weight = sum(data.weight.get(char, 1.0) for char in a + b) / 2
    return max(
        0.0, 1 - _distance(a, b, data.swap_arabic if arabic else data.swap) / max(weight, 0.1)
    )


def _distance(a: str, b: str, swap: Mapping[tuple[str, str], float]) -> float:
    missing = table().missing
    row = [0.0]
    for char in b:
        row.append(row[-1] + missing.get(char, 1.0))
    for first in a:
        gone = missing.get(first, 1.0)
        previous, row = row, [row[0] + gone]
        for column, second in enumerate(b):
            change = 0.0 if first == second else swap.get((first, second), 1.0)
            row.append(
                min(
                    previous[column] + change,
                    previous[column + 1] + gone,
                    row[column] + missing.get(second, 1.0),
                )
            )
    return row[-1]


@lru_cache(maxsize=200_000)
def similarity(a: str, b: str) -> float:
    """How alike two names sound, from 0 to 1, words in the same order.

    A word that only one of them has costs its share of the name; a blank more or less costs little.

    >>> similarity("Qassem Soleimani", "قاسم سليماني") > 0.9
    True
    >>> similarity("Hussein Arnous", "صدام حسين") < 0.5
    True
    """
    left, right = words(a), words(b)
    if not left or not right or len(left) * len(right) > _LONGEST:
        return float(bool(left) and left == right)
    joined = (
        0.97 * word_similarity("".join(left), "".join(right)) if len(left) != len(right) else 0.0
    )
    return min(max(_aligned(left, right), joined), 1.0)


def _aligned(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """Best order-keeping alignment of words; each counts by its length in sounds."""
    best = [0.0] * (len(right) + 1)
    for a in left:
        previous, best = best, [0.0]
        for column, b in enumerate(right):
            pair = (_weight(a) + _weight(b)) * word_similarity(a, b)
            best.append(max(previous[column] + pair, previous[column + 1], best[column]))
    return best[-1] / sum(_weight(word) for word in (*left, *right))


@lru_cache(maxsize=200_000)
def _weight(word: str) -> float:
    weight = table().weight
    return max(sum(weight.get(char, 1.0) for char in sounds(bare(word))), 0.3)
