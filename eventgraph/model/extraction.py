"""What one article says, seen without any other article."""

from __future__ import annotations

from dataclasses import dataclass

from eventgraph.model.event_mention import EventMention
from eventgraph.model.mention import Mention
from eventgraph.model.timex import Timex


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article says, seen without any other article."""

    article: str
    mentions: tuple[Mention, ...] = ()
    timexes: tuple[Timex, ...] = ()
    events: tuple[EventMention, ...] = ()
