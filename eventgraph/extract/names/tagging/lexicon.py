"""How common a word of a language is, and which other words it is like.

``words.tsv`` of a language's package lists its frequent words, most frequent first, with a cluster.
A word that is not in it is rare, which speaks for a name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log2

from eventgraph import integrity
from eventgraph.errors import DataError

_HEAD = 16  # the most frequent words are one class; below, each class has twice the words
_UNKNOWN = "-"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language by how often they are used.

    Attributes:
        words: Per folded word, its class of frequency and its cluster.
    """

    words: Mapping[str, tuple[str, str]]

    def frequency(self, key: str) -> str:
        """The class of frequency: 4 is the most frequent, each next one twice as many words."""
        return self.words.get(key, (_UNKNOWN, _UNKNOWN))[0]

    def cluster(self, *keys: str) -> str:
        """The cluster of the first of these forms that is listed."""
        known = (self.words[key][1] for key in keys if key in self.words)
        return next(known, _UNKNOWN)


@cache
def lexicon(package: str) -> Lexicon:
    """The lexicon of a language's package; empty when it has none.

    Raises:
        DataError: A line is not a word and a cluster, parted by a tab.
    """
    path = files(package) / "words.tsv"
    if not path.is_file():
        return Lexicon({})
    lines = integrity.text(path).split("\n")[1:]
    words: dict[str, tuple[str, str]] = {}
    for rank, line in enumerate(filter(None, lines)):
        word, tab, cluster = line.partition("\t")
        if not tab:
            raise DataError(f"{path}:{rank + 2}: {line!r}, expected a word, a tab and a cluster")
        words[word] = (str(int(log2(rank + _HEAD))), cluster)
    return Lexicon(words)
