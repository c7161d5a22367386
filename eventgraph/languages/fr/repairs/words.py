"""Words of the wrong part of speech: nouns, participles and numbers taken for each other."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from eventgraph.languages import language

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARTICLES = frozenset({"le", "la", "l'", "l’", "les", "un", "une", "des", "du", "au", "aux", "ce", "cet", "cette", "ces"})  # fmt: skip
_PARTICIPLES = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues")
_ENDINGS = {"é": "er", "i": "ir", "u": "re"}


def mend_word(token: Token) -> None:
    """Give a word the part of speech that its neighbours show."""
    if token.pos_ == "VERB":
        if _is_noun(token):
            _make_noun(token)
        elif token.dep_ == "case" and token.head.i > token.i:
            _make_gerund(token)
        else:
            token.lemma_ = infinitive(token.lemma_)
    elif token.pos_ in {"NOUN", "ADJ"}:
        if _is_coordinated_participle(token):
            _make_participle(token)
        elif been := _been(token):
            _make_passive(token, been)


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


def _is_noun(token: Token) -> bool:
    """In "l'opposant Cyrille Mabanza" an article, and no auxiliary, makes a participle a noun."""
    if token.i == 0 or "Part" not in token.morph.get("VerbForm", []):
        return False
    determined = token.nbor(-1).lower_ in _ARTICLES or any(c.dep_ == "det" for c in token.children)
    return determined and not any(c.dep_.startswith(("aux", "nsubj")) for c in token.children)


def _make_noun(token: Token) -> None:
    token.pos_ = "NOUN"
    token.lemma_ = token.lower_
    _set_features(token, "Number=Plur" if token.lower_.endswith("s") else "Number=Sing")
    if token.dep_ in {"xcomp", "ccomp"}:
        token.dep_ = "obj"
    elif token.dep_ == "acl" and any(child.dep_ == "case" for child in token.children):
        token.dep_ = "nmod"
    for child in token.children:
        if child.dep_ == "obj" and child.pos_ == "PROPN":
            child.dep_ = "appos"


def _make_gerund(token: Token) -> None:
    """In ", faisant quatre blessés" the verb is taken for a preposition of its object."""
    noun = token.head
    token.head, token.dep_ = noun.head, "advcl"
    noun.head, noun.dep_ = token, "obj"
    token.lemma_ = {"faisant": "faire"}.get(token.lower_, infinitive(token.lemma_))


def _is_coordinated_participle(token: Token) -> bool:
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


def _been(token: Token) -> Token | None:
    """The "été" before what looks like an adjective but is a participle: "a été extradé"."""
    participle = token.lower_.endswith(("é", "ée", "és", "ées")) or token.lemma_.endswith("er")
    found = (c for c in token.children if c.lower_ == "été" and c.dep_ in {"cop", "aux:pass"})
    return next(found, None) if participle else None


def _make_passive(token: Token, been: Token) -> None:
    token.pos_, been.dep_ = "VERB", "aux:pass"
    _set_features(token, "Tense=Past|VerbForm=Part|Voice=Pass")
    token.lemma_ = infinitive(token.lemma_)
    for child in token.children:
        if child.dep_ == "nsubj":
            child.dep_ = "nsubj:pass"


def mend_number(token: Token) -> None:
    """A number word taken for a name or a pronoun counts what follows: "douze ans", "seize insurgés"."""
    if token.lower_ not in _numbers() or token.pos_ not in {"PROPN", "PRON"}:
        return
    counted = [c for c in token.children if c.i == token.i + 1 and c.pos_ != "ADP"]
    if not counted:
        return
    noun, above, relation = counted[0], token.head, token.dep_
    noun.head = noun if above == token else above
    noun.dep_ = "obj" if relation == "xcomp" else relation
    noun.pos_ = "NOUN"
    for child in list(token.children):
        if child != noun:
            child.head = noun
    token.head, token.dep_, token.pos_ = noun, "nummod", "NUM"


@cache
def _numbers() -> frozenset[str]:
    return frozenset(language("fr").section("clauses")["numerals"]["values"]) - {"un", "une"}


def _set_features(token: Any, features: str) -> None:
    token.set_morph(features)  # which spaCy's type stubs lack
