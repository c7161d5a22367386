"""Arabic numerals: digits of both kinds, number words, ranges."""

from __future__ import annotations

from functools import cache

from eventgraph.extract.events.arabic_lexicon import grammar
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.languages.ar.tokens import Word
from eventgraph.names import fold

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789.", "٬")


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
def _numbers() -> dict[str, float]:
    return {fold(k): float(v) for k, v in grammar().data["quantities"]["numbers"].items()}


@cache
def _vague() -> dict[str, tuple[float, float | None]]:
    table = grammar().data["quantities"]["vague"]
    return {fold(k): (float(low), float(high) or None) for k, (low, high) in table.items()}


def _value(
    word: Word, *, multiplier: bool = False
) -> tuple[float | None, float | None, str] | None:
    """Low, high and conjunction of a single number word; none when it is no number."""
    if word.folded[:1].isdigit():
        value = number_of(word.text.strip())
        return None if value is None else (value, value, "")
    for split in word.splits[:6]:
        if split.pronoun or split.future:
            continue
        if split.stem in _vague() and not multiplier:
            low, high = _vague()[split.stem]
            return low, high, split.conjunction
        if split.stem in _numbers():
            return _numbers()[split.stem], _numbers()[split.stem], split.conjunction
    return None


def read_number(sentence: Sentence, index: int) -> tuple[float | None, float | None, int] | None:
    """A number of one or more words: "ثلاثة وعشرين", "50 ألف", "1.5 مليون"."""
    first = _value(sentence.words[index])
    if first is None or first[0] is None:
        return None
    low, high = first[0], first[1]
    end = index + 1
    while end < len(sentence.words) and end - index < 6:
        following = _value(sentence.words[end], multiplier=True)
        if following is None or following[0] is None or sentence.words[end].folded[:1].isdigit():
            break
        value, joined_by = following[0], following[2]
        if joined_by == "و" and low is not None:
            low, high = low + value, (high or low) + value
        elif value >= 100 and low is not None:
            low, high = low * value, None if high is None else high * value
        elif value == 10.0 and low is not None and low < 10:
            low, high = low + 10, (high or low) + 10
        else:
            break
        end += 1
    return low, high, end


def read_range(
    sentence: Sentence, low: float | None, high: float | None, end: int
) -> tuple[float | None, float | None, int]:
    """As in "بين 3 و5", "3 إلى 5", "3-5"."""
    words = sentence.words
    if end >= len(words):
        return low, high, end
    sign, start = words[end], end + 1
    if sign.folded == "و" or sign.text in "-–" or sign.folded == "الي":
        upper = read_number(sentence, start) if start < len(words) else None
        between = any(sentence.at(k) == "بين" for k in range(max(end - 3, 0), end))
        if upper is not None and (sign.folded != "و" or between) and (upper[1] or 0) > (low or 0):
            return low, upper[1], upper[2]
    return low, high, end
