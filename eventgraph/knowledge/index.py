"""The alias index: folded name to entries, and the longest name that starts at a word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eventgraph.knowledge.entries import Entry
from eventgraph.names import fold

ARTICLE = "ال"  # the Arabic definite article, written as part of the word


class Index:
    """Entries by folded name; entries that share a name are in the order they were added."""

    def __init__(self) -> None:
        self._entries: dict[str, tuple[Entry, ...]] = {}
        self._reach: dict[str, int] = {}  # first word of a name: words of the longest such name

    def add(self, entry: Entry, names: Iterable[str]) -> None:
        """Make an entry findable by names."""
        for key in dict.fromkeys(map(fold, names)):
            if key and entry not in self._entries.get(key, ()):
                self._entries[key] = (*self._entries.get(key, ()), entry)
                words = key.split(" ")
                self._reach[words[0]] = max(self._reach.get(words[0], 0), len(words))

    def find(self, key: str) -> tuple[Entry, ...]:
        """The entries of a folded name; an Arabic one is also found without its article."""
        return self._entries.get(key) or self._entries.get(ARTICLE + key, ())

    def longest(self, words: Sequence[str], start: int) -> tuple[tuple[Entry, ...], int] | None:
        """The entries of the longest name that starts at a word, and how many words it takes."""
        first = words[start].split(" ", 1)[0]
        reach = max(self._reach.get(first, 0), self._reach.get(ARTICLE + first, 0))
        best: tuple[tuple[Entry, ...], int] | None = None
        key, length = "", 0
        for count, word in enumerate(words[start:], start=1):
            if word:
                key = f"{key} {word}" if key else word
                length += word.count(" ") + 1
            if length > reach:
                break
            found = self.find(key) if word else ()
            best = (found, count) if found else best
        return best
