"""ISO dates that a user or a metadata field states."""

from __future__ import annotations

import re
from datetime import date, datetime

from eventgraph.errors import DateError

_MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


def iso_date(value: str) -> str:
    """The EDTF day (or month, or year) of an ISO 8601 date or datetime.

    The day is the one that is written: a time zone never moves it.

    Raises:
        DateError: The value is not an ISO date, such as ``yesterday`` or ``2024-02-30``.

    >>> iso_date("2024-03-24T23:30:00-05:00"), iso_date("2024-03")
    ('2024-03-24', '2024-03')
    """
    value = value.strip()
    if _MONTH.fullmatch(value) and value > "0000~":
        return value
    try:
        return datetime.fromisoformat(value).date().isoformat()
    except ValueError:
        raise DateError(
            f"{value!r} is not a date; expected an ISO date such as 2024-03-24, 2024-03 or 2024-03-24T18:30"
        ) from None


def day(year: int, month: int, day_of_month: int) -> str | None:
    """The ISO day of three numbers; none when the calendar has no such day.

    >>> day(2024, 2, 29), day(2023, 2, 29)
    ('2024-02-29', None)
    """
    try:
        return date(year, month, day_of_month).isoformat()
    except ValueError:
        return None
