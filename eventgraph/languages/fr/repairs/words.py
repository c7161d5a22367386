"""Words of the wrong part of speech: nouns, participles and numbers taken for each other."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from eventgraph.languages import language

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARTICLES = frozenset({"le", "la", "l'", "l’", "les", "un", "une", "des", "du", "au", "aux", "ce", "cet", "cette", "ces"})  # fmt: skip
_PARTICIPLES = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues")
_BEFORE_DE = frozenset({"près", "loin", "autour", "hors", "lors"})
_NOUNS_AFTER_HAVE = frozenset({"lieu", "envie", "feu", "vie", "tort", "souci", "prise"})
_NOMINAL = frozenset({"iobj", "obj", "obl:mod", "obl:arg", "nmod", "xcomp"})
_ENDINGS = {"é": "er", "i": "ir", "u": "re"}


def mend_word(token: Token) -> None:
    """Give a word the part of speech that its neighbours show."""
    if token.lower_ in _BEFORE_DE and token.dep_ == "advmod" and _is_preposition(token):
        token.dep_, token.pos_ = "case", "ADP"
    if token.pos_ == "VERB":
        if _is_noun(token):
            _make_noun(token)
        elif _is_gerund(token):
            _make_gerund(token)
        elif _is_attribute(token):
            token.head, token.dep_ = token.nbor(-1), "acl"
            token.lemma_ = infinitive(token.lemma_)
        else:
            token.lemma_ = infinitive(token.lemma_)
    elif token.pos_ in {"NOUN", "ADJ"}:
        if _is_coordinated_participle(token):
            _make_participle(token)
        elif been := _been(token):
            _make_passive(token, been)
        elif has := _having(token):
            _make_perfect(token, has)


def _is_preposition(adverb: Token) -> bool:
    """Whether an adverb and the "de" after it are one preposition: "près de Gao"."""
    after = adverb.nbor(1) if adverb.i + 1 < len(adverb.doc) else None
    return after is not None and after.lemma_ == "de" and after.head == adverb.head


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
    named = token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "PROPN"
    if token.i == 0 or not (named or "Part" in token.morph.get("VerbForm", [])):
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


def _is_gerund(token: Token) -> bool:
    """Whether a verb hangs on its own object as a preposition would."""
    before = token.head.i > token.i and token.head.pos_ == "NOUN"
    return before and (token.dep_ == "case" or token.lower_ == "faisant")


def _is_attribute(token: Token) -> bool:
    """Whether a participle right after a noun is taken for more than its attribute: "du policier tué"."""
    if token.i == 0 or "Part" not in token.morph.get("VerbForm", []) or token.dep_ not in _NOMINAL:
        return False
    bare = not any(c.dep_.startswith(("aux", "case", "det", "nsubj")) for c in token.children)
    return bare and token.nbor(-1).pos_ == "NOUN" and token.nbor(-1) not in token.subtree


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


def _having(token: Token) -> Token | None:
    """The "avoir" before what looks like a noun but is a participle: "ont péri", "a bondi"."""
    if not token.lower_.endswith(_PARTICIPLES) or token.lower_ in _NOUNS_AFTER_HAVE:
        return None
    if any(child.dep_ == "det" for child in token.children):
        return None
    for has in (*token.children, token.head):
        beside = has.dep_ in {"cop", "aux", "aux:tense"} or (
            token.dep_ == "obj" and has == token.head
        )
        if has.lemma_ == "avoir" and beside and has.i < token.i <= has.i + 2:
            return has
    return None


def _make_perfect(token: Token, has: Token) -> None:
    if token.head == has:
        above, relation = has.head, has.dep_
        token.head, token.dep_ = (token, relation) if above == has else (above, relation)
        for child in list(has.children):
            if child != token:
                child.head = token
        has.head = token
    has.dep_, has.pos_, token.pos_ = "aux:tense", "AUX", "VERB"
    _set_features(token, "Tense=Past|VerbForm=Part")
    stem = token.lower_.rstrip("es")
    token.lemma_ = stem[:-1] + _ENDINGS.get(stem[-1:], stem[-1:])
    if token.dep_ == "obl:mod":
        token.dep_ = "conj"


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
