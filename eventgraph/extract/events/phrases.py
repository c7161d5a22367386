"""The phrase of a trigger that a reader is shown: "suicide bombing", "bolster their collaboration"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventgraph.extract.events.syntax import kids
from eventgraph.extract.events.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

    from eventgraph.extract.events.roles import Scene

LONGEST = 7  # tokens


def clause(trigger: Trigger, scene: Scene) -> str:
    """The trigger's phrase: modifiers and noun, or the verb with its object."""
    first, last = _of_noun(trigger, scene) if trigger.nominal else _of_verb(trigger)
    return " ".join(trigger.token.doc[first : last + 1].text.split())


def _of_noun(trigger: Trigger, scene: Scene) -> tuple[int, int]:
    """The noun with the plain words before it; names, numbers and articles are roles or claims."""
    first = trigger.first
    while first > trigger.token.sent.start and _describes(
        trigger.token.doc[first - 1], trigger.token, scene
    ):
        first -= 1
    return first, trigger.last


def _describes(token: Token, noun: Token, scene: Scene) -> bool:
    if token.head != noun or token.dep_ not in ("compound", "amod", "nmod") or token.ent_type_:
        return False
    return scene.entities.at(token) is None and noun.i - token.i < LONGEST


def _of_verb(trigger: Trigger) -> tuple[int, int]:
    last = trigger.last
    for child in kids(trigger.token, "prt", "dobj"):
        edge = max(trigger.last, child.i)
        if edge - trigger.first < LONGEST:
            last = max(last, edge)
    return trigger.first, last
