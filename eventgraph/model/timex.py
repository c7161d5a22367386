"""Time expressions (TimeML TIMEX3) with their calendar reading (EDTF)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from eventgraph.model.span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Basis = Literal["explicit", "relative", "anchored", "inferred", "publication", "unknown"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression (TIMEX3) with its calendar reading.

    Attributes:
        span: Where it stands.
        text: The characters of the span.
        type: TIMEX3 type.
        value: TIMEX3 value; underspecified (``XXXX-WXX-5``) when no base date is known.
        edtf: EDTF date, none for durations, sets and unresolved expressions.
        earliest: First possible day, ISO; none when open or unknown.
        latest: Last possible day, ISO, inclusive; none when open or unknown.
        basis: ``explicit``, ``relative`` to the base date, ``anchored`` to another timex, ``unknown``.
        mod: TIMEX3 modifier (START, MID, END, APPROX, BEFORE, AFTER …) or empty.
        form: The reading before a base date is applied, so that it can be grounded again when the
            base becomes known; empty when the value does not depend on a base.
    """

    span: Span
    text: str
    type: TimexType
    value: str
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: Basis = "unknown"
    mod: str = ""
    form: str = ""
