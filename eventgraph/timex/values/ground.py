"""From form to `Timex`, with or without a base date; and again once the base is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from eventgraph.model import Basis, Span, Timex, TimexType
from eventgraph.timex.grammar.form import Steps, read_steps
from eventgraph.timex.values.bounds import Bounds, bounds, narrow
from eventgraph.timex.values.edtf import edtf_of
from eventgraph.timex.values.resolve import resolve

_ABSOLUTE = ("year", "decade", "century", "fiscal", "value")


def ground(timex: Timex, base: date) -> Timex:
    """The same expression read again with a base date.

    A timex without form does not depend on a base and comes back as it is.

    >>> from eventgraph.timex import find_timexes
    >>> [timex] = find_timexes("It rained on Friday.")
    >>> timex.value, ground(timex, date(2024, 3, 25)).edtf
    ('XXXX-WXX-5', '2024-03-22')
    """
    if not timex.form:
        return timex
    return replace(read(timex.form, base), span=timex.span, text=timex.text)


def timex_of(span: Span, text: str, form: str, base: date | None) -> Timex:
    """The timex at a span whose form is known."""
    return replace(read(form, base), span=span, text=span.of(text))


def read(form: str, base: date | None) -> Timex:
    """A timex without place: all that a form says."""
    first, joined, second = form.partition(" .. ")
    ends = [read_steps(first)] + ([read_steps(second)] if joined else [])
    steps = ends[-1] if joined and "end" in ends[-1][0] else ends[0]
    step = steps[-1]
    value = resolve(steps, base)
    mod = step.get("mod", "")
    edtf = _edtf(ends, base, value, mod)
    extent = narrow(bounds(edtf), mod) if edtf else Bounds()
    depends = not all(_absolute(end) for end in ends)
    return Timex(
        Span(0, 0),
        "",
        _type(step, value),
        value,
        edtf,
        extent.earliest,
        extent.latest,
        _basis(steps, edtf),
        mod,
        form if depends else "",
    )


def _absolute(steps: Steps) -> bool:
    return any(key in steps[0] for key in _ABSOLUTE)


def _edtf(ends: list[Steps], base: date | None, value: str, mod: str) -> str | None:
    if len(ends) == 2:
        parts = [edtf_of(resolve(end, base)) for end in ends]
        return _join(parts[0], parts[1])
    step = ends[0][-1]
    if value.startswith("P") or "set" in step:
        return None
    edtf = edtf_of(value, mod)
    if edtf is None or "open" not in step:
        return edtf
    start, _, end = edtf.partition("/")
    return f"{start}/.." if step["open"] == "after" else f"../{end or start}"


def _join(left: str | None, right: str | None) -> str | None:
    """One interval of two; none when they are in the wrong order."""
    if not left or not right:
        return None
    joined = f"{left.partition('/')[0]}/{right.rpartition('/')[2]}"
    extent = bounds(joined)
    ordered = extent.earliest and extent.latest and extent.earliest <= extent.latest
    return joined if ordered else left


def _type(step: Mapping[str, str], value: str) -> TimexType:
    if "set" in step:
        return "SET"
    if value.endswith("_REF"):
        return "DATE"
    if value.startswith("P"):
        return "DURATION"
    return "TIME" if "T" in value or step.get("unit") in ("h", "m", "s") else "DATE"


def _basis(steps: Steps, edtf: str | None) -> Basis:
    if edtf is None:
        return "unknown"
    if any("from" in step for step in steps):
        return "anchored"
    return "explicit" if _absolute(steps) else "relative"
