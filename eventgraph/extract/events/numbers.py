"""Numbers in English text with their bounds: "over 130", "between 5 and 7", "dozens", "twenty-one"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eventgraph.extract.events.syntax import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_DIGITS = re.compile(r"\d{1,15}(?:,\d{3}){0,4}(?:\.\d{1,6})?")
_RANGE = re.compile(r"(\d{1,12}(?:,\d{3})*)[-–—](\d{1,12}(?:,\d{3})*)")
_LONGEST_MODIFIER = 4  # words


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written.

    Attributes:
        first: Index of its first token, words such as "at least" included.
        last: Index of its last token.
        low: Least value; none when open.
        high: Greatest value; none when open.
        money: Whether a currency stands with it.
    """

    first: int
    last: int
    low: float | None
    high: float | None
    money: bool = False


def find_numbers(sentence: Span) -> list[Number]:
    """The numbers of a sentence in text order."""
    found, index = [], 0
    tokens = list(sentence)
    while index < len(tokens):
        number, after = _number_at(tokens, index)
        if number is not None:
            found.append(number)
        index = max(after, index + 1)
    return found


def _number_at(tokens: Sequence[Token], index: int) -> tuple[Number | None, int]:
    """The number that begins at a token, and the index to go on from."""
    read = _value(tokens, index)
    if read is None:
        return None, index + 1
    low, high, after = read
    if other := _upper(tokens, index, after):
        high, after = other
    has = words().has
    sign = index > 0 and has("quantities.currency_before", tokens[index - 1].lower_)
    named = after < len(tokens) and has("quantities.currency_after", tokens[after].lower_)
    least, most, length = _bounds(tokens[: index - sign], low, high)
    first = tokens[index - sign - length].i
    return Number(first, tokens[after - 1].i, least, most, sign or named), after


def _upper(tokens: Sequence[Token], index: int, after: int) -> tuple[float, int] | None:
    """The second number of a range and the index after it: "5 to 7", "between 5 and 7"."""
    if after + 1 >= len(tokens) or tokens[after].lower_ not in ("and", "to", "or", "-", "–"):
        return None
    if tokens[after].lower_ == "and" and (index == 0 or tokens[index - 1].lower_ != "between"):
        return None
    other = _value(tokens, after + 1)
    return other and (other[1], other[2])


def _bounds(
    before: Sequence[Token], low: float, high: float
) -> tuple[float | None, float | None, int]:
    """Bounds with the words before a number read, and how many of them belong to it."""
    for length in range(min(_LONGEST_MODIFIER, len(before)), 0, -1):
        phrase = " ".join(token.lower_ for token in before[-length:])
        if words().has("quantities.at_least", phrase):
            return low, None, length
        if words().has("quantities.at_most", phrase):
            return None, high, length
        if words().has("quantities.near", phrase):
            return low, high, length
    return low, high, 0


def _value(tokens: Sequence[Token], index: int) -> tuple[float, float, int] | None:
    """Bounds of the number that begins at a token and the index after it."""
    if index >= len(tokens) or not _may_begin(tokens[index].lower_):
        return None
    if vague := _vague(tokens, index):
        return vague
    word = tokens[index].lower_
    if (both := _RANGE.fullmatch(word)) and len(word) < 32:
        return _float(both.group(1)), _float(both.group(2)), index + 1
    total, current, at, seen = 0.0, 0.0, index, False
    while at < len(tokens):
        word = tokens[at].lower_
        if (
            seen
            and word in ("-", "and")
            and at + 1 < len(tokens)
            and _part(tokens[at + 1]) is not None
            and _continues(tokens, at, current)
        ):
            at += 1
            continue
        part = _part(tokens[at])
        scale = words().scales.get(word)
        if part is not None and (not seen or _adds(current, part)):
            current += part
        elif scale is not None and seen:
            current = current * scale
            if scale >= 1000:
                total, current = total + current, 0.0
        else:
            break
        seen, at = True, at + 1
    if not seen or (
        at == index + 1
        and tokens[index].lower_ in ("a", "an", "one")
        and tokens[index].pos_ != "NUM"
    ):
        return None
    return total + current, total + current, at


def _may_begin(word: str) -> bool:
    """Whether a number can begin with a word: most cannot, and need no closer look."""
    return word[0].isdigit() or word.partition("-")[0] in words().number_openers


def _continues(tokens: Sequence[Token], at: int, current: float) -> bool:
    """Whether a number goes on: "one hundred and five", "twenty - one"; never "5 and 7"."""
    if tokens[at].lower_ == "-":
        return 20 <= current < 100 and current % 10 == 0
    return current >= 100 and current % 100 == 0 and not tokens[at - 1].lower_[0].isdigit()


def _adds(current: float, part: float) -> bool:
    """Whether a number word goes on the one before: "twenty one", "hundred five"."""
    if current >= 100:
        return current % 100 == 0 and part < 100
    return (current in (20, 30, 40, 50, 60, 70, 80, 90) and part < 10) or current == 0


def _part(token: Token) -> float | None:
    word = token.lower_
    if len(word) <= 24 and _DIGITS.fullmatch(word):
        return _float(word)
    pieces = word.split("-")
    known = words().numbers
    if all(piece in known for piece in pieces):
        return sum(known[piece] for piece in pieces)
    return None


def _float(digits: str) -> float:
    return float(digits.replace(",", ""))


def _vague(tokens: Sequence[Token], index: int) -> tuple[float, float, int] | None:
    for length in (3, 1):
        phrase = " ".join(token.lower_ for token in tokens[index : index + length])
        if phrase in words().vague and index + length <= len(tokens):
            low, high = words().vague[phrase]
            return low, high, index + length
    return None
