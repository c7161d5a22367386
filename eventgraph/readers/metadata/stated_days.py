"""The full days that a line states, in words or in numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventgraph.languages import COMMON
from eventgraph.languages import language as find_language
from eventgraph.model import Span, Timex
from eventgraph.readers.metadata.iso_date import day

_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})\s?([/.\-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{1,2})(?!\d)")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def stated_days(text: str, language: str) -> list[tuple[Span, str]]:
    """The full days that a line states, in text order; a day that may mean two is empty."""
    numeric = list(_numeric_days(text, language))
    worded = (
        (timex.span, timex.edtf[:10])
        for timex in timexes(text, language)
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


def timexes(text: str, language: str) -> Sequence[Timex]:
    """The time expressions of a line, in its language, else in the common one."""
    from eventgraph.timex import find_timexes

    found = find_timexes(text, language=language)
    return found if found or language == COMMON else find_timexes(text, language=COMMON)


def _numeric_days(text: str, language: str) -> list[tuple[Span, str]]:
    """24/03/2024 and its like; 03/04/2024 is an empty day where the month may stand first."""
    read = ((match, _numeric_day(match, language)) for match in _NUMERIC.finditer(text))
    return [(Span(match.start(), match.end()), found) for match, found in read if found is not None]


def _numeric_day(match: re.Match[str], language: str) -> str | None:
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    if len(match[1]) == 4:
        return day(first, second, third)
    if len(match[4]) != 4 or len(match[1]) > 2:
        return None
    if find_language(language).section("timex").get("settings", {}).get("day_first", True):
        return day(third, second, first)
    if match[2] == "/" and first != second and max(first, second) <= 12:
        return ""
    return day(third, second, first) or day(third, first, second)
