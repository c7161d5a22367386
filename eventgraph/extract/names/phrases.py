"""Fixed phrases (titles, organisation heads, names) found in a row of folded words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eventgraph.names import fold


class Phrases:
    """A set of phrases that finds the longest one at a place.

    Args:
        phrases: As written; they are folded before they are compared.

    >>> titles = Phrases(["minister", "prime minister"])
    >>> titles.longest(["the", "prime", "minister", "said"], 1)
    2
    >>> titles.longest_ending(["the", "prime", "minister"], 3)
    2
    >>> "Prime Minister" in titles
    True
    """

    __slots__ = ("_all", "_firsts", "_lasts", "_lengths")

    def __init__(self, phrases: Iterable[str]) -> None:
        self._all = frozenset(key for key in map(fold, phrases) if key)
        self._lengths = sorted({key.count(" ") + 1 for key in self._all}, reverse=True)
        self._firsts = frozenset(key.partition(" ")[0] for key in self._all)
        self._lasts = frozenset(key.rpartition(" ")[2] for key in self._all)

    def __contains__(self, phrase: object) -> bool:
        return isinstance(phrase, str) and fold(phrase) in self._all

    def has(self, key: str) -> bool:
        """Whether an already folded phrase is one of them."""
        return key in self._all

    def longest(self, keys: Sequence[str], start: int) -> int:
        """How many words the longest phrase has that starts here; 0 for none."""
        if start >= len(keys) or keys[start].partition(" ")[0] not in self._firsts:
            return 0
        for length in self._lengths:
            end = start + length
            if end <= len(keys) and " ".join(keys[start:end]) in self._all:
                return length
        return 0

    def longest_ending(self, keys: Sequence[str], end: int) -> int:
        """How many words the longest phrase has that ends before this word; 0 for none."""
        if end < 1 or keys[end - 1].rpartition(" ")[2] not in self._lasts:
            return 0
        for length in self._lengths:
            if length <= end and " ".join(keys[end - length : end]) in self._all:
                return length
        return 0
