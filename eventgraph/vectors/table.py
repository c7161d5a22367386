"""Word vectors: how alike two words are in what they are used for, by integer products.

One table for all languages: rows of 64 bytes, so that its products are the same on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from eventgraph import integrity
from eventgraph.errors import DataError

if TYPE_CHECKING:
    import numpy as np

    Rows = np.ndarray[Any, np.dtype[np.int32]]

DIMENSIONS = 64
SCALE = 127  # length of a row
FOLDER = files("eventgraph.vectors")
LANGUAGES = ("en", "ar", "fr", "ru")  # a word of two languages is that of the first


@dataclass(frozen=True, slots=True)
class Table:
    """Words and their rows."""

    numbers: Mapping[str, int]
    rows: Rows

    def row(self, phrase: str) -> tuple[Rows, float] | None:
        """The sum of the rows of a phrase's known words, and its length; none where none is known."""
        known = [self.numbers[word] for word in phrase.split() if word in self.numbers]
        if not known:
            return None
        total = self.rows[known].sum(axis=0)
        length = math.sqrt(int(total @ total))
        return (total, length) if length else None


@cache
def table() -> Table:
    """The packaged table, read once.

    Raises:
        DataError: A file is missing or damaged, or words and vectors differ in number.
    """
    import numpy as np

    words: list[str] = []
    blocks = []
    for language in LANGUAGES:
        if not (FOLDER / f"{language}.int8").is_file():
            continue
        listed = integrity.text(FOLDER / f"{language}.tsv").splitlines()
        block = np.frombuffer(integrity.read(FOLDER / f"{language}.int8"), np.int8)
        if block.size != len(listed) * DIMENSIONS:
            raise DataError(
                f"{FOLDER}/{language}.int8: {block.size} bytes, expected {DIMENSIONS} for each"
                f" of {len(listed)} words"
            )
        words += listed
        blocks.append(block.reshape(-1, DIMENSIONS))
    numbers: dict[str, int] = {}
    for number, word in enumerate(words):
        numbers.setdefault(word, number)
    return Table(numbers, np.vstack(blocks).astype(np.int32))


def similarity(a: str, b: str) -> float:
    """Cosine of two words or phrases, 0 to 1; 1 for the same, 0 where one is unknown.

    >>> similarity("arrest", "detained") > 0.5 > similarity("arrest", "earthquake")
    True
    """
    return _similarity(a, b) if a <= b else _similarity(b, a)


def vector(word: str) -> tuple[float, ...]:
    """The vector of a word, of length about one; empty where it has none."""
    found = _row(word)
    return tuple(int(x) / found[1] for x in found[0]) if found else ()


def is_known(phrase: str) -> bool:
    """Whether a word of a phrase has a vector."""
    return _row(phrase) is not None


@lru_cache(maxsize=1 << 18)
def _similarity(a: str, b: str) -> float:
    if a == b:
        return 1.0
    one, other = _row(a), _row(b)
    if one is None or other is None:
        return 0.0
    return max(0.0, int(one[0] @ other[0]) / (one[1] * other[1]))


@lru_cache(maxsize=1 << 16)
def _row(phrase: str) -> tuple[Rows, float] | None:
    return table().row(phrase)
