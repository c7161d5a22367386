"""Names of persons that the parser takes to pieces or hangs elsewhere than on their noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_BESIDE = frozenset({"appos", "nmod", "amod", "flat:name", "flat:foreign", "obj", "xcomp", "advcl"})
_PARTICLES = frozenset(
    {"de", "du", "des", "d'", "d’", "la", "le", "al", "el", "ben", "bin", "van", "von", "-"}
)
_CONTRACTED = frozenset({"du", "des", "au", "aux"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_ROLES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl:arg", "obl:mod", "obl:agent", "nmod", "appos", "conj", "ROOT"})  # fmt: skip


def unite_name(entity: Span) -> None:
    """One name is one word to the parse: its first token stands for it, the others hang on it."""
    first = entity[0]
    if any(token.text.islower() and token.lower_ not in _PARTICLES for token in entity):
        return  # "le roi"
    outer = [token for token in entity if token.head not in entity or token.head == token]
    if len(entity) == 1 and first.pos_ == "ADV" and first.text.istitle():
        first.pos_ = "PROPN"  # "Macron est reparti"
    if len(entity) < 2 or not outer:
        return
    if outer == [first] and all(token.pos_ == "PROPN" for token in entity):
        return
    outside = outer[0]
    above, relation = outside.head, outside.dep_
    if above.sent != first.sent:
        return
    above = first if above == outside else above
    first.head, first.dep_ = above, relation if relation in _ROLES else "obj"
    for token in entity:
        token.pos_ = "PROPN"
        for child in list(token.children):
            if child not in entity and token != first:
                child.head = above if child.dep_.startswith(("obl", "punct", "advmod")) else first
    for token in entity[1:]:
        token.head, token.dep_ = first, "flat:name"


def hang_name(name: Token) -> None:
    """A person's name right after a noun names that noun: "le juge Paolo Neri", "l'homme d'affaires Jan Roy"."""
    if name.i == 0 or name.is_sent_start:
        return
    noun = _named(_before(name))
    second = name.dep_ in _SUBJECTS and _has_subject_before(name)
    if name.dep_ not in _BESIDE and not second:
        return
    if noun.pos_ != "NOUN" or noun.ent_type_ or noun in name.subtree:
        return
    if any(child.dep_ == "case" for child in name.children):
        return
    if second or name.head == noun or name.head.i < name.i:
        name.head, name.dep_, name.pos_ = noun, "appos", "PROPN"


def _before(name: Token) -> Token:
    """The word before a name, a participle between passed over: "du policier tué Jan Roy"."""
    before = name.nbor(-1)
    participle = before.pos_ == "VERB" and "Part" in before.morph.get("VerbForm", [])
    return before.nbor(-1) if participle and before.i > 0 else before


def _has_subject_before(name: Token) -> bool:
    """Whether the verb has a subject before the name: "l'entraîneur Jan Roy a été licencié"."""
    return any(c.dep_ in _SUBJECTS and c.i < name.i for c in name.head.children)


def _named(noun: Token) -> Token:
    """The noun whose complement without an article stands before the name: "homme" of "homme d'affaires"."""
    bare = not any(c.dep_ == "det" or c.lower_ in _CONTRACTED for c in noun.children)
    return noun.head if bare and noun.dep_ == "nmod" and noun.head.pos_ == "NOUN" else noun
