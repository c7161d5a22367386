"""Whom "he" and "she" stand for, where a text leaves one person to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventgraph.extract.events.entities import Entities

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_SINGULAR = ("he", "she", "him", "her", "his")


def resolve(doc: Doc, entities: Entities) -> dict[int, int]:
    """Mention index per pronoun, by token index.

    The candidates are the people named earlier in the sentence, else those of the sentence before;
    only a single one is taken, so that "Ann met Bea. She left." stays open.
    """
    found: dict[int, int] = {}
    before: dict[int, int] = {}
    for sentence in doc.sents:
        named: dict[int, int] = {}
        for token in sentence:
            if token.lower_ in _SINGULAR and token.pos_ == "PRON":
                candidates = named or before
                if len(candidates) == 1:
                    found[token.i] = next(iter(candidates.values()))
            else:
                _note(token, entities, named)
        before = _carried(sentence, found, entities, named) or before
    return found


def _note(token: Token, entities: Entities, named: dict[int, int]) -> None:
    number = entities.at(token)
    if number is not None and entities.mentions[number].type == "person":
        named.setdefault(entities.mentions[number].chain, number)


def _carried(
    sentence: Span, found: dict[int, int], entities: Entities, named: dict[int, int]
) -> dict[int, int]:
    """The people of a sentence, those that its pronouns stand for included."""
    people = dict(named)
    for token in sentence:
        if token.i in found:
            people.setdefault(entities.mentions[found[token.i]].chain, found[token.i])
    return people
