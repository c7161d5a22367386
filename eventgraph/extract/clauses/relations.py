"""Relations that a parse does not tell apart, told apart by a language's words (``clauses.toml``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventgraph.extract.clauses.grammar import Grammar
    from eventgraph.extract.clauses.tree import Node


def tell_apart(verb: Node, grammar: Grammar) -> None:
    """What an older parse leaves to words: passives, agents, reflexives, objects with a preposition.

    "Fue herida por un guardia", "se reunieron", "viven en Quito".
    """
    for child in verb.kids("obj", "iobj"):
        if grammar.has("reflexive", child.lower):
            child.rel, child.lemma = "expl:pv", child.lower
    if any(grammar.has("passive", c.lemma) for c in verb.kids("aux")) and verb.has("Tense", "Past"):
        for child in verb.children:
            passive = child.rel == "aux" and grammar.has("passive", child.lemma)
            child.rel = {"nsubj": "nsubj:pass"}.get(child.rel, "aux:pass" if passive else child.rel)
            if child.rel in ("obj", "obl") and grammar.has("agents", child.case):
                child.rel = "obl:agent"
    _tell_objects_apart(verb, grammar)


def _tell_objects_apart(verb: Node, grammar: Grammar) -> None:
    """An object may have some prepositions ("mató a un niño") and no other ones."""
    marked = grammar.words["object_markers"]
    if not marked:
        return
    for child in verb.kids("obj"):
        if child.case and child.case not in marked:
            child.rel = "obl"
    if not verb.kids("obj"):
        for child in verb.kids("iobj"):
            child.rel = "obj" if child.case in marked else child.rel
