"""Find the time expressions of a text and read them: the stages put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from eventgraph.errors import DateError
from eventgraph.model import Span, Timex
from eventgraph.timex.grammar.compiled import Grammar, grammar
from eventgraph.timex.grammar.form import read_step, read_steps, write_step
from eventgraph.timex.matching import foreign
from eventgraph.timex.matching.scan import Found, scan
from eventgraph.timex.matching.tense import tense
from eventgraph.timex.matching.tokens import Token, tokenize
from eventgraph.timex.values.ground import timex_of

_DEEP = 4  # anchors hanging on anchors
_RECURRING = frozenset({"weekday", "month", "day", "quarter", "half", "season", "week", "easter"})
_FIXED = frozenset({"year", "shift", "value", "hijri"})


@dataclass(slots=True)
class _Told:
    """The last dates told, as forms: what "the following day" starts from."""

    day: str = ""
    period: str = ""
    value: str = ""


def find_timexes(
    text: str,
    published: str | date | None = None,
    language: str = "en",
    spans: Sequence[Span] | None = None,
) -> tuple[Timex, ...]:
    """The time expressions of a text (TIMEX3), in text order.

    Args:
        text: Any text.
        published: Publication date (ISO day or date), the base of relative expressions.
        language: ISO 639-1 code, a region is ignored; one without a grammar is served by dateparser.
        spans: The ranges to search, by default all of the text. Dates told in one carry over to the
            next.

    Returns:
        Expressions that do not overlap. Without a publication date relative ones keep an
        underspecified value and a form for `ground`.

    Raises:
        DateError: ``published`` is not an ISO date.

    >>> [t.value for t in find_timexes("It rained on Friday and the following day.", "2024-03-25")]
    ['2024-03-22', '2024-03-23']
    """
    base = base_date(published)
    code = language.partition("-")[0].lower()
    words = grammar(code)
    ranges = (Span(0, len(text)),) if spans is None else spans
    if words is None:
        return tuple(timex for span in ranges for timex in foreign.find(text, span, base, code))
    told = _Told()
    return tuple(timex for span in ranges for timex in _search(text, span, base, words, told))


def base_date(published: str | date | None) -> date | None:
    """The day of publication.

    Raises:
        DateError: Not an ISO date.

    >>> base_date("2024-03-25T10:00:00Z")
    datetime.date(2024, 3, 25)
    """
    if isinstance(published, datetime):
        return published.date()
    if not isinstance(published, str):
        return published
    try:
        return date.fromisoformat(published[:10])
    except ValueError as problem:
        message = f"published {published!r} is not an ISO date such as 2024-03-22"
        raise DateError(message) from problem


def _search(
    text: str, span: Span, base: date | None, words: Grammar, told: _Told
) -> Iterator[Timex]:
    tokens = tokenize(text, span.start, span.end)
    for _, group in groupby(scan(text, tokens, words), key=lambda found: found.group):
        ends = list(group)
        forms = [_complete(found, tokens, words, told) for found in ends]
        for found, form in zip(ends, _joined(forms), strict=True):
            where = Span(tokens[found.start].start + found.skip, tokens[found.end - 1].end)
            timex = timex_of(where, text, form, base)
            _tell(told, timex, forms[-1])
            yield timex


def _joined(forms: list[str]) -> list[str]:
    """The two ends of an interval know of each other."""
    if len(forms) != 2:
        return forms
    first, second = _ordered(*forms)
    return [f"{first} .. {second}", f"{first} .. end=1 {second}"]


def _ordered(first: str, second: str) -> tuple[str, str]:
    """Ends without a year in their order: the end of a past interval decides, else its begin."""
    picks = [read_step(form).get("pick") for form in (first, second) if " then " not in form]
    if len(picks) != 2 or None in picks:
        return first, second
    if picks[1] == "future":
        return first, f"{first} then {second}"
    start = {**read_step(first), "pick": "past"}
    return f"{second} then {write_step(start)}", second


def _complete(found: Found, tokens: list[Token], words: Grammar, told: _Told) -> str:
    """The form with the direction that the tense gives, hung on the last date told where it says so."""
    first, *more = found.form.split(" then ")
    step = dict(read_steps(first)[0])
    if (
        not _FIXED & step.keys()
        and _RECURRING & step.keys()
        and step.get("pick", "tense") == "tense"
    ):
        heard = tense(tokens, found.start, found.end, words.tense)
        # News tells of the past, but a day of the year is rarely told eleven months later.
        step["pick"] = heard or ("near" if "month" in step or "pick" in step else "past")
    anchor = ""
    if step.pop("from", "") == "told":
        anchor = told.day if step.get("unit", "D") in "Dhms" else told.period
    if not anchor or anchor.count(" then ") >= _DEEP:
        return " then ".join([write_step(step), *more])
    return " then ".join([anchor, write_step({"from": "told", **step}), *more])


def _tell(told: _Told, timex: Timex, form: str) -> None:
    """Remember a date as the anchor of what follows."""
    if timex.type not in ("DATE", "TIME") or timex.value.endswith("_REF"):
        return
    day = timex.type == "TIME" or timex.value.count("-") == 2
    if not (day and "-Q" in told.value):  # "the quarter ended Sept. 30 … a year earlier"
        told.period, told.value = form, timex.value
    if day:
        told.day = form
