"""Subjects and objects in the wrong place, and what keeps a clause from its noun."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from eventgraph.languages import language

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_REFLEXIVE = frozenset({"expl:comp", "expl:pv", "expl:pass", "expl:subj"})
# Verbs whose past is made with "être": "est tombé" is no passive.
_WITH_BE = frozenset(
    {
        "aller",
        "arriver",
        "décéder",
        "devenir",
        "entrer",
        "mourir",
        "naître",
        "partir",
        "rester",
        "retourner",
        "revenir",
        "sortir",
        "survenir",
        "tomber",
        "venir",
    }
)
_BEFORE_SAYING = frozenset({",", "»", '"', "”", "-", "–", "—"})


def mend_clause(verb: Token) -> None:
    """Give a verb the subject and the object that word order shows."""
    _join_subjects(verb)
    for child in verb.children:
        if child.dep_ in {"obj", *_SUBJECTS} and _is_adverbial(child):
            child.dep_ = "obl:mod"
        elif child.dep_ == "obl:agent" and all(c.dep_ != "case" for c in child.children):
            child.dep_ = "obj"  # "soupçonné d'avoir tué Paul": no "par", no agent
    if verb.lemma_ in _WITH_BE:
        _make_active(verb, [child for child in verb.children if child.dep_ in _SUBJECTS])
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
    objects = [child for child in verb.children if child.dep_ == "obj"]
    if not subjects and objects and _is_inverted(verb, objects[0]):
        objects[0].dep_ = "nsubj"
        if verb.dep_ != "ROOT":
            verb.dep_ = "parataxis"
    elif len(subjects) > 1 and subjects[0].i < verb.i < subjects[-1].i and not objects:
        subjects[-1].dep_ = "obj"
    if any(child.dep_ in _REFLEXIVE and child.lemma_ == "se" for child in verb.children):
        _make_active(verb, subjects)
    if subjects and not objects:
        _take_antecedent(verb)


def hang_agent(noun: Token) -> None:
    """Hang "par la police" on the act, not on whom it is done to: "l'arrestation de Jan Roy par la police"."""
    above = noun.head
    by = any(child.dep_ == "case" and child.lower_ == "par" for child in noun.children)
    if by and noun.dep_ == "nmod" and above.dep_ == "nmod" and above.head.pos_ == "NOUN":
        noun.head = above.head


def _join_subjects(verb: Token) -> None:
    """In "l'Inde et le Népal ont signé" the first subject is taken for a sentence of its own."""
    noun = verb.head
    if verb.dep_ != "conj" or noun.dep_ != "ROOT" or noun.pos_ not in {"NOUN", "PROPN"}:
        return
    second = next((c for c in verb.children if c.dep_ in _SUBJECTS and noun.i < c.i < verb.i), None)
    joint = next((c for c in verb.children if c.dep_ == "cc" and c.i < verb.i), None)
    if second is None or joint is None or noun.sent != verb.sent:
        return
    relation = second.dep_
    others = [child for child in noun.children if child.dep_ == "punct"]
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, relation
    second.head, second.dep_, joint.head = noun, "conj", second
    for other in others:
        other.head = verb


def _is_adverbial(noun: Token) -> bool:
    """Subjects and objects have no preposition: "a déraillé près de Coire"."""
    marked = [child for child in noun.children if child.i < noun.i and child.dep_ == "case"]
    return any(child.lemma_ != "de" for child in marked)


def _make_active(verb: Token, subjects: Sequence[Token]) -> None:
    """No passive for all its auxiliary: "ils se sont rencontrés"."""
    for subject in subjects:
        if subject.dep_ == "nsubj:pass":
            subject.dep_ = "nsubj"
    for child in verb.children:
        if child.dep_ == "aux:pass":
            child.dep_ = "aux:tense"
    if "Pass" in verb.morph.get("Voice", []):
        _set_features(verb, str(verb.morph).replace("|Voice=Pass", ""))


def _is_inverted(verb: Token, after: Token) -> bool:
    """Whether a verb of saying stands between what is said and who says it: "…, a annoncé le ministère"."""
    first = min([verb, *(child for child in verb.children if child.dep_.startswith("aux"))])
    told = verb.lemma_ in _saying() and after.i > verb.i and first.i > 0
    return told and first.nbor(-1).text in _BEFORE_SAYING


def _take_antecedent(verb: Token) -> None:
    """In "l'otage que les pirates ont tué" the pronoun is taken for a conjunction."""
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in {"que", "qu'"}), None)
    if verb.dep_ == "acl" and mark is not None and verb.head.i == mark.i - 1:
        mark.dep_, mark.pos_, verb.dep_ = "obj", "PRON", "acl:relcl"


@cache
def _saying() -> frozenset[str]:
    return frozenset(language("fr").section("clauses")["words"]["whole_clause"])


def _set_features(token: Any, features: str) -> None:
    token.set_morph(features)  # which spaCy's type stubs lack
