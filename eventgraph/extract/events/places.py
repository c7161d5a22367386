"""Where an event is: prepositional phrases near its trigger, and the dateline as last resort."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from eventgraph.extract.events.roles import Filler, Scene
from eventgraph.extract.events.syntax import is_verb, kids, lemma, prepositional, words
from eventgraph.extract.events.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

_PHYSICAL = ("attack", "death", "arrest", "disaster", "accident", "protest", "meeting")


def place_fillers(trigger: Trigger, scene: Scene) -> list[Filler]:
    """The places of a trigger, from its own phrases or else those of its clause."""
    for anchor in _anchors(trigger):
        if found := list(_of_phrases(trigger, anchor, scene)):
            return found
    return []


def _anchors(trigger: Trigger) -> Iterator[Token]:
    """Where to look, nearest first: the trigger, its carrier, what undergoes it, its clause."""
    yield trigger.token
    if trigger.carrier is not None:
        yield trigger.carrier
    if not trigger.nominal:
        yield from kids(trigger.token, "dobj", "nsubjpass", "attr")
        yield from (
            noun for word, noun in prepositional(trigger.token) if word in ("by", "during", "with")
        )
    elif is_verb(trigger.token.head) and trigger.token.dep_ in ("nsubj", "dobj", "nsubjpass"):
        verb = trigger.token.head
        if not (
            words().has("verbs.reporting", lemma(verb)) or words().has("verbs.factive", lemma(verb))
        ):
            yield verb


def _of_phrases(trigger: Trigger, anchor: Token, scene: Scene) -> Iterator[Filler]:
    for preposition, noun in prepositional(anchor):
        if _locates(preposition, trigger):
            if (place := place_in(noun, scene)) is not None:
                yield Filler("place", place)
            elif preposition in ("in", "at", "near", "outside", "inside") and words().has(
                "nouns.locations", lemma(noun)
            ):
                yield Filler("place", noun)
    for child in kids(anchor, "advmod"):
        if child.lower_ in ("outside", "near", "inside"):
            yield from (
                Filler("place", p)
                for n in kids(child, "pobj")
                if (p := place_in(n, scene)) is not None
            )


def _locates(preposition: str, trigger: Trigger) -> bool:
    if words().has("prepositions.place", preposition):
        return True
    return trigger.type == "movement" and words().has("prepositions.goal", preposition)


def place_in(noun: Token, scene: Scene) -> Token | None:
    """The place that a noun phrase names, also inside it: "the outskirts of Riga", "the Riga region"."""
    queue, steps = [noun], 0
    while queue and steps < 8:
        token = queue.pop(0)
        steps += 1
        if scene.entities.type_at(token) == "place":
            return token
        if scene.entities.at(token) is not None or scene.happening(token):
            continue
        queue += kids(token, "appos", "compound", "nmod")
        queue += [inner for word, inner in prepositional(token) if word in ("of", "in", "near")]
    return None


def dateline_filler(trigger: Trigger, dateline: Token | None, scene: Scene) -> list[Filler]:
    """The dateline's place, for something that happens at a place when its sentence names none."""
    if dateline is None or trigger.type not in _PHYSICAL:
        return []
    if any(
        scene.entities.type_at(token) == "place" and token.i != dateline.i
        for token in trigger.token.sent
    ):
        return []
    return [Filler("place", dateline, "dateline")]
