"""Edges for what is written in digits: years, days, numeric dates, clock times.

A run of digits that belongs to something longer (sums, scores, versions, telephone numbers) gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from eventgraph.timex.matching.tokens import Token

Edge = tuple[str, str, int]

_NUMERIC = re.compile(
    r"(?P<iso>\d{4}([-/.])\d{1,2}\2\d{1,2})"
    r"(?P<time>[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d/-])"
    r"|(?P<dmy>\d{1,2}([-/.])\d{1,2}\5(?:\d{4}|\d{2}))(?![\d/-])"
    r"|(?P<ym>\d{4}-(?:0[1-9]|1[0-2]))(?![\d/-])"
    r"|(?P<years>\d{4}/\d{2})(?![\d/])"
    r"|(?P<clock>(?:[01]?\d|2[0-4])[:.][0-5]\d)(?::[0-5]\d)?(?![\d:])"
    r"|(?P<thousands>\d{1,3}(?:,\d{3}){1,2})(?![\d,]\d)"
    r"|(?P<decimal>\d{1,4}[.,]\d{1,2})(?![\d.,]\d)",
)
_BEFORE = frozenset("$€£₽¥#+=*<>~^&@_\\%№")
_GLUE = frozenset(".,:/'’")


def numeral_edges(
    text: str, tokens: list[Token], at: int, settings: Mapping[str, Any]
) -> Iterator[Edge]:
    """Edges (category, value, index of the next token) of the digits at a token.

    Categories: ``AMOUNT`` any digits, ``N`` a number of its own, ``DECIMAL``, ``DAY`` 1–31, ``DAYS`` such as ``12-14``, ``HOUR`` 0–24, ``HOUR12``, ``YY`` two digits, ``YEAR``
    1000–2199, ``OLDYEAR`` three digits, ``RECENT`` 1900–2099, ``YEARS`` the decade of "1990s", ``SHORTYEARS`` of "90s", ``ROUND`` that of a year that ends in 0, ``ISO`` a numeric date as a form, ``TWOYEARS`` such as ``2012/13``, ``CLOCK`` such as ``16:30``, ``DOTCLOCK`` ``7.30``, ``HHMM`` such as ``0445``.
    """
    token = tokens[at]
    yield "AMOUNT", token.key[:4], at + 1
    if len(token.key) > 4 or _glued_left(text, tokens, at, settings.get("prefixes", ())):
        return
    yield from _composite(text, tokens, at, day_first=settings.get("day_first", True))
    yield from _days(text, tokens, at, settings)
    if not _glued_right(text, tokens, at, settings.get("suffixes", ())):
        yield from _plain(token.key, at + 1)
        yield from _decade(tokens, at)


def _plain(key: str, after: int) -> Iterator[Edge]:
    number = int(key)
    yield "N", str(number), after
    if len(key) <= 2:
        yield from (("DAY", str(number), after),) if 1 <= number <= 31 else ()
        yield from (("HOUR", str(number), after),) if number <= 24 else ()
        yield from (("HOUR12", str(number), after),) if 1 <= number <= 12 else ()
        yield from (("YY", key, after),) if len(key) == 2 else ()
    if len(key) == 3:
        yield "OLDYEAR", key, after
    if len(key) == 4 and 1000 <= number <= 2199:
        yield "YEAR", key, after
    if len(key) == 4 and number < 2400 and number % 100 < 60:
        yield "HHMM", f"{key[:2]}:{key[2:]}", after
    if len(key) == 4 and number % 10 == 0 and 1000 <= number <= 2199:
        yield "ROUND", key[:3], after
    if len(key) == 4 and 1900 <= number <= 2099:
        yield "RECENT", key, after


def _days(text: str, tokens: list[Token], at: int, settings: Mapping[str, Any]) -> Iterator[Edge]:
    """Of "12-14" the two days, if they go up: "30-7" is a score."""
    keys = [token.key for token in tokens[at : at + 3]]
    if len(keys) == 3 and keys[1] in ("-", "/") and keys[2].isdigit() and len(keys[2]) < 3:
        first, last = int(keys[0]), int(keys[2])
        glued = _glued_right(text, tokens, at + 2, settings.get("suffixes", ()))
        if 1 <= first < last <= 31 and not glued:
            yield "DAYS", f"day={first} to={last}", at + 3


def _decade(tokens: list[Token], at: int) -> Iterator[Edge]:
    """Of "1990s", "1990's", "90s" the first three digits of its years; of "1800s" the first two."""
    key = tokens[at].key
    if len(key) not in (2, 4) or key[-1] != "0":
        return
    rest = [token.key for token in tokens[at + 1 : at + 3]]
    length = 1 if rest[:1] == ["s"] else 2 if rest == ["'", "s"] else 0
    if length and tokens[at + 1].start == tokens[at].end:
        if len(key) == 2:
            yield "SHORTYEARS", f"{full_year(int(key))}"[:3], at + 1 + length
        else:
            whole = key[2:] == "00" and key < "2000"
            yield "YEARS", key[:2] if whole else key[:3], at + 1 + length


def _composite(text: str, tokens: list[Token], at: int, *, day_first: bool) -> Iterator[Edge]:
    match = _NUMERIC.match(text, tokens[at].start)
    if match is None:
        return
    after = _index(tokens, at, match.end())
    if match["thousands"]:
        yield "N", str(int(match["thousands"].replace(",", ""))), after
    elif match["decimal"]:
        yield "DECIMAL", f"{float(match['decimal'].replace(',', '.')):g}", after
    elif match["clock"]:
        hour, minute = (int(part) for part in re.split(r"\D", match["clock"]))
        dotted = "." in match["clock"]
        yield "DOTCLOCK" if dotted else "CLOCK", f"{hour:02d}:{minute:02d}", after
        if dotted:
            yield "DECIMAL", f"{float(match['clock']):g}", after
    elif date := match["iso"] or match["dmy"]:
        form = _date([int(part) for part in re.split(r"\D", date)], day_first=day_first)
        if form:
            yield "ISO", form + _time(match["time"]), after
    elif match["years"]:
        year, later = match["years"].split("/")
        yield "TWOYEARS", f"year={int(year)} toyear={int(later)}", after
    elif match["ym"]:
        year, month = match["ym"].split("-")
        yield "ISO", f"year={int(year)} month={int(month)}", after


def _time(written: str | None) -> str:
    if written is None:
        return ""
    hour, minute = (int(part) for part in written[1:6].strip(":").split(":")[:2])
    return f" clock={hour:02d}:{minute:02d}" if hour < 25 and minute < 60 else ""


def _date(parts: list[int], *, day_first: bool) -> str:
    """Year, month and day in any order as a form; empty when they are no date."""
    first, second, third = parts
    if first > 31:
        year, month, day = parts
    else:
        year = full_year(third)
        day, month = (first, second) if day_first else (second, first)
        if month > 12:
            day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ""
    return f"year={year:04d} month={month} day={day}"


def full_year(year: int) -> int:
    """The year that two digits stand for.

    >>> full_year(98), full_year(24), full_year(1917)
    (1998, 2024, 1917)
    """
    return year if year > 99 else year + (1900 if year > 50 else 2000)


def _index(tokens: list[Token], at: int, end: int) -> int:
    """Index of the first token that starts at or behind an offset."""
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at


def _glued_left(text: str, tokens: list[Token], at: int, prefixes: tuple[str, ...]) -> bool:
    start = tokens[at].start
    before = text[start - 1] if start else " "
    if at and tokens[at - 1].end == start and before not in _GLUE:
        return (before.isalpha() or before in _BEFORE) and tokens[at - 1].key not in prefixes
    return start > 1 and before in _GLUE and text[start - 2].isdigit()


def _glued_right(text: str, tokens: list[Token], at: int, suffixes: tuple[str, ...]) -> bool:
    end = tokens[at].end
    after = text[end : end + 1]
    if after.isalpha():
        return tokens[at + 1].key not in suffixes
    if after == "%":
        return True
    return after in _GLUE and bool(after) and text[end + 1 : end + 2].isdigit()
