"""The alias index: folded name to entries, and the longest name that starts at a word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from eventgraph.knowledge.entries import Entry
from eventgraph.knowledge.folding import fold_all
from eventgraph.languages.articles import glued_articles


class Index:
    """Entries by folded name; entries that share a name are in the order they were given.

    Args:
        plain: Names and the entries that bear them, the best known first.
        ambiguous: Likewise, names that need context; who bears them stands behind who does not.
    """

    def __init__(
        self, plain: Sequence[tuple[str, Entry]], ambiguous: Sequence[tuple[str, Entry]]
    ) -> None:
        self._entries: dict[str, tuple[Entry, ...]] = {}
        self._reach: dict[str, int] = {}  # first word of a name: words of the longest such name
        self._add_all(plain)
        known = len(self._entries)
        self._add_all(ambiguous)
        self._ambiguous = frozenset(islice(self._entries, known, None))  # names of no other entry

    def _add_all(self, named: Sequence[tuple[str, Entry]]) -> None:
        for key, (_, entry) in zip(fold_all(name for name, _ in named), named, strict=True):
            self._add(key, entry)

    def _add(self, key: str, entry: Entry) -> None:
        others = self._entries.get(key)
        if not others:
            self._entries[key] = (entry,)
            first, count = key.partition(" ")[0], key.count(" ") + 1
            if count > self._reach.get(first, 0):
                self._reach[first] = count
        elif not any(other is entry for other in others):
            self._entries[key] = (*others, entry)

    def find(self, key: str) -> tuple[Entry, ...]:
        """The entries of a folded name; one with an article written as part of it also without."""
        if not key:
            return ()
        return self._entries.get(key) or self._with_article(key)

    def _with_article(self, key: str) -> tuple[Entry, ...]:
        """The entries of a folded name that is known only with an article written as part of it."""
        found = (self._entries.get(article + key) for article in glued_articles())
        return next((entries for entries in found if entries), ())

    def is_ambiguous(self, key: str) -> bool:
        """Whether a folded name needs context."""
        if key in self._entries:
            return key in self._ambiguous
        found = self._with_article(key)
        return bool(found) and " " not in key and found[0].kind != "country"

    def longest(self, words: Sequence[str], start: int) -> tuple[tuple[Entry, ...], int] | None:
        """The entries of the longest name that starts at a word, and how many words it takes."""
        first = words[start].partition(" ")[0]
        reach = max(self._reach.get(before + first, 0) for before in ("", *glued_articles()))
        best: tuple[tuple[Entry, ...], int] | None = None
        key, position = words[start], start
        while key and key.count(" ") < reach:
            if words[position] and (found := self.find(key)):
                best = found, position + 1 - start
            position += 1
            if position == len(words):
                break
            key = f"{key} {words[position]}".rstrip()
        return best
