"""What people decided about entities and events: kept in a file, applied before any guess."""

from __future__ import annotations

from eventgraph.resolve.decisions.decision import (
    Action,
    Decision,
    Reference,
    TriggerPosition,
    check,
    trigger,
)
from eventgraph.resolve.decisions.file import COLUMNS
from eventgraph.resolve.decisions.log import (
    Decisions,
    article_reference,
    entity_reference,
    event_reference,
)

__all__ = [
    "COLUMNS",
    "Action",
    "Decision",
    "Decisions",
    "Reference",
    "TriggerPosition",
    "article_reference",
    "check",
    "entity_reference",
    "event_reference",
    "trigger",
]
