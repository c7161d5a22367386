"""Where an event is: prepositional phrases near its trigger, and the dateline as last resort."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from eventgraph.extract.events.roles import Filler, Scene
from eventgraph.extract.events.syntax import (
    coordinated,
    is_verb,
    kids,
    lemma,
    prepositional,
    speaks,
    words,
)
from eventgraph.extract.events.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token


_WITHIN = ("by", "during", "with", "in")
_NEAR = (*_WITHIN, "on", "against", "of", "between", "for", "from")
_CLAUSAL = ("nsubj", "dobj", "nsubjpass")
_GOING = ("movement", "mobilization", "aid", "arrest", "other")
_SAID = ("statement", "accusation", "sanction", "threat", "claim", "condolence", "agreement")
_GOALS = ("to", "into", "onto", "from", "toward", "towards")


def place_fillers(trigger: Trigger, scene: Scene) -> list[Filler]:
    """The places of a trigger, from its own phrases or else those of its clause."""
    if trigger.word and trigger.word.pos == "verb_phrase":
        inside = [n for _, n in prepositional(trigger.token) if lemma(n) in trigger.word.words]
        if found := [Filler("place", p) for n in inside if (p := place_in(n, scene)) is not None]:
            return found
    for anchor in _anchors(trigger, scene):
        if found := list(_of_phrases(trigger, anchor, scene)):
            return found
    return []


def _anchors(trigger: Trigger, scene: Scene) -> Iterator[Token]:
    """Where to look, nearest first: the trigger, its carrier, its participants, its clause.

    The parser hangs a place on whatever noun stands before it: "strikes on the rebels in Homs".
    """
    yield trigger.token
    if trigger.carrier is not None:
        yield trigger.carrier
    if not trigger.nominal:
        below = kids(trigger.token, "dobj", "nsubjpass", "attr")
        yield from (token for token in below if not scene.happening(token))
    for holder in dict.fromkeys((trigger.token, trigger.clause)):
        for word, noun in prepositional(holder):
            if word in _NEAR and (word in _WITHIN or not scene.happening(noun)):
                yield noun
    verb = trigger.token.head
    if trigger.nominal and is_verb(verb) and trigger.token.dep_ in _CLAUSAL and not speaks(verb):
        yield verb


def _of_phrases(trigger: Trigger, anchor: Token, scene: Scene) -> Iterator[Filler]:
    if (
        trigger.nominal and anchor == trigger.token
    ):  # "strikes in Homs, the desert and Raqqa", misparsed
        yield from (
            Filler("place", t)
            for t in coordinated(anchor)[1:]
            if scene.entities.type_at(t) == "place"
        )
    for preposition, noun in prepositional(anchor):
        if _locates(preposition, trigger):
            if (place := place_in(noun, scene)) is not None:
                leaves = preposition == "from" and trigger.type in _GOING
                yield Filler("place", place, "origin" if leaves else "")
            elif (named := _unknown(noun)) is not None:
                yield Filler("place", named)
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
    if preposition in ("on", "over", "under", "above") and trigger.type in _SAID:
        return False
    if words().has("prepositions.place", preposition):
        return True
    return trigger.type in _GOING and preposition in _GOALS


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


def _unknown(noun: Token) -> Token | None:
    """A place that is no entity mention: "the city of Xyz"."""
    if not words().has("nouns.locations", lemma(noun)):
        return None
    return next((t for word, t in prepositional(noun) if word == "of" and t.pos_ == "PROPN"), None)
