"""Numbers in Arabic sentences, and what they claim about an event: killed, injured, arrested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from eventgraph.extract.events.arabic_lexicon import grammar
from eventgraph.extract.events.arabic_numbers import read_number, read_range
from eventgraph.extract.events.arabic_phrases import prepositions, stops
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.languages.ar.tokens import Word, joined
from eventgraph.model import Span
from eventgraph.names import fold

_PLURALS = ("ين", "ون", "ا")


@dataclass(frozen=True, slots=True)
class Count:
    """A number in a sentence.

    Attributes:
        start: Index of its first word, bounds ("أكثر من") included.
        end: Index after its last word, the counted noun included.
        low: Least; none when open.
        high: Most; none when open.
        kind: What its noun says that it counts; empty for persons and unknown nouns.
        people: Whether it counts persons.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    kind: str = ""
    people: bool = False

    def span(self, words: Sequence[Word]) -> Span:
        """Where it stands."""
        return joined(words[self.start : self.end])


@cache
def _counted() -> dict[str, str]:
    nouns = grammar().data["quantities"]["nouns"]
    return {fold(form): kind for kind, forms in nouns.items() for form in forms}


def find_counts(sentence: Sentence) -> list[Count]:
    """All numbers of a sentence that are no dates, in text order."""
    found: list[Count] = []
    index = 0
    while index < len(sentence.words):
        count = _count_at(sentence, index)
        if count is not None:
            found.append(count)
        index = count.end if count is not None else index + 1
    return found


def _count_at(sentence: Sentence, index: int) -> Count | None:
    if sentence.dates[index] is not None or sentence.names[index] is not None:
        return None
    number = read_number(sentence, index)
    if number is None:
        return _dual(sentence, index)
    low, high, end = number
    if sentence.dates[end - 1] is not None:
        return None
    low, high, end = read_range(sentence, low, high, end)
    start, low, high = _bounded(sentence, index, end, low, high)
    start = _between(sentence, start) if low != high else start
    kind, people, after = _noun(sentence, end)
    alone = end == index + 1 and sentence.at(index).lstrip("وبل").startswith("ال")
    people, end = people or (alone and low != high and not kind), after
    return Count(start, end, low, high, kind, people)


def _between(sentence: Sentence, start: int) -> int:
    """Where "بين" or "ما بين" before a range begins."""
    for words in (("ما", "بين"), ("بين",)):
        if _ends_with(sentence, start, words):
            return start - len(words)
    return start


def _bounded(
    sentence: Sentence, start: int, end: int, low: float | None, high: float | None
) -> tuple[int, float | None, float | None]:
    """Widen a number by the words before it: at least, more than, less than, about."""
    for key in ("at_least", "more", "less", "about"):
        for phrase in grammar().data["quantities"]["words"][key]:
            words = fold(phrase).split()
            if _ends_with(sentence, start, words):
                start -= len(words)
                return start, *_widened(key, low, high)
            if key == "at_least" and _starts_with(sentence, end, words, 3):
                return start, low, None
    return start, low, high


def _widened(key: str, low: float | None, high: float | None) -> tuple[float | None, float | None]:
    if key in ("at_least", "more"):
        return low, None
    if key == "less":
        return None, high
    return low, high


def _ends_with(sentence: Sentence, index: int, words: Sequence[str]) -> bool:
    start = index - len(words)
    if start < 0:
        return False
    first = sentence.at(start)
    rest = [sentence.at(k) for k in range(start + 1, index)]
    return first.lstrip("وبل") == words[0].lstrip("وبل") and rest == list(words[1:])


def _starts_with(sentence: Sentence, index: int, words: Sequence[str], reach: int) -> bool:
    return any(
        [sentence.at(k) for k in range(begin, begin + len(words))] == list(words)
        for begin in range(index, index + reach)
    )


def _noun(sentence: Sentence, end: int) -> tuple[str, bool, int]:
    """Kind of the counted noun, whether it is persons, and where it ends.

    An unknown noun right after the number may be any trade or people, and counts as persons.
    """
    start = end + 1 if sentence.at(end) == "من" else end
    for index in (start, start + 1):
        known = _known_noun(sentence, index)
        if known is not None:
            return *known, index + 1
        if _is_no_noun(sentence, start):
            return "", False, end
        if _is_person_like(sentence, start):
            break
    return ("", True, start + 1) if _is_person_like(sentence, start) else ("", False, end)


def _known_noun(sentence: Sentence, index: int) -> tuple[str, bool] | None:
    """Kind of a listed noun and whether it is persons; none for other words."""
    for split in sentence.words[index].splits if index < len(sentence.words) else ():
        if split.stem in _counted():
            return _counted()[split.stem], False
        if split.stem in grammar().words["nominals.people"]:
            return "", True
    return None


def _is_no_noun(sentence: Sentence, index: int) -> bool:
    """Whether a word cannot be counted: a sign, a particle, a unit, the end."""
    if not sentence.at(index) or sentence.dates[min(index, len(sentence.dates) - 1)] is not None:
        return True
    units = grammar().words["quantities.units"]
    particle = sentence.at(index) in prepositions()
    return particle or any(split.stem in units for split in sentence.words[index].splits)


def _is_person_like(sentence: Sentence, index: int) -> bool:
    """A sound plural, a singular in the accusative, or "of his": "مهندسين", "عاملا", "من أتباعه"."""
    owned = any(split.pronoun for split in sentence.words[index].splits)
    if owned and sentence.at(index - 1) == "من":
        return True
    long = len(sentence.at(index)) > 3 and not stops(sentence, index)
    return long and sentence.names[index] is None and sentence.at(index).endswith(_PLURALS)


def _dual(sentence: Sentence, index: int) -> Count | None:
    """A noun in the dual is a number of its own: "شخصان", "قتيلين"."""
    word = sentence.words[index]
    if not word.folded.endswith(("ان", "ين")):
        return None
    people = grammar().words["nominals.people"]
    for split in word.splits:
        stem = split.stem
        single = stem[:-2]
        if stem in _counted() and single in _counted() and stem not in _plural_nouns():
            return Count(index, index + 1, 2.0, 2.0, _counted()[stem])
        if single in people and (stem.endswith("ان") or stem not in people or stem == "شخصين"):
            return Count(index, index + 1, 2.0, 2.0, "", people=True)
    return None


@cache
def _plural_nouns() -> frozenset[str]:
    return frozenset(
        form for form in _counted() if form.endswith("ين") and form[:-2] + "ون" in _counted()
    ) | {"مصابين", "نازحين", "لاجيين"}
