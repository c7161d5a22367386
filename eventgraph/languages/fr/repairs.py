"""Slips of the French tagger and parser that grammar shows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from eventgraph.languages import language

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ARTICLES = frozenset(
    {
        "le",
        "la",
        "l'",
        "l’",
        "les",
        "un",
        "une",
        "des",
        "du",
        "au",
        "aux",
        "ce",
        "cet",
        "cette",
        "ces",
    }
)
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_REFLEXIVE = frozenset({"expl:comp", "expl:pv", "expl:pass", "expl:subj"})
_BESIDE = frozenset({"appos", "nmod", "amod", "flat:name", "flat:foreign", "obj", "xcomp"})
_BEFORE_SAYING = frozenset({",", "»", '"', "”", "-", "–", "—"})
_PARTICIPLES = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues")
_ENDINGS = {"é": "er", "i": "ir", "u": "re"}


def mend(doc: Doc) -> Doc:
    """The doc with such words, and what hangs on them, set right."""
    for token in doc:
        if token.pos_ == "VERB" and _is_noun(token):
            _make_noun(token)
        elif token.pos_ in {"NOUN", "ADJ"} and _is_participle(token):
            _make_participle(token)
        elif token.pos_ == "VERB":
            token.lemma_ = infinitive(token.lemma_)
    for token in doc:
        if token.pos_ == "VERB":
            _mend_subjects(token)
        elif token.ent_type_ == "PER" and token.ent_iob_ == "B":
            _hang_name(token)
        elif token.lower_ in _numbers():
            _count(token)
    return doc


def infinitive(lemma: str) -> str:
    """A dictionary form that the lemmatiser left inflected: "porte" is "porter".

    >>> infinitive("porte"), infinitive("ciblent"), infinitive("prendre")
    ('porter', 'cibler', 'prendre')
    """
    if lemma.endswith(("r", "re")):
        return lemma
    for ending in ("ent", "ées", "és", "ée", "é", "es", "e"):
        if lemma.endswith(ending) and len(lemma) > len(ending) + 2:
            return lemma.removesuffix(ending) + "er"
    return lemma


def _mend_subjects(verb: Token) -> None:
    """Subjects after a verb of saying, objects taken for a second subject, subjects of reflexive verbs."""
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


def _make_active(verb: Token, subjects: Sequence[Token]) -> None:
    """No passive for all its auxiliary: "Ils se sont rencontrés"."""
    for subject in subjects:
        if subject.dep_ == "nsubj:pass":
            subject.dep_ = "nsubj"
    if "Pass" in verb.morph.get("Voice", []):
        _set_features(verb, str(verb.morph).replace("|Voice=Pass", ""))


def _is_inverted(verb: Token, after: Token) -> bool:
    """Whether a verb of saying stands between what is said and who says it: "…, a annoncé le ministère"."""
    first = min([verb, *(child for child in verb.children if child.dep_.startswith("aux"))])
    told = verb.lemma_ in _saying() and after.i > verb.i and first.i > 0
    return told and first.nbor(-1).text in _BEFORE_SAYING


def _hang_name(token: Token) -> None:
    """A person's name right after a noun names that noun: "le juge Paolo Neri"."""
    if token.i == 0 or token.is_sent_start or token.dep_ == "ROOT":
        return
    before = token.nbor(-1)
    if before.pos_ != "NOUN" or before.ent_type_ or before in token.subtree:
        return
    if any(child.dep_ == "case" for child in token.children):
        return
    if token.dep_ in _BESIDE and (token.head == before or token.head.i < before.i):
        token.head, token.dep_, token.pos_ = before, "appos", "PROPN"


def _count(token: Token) -> None:
    """A number word taken for a name counts what follows: "douze ans"."""
    counted = [c for c in token.children if c.dep_.startswith("flat") and c.i == token.i + 1]
    if token.pos_ != "PROPN" or not counted:
        return
    noun = counted[0]
    noun.head, noun.dep_ = (token.head, token.dep_) if token.head != token else (noun, "ROOT")
    for child in list(token.children):
        child.head = noun
    token.head, token.dep_, token.pos_ = noun, "nummod", "NUM"


@cache
def _saying() -> frozenset[str]:
    return frozenset(language("fr").section("clauses")["words"]["whole_clause"])


@cache
def _numbers() -> frozenset[str]:
    return frozenset(language("fr").section("clauses")["numerals"]["values"])


def _is_noun(token: Token) -> bool:
    """In "l'opposant Cyrille Mabanza" an article, and no auxiliary, makes a participle a noun."""
    if (
        token.i == 0
        or token.nbor(-1).lower_ not in _ARTICLES
        or "Part" not in token.morph.get("VerbForm", [])
    ):
        return False
    return not any(child.dep_.startswith(("aux", "nsubj")) for child in token.children)


def _make_noun(token: Token) -> None:
    token.pos_ = "NOUN"
    token.lemma_ = token.lower_
    _set_features(token, "Number=Plur" if token.lower_.endswith("s") else "Number=Sing")
    if token.dep_ in {"xcomp", "ccomp"}:
        token.dep_ = "obj"
    for child in token.children:
        if child.dep_ == "obj" and child.pos_ == "PROPN":
            child.dep_ = "appos"


def _is_participle(token: Token) -> bool:
    """In "a frappé la région et tué 14 personnes" the "noun" has an object of its own, as only verbs have."""
    if token.dep_ != "conj" or not token.lower_.endswith(_PARTICIPLES):
        return False
    return any(child.dep_ == "obj" for child in token.children)


def _make_participle(token: Token) -> None:
    token.pos_ = "VERB"
    _set_features(token, "Tense=Past|VerbForm=Part")
    stem = token.lower_.rstrip("es")
    token.lemma_ = stem[:-1] + _ENDINGS.get(stem[-1:], stem[-1:])
    verb = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
    if verb is not None and token.head.pos_ != "VERB":
        token.head = verb


def _set_features(token: Any, features: str) -> None:
    token.set_morph(features)  # which spaCy's type stubs lack
