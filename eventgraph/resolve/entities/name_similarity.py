"""How sure two names are one by their form alone: sounds, fuller forms, initials. Each says why."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from eventgraph.resolve.entities.chains import name_key
from eventgraph.skeleton import coarse, script, similarity, skeleton, word_similarity, words

FULLER_FORM, INITIAL_FORM = "the same name, fuller", "initial"

_ACROSS = 0.86  # two names sound alike, one of them in Arabic letters
_VOWELLED = 0.9  # the same where both scripts write vowels
_WITHIN = 0.93  # two spellings in one script
_ONE_WORD = 0.93
_LONG_WORD = 0.9  # the same where a word has a consonant more than it needs
_WORD = 0.82  # the least alike word of two alike names
_WORD_WITHIN = 0.88  # the same in one script
_CONSONANTS = 3  # fewer in one word are chance
_FULLER = 0.88
_TWO = 2  # consonant groups that may differ between two spellings of a word
_SPELLING = 0.97  # two spellings of one word in one script
_BLANK = 0.93


@lru_cache(maxsize=200_000)
def by_sound(a: str, b: str) -> tuple[float, str]:
    """How sure two names are one by their sound alone, and the reason; 0 when they are not.

    >>> by_sound("Hassan Haddad", "حسن حداد")[0] > 0.86, by_sound("Hassan Haddad", "حسين حداد")[0]
    (True, 0.0)
    """
    if name_key(a) == name_key(b):
        return 1.0, f"same name: {a}"
    left, right = words(a), words(b)
    if len(left) == len(right) and not all(map(_near, left, right)):
        return 0.0, ""
    if len(left) == 1 and len(right) == 1:
        return _one_word(a, b)
    if 1 in (len(left), len(right)):
        return _spaced(a, b)
    if len(left) != len(right):
        return max(_fuller(left, right, a, b), _spaced(a, b))
    return _same_length(left, right, a, b)


def _near(a: str, b: str) -> bool:
    """A cheap look at the consonant groups before sounds are compared in full."""
    if 1 in (len(a), len(b)):
        return True
    ways = _TWO if min(len(a), len(b)) > 3 else 1
    return Levenshtein.distance(coarse(a), coarse(b), score_cutoff=ways) <= ways


def _one_word(a: str, b: str) -> tuple[float, str]:
    bones = min(len("".join(skeleton(name))) for name in (a, b))
    score = similarity(a, b)
    least = _LONG_WORD if bones > _CONSONANTS else _ONE_WORD
    if bones < _CONSONANTS or score < least or (script(a) == script(b) and score < _SPELLING):
        return 0.0, ""
    return _sounding(score, a, b)


def _sounding(score: float, a: str, b: str) -> tuple[float, str]:
    bones = " ".join(skeleton(a)), " ".join(skeleton(b))
    shown = bones[0] if bones[0] == bones[1] else f"{bones[0]} and {bones[1]}"
    return score, f"alike consonants: {a}, {b} ({shown})"


def _spaced(a: str, b: str) -> tuple[float, str]:
    """One word more: alike when a blank is all that parts them."""
    left, right = "".join(words(a)), "".join(words(b))
    score = word_similarity(left, right) if _near(left, right) else 0.0
    least = _SPELLING if script(a) == script(b) else _BLANK
    return _sounding(score * 0.97, a, b) if score >= least else (0.0, "")


def _same_length(left: Sequence[str], right: Sequence[str], a: str, b: str) -> tuple[float, str]:
    by_word = [_like(one, other) for one, other in zip(left, right, strict=True)]
    score = similarity(a, b)
    if len(left[0]) == 1 or len(right[0]) == 1:
        return (_FULLER, f"{INITIAL_FORM}: {a}, {b}") if min(by_word) >= _SPELLING else (0.0, "")
    least, least_word = _least(script(a), script(b))
    return _sounding(score, a, b) if score >= least and min(by_word) >= least_word else (0.0, "")


def _least(a: str, b: str) -> tuple[float, float]:
    """How alike names in two scripts, and each two of their words, must be."""
    if a == b:
        return _WITHIN, _WORD_WITHIN
    return _ACROSS if "arabic" in (a, b) else _VOWELLED, _WORD


def _like(a: str, b: str) -> float:
    if 1 in (len(a), len(b)):
        return (
            float(word_similarity(a[0], b[0]) > 0.8)
            if script(a) != script(b)
            else float(a[0] == b[0])
        )
    return word_similarity(a, b)


def _fuller(left: Sequence[str], right: Sequence[str], a: str, b: str) -> tuple[float, str]:
    """One name with a middle name or patronymic more: the shorter runs through the longer."""
    short, long = sorted((left, right), key=len)
    least = min(_like(short[-1], long[-1]), _runs_through(short[:-1], long[:-1]))
    if least < _FULLER or len(long[-1]) == 1:
        return 0.0, ""
    return 0.9 * least, f"{FULLER_FORM}: {a}, {b}"


def _runs_through(short: Sequence[str], long: Sequence[str]) -> float:
    """The least alike pair when the words of one are found in the other, in order.

    They begin together ("Nour Aziz", "Nour Salim Aziz") or end together ("Tayyip Erdogan").
    """
    tail = min(map(_like, short, long[-len(short) :]), default=0.0)
    if _like(short[0], long[0]) < _FULLER:
        return tail
    rest, least = list(long), 1.0
    for word in short:
        while rest and _like(word, rest[0]) < _FULLER:
            rest.pop(0)
        least = min(least, _like(word, rest.pop(0))) if rest else 0.0
    return max(tail, least)
