"""Date lines: lines, and beginnings of lines, that only say when an article was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from eventgraph.model import Span, Timex
from eventgraph.names import fold
from eventgraph.readers.calendar import day
from eventgraph.readers.phrases import Phrases, prefix_of

Kind = Literal["published", "updated", "bare"]

_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})\s?([/.\-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{1,2})(?!\d)")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCK = re.compile(r"\d{1,2}\s?[:.h]\s?\d{2}(\s?[:.]\s?\d{2})?(\s?[zZ]|\s?[+-]\d{2}:?\d{2})?")
_MONTH_FIRST = "en"  # the only language here whose numeric dates may begin with the month


@dataclass(frozen=True, slots=True)
class Stamp:
    """The dates of a date line.

    Attributes:
        dates: What the words before a day say it is, and the EDTF day, in text order; an empty
            day is one that may mean two, such as 03/04/2024.
        end: Offset within the line where the stamp ends.
        rest: The words that are neither date nor label.
    """

    dates: tuple[tuple[Kind, str], ...]
    end: int
    rest: tuple[str, ...] = ()

    @property
    def is_bare(self) -> bool:
        """Whether no label says what its dates are."""
        return all(kind == "bare" for kind, _ in self.dates)

    def date(self, *kinds: Kind) -> str | None:
        """The first date of the first kind that the stamp has.

        >>> Stamp((("updated", "2024-03-26"), ("published", "2024-03-24")), 40).date("published", "bare")
        '2024-03-24'
        """
        return next(
            (date for kind in kinds for own, date in self.dates if own == kind and date), None
        )


def read_stamp(text: str, phrases: Phrases, language: str, names: int = 0) -> Stamp | None:
    """The stamp that a line is; none when it says anything else.

    Args:
        text: The line.
        phrases: Of its language.
        language: ISO 639-1 code.
        names: How many further words it may hold, such as a writer's name.
    """
    if len(text) > 160 or not any(character.isdigit() for character in text):
        return None
    found = stated_days(text, language)
    if not found:
        return None
    rest = _rest(text, [span for span, _ in found], phrases, language)
    if len(rest) > names:
        return None
    dates = tuple((_kind(text[: span.start], phrases), date) for span, date in found)
    return Stamp(dates, found[-1][0].end, rest)


def read_prefix(text: str, phrases: Phrases, language: str) -> Stamp | None:
    """The stamp that a paragraph begins with ("date 2024-03-24 President …"); none when it has none."""
    head = text[:80]
    found = [(span, date) for span, date in stated_days(head, language) if span.end < len(head)]
    if not found:
        return None
    span, date = found[0]
    kind = _kind(head[: span.start], phrases)
    clock = _CLOCK.match(text, _skip(text, span.end, " ,|T-–"))
    end = _skip(text, clock.end() if clock else span.end, " ")
    parted = text[end : end + 1] in {"|", "–", "—", "-", "•", ":"}
    labelled = kind != "bare" and not _rest(head[: span.start], [], phrases, language)
    numeric = (
        span.start == 0
        and head[0].isdigit()
        and _ISO_DAY.match(head)
        and text[end : end + 1].isupper()
    )
    if not (labelled or numeric or (parted and span.start == 0)):
        return None
    return Stamp(((kind, date),), _skip(text, end, " |–—-•:.،,"))


def _skip(text: str, start: int, characters: str) -> int:
    while start < len(text) and text[start] in characters:
        start += 1
    return start


def stated_days(text: str, language: str) -> list[tuple[Span, str]]:
    """The full days that a line states, in text order; a day that may mean two is empty."""
    numeric = list(_numeric_days(text, language))
    worded = (
        (timex.span, timex.edtf[:10])
        for timex in _timexes(text, language)
        if timex.edtf
        and _ISO_DAY.match(timex.edtf)
        and "/" not in timex.edtf
        and timex.basis == "explicit"
    )
    taken = [span for span, _ in numeric]
    return sorted(
        numeric
        + [(span, date) for span, date in worded if not any(span.overlaps(t) for t in taken)]
    )


def _timexes(text: str, language: str) -> Sequence[Timex]:
    from eventgraph.timex import find_timexes

    found = find_timexes(text, language=language)
    return found if found or language == "en" else find_timexes(text, language="en")


def _numeric_days(text: str, language: str) -> list[tuple[Span, str]]:
    """24/03/2024 and its like; 03/04/2024 is an empty day in English, where it may mean two."""
    read = ((match, _numeric_day(match, language)) for match in _NUMERIC.finditer(text))
    return [(Span(match.start(), match.end()), found) for match, found in read if found is not None]


def _numeric_day(match: re.Match[str], language: str) -> str | None:
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    if len(match[1]) == 4:
        return day(first, second, third)
    if len(match[4]) != 4 or len(match[1]) > 2:
        return None
    if language != _MONTH_FIRST:
        return day(third, second, first)
    if match[2] == "/" and first != second and max(first, second) <= 12:
        return ""
    return day(third, second, first) or day(third, first, second)


def _kind(before: str, phrases: Phrases) -> Kind:
    """What the label nearest before a date says of it."""
    words = fold(before).split()[-8:]
    for start in range(len(words) - 1, -1, -1):
        tail = " ".join(words[start:])
        if prefix_of(tail, phrases.updated):
            return "updated"
        if prefix_of(tail, phrases.published):
            return "published"
    return "bare"


def _rest(text: str, spans: Sequence[Span], phrases: Phrases, language: str) -> tuple[str, ...]:
    """The words of a line beside dates, clock times and the labels of both."""
    chars = list(text)
    for span in [*spans, *(timex.span for timex in _timexes(text, language))]:
        chars[span.start : span.end] = " " * (span.end - span.start)
    blanked = _CLOCK.sub(" ", "".join(chars))
    known = {
        word
        for phrase in (*phrases.published, *phrases.updated, *phrases.date_words)
        for word in phrase.split()
    }
    return tuple(word for word in fold(blanked).split() if word not in known and not word.isdigit())
