"""Numbers: digits of both kinds, number words, ranges, hedges, and the unit behind them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from eventgraph.languages import language
from eventgraph.languages.ar.syntax.words.sentences import Sentence
from eventgraph.languages.ar.tokens import Word, joined
from eventgraph.model import Amount
from eventgraph.names import fold

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789.", "٬")
_LONGEST = 6
Bounds = tuple[float | None, float | None]


def number_of(text: str) -> float | None:
    """The number that digits say, with European or Arabic digits and separators.

    >>> number_of("١٬٥٠٠"), number_of("3,500"), number_of("1.5")
    (1500.0, 3500.0, 1.5)
    """
    plain = text.translate(_DIGITS)
    head, comma, tail = plain.rpartition(",")
    if comma and len(tail) != 3:
        plain = f"{head.replace(',', '')}.{tail}"
    try:
        return float(plain.replace(",", ""))
    except ValueError:
        return None


@cache
def _data() -> Mapping[str, Any]:
    return language("ar").section("numbers")


@cache
def _numbers() -> Mapping[str, float]:
    return {fold(k): float(v) for k, v in _data()["numbers"].items()}


@cache
def _vague() -> Mapping[str, Bounds]:
    return {
        fold(k): (float(low), float(high) or None) for k, (low, high) in _data()["vague"].items()
    }


@cache
def _units() -> Mapping[str, str]:
    return {
        fold(word): code
        for code, words in _data()["units"].items()
        for word in words
        if " " not in word
    }


def is_number(word: Word) -> bool:
    """Whether a word is a number in digits or letters.

    >>> from eventgraph.languages.ar.tokens import word
    >>> is_number(word("وثلاثة", 0)), is_number(word("رجال", 0))
    (True, False)
    """
    return _value(word) is not None


def _value(
    word: Word, *, multiplier: bool = False
) -> tuple[float | None, float | None, str] | None:
    """Low, high and conjunction of a single number word; none when it is no number."""
    if word.folded[:1].isdigit():
        value = number_of(word.text.strip())
        return None if value is None else (value, value, "")
    for split in word.splits[:6]:
        if split.pronoun or split.future or (multiplier and split.preposition):
            continue  # "50 بالمئة" are no 5,000
        if split.stem in _vague() and not multiplier:
            return *_vague()[split.stem], split.conjunction
        if split.stem in _numbers():
            return _numbers()[split.stem], _numbers()[split.stem], split.conjunction
    return None


def read_number(sentence: Sentence, index: int) -> tuple[Bounds, int] | None:
    """A number of one or more words and the index after it: "ثلاثة وعشرين", "50 ألف", "3 إلى 5"."""
    first = _value(sentence.words[index]) if index < len(sentence.words) else None
    if first is None:
        return None
    bounds, end = (first[0], first[1]), index + 1
    while end < len(sentence.words) and end - index < _LONGEST and sentence.dates[end] is None:
        following = _value(sentence.words[end], multiplier=True)
        if following is None or following[0] is None or sentence.at(end)[:1].isdigit():
            break
        grown = _grown(bounds, following[0], joined_by=following[2])
        if grown is None:
            break
        bounds, end = grown, end + 1
    return _ranged(sentence, bounds, end)


def _grown(bounds: Bounds, value: float, *, joined_by: str) -> Bounds | None:
    low, high = bounds
    if low is None:
        return None
    if joined_by == "و":
        return (
            (low + value, None if high is None else high + value)
            if value < low or low < 100
            else None
        )
    if value >= 100:
        return low * value, None if high is None else high * value
    return (low + 10, (high or low) + 10) if value == 10 and low < 10 else None


def _ranged(sentence: Sentence, bounds: Bounds, end: int) -> tuple[Bounds, int]:
    """As in "بين 3 و5", "3 إلى 5", "3-5"."""
    if end + 1 >= len(sentence.words):
        return bounds, end
    sign = sentence.words[end]
    between = any(sentence.at(k) == "بين" for k in range(max(end - 3, 0), end))
    if sign.text in "-–" or sign.folded == "الي" or (between and sign.folded == "و"):
        upper = _value(sentence.words[end + 1])
        if upper is not None and (upper[1] or 0) > (bounds[0] or 0):
            return (bounds[0], upper[1]), end + 2
    return bounds, end


def hedged(sentence: Sentence, start: int, end: int, bounds: Bounds) -> tuple[int, int, Bounds]:
    """A number with the words that hedge it: "ما لا يقل عن", "على الأقل", "أكثر من", "نحو"."""
    for key in ("at_least", "more", "less", "about"):
        for phrase in _data()["words"][key]:
            words = fold(phrase).split()
            if _ends_with(sentence, start, words):
                return start - len(words), end, _widened(key, bounds)
            if key == "at_least" and words[0] == "علي":
                after = next(
                    (
                        k
                        for k in range(end, end + 3)
                        if sentence.at(k) == "علي" and sentence.at(k + 1) == words[1]
                    ),
                    None,
                )
                if after is not None:
                    return start, end, (bounds[0], None)
    return start, end, bounds


def hedge_length(sentence: Sentence, index: int) -> int:
    """Words of a hedge that begins at an index and a number that follows it; 0 where there is none."""
    for words in _hedges():
        following = index + len(words)
        if following < len(sentence.words) and _ends_with(sentence, following, list(words)):
            if words[-1] == "بين" and sentence.at(following + 1) not in ("و", "الي"):
                return 0
            return (
                len(words)
                if is_number(sentence.words[following]) and sentence.dates[following] is None
                else 0
            )
    return 0


@cache
def hedge_words() -> frozenset[str]:
    """The first words of all hedges, as the data has them: "بين" is no "ب" before a word."""
    return frozenset(words[0] for words in _hedges())


@cache
def _hedges() -> tuple[tuple[str, ...], ...]:
    phrases = {tuple(fold(phrase).split()) for some in _data()["words"].values() for phrase in some}
    return tuple(sorted(phrases, key=lambda words: (-len(words), words)))


def _widened(key: str, bounds: Bounds) -> Bounds:
    low, high = bounds
    if key in ("at_least", "more"):
        return low, None
    return (None, high) if key == "less" else bounds


def _ends_with(sentence: Sentence, index: int, words: list[str]) -> bool:
    start = index - len(words)
    if start < 0 or sentence.at(start).lstrip("وبل") != words[0].lstrip("وبل"):
        return False
    return [sentence.at(k) for k in range(start + 1, index)] == words[1:]


def amount(sentence: Sentence, start: int, end: int, bounds: Bounds, unit: str = "") -> Amount:
    """The record of a number that takes the words from `start` to `end`."""
    span = joined(sentence.words[start:end])
    return Amount(span, span.of(sentence.text), *bounds, unit)


def unit_at(sentence: Sentence, index: int) -> str:
    """The unit that a word behind a number names: a currency, percent; empty for others."""
    if sentence.sign(index) in ("%", "٪"):
        return "%"
    if sentence.at(index) == "في" and sentence.at(index + 1) in ("الميه", "المايه"):
        return "%"
    return _units().get(sentence.at(index), "")
