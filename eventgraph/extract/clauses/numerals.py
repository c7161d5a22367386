"""Numbers in running text with their bounds: "over 130", "between 5 and 7", "dozens", "twenty-one"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from eventgraph.extract.clauses.grammar import Grammar, Numerals

_PATTERNS = {
    ".": re.compile(r"\d{1,15}(?:,\d{3}){0,4}(?:[.]\d{1,6})?"),
    ",": re.compile(r"\d{1,15}(?:[.]\d{3}){0,4}(?:,\d{1,6})?"),
}
_RANGE = re.compile(r"(\d{1,12}(?:,\d{3})*)[-–—](\d{1,12}(?:,\d{3})*)")
_LONGEST_HEDGE = 5  # words


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written.

    Attributes:
        first: Index of its first token, words such as "at least" included.
        last: Index of its last token.
        low: Least value; none when open.
        high: Greatest value; none when open.
        unit: ISO 4217 code, ``%``, or empty.
    """

    first: int
    last: int
    low: float | None
    high: float | None
    unit: str = ""


def find_numerals(tokens: Sequence[Token], grammar: Grammar) -> list[Numeral]:
    """The numbers of a sentence in text order."""
    found, index = [], 0
    reader = _Reader(tokens, grammar.numerals)
    while index < len(tokens):
        numeral, after = reader.at(index)
        if numeral is not None:
            found.append(numeral)
        index = max(after, index + 1)
    return found


class _Reader:
    """Reads numbers at given tokens of one sentence."""

    def __init__(self, tokens: Sequence[Token], numerals: Numerals) -> None:
        self.tokens = tokens
        self.words = [token.lower_ for token in tokens]
        self.numerals = numerals

    def at(self, index: int) -> tuple[Numeral | None, int]:
        """The number that begins at a token, and the index to go on from."""
        read = self._value(index)
        if read is None:
            return None, index + 1
        low, high, after = read
        if other := self._upper(index, after):
            high, after = other
        unit, before, after = self._unit(index, after)
        least, most, length = self._bounds(index - before, low, high)
        first = self.tokens[index - before - length].i
        return Numeral(first, self.tokens[after - 1].i, least, most, unit), after

    def _unit(self, index: int, after: int) -> tuple[str, int, int]:
        """Currency or per cent, how many tokens before the number it takes, and the index after it."""
        currencies = self.numerals.currencies
        if (
            index > 0
            and self.words[index - 1] in currencies
            and not self.words[index - 1].isalpha()
        ):
            return currencies[self.words[index - 1]], 1, after
        follows = self.words[after] if after < len(self.words) else ""
        if follows in currencies:
            return currencies[follows], 0, after + 1
        if follows in self.numerals.percent:
            return "%", 0, after + 1
        if index > 0 and self.words[index - 1] in currencies and len(self.words[index - 1]) == 3:
            return currencies[self.words[index - 1]], 1, after
        return "", 0, after

    def _upper(self, index: int, after: int) -> tuple[float, int] | None:
        """The second number of a range and the index after it: "5 to 7", "between 5 and 7"."""
        words = self.numerals.words
        if after + 1 >= len(self.words) or self.words[after] not in words["ranges"]:
            return None
        before = self.words[index - 1] if index else ""
        joins = self.words[after] in words["joins"]
        if joins and before not in words["between"]:
            return None
        other = self._value(after + 1)
        return other and (other[1], other[2])

    def _bounds(self, end: int, low: float, high: float) -> tuple[float | None, float | None, int]:
        """Bounds with the words before a number read, and how many of them belong to it."""
        words = self.numerals.words
        for length in range(min(_LONGEST_HEDGE, end), 0, -1):
            phrase = " ".join(self.words[end - length : end])
            if phrase in words["at_least"]:
                return low, None, length
            if phrase in words["at_most"]:
                return None, high, length
            if phrase in words["near"]:
                return low, high, length
        return low, high, 0

    def _value(self, index: int) -> tuple[float, float, int] | None:
        """Bounds of the number that begins at a token and the index after it."""
        if index >= len(self.words) or not self._may_begin(self.words[index]):
            return None
        if vague := self._vague(index):
            return vague
        word = self.words[index]
        if (both := _RANGE.fullmatch(word)) and len(word) < 32:
            return _float(both.group(1)), _float(both.group(2)), index + 1
        return self._compound(index)

    def _compound(self, index: int) -> tuple[float, float, int] | None:
        scales = self.numerals.scales
        total, current, at, seen = 0.0, 0.0, index, False
        while at < len(self.words):
            word = self.words[at]
            if (
                seen
                and word in ("and", "-")
                and at + 1 < len(self.words)
                and self._part(at + 1) is not None
                and self._continues(at, current)
            ):
                at += 1
                continue
            part = self._part(at)
            if part is not None and self._is_group(at, index):
                current = current * 1000 + part  # "12 000"
            elif part is not None and (not seen or self._adds(current, part)):
                current, seen = current + part, True
            elif seen and word in scales:
                scale = scales[word]
                if scale >= 1000:
                    total, current = total + current * scale, 0.0
                else:
                    current *= scale
            else:
                break
            at += 1
        article = at == index + 1 and self.tokens[index].pos_ in ("DET", "PRON")
        return (total + current, total + current, at) if seen and not article else None

    def _may_begin(self, word: str) -> bool:
        return word[0].isdigit() or word.partition("-")[0] in self.numerals.openers

    def _continues(self, at: int, current: float) -> bool:
        """Whether a number goes on: "one hundred and five", "twenty - one"; never "5 and 7"."""
        if self.words[at] == "-":
            return 20 <= current < 100 and current % 10 == 0
        return current >= 100 and current % 100 == 0 and not self.words[at - 1][0].isdigit()

    def _is_group(self, at: int, first: int) -> bool:
        """Whether three digits behind a blank are the thousands' rest of the digits before."""
        if at == first or self.numerals.decimal == "." or not self.words[at - 1].isdigit():
            return False
        leading = len(self.words[at - 1])
        return len(self.words[at]) == 3 and (leading < 3 or (leading == 3 and at - 1 >= first))

    @staticmethod
    def _adds(current: float, part: float) -> bool:
        """Whether a number word goes on the one before: "twenty one", "hundred five"."""
        if current >= 100:
            return current % 100 == 0 and part < 100
        return (current in (20, 30, 40, 50, 60, 70, 80, 90) and part < 10) or current == 0

    def _part(self, index: int) -> float | None:
        word = self.words[index]
        if len(word) <= 24 and _PATTERNS[self.numerals.decimal].fullmatch(word):
            return _float(word, self.numerals.decimal)
        known = self.numerals.values
        pieces = word.split("-")
        if all(piece in known for piece in pieces):
            return sum(known[piece] for piece in pieces)
        return None

    def _vague(self, index: int) -> tuple[float, float, int] | None:
        for length in (3, 2, 1):
            phrase = " ".join(self.words[index : index + length])
            if phrase in self.numerals.vague and index + length <= len(self.words):
                low, high = self.numerals.vague[phrase]
                return low, high, index + length
        return None


def _float(digits: str, decimal: str = ".") -> float:
    grouping = "," if decimal == "." else "."
    return float(digits.replace(grouping, "").replace(decimal, "."))
