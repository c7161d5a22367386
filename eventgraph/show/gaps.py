"""What the articles do not tell, for a terminal and for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from eventgraph.query import Gap
from eventgraph.show.text import safe, when

# Always "not in these articles", never "did not happen".
_WORDS = {
    "day": "no article here says when",
    "doer": "no article here says who did it",
    "place": "no article here says where",
    "origin": "told by one origin only: {by}",
    "language": "told only in articles in {by}",
}


def gap_lines(gaps: Iterable[Gap]) -> Iterator[str]:
    """A gap a line."""
    for gap in gaps:
        if gap.event is None:
            yield f"{gap.first}/{gap.last}     no event in these articles"
            continue
        words = _WORDS[gap.lack].format(by=safe(gap.told_by))
        yield f"{when(gap.event):<25} {safe(gap.event.title)}: {words} {gap.event.id}"


def gap_record(gap: Gap) -> dict[str, Any]:
    """A gap as plain data, for other programs."""
    event = gap.event
    return {
        "lack": gap.lack,
        "event": event.id if event else None,
        "title": event.title if event else None,
        "first": gap.first,
        "last": gap.last,
        "told_by": gap.told_by or None,
    }
