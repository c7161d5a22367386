"""What a token is judged by: its tag and place in the parse, its ending, its word and its head's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

CONTENT = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "AUX", "ADV"})
OBJECTS = frozenset({"dobj", "obj", "nsubjpass", "nsubj:pass"})
AUXILIARIES = frozenset({"aux", "auxpass", "aux:pass"})
ENDING = 3  # letters


def is_content(token: Token) -> bool:
    """Whether a token may name an event at all."""
    return token.pos_ in CONTENT and token.is_alpha


def lemma(token: Token) -> str:
    """The dictionary form, lower case."""
    return token.lemma_.lower()


def entry(token: Token) -> str:
    """What the lexicon files a token under: verbs apart from nouns."""
    return f"{token.pos_[0]} {lemma(token)}"


def features(token: Token) -> Iterator[str]:
    """The names of the features that a token has."""
    children = {child.dep_ for child in token.children}
    yield f"pos={token.pos_}"
    yield f"tag={token.tag_}"
    yield f"dep={token.dep_}"
    yield f"head={token.head.pos_}"
    yield f"dep+head={token.dep_}+{token.head.pos_}"
    yield f"ending={lemma(token)[-ENDING:]}"
    if token.dep_ == "ROOT":
        yield "root"
    if "det" in children:
        yield "determiner"
    if any(child.lower_ == "of" for child in token.children):
        yield "of"
    if children & OBJECTS:
        yield "object"
    if "nsubj" in children:
        yield "subject"
    if children & AUXILIARIES:
        yield "auxiliary"
    if token.ent_type_:
        yield f"name={token.ent_type_}"
