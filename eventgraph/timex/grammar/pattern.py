"""The pattern language of the rules in ``languages/XX/timex.toml``.

    pattern := item+                 a sequence
    item    := atom "?"?             "?" makes it optional
    atom    := CATEGORY | word | atom "|" atom | "(" pattern ("|" pattern)* ")" | "[" pattern "]"

A CATEGORY is written in capitals and matches an edge of that name; anything else is a literal word or
sign. Brackets mark what becomes the span of an expression; what stands outside is context. Without
brackets the whole match is the span. Two brackets give two expressions (the ends of an interval).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

from eventgraph.errors import DataError
from eventgraph.timex.matching.tokens import tokenize

_ITEM = re.compile(r"[()\[\]]\??|[^\s()\[\]]+")
_OPEN, _SHUT = "[", "]"


@dataclass(frozen=True, slots=True)
class Sequence:
    """One way to read a pattern: its keys in order, and which stretches of them are spans."""

    keys: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def expand(pattern: str) -> tuple[Sequence, ...]:
    """All sequences that a pattern stands for.

    Raises:
        DataError: Brackets do not pair.

    >>> [sequence.keys for sequence in expand("in [MONTH YEAR?]")]
    [('in', 'MONTH', 'YEAR'), ('in', 'MONTH')]
    """
    items = _ITEM.findall(pattern)
    flat, rest = _alternatives(items, 0, pattern)
    if rest != len(items):
        raise DataError(f"pattern {pattern!r}: expected balanced brackets")
    return tuple(dict.fromkeys(_sequence(keys, pattern) for keys in flat))


def _alternatives(items: list[str], at: int, pattern: str) -> tuple[list[tuple[str, ...]], int]:
    """Read alternatives up to a closing bracket: the key sequences and where reading stopped."""
    choices: list[tuple[str, ...]] = []
    current: list[tuple[str, ...]] = [()]
    while at < len(items) and items[at][0] not in ")]":
        if items[at] == "|":
            choices, current, at = choices + current, [()], at + 1
            continue
        options, at = _item(items, at, pattern)
        current = [head + tail for head, tail in product(current, options)]
    return choices + current, at


def _item(items: list[str], at: int, pattern: str) -> tuple[list[tuple[str, ...]], int]:
    """Read one item, bracketed or plain."""
    item = items[at]
    if item[0] in "([":
        options, at = _alternatives(items, at + 1, pattern)
        if at == len(items):
            raise DataError(f"pattern {pattern!r}: a bracket is not closed")
        closing = items[at]
        if item[0] == _OPEN:
            options = [(_OPEN, *option, _SHUT) for option in options]
    else:
        closing = item
        options = [_keys(word) for word in item.removesuffix("?").split("|")]
    return ([*options, ()] if closing.endswith("?") else options), at + 1


def _keys(word: str) -> tuple[str, ...]:
    """A category as it is, a literal as tokens."""
    if word[:1].isupper() and word.isascii():
        return (word,)
    return tuple(token.key for token in tokenize(word))


def _sequence(keys: tuple[str, ...], pattern: str) -> Sequence:
    plain: list[str] = []
    spans: list[tuple[int, int]] = []
    opened = -1
    for key in keys:
        if key == _OPEN:
            opened = len(plain)
        elif key == _SHUT:
            spans.append((opened, len(plain)))
        else:
            plain.append(key)
    if not plain or any(start == end for start, end in spans):
        raise DataError(f"pattern {pattern!r}: it or one of its spans can be empty")
    return Sequence(tuple(plain), tuple(spans) or ((0, len(plain)),))
