"""The place at the head of a report: "KABUL, Afghanistan (Agency) — …"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventgraph.extract.events.entities import Entities
from eventgraph.extract.events.roles import Scene
from eventgraph.extract.events.triggers import Trigger
from eventgraph.model import Argument

if TYPE_CHECKING:
    from spacy.tokens import Doc

NOTE = "dateline"
_LONGEST = 24  # tokens
_DASHES = "—–-"
_PHYSICAL = ("attack", "death", "arrest", "disaster", "accident", "protest", "meeting")


def dateline(doc: Doc, entities: Entities) -> int | None:
    """The place mention of a passage that is a dateline, none for a passage of prose."""
    text = doc.text.rstrip()
    if len(doc) > _LONGEST or not text or text[-1] not in _DASHES:
        return None
    numbers = (entities.at(token) for token in doc if entities.type_at(token) == "place")
    return next(numbers, None)


def dateline_argument(
    trigger: Trigger, found: Sequence[Argument], number: int | None, scene: Scene
) -> tuple[Argument, ...]:
    """The dateline's place, for something that happens at a place when its sentence names none."""
    if number is None or trigger.type not in _PHYSICAL:
        return ()
    named = any(scene.entities.type_at(token) == "place" for token in trigger.token.sent)
    if named or any(argument.role == "place" for argument in found):
        return ()
    mention = scene.entities.mentions[number]
    return (Argument("place", mention.span, mention.text, number, NOTE),)
