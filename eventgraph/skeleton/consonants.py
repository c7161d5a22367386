"""Consonants of a name: its skeleton, and a coarse key that spellings share."""

from __future__ import annotations

from functools import lru_cache

from eventgraph.skeleton.sounds import doubled, sounds
from eventgraph.skeleton.words import bare, words

_VOWELS = frozenset("aeiouAIUEY")
# One code per group of sounds that are easily taken for one another; h and vowels have none.
_COARSE = str.maketrans("bpvftdTDkgGjCSZszcxrlmn", "BBFFTTTTKKKKSSSSSSKRLMN")


def skeleton(name: str) -> tuple[str, ...]:
    """The consonants of each word that tells people apart.

    >>> skeleton("Vladimir Putin"), skeleton("فلاديمير بوتين"), skeleton("Владимир Путин")
    (('vldmr', 'ptn'), ('fldmr', 'btn'), ('vldmr', 'ptn'))
    """
    return tuple(_consonants(sounds(bare(word))) for word in words(name))


def _consonants(sound: str) -> str:
    return "".join(char for char in sound if char not in _VOWELS)


@lru_cache(maxsize=200_000)
def coarse(word: str) -> str:
    """A key that spellings of one word share: consonant groups, vowels and h left out.

    >>> coarse("Putin") == coarse("بوتين") == coarse("Путин")
    True
    """
    return doubled(_consonants(sounds(bare(word))).replace("h", "").translate(_COARSE))
