"""iCalendar: events as whole days in any calendar program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eventgraph.export import Exporter, ExportOptions
from eventgraph.export.calendar import after, in_words
from eventgraph.export.citation import by_id, citations, headline
from eventgraph.export.figures import figures
from eventgraph.export.plain import line, plain, unturned
from eventgraph.model import Article, Corpus, Entity, Event, EventDate

_OCTETS = 75  # of a content line, RFC 5545 section 3.1
_PRODUCT = "-//eventgraph//eventgraph//EN"
# RFC 5545 knows three; what is denied did not happen, but nobody cancelled it either.
_STATUS = {"asserted": "CONFIRMED"}


def render(corpus: Corpus, options: ExportOptions) -> bytes:
    """One all-day VEVENT per dated event; the calendar's description counts what has no date.

    ``DTEND`` is exclusive. ``DTSTAMP`` is the event's own first day, because the same corpus must give
    the same bytes. The EDTF date is kept in ``X-EDTF`` and, in words, in the description.

    Source:
        RFC 5545.

    >>> render(Corpus(), ExportOptions()).splitlines()[0]
    b'BEGIN:VCALENDAR'
    """
    dated = [event for event in corpus.events if event.date.earliest or event.date.latest]
    left_out = f"Events left out because they have no date: {len(corpus.events) - len(dated)}."
    head = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:eventgraph", f"X-WR-CALDESC:{escape(left_out)}",
    ]  # fmt: skip
    articles, entities = by_id(corpus.articles), {entity.id: entity for entity in corpus.entities}
    lines = [
        row
        for event in sorted(dated, key=lambda event: event.chronology)
        for row in _event(event, articles, entities, options.language)
    ]
    return "".join(fold(row) for row in [*head, *lines, "END:VCALENDAR"]).encode("utf-8")


def escape(text: str) -> str:
    r"""A TEXT value (RFC 5545 section 3.3.11).

    >>> escape("a, b;\nc\\d")
    'a\\, b\\;\\nc\\\\d'
    """
    flat = plain(unturned(text)).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    for character in ("\\", ";", ","):
        flat = flat.replace(character, "\\" + character)
    return flat.replace("\n", "\\n")


def fold(row: str) -> str:
    r"""A content line in pieces of at most 75 octets that split no UTF-8 character.

    >>> [len(piece.encode()) for piece in fold("é" * 80).split("\r\n")]
    [74, 75, 13, 0]
    """
    pieces, size = [""], 0
    for character in row:
        octets = len(character.encode("utf-8"))
        if size + octets > _OCTETS:
            pieces.append(" ")
            size = 1
        pieces[-1] += character
        size += octets
    return "\r\n".join(pieces) + "\r\n"


def _event(
    event: Event, articles: Mapping[str, Article], entities: Mapping[str, Entity], language: str
) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@eventgraph"
    yield from _days(event.date)
    yield f"SUMMARY:{escape(headline(event))}"
    yield f"DESCRIPTION:{escape(_description(event, articles, language))}"
    yield f"CATEGORIES:{escape(line(event.type))}"
    yield f"STATUS:{_STATUS.get(event.status, 'TENTATIVE')}"
    yield "TRANSP:TRANSPARENT"  # the past makes nobody busy
    yield f"X-EDTF:{escape(event.date.edtf or '')}"
    yield from _where([entities[place] for place in event.places])
    links = [cited.link for cited in citations(event, articles) if cited.link]
    if links:
        yield f"URL:{links[0]}"
    yield "END:VEVENT"


def _days(when: EventDate) -> Iterator[str]:
    """The days; an event with an open end stands at the one that is known."""
    first = when.earliest or when.latest or ""
    end = after(when.latest or first)
    yield f"DTSTAMP:{_basic(first)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(first)}"
    if end:
        yield f"DTEND;VALUE=DATE:{_basic(end)}"


def _basic(day: str) -> str:
    return day.replace("-", "")


def _description(event: Event, articles: Mapping[str, Article], language: str) -> str:
    date = f"{in_words(event.date.edtf, language)} ({event.date.basis})"
    quotes = [f"“{cited.quote}” ({cited.label})" for cited in citations(event, articles)]
    return "\n".join([date, *figures(event, articles), *quotes])


def _where(places: list[Entity]) -> Iterator[str]:
    if places:
        yield f"LOCATION:{escape(line('; '.join(place.name for place in places)))}"
    if len(places) == 1 and places[0].coordinates:
        latitude, longitude = places[0].coordinates
        yield f"GEO:{latitude:.6f};{longitude:.6f}"


EXPORTER = Exporter(suffix=".ics", render=render)
