"""Slips of the French tagger and parser that grammar shows, set right word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventgraph.languages.fr.repairs.names import hang_name, unite_name
from eventgraph.languages.fr.repairs.subjects import hang_agent, mend_clause
from eventgraph.languages.fr.repairs.words import mend_number, mend_word

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["mend"]


def mend(doc: Doc) -> Doc:
    """The doc with such words, and what hangs on them, set right: names first, then words, then clauses."""
    for entity in doc.ents:
        if entity.label_ == "PER":
            unite_name(entity)
            hang_name(entity[0])
    for token in doc:
        mend_number(token)
        mend_word(token)
    for token in doc:
        if token.pos_ == "VERB":
            mend_clause(token)
        else:
            hang_agent(token)
    return doc
