"""Who stands where in an English parse: subjects across control, coordination and relative clauses.

Labels are those of spaCy's English pipelines (CLEAR style). Every walk goes upwards a few steps or
over a token's children, so that the work per sentence stays in proportion to its length.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from eventgraph.extract.events.vocabulary import Vocabulary, vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_PASSIVE = ("auxpass", "nsubjpass", "csubjpass", "agent")
DEEPEST = 6  # steps of control and coordination that a subject is passed over


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a verb, and whether the verb is passive to it."""

    tokens: tuple[Token, ...] = ()
    passive: bool = False


def words() -> Vocabulary:
    """The English vocabulary."""
    return vocabulary("en")


def lemma(token: Token) -> str:
    """Dictionary form in lower case."""
    return _dictionary_form(token.lemma_)


@lru_cache(maxsize=50_000)
def _dictionary_form(lemma: str) -> str:
    lower = lemma.lower()
    return words().lemmas.get(lower, lower)


def kids(token: Token, *labels: str) -> list[Token]:
    """Children with one of these labels, in text order."""
    return [child for child in token.children if child.dep_ in labels]


def coordinated(token: Token) -> list[Token]:
    """A token and what is coordinated to its right, with appositions in place of a plain noun.

    "the presidents, Ann and Bob" gives Ann and Bob beside the presidents.
    """
    found, queue = [token], [token]
    while queue:
        more = kids(queue.pop(0), "conj")
        found += more
        queue += more
    return found


def is_verb(token: Token) -> bool:
    """Whether the token heads a clause, auxiliaries used as main verbs included."""
    return token.pos_ in ("VERB", "AUX")


def clause_of(token: Token) -> Token | None:
    """The nearest verb above a token; none in a sentence without one."""
    return next((above for above in token.ancestors if is_verb(above)), None)


def speaks(verb: Token) -> bool:
    """Whether a verb tells what somebody says, so that its own date is not that of the content."""
    return words().has("verbs.reporting", lemma(verb)) or words().has("verbs.factive", lemma(verb))


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject undergoes it."""
    for _ in range(DEEPEST):
        if any(child.dep_ in _PASSIVE for child in verb.children):
            return True
        if verb.tag_ != "VBN" or kids(verb, "aux"):
            return False
        if verb.dep_ != "conj" or verb.head.tag_ != "VBN" or kids(verb, "nsubj"):
            break
        verb = verb.head  # "was beaten and robbed"
    if verb.dep_ != "ROOT" and kids(verb, "nsubj") and not kids(verb, "dobj", "ccomp", "xcomp"):
        return True  # "left one guard wounded"
    return verb.dep_ in ("acl", "advcl", "amod", "relcl") and not kids(verb, "dobj")


def subject(verb: Token, depth: int = 0) -> Subject:
    """The subject of a verb, its own or the one that grammar hands down.

    Control ("vowed to pursue"), coordination ("met and agreed"), participles ("troops entering"),
    relative clauses ("the man who fled") and prepositional clauses ("condemned for saying").
    """
    own = kids(verb, "nsubj", "nsubjpass")
    if own:
        heads = [antecedent(verb, token) for token in own[-1:]]
        found = [token for head in heads for token in coordinated(head)]
        return Subject(tuple(found), is_passive(verb))
    if depth >= DEEPEST or verb.dep_ == "ROOT":
        return Subject((), is_passive(verb))
    return Subject(tuple(_handed_down(verb, depth)), is_passive(verb))


def antecedent(verb: Token, pronoun: Token) -> Token:
    """What a relative pronoun stands for; any other token stands for itself."""
    if pronoun.tag_ in ("WDT", "WP") or pronoun.lower_ in ("that", "who", "which"):
        above: Token = verb
        while above.dep_ == "conj" and is_verb(above.head):
            above = above.head
        if above.dep_ == "relcl":
            return above.head
    return pronoun


def _handed_down(verb: Token, depth: int) -> list[Token]:
    above = verb.head
    if verb.dep_ in ("acl", "relcl", "amod"):
        return _of_noun(verb, above, depth)
    if verb.dep_ == "pcomp" or above.pos_ == "ADP":
        governor = above.head
        if not is_verb(governor):
            return _holder(governor, depth)
        return _controller(governor) or list(subject(governor, depth + 1).tokens)
    if verb.dep_ == "conj" and not is_verb(above):
        return []
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "conj", "dep", "oprd") and is_verb(above):
        return _of_verb(verb, above, depth)
    return []


def _of_noun(verb: Token, noun: Token, depth: int) -> list[Token]:
    if verb.tag_ == "VB" or any(child.tag_ == "TO" for child in verb.children):
        return _holder(noun, depth)
    return coordinated(noun)


def _holder(noun: Token, depth: int) -> list[Token]:
    """Whose plan, intention, visit … a noun is: its possessor, or the subject of its clause."""
    if owners := kids(noun, "poss"):
        return [owner for owner in owners if owner.ent_type_ != "DATE"]
    above = noun.head
    if noun.dep_ in ("dobj", "pobj", "attr") and (
        verb := above if is_verb(above) else clause_of(noun)
    ):
        return list(subject(verb, depth + 1).tokens)
    return []


def _of_verb(verb: Token, above: Token, depth: int) -> list[Token]:
    if verb.dep_ in ("xcomp", "ccomp") and (held := _controller(above)):
        return held
    return list(subject(above, depth + 1).tokens)


def _controller(verb: Token) -> list[Token]:
    """The object of a verb that makes it the subject of what follows: "accused him of lying"."""
    held = kids(verb, "dobj", "dative")
    return coordinated(held[0]) if held and words().has("verbs.object_control", lemma(verb)) else []


def objects(verb: Token) -> list[Token]:
    """Direct objects with what is coordinated; a relative pronoun gives its antecedent.

    An object after coordinated verbs belongs to each of them: "killed and wounded five".
    """
    found = [antecedent(verb, token) for token in kids(verb, "dobj")]
    if not found:
        beside = [other for other in kids(verb, "conj") if other.i - verb.i == 2]
        found = [token for other in beside for token in kids(other, "dobj")]
    if not found and verb.dep_ == "relcl" and _reduced(verb):
        found = [verb.head]
    return [token for head in found for token in coordinated(head)]


def _reduced(verb: Token) -> bool:
    """Whether a relative clause lacks its object: "the man police arrested"."""
    pronouns = {child.lower_ for child in kids(verb, "nsubj")}
    complete = is_passive(verb) or kids(verb, "prep", "ccomp", "xcomp")
    return bool(pronouns) and not complete and not pronouns & {"that", "who", "which"}


def prepositional(token: Token) -> Iterator[tuple[str, Token]]:
    """Preposition and noun of each prepositional phrase under a token, coordination spread."""
    for preposition in kids(token, "prep", "agent", "dative"):
        yield from _phrase(preposition, 0)


def _phrase(preposition: Token, depth: int) -> Iterator[tuple[str, Token]]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            for noun in coordinated(child):
                yield preposition.lower_, noun
        elif child.dep_ in ("prep", "conj") and child.pos_ == "ADP" and depth < DEEPEST:
            yield from _phrase(child, depth + 1)
