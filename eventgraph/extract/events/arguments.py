"""From tokens with roles to arguments: entity mentions where there are any, else the words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from eventgraph.extract.events.roles import Filler, Scene
from eventgraph.extract.events.syntax import coordinated, kids, lemma, prepositional, words
from eventgraph.model import Argument, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from eventgraph.extract.passages import Passage

_ACTING = (
    "agent",
    "participant",
    "source",
)  # "US officials" speak for the US, killed soldiers do not
LONGEST_PHRASE = 8  # tokens of a phrase that is no entity


def arguments(
    passage: Passage, scene: Scene, found: Iterable[Filler], *, symmetric: bool = False
) -> tuple[Argument, ...]:
    """The arguments in text order; one mention or phrase has one role, the first that was found.

    Args:
        passage: The passage of the tokens.
        scene: Entities, triggers and pronouns of the sentence.
        found: Tokens with roles, best first.
        symmetric: Whether only one can be the agent, the others being participants.
    """
    chosen: dict[Span, Argument] = {}
    for filler in found:
        for argument in _arguments(passage, scene, filler):
            acting = symmetric and any(other.role == "agent" for other in chosen.values())
            if acting and argument.role == "agent":
                chosen.setdefault(argument.span, replace(argument, role="participant"))
            else:
                chosen.setdefault(argument.span, argument)
    return tuple(sorted(chosen.values(), key=lambda argument: (argument.span, argument.role)))


def _arguments(passage: Passage, scene: Scene, filler: Filler) -> list[Argument]:
    named = _mentions_of(filler, scene)
    if named:
        return [_of_mention(filler, number, scene) for number in named]
    phrase = noun_phrase(filler.token)
    if phrase is None:
        return []
    first, last = phrase
    span = passage.span(passage.doc[first : last + 1])
    return [Argument(filler.role, span, passage.doc[first : last + 1].text, None, filler.note)]


def _of_mention(filler: Filler, number: int, scene: Scene) -> Argument:
    mention = scene.entities.mentions[number]
    note = "pronoun" if filler.token.i in scene.pronouns else filler.note
    if (
        not note
        and words().has("nouns.proxies", lemma(filler.token))
        and not filler.token.ent_type_
    ):
        note = lemma(filler.token)
    return Argument(filler.role, mention.span, mention.text, number, note)


def _mentions_of(filler: Filler, scene: Scene) -> list[int]:
    """The mentions that a noun stands for: its own, or those in apposition to it."""
    token = filler.token
    number = scene.entities.at(token)
    if number is not None:
        return [number]
    if token.i in scene.pronouns:
        return [scene.pronouns[token.i]]
    beside = [other for child in kids(token, "appos") for other in coordinated(child)]
    beside = [other for other in beside if scene.entities.type_at(other) != "place"]
    if filler.role in _ACTING and words().has("nouns.proxies", lemma(token)):
        beside += kids(token, "compound", "poss", "nmod", "amod")
    if (
        token.tag_ == "NNS"
    ):  # "the presidents of Peru and Chile, Ann and Bob": often parsed as one list
        below = (noun for word, noun in prepositional(token) if word == "of")
        beside += [noun for noun in below if scene.entities.type_at(noun) == "person"]
    numbers = (scene.entities.at(other) for other in beside)
    return sorted({number for number in numbers if number is not None})


def source_argument(passage: Passage, scene: Scene, token: Token | None) -> Argument | None:
    """Whose claim an event is, as written."""
    if token is None:
        return None
    found = _arguments(passage, scene, Filler("source", token))
    return found[0] if found else None


def noun_phrase(token: Token) -> tuple[int, int] | None:
    """First and last token index of the phrase of a noun or number, without what follows its head."""
    if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    first = token.left_edge.i
    while first < token.i and token.doc[first].is_punct:
        first += 1
    last = token.i
    if token.lower_ in words().vague or token.lower_ in words().scales:  # "dozens of people"
        last = next((noun.i for word, noun in prepositional(token) if word == "of"), last)
    return (first, last) if last - first < LONGEST_PHRASE else (token.i, token.i)
