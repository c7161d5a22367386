"""Text to tokens: words, numbers and single signs, each with a folded key to look it up by."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Marks that may follow a letter: combining accents, Arabic vowel signs, tatweel, joiners.
_MARKS = r"\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d"
_TOKEN = re.compile(rf"(?:[^\W\d_][{_MARKS}]*)+|\d+|[^\w\s{_MARKS}]|_")
_DROP = re.compile(rf"[{_MARKS}]")
_SAME = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        "ى": "ي",
        "ة": "ه",
        "ی": "ي",
        "ک": "ك",
        "ё": "е",
        **dict.fromkeys("’‘ʼ`´", "'"),  # typographic apostrophes
        **dict.fromkeys("‐‑‒–—−", "-"),  # hyphens and dashes
        "،": ",",
    },
)
_LINE = 40  # a line at least this long may have been wrapped in the middle of a date


class Token(NamedTuple):
    """A word, a run of digits or one sign.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last character.
        key: Folded form; digits are ASCII.
        raw: As written.
        broken: Whether a line or paragraph ends before it, so that no date goes across.
    """

    start: int
    end: int
    key: str
    raw: str
    broken: bool


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """The key of a word: lower case, no vowel signs, Arabic letter variants and digits unified.

    >>> fold("الجُمعة"), fold("March"), fold("٢٢"), fold("–")
    ('الجمعه', 'march', '22', '-')
    """
    if word.isascii():
        return word.lower()
    if word[0].isdigit():
        return "".join(str(unicodedata.digit(char, 0)) for char in word)
    return _DROP.sub("", word.lower().translate(_SAME))


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a range of a text.

    >>> [token.key for token in tokenize("On Dec. 5,")]
    ['on', 'dec', '.', '5', ',']
    """
    tokens: list[Token] = []
    previous = line = start
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        begin = match.start()
        newline = text.find("\n", previous, begin)
        broken = newline >= 0 and _breaks(text, previous, begin, newline - line)
        if newline >= 0:
            line = text.rfind("\n", previous, begin) + 1
        raw = match[0]
        key = fold(raw) if len(raw) <= 40 else ""
        tokens.append(Token(begin, match.end(), key, raw, broken))
        previous = match.end()
    return tokens


def _breaks(text: str, previous: int, begin: int, width: int) -> bool:
    """Whether the gap ends a line for good, rather than wrapping it."""
    if width < _LINE or text.count("\n", previous, begin) > 1:
        return True
    return text[begin].isupper() or text[previous - 1] in ".!?:؟"
