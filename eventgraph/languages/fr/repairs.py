"""Slips of the French tagger that grammar shows: nouns taken for participles and the other way about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
_PARTICIPLES = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues")
_ENDINGS = {"é": "er", "i": "ir", "u": "re"}


def mend(doc: Doc) -> Doc:
    """The doc with such words, and what hangs on them, set right."""
    for token in doc:
        if token.pos_ == "VERB" and _is_noun(token):
            _make_noun(token)
        elif token.pos_ in {"NOUN", "ADJ"} and _is_participle(token):
            _make_participle(token)
    return doc


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
