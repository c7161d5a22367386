"""Event mentions of what only the tagger finds: untyped, and marked by how likely they are events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from eventgraph.extract.triggers.tagger import Tagger, tagger
from eventgraph.model import Argument, Article, EventMention, Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from eventgraph.extract.passages import Passage

UNTYPED = "other"
LONGEST = 300  # tokens; what is longer is a list or a table, and its grammar a guess
# What a dependent is to a verb and to a noun that name an event.
ROLES = {
    "nsubj": "agent", "agent": "agent", "dobj": "patient", "obj": "patient",
    "nsubjpass": "patient", "nsubj:pass": "patient", "dative": "beneficiary", "poss": "agent",
    "compound": "participant", "nmod": "participant",
}  # fmt: skip
MODIFYING = ("compound", "amod", "nmod")  # "suicide bombing" is one event, and the bombing names it
PREPOSITIONS = {"of": "patient", "by": "agent", "in": "place", "at": "place", "near": "place"}


def with_tagged(
    article: Article,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    events: Sequence[EventMention],
) -> tuple[EventMention, ...]:
    """Event mentions and those that the tagger finds beside them, in text order.

    Args:
        article: The article.
        passages: Its parsed passages.
        mentions: Its entity mentions, sorted by span; arguments refer to them by index.
        events: What the words of its language found.
    """
    judge = tagger(article.language)
    if judge is None:
        return tuple(events)
    taken = {position for event in events for position in range(event.span.start, event.span.end)}
    tagged: list[EventMention] = []
    for passage in passages:
        found = dict(_triggers(passage, judge))
        for token, sure in found.items():
            heads = (token, token.head) if token.dep_ in MODIFYING else (token,)
            modifies = token.dep_ in MODIFYING and token.head in found
            if not modifies and all(passage.start + word.idx not in taken for word in heads):
                tagged.append(_mention(passage, token, sure, mentions))
    return tuple(sorted((*events, *tagged), key=lambda event: (event.span, event.type)))


def _triggers(passage: Passage, judge: Tagger) -> Iterator[tuple[Token, float]]:
    """The tokens of a passage that are likely events, with how likely that is."""
    if not passage.doc.has_annotation("DEP"):
        return
    for sentence in passage.doc.sents:
        for token in sentence if len(sentence) <= LONGEST else ():
            sure = judge.probability(token)
            if sure >= judge.enough:
                yield token, sure


def _mention(
    passage: Passage, token: Token, sure: float, mentions: Sequence[Mention]
) -> EventMention:
    span = passage.span(token)
    return EventMention(
        span=span,
        text=token.text,
        lemma=token.lemma_.lower(),
        type=UNTYPED,
        status="unknown",
        attributed_to="",
        timex=None,
        arguments=_arguments(passage, token, mentions),
        quantities=(),
        sentence=passage.span(token.sent),
        part=passage.part,
        clause=token.text,
        form="finite" if token.pos_ in ("VERB", "AUX") else "nominal",
        prior=round(sure, 3),
    )


def _arguments(passage: Passage, token: Token, mentions: Sequence[Mention]) -> tuple[Argument, ...]:
    found: dict[Span, Argument] = {}
    for role, word in _dependents(token):
        argument = _argument(passage, role, word, mentions)
        if argument is not None:
            found.setdefault(argument.span, argument)
    return tuple(sorted(found.values(), key=lambda argument: (argument.span, argument.role)))


def _dependents(token: Token) -> Iterator[tuple[str, Token]]:
    """The words that depend on a trigger in a role, also through a preposition."""
    for child in token.children:
        below = [word for word in child.children if word.dep_ == "pobj"]
        if child.dep_ in ("prep", "agent") and below:
            role = "agent" if child.dep_ == "agent" else PREPOSITIONS.get(child.lower_)
            if role:
                yield role, below[0]
        elif role := ROLES.get(child.dep_):
            yield role, child


def _argument(
    passage: Passage, role: str, word: Token, mentions: Sequence[Mention]
) -> Argument | None:
    """A name where the word is part of one, else the word; places are named ones only."""
    span = passage.span(word)
    number = next((n for n, m in enumerate(mentions) if m.span.covers(span)), None)
    if number is not None:
        mention = mentions[number]
        named = "participant" if role == "place" and mention.type != "place" else role
        return Argument(named, mention.span, mention.text, number)
    if role == "place" or word.pos_ not in ("NOUN", "PROPN"):
        return None
    return Argument(role, span, word.text)
