"""Languages without a grammar here: isolated absolute dates, read by dateparser.

dateparser takes words like "we" for dates and invents what is not written; so it is only asked about
spans that look like a date ("5 mayıs 2024", "maj 2024", "2024年3月22日") and only believed when it has
found all of their parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

from eventgraph.model import Span, Timex
from eventgraph.timex.values.ground import timex_of

_WORD = r"[^\W\d_]{2,20}"
_LINK = r"(?:\s(?:de|del|di|do|da|van)\s|\s)"
_CANDIDATE = re.compile(
    r"(?<![\w.,/:$€£-])(?:"
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?![\w/-]|[.]\d)"
    r"|(?P<cjk>\d{4}\s?[年년]\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?)"
    rf"|(?P<full>\d{{1,2}}\.?{_LINK}{_WORD}\.?{_LINK}\d{{4}}(?!\d|[.,]\d))"
    r"|(?P<numeric>\d{1,2}[./-]\d{1,2}[./-]\d{4}(?![\d/-]))"
    r")"
    rf"|(?<!\w)(?P<period>{_WORD}{_LINK}\d{{4}}(?!\d|[.,]\d))",
)
_PARTS = {"period": ["month", "year"], "cjk": ["month", "year"]}
_MIN_YEAR = 1000


def find(text: str, span: Span, base: date | None, language: str) -> Iterator[Timex]:
    """The absolute dates in a range of a text.

    >>> [t.value for t in find("Es geschah am 5. Mai 2024.", Span(0, 26), None, "de")]
    ['2024-05-05']
    """
    for match in _CANDIDATE.finditer(text, span.start, span.end):
        form = _form(match, language)
        if form:
            yield timex_of(Span(*match.span()), text, form, base)


def _form(match: re.Match[str], language: str) -> str:
    if match["year"]:
        parts = (int(match[name]) for name in ("year", "month", "day"))
        try:
            return _write(date(*parts), "day")
        except ValueError:
            return ""
    kind = match.lastgroup or ""
    return _parse(" ".join(match[0].split()), language, kind)


@lru_cache(maxsize=10_000)
def _parse(written: str, language: str, kind: str) -> str:
    """The form of a date in that language; empty when dateparser does not see all of its parts."""
    from dateparser.date import DateDataParser

    if language not in _known():
        return ""
    settings = {
        "REQUIRE_PARTS": _PARTS.get(kind, ["day", "month", "year"]),
        "DATE_ORDER": "DMY",
        "PREFER_DAY_OF_MONTH": "first",
    }
    found = DateDataParser(languages=[language], settings=settings).get_date_data(written)
    moment: datetime | None = found.date_obj
    if moment is None or moment.year < _MIN_YEAR or str(moment.year) not in _digits(written):
        return ""
    return _write(moment.date(), found.period)


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    from dateparser.data.languages_info import language_order

    return frozenset(language_order)


def _digits(written: str) -> str:
    return "".join(str(int(char)) if char.isdigit() else char for char in written)


def _write(day: date, precision: str) -> str:
    form = f"year={day.year} month={day.month}"
    return form if precision == "month" else f"{form} day={day.day}"
