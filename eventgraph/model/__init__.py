"""Every record that travels between stages: frozen, slotted, tuples for sequences.

Names follow ACE (mention, entity, event, argument), TimeML (TIMEX3), EDTF and FollowTheMoney.
All offsets are half-open ranges of Unicode code points in ``Article.text``. All days are ISO 8601
calendar days. Ids are hashes of content, so the same input gives the same id on any machine.
"""

from __future__ import annotations

from eventgraph.model.article import (
    Article,
    Part,
    PartKind,
    Published,
    PublishedBasis,
    Skipped,
    make_article,
)
from eventgraph.model.clause import (
    Amount,
    Clause,
    Constituent,
    Determiner,
    Form,
    Function,
    Gender,
    Link,
    Number,
    Phrase,
    Sort,
    Tense,
    Voice,
    Zone,
)
from eventgraph.model.corpus import Corpus, TypeLabels, Unmet
from eventgraph.model.coverage import Coverage
from eventgraph.model.entity import Entity
from eventgraph.model.event import Claim, Event, EventDate, Participant
from eventgraph.model.event_mention import Argument, EventMention, Quantity, Status, TitlePiece
from eventgraph.model.evidence import Evidence
from eventgraph.model.extraction import Extraction
from eventgraph.model.identity import content_id
from eventgraph.model.mention import EntityType, Mention, MentionLevel
from eventgraph.model.relation import Direction, Relation, RelationKind
from eventgraph.model.span import Span
from eventgraph.model.timex import Basis, Timex, TimexType

__all__ = [
    "Amount",
    "Argument",
    "Article",
    "Basis",
    "Claim",
    "Clause",
    "Constituent",
    "Corpus",
    "Coverage",
    "Determiner",
    "Direction",
    "Entity",
    "EntityType",
    "Event",
    "EventDate",
    "EventMention",
    "Evidence",
    "Extraction",
    "Form",
    "Function",
    "Gender",
    "Link",
    "Mention",
    "MentionLevel",
    "Number",
    "Part",
    "PartKind",
    "Participant",
    "Phrase",
    "Published",
    "PublishedBasis",
    "Quantity",
    "Relation",
    "RelationKind",
    "Skipped",
    "Sort",
    "Span",
    "Status",
    "Tense",
    "Timex",
    "TimexType",
    "TitlePiece",
    "TypeLabels",
    "Unmet",
    "Voice",
    "Zone",
    "content_id",
    "make_article",
]
