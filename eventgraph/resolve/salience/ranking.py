"""Which events are rows, in which order of importance, and what lies folded under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eventgraph.model import content_id
from eventgraph.resolve.events.drafts import Draft
from eventgraph.resolve.salience.folding import Key, fold
from eventgraph.resolve.salience.importance import MINOR, Standing, importance, sources
from eventgraph.resolve.salience.notability import is_minor


@dataclass(frozen=True, slots=True)
class Rank:
    """The place of an event among the others.

    Attributes:
        importance: How much a chronology needs it, 0 to 1.
        minor: Whether it is no row of a timeline.
        origins: Independent sources that tell it.
        under: Id of the event that it is folded under; none for one that stands for itself.
    """

    importance: float
    minor: bool
    origins: int
    under: str | None


def rank(drafts: Sequence[Draft], standing: Standing) -> list[Rank]:
    """The rank of each draft, in their order."""
    under = fold(drafts, standing.copies)
    return [_rank(draft, under.get(draft.key), standing) for draft in drafts]


def _rank(draft: Draft, above: Key | None, standing: Standing) -> Rank:
    weight = importance(draft, standing)
    return Rank(
        importance=weight,
        minor=above is not None or weight < MINOR or is_minor(draft, standing.copies),
        origins=sources(draft, standing.copies),
        under=None if above is None else event_id(above),
    )


def event_id(key: Key) -> str:
    """The id of the event whose first report has a key."""
    article, start, end = key
    return content_id("v", article, str(start), str(end))
