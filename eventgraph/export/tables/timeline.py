"""``timeline.csv``: one event a row in time order, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from eventgraph.export import Exporter, ExportOptions
from eventgraph.export.plain import unturned
from eventgraph.model import Claim, Corpus, Entity, Event

COLUMNS = (
    "event_id", "date", "earliest", "latest", "precision", "date_basis", "type", "plover", "status",
    "attributed_to", "title", "participants", "places", "quantities", "articles", "sources", "quote",
    "confidence", "importance", "origins", "country", "latitude", "longitude",
)  # fmt: skip

# What a spreadsheet takes for the start of a formula (OWASP, CSV injection), full width and small forms
# included, and the signs that it, or whoever cleans the cell, may pass over before it: blanks, quotes and
# the signs of no width (Unicode, Default_Ignorable_Code_Point).
_SIGN = "=+\\-@＝＋－＠﹦﹢﹣﹫"
_PASSED = (
    ' "\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000'
    "\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f"
    "\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff"
)
# Where a cell begins: our own cells, and those of a program that parts a line at semicolons (as in most of
# Europe) or tabs and does not see our quotes.
_FORMULA = re.compile(rf"^(?=[{_PASSED}]*[\t\n{_SIGN}])|(?<=[;\t\n])(?=[{_PASSED}]*[{_SIGN}])")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def render(corpus: Corpus, options: ExportOptions | None = None) -> bytes:  # noqa: ARG001
    """All events as RFC 4180 rows in UTF-8 without a byte order mark.

    >>> render(Corpus()).decode().strip().split(",")[:2]
    ['event_id', 'date']
    """
    return render_events(corpus, sorted(corpus.events, key=lambda event: event.chronology))


def render_events(corpus: Corpus, events: Iterable[Event]) -> bytes:
    """The given events, in the order given, with the names and sources of their corpus."""
    entities = {entity.id: entity for entity in corpus.entities}
    articles = {article.id: article for article in corpus.articles}
    texts = {article.id: article.text for article in corpus.articles}
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for event in events:
        sources = sorted({source for a in event.articles for source in articles[a].sources})
        writer.writerow([neutral(cell) for cell in _row(event, entities, sources, texts)])
    return out.getvalue().encode("utf-8", "backslashreplace")


def _row(
    event: Event, entities: dict[str, Entity], sources: list[str], texts: dict[str, str]
) -> list[str]:
    date = event.date
    first = event.evidence[0]
    people = [
        f"{entities[p.entity].name} ({p.role})" for p in event.participants if p.role != "place"
    ]
    return [
        event.id, date.edtf or "", date.earliest or "", date.latest or "", date.precision, date.basis,
        event.type, event.plover or "", event.status, event.attributed_to or "", event.title,
        "; ".join(people), "; ".join(entities[place].name for place in event.places),
        "; ".join(dict.fromkeys(quantity(claim) for claim in event.claims)), "; ".join(event.articles),
        "; ".join(sources), " ".join((first.sentence or first.span).of(texts[first.article]).split()),
        f"{event.confidence:.2f}", f"{event.importance:.3f}", str(event.origins), *_position(event, entities),
    ]  # fmt: skip


def _position(event: Event, entities: dict[str, Entity]) -> tuple[str, str, str]:
    """Country, latitude and longitude in degrees of the first of its places that has them; else empty."""
    places = [entities[place] for place in event.places]
    country = next((place.country for place in places if place.country), None)
    at = next((place.coordinates for place in places if place.coordinates), None)
    if at is None:
        return country or "", "", ""
    return country or "", f"{at[0]:.4f}", f"{at[1]:.4f}"


def quantity(claim: Claim) -> str:
    """A claim as a reader would write it.

    >>> quantity(Claim("killed", 95, 95, "95 people", "a1", None))
    'killed 95'
    >>> quantity(Claim("killed", 14, None, "at least 14", "a1", None))
    'killed ≥14'
    """
    low, high = (
        None if n is None else f"{n:g}" if abs(n) < 1e6 else f"{n:.0f}"
        for n in (claim.low, claim.high)
    )
    number = (
        low
        if low == high
        else f"≥{low}"
        if high is None
        else f"≤{high}"
        if low is None
        else f"{low}–{high}"
    )
    when = f" (as of {claim.as_of})" if claim.as_of else ""
    return f"{claim.kind} {number}{when}"


def neutral(cell: str) -> str:
    """A cell that no spreadsheet runs, whether it parts the line at commas, semicolons or tabs.

    An apostrophe stands before a formula; controls and turns of direction are left out.

    >>> neutral("=HYPERLINK(1)"), neutral("a=b"), neutral("a;=1+1")
    ("'=HYPERLINK(1)", 'a=b', "a;'=1+1")
    """
    plain = _CONTROL.sub("", unturned(cell.replace("\r\n", "\n").replace("\r", "\n")))
    return _FORMULA.sub("'", plain)


EXPORTER = Exporter(suffix=".csv", render=render)
