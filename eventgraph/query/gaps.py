"""What these articles do not tell: never "it did not happen", only "not in these articles"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from eventgraph.model import Event
from eventgraph.query.timeline import timeline
from eventgraph.store import Store

Lack = Literal["day", "doer", "place", "origin", "language", "silence"]
SILENCE = 7  # days in a row without any event, inside a story, that are worth a word
STORY = 366  # a longer silence lies between two stories, not inside one
ACTED = frozenset({"agent", "participant"})


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that no article tells.

    Attributes:
        lack: What is missing.
        event: The event that it is missing of; none for days of silence.
        first: First day of silence, ISO; none for what an event lacks.
        last: Last day of silence, ISO, inclusive.
        told_by: The one source or language that tells an event, where it is only one.
    """

    lack: Lack
    event: Event | None = None
    first: str | None = None
    last: str | None = None
    told_by: str = ""


def gaps(store: Store, top: int | None = None) -> tuple[Gap, ...]:
    """What is missing of the rows of a timeline, the most important rows first; days of silence last.

    Args:
        store: Where to look.
        top: So many of the most important events only.

    >>> from eventgraph.model import Corpus
    >>> from eventgraph.store import in_memory
    >>> gaps(in_memory(Corpus()))
    ()
    """
    events = sorted(timeline(store, top=top), key=lambda e: (-e.importance, e.id))
    articles = {a.id: a for a in store.articles({x for e in events for x in e.articles}).heads()}
    languages = {article.language for article in articles.values()}
    found: list[Gap] = []
    for event in events:
        found += (Gap(lack, event) for lack, is_lacking in _LACKS if is_lacking(event))
        if event.origins == 1:
            found.append(Gap("origin", event, told_by=articles[event.articles[0]].source))
        told_in = {articles[id_].language for id_ in event.articles}
        if len(languages) > 1 and len(told_in) == 1 and event.origins > 1:
            found.append(Gap("language", event, told_by=min(told_in)))
    return (*found, *_silences(events))


_LACKS: Sequence[tuple[Lack, Callable[[Event], bool]]] = (
    ("day", lambda event: event.date.edtf is None),
    ("doer", lambda event: not any(p.role in ACTED for p in event.participants)),
    ("place", lambda event: not event.places),
)


def _silences(events: Iterable[Event]) -> Iterator[Gap]:
    """Weeks without an event between days that have one."""
    days = {e.date.earliest for e in events if e.date.precision == "day" and e.date.earliest}
    for one, other in pairwise(sorted(map(date.fromisoformat, days))):
        between = (other - one).days - 1
        if SILENCE <= between <= STORY:
            first, last = one + timedelta(days=1), other - timedelta(days=1)
            yield Gap("silence", first=first.isoformat(), last=last.isoformat())
