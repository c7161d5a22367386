"""How a text vouches for an event, and whose claim it is.

From the trigger the walk goes up through the clauses around it; each may plan, doubt, deny or
attribute what is below it. The strongest wins: negated, conditional, planned, alleged, asserted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from eventgraph.extract.events.syntax import (
    is_passive,
    is_verb,
    kids,
    lemma,
    prepositional,
    subject,
    words,
)
from eventgraph.extract.events.triggers import Trigger
from eventgraph.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_STRENGTH: Final[tuple[Status, ...]] = ("negated", "conditional", "planned", "alleged")
HIGHEST: Final = 8  # clauses above the trigger that are looked at


@dataclass(slots=True)
class Vouching:
    """What was found on the way up.

    Attributes:
        found: Every status that some clause gives.
        source: Head of the words that name whose claim it is.
        said: The verb of saying above the trigger, which has a date of its own.
    """

    found: set[Status] = field(default_factory=set)
    source: Token | None = None
    said: Token | None = None

    @property
    def status(self) -> Status:
        """The strongest status found; asserted when there is none."""
        return next((status for status in _STRENGTH if status in self.found), "asserted")

    def attribute(self, verb: Token, source: Token | None) -> None:
        """Take the nearest source only: what others say about that is further away."""
        self.said = self.said or verb
        self.source = self.source or source


def vouching(trigger: Trigger) -> Vouching:
    """Status and source of a trigger."""
    found = Vouching()
    if trigger.nominal:
        _noun(trigger, found)
        if trigger.carrier is None:
            return found
    node = trigger.clause
    _clause(node, found)
    if len(trigger.lemma.split()) > 1 and words().has("verbs.denying", trigger.lemma.split()[0]):
        found.found.add("negated")
        found.attribute(node, _source(node))
    for _ in range(HIGHEST):
        above = _step(node, found)
        if above is None:
            break
        node = above
    return found


def _noun(trigger: Trigger, found: Vouching) -> None:
    """Modifiers of an event noun ("alleged", "planned", "no") and the verb that governs it."""
    noun = trigger.token
    for child in noun.children:
        if child.dep_ == "det" and child.lower_ in ("no", "neither"):
            found.found.add("negated")
        elif child.dep_ == "amod" and words().has("words.alleging", child.lower_):
            found.found.add("alleged")
        elif child.dep_ == "amod" and words().has("words.coming", child.lower_):
            found.found.add("planned")
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass", "pobj") else None
    if verb is not None and verb.dep_ == "prep" and lemma(verb) in ("of", "for"):
        verb = verb.head
    if verb is not None and is_verb(verb) and not _light(verb, trigger):
        _governed(noun, verb, found)
    elif verb is not None and words().has("nouns.denials", lemma(verb)):
        found.found.add("negated")


def _light(verb: Token, trigger: Trigger) -> bool:
    return verb == trigger.carrier and words().has("verbs.light", lemma(verb))


def _governed(noun: Token, verb: Token, found: Vouching) -> None:
    name, direct = lemma(verb), noun.dep_ in ("dobj", "nsubjpass")
    definite = any(
        child.lower_ in ("the", "this", "that", "these") or child.dep_ == "poss"
        for child in noun.children
    )
    has = words().has
    if not direct:
        found.found.update(
            ["planned"] if name in ("call", "urge", "demand") and not definite else []
        )
    elif name in ("deny", "rebut"):
        found.found.add("negated")
        found.attribute(verb, _source(verb))
    elif has("verbs.averting", name):
        found.found.add("negated")
    elif has("verbs.arranging", name) or (noun.dep_ == "nsubjpass" and name in ("set", "expect")):
        found.found.add("planned")
    elif name in ("report", "claim", "allege", "suspect") and not definite:
        found.found.add("negated" if _negated(verb) else "alleged")
        found.attribute(verb, _source(verb))
    elif has("verbs.factive", name) and not has("verbs.presupposing", name):
        found.attribute(verb, _source(verb))
    elif (
        _negated(verb)
        and direct
        and any(child.lower_ in ("any", "a", "an") for child in noun.children)
    ):
        found.found.add("negated")


def _clause(verb: Token, found: Vouching) -> None:
    """What a clause says of its own verb: negation, auxiliaries, adverbs, "if"."""
    if _negated(verb):
        found.found.add("negated")
    for child in _auxiliaries(verb):
        word = child.lower_
        if child.dep_ == "aux" and words().has("words.future", word):
            found.found.add("planned")
        elif child.dep_ == "aux" and words().has("words.modal", word):
            found.found.add(_modal(verb, word))
        elif child.dep_ == "advmod" and words().has("words.hedges", word):
            found.found.add("alleged")
        elif child.dep_ == "mark" and words().has("words.conditional", word):
            found.found.add("conditional")
    for according in (child for child in verb.children if child.lower_ == "according"):
        found.found.add("alleged")
        found.attribute(verb, next((_speaker(noun) for _, noun in prepositional(according)), None))


def _auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb; a coordinated verb without its own subject shares those before it."""
    own = list(verb.children)
    if verb.dep_ == "conj" and is_verb(verb.head) and not kids(verb, "nsubj", "nsubjpass", "aux"):
        own += [
            child
            for child in verb.head.children
            if child.dep_ in ("aux", "mark") and child.i < verb.head.i
        ]
    return own


def _modal(verb: Token, word: str) -> Status:
    """A plan told in the past ("said it would deploy"); any other modal is a condition."""
    if (
        word in ("would", "'d", "’d")
        and verb.dep_ == "ccomp"
        and lemma(verb.head) not in ("wish", "think", "believe")
    ):
        return "planned"
    return "conditional"


def _negated(verb: Token) -> bool:
    """Whether a verb is negated itself, or through its subject or object ("no one", "no reason")."""
    if any(
        child.dep_ == "neg"
        or (child.lower_ in ("never", "neither", "nor") and child.dep_ in ("advmod", "preconj"))
        for child in verb.children
    ):
        return True
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True
    for child in kids(verb, "nsubj", "nsubjpass"):
        if child.lower_ in ("nobody", "none", "nothing", "neither") or any(
            d.lower_ in ("no", "neither") and d.dep_ in ("det", "neg") for d in child.children
        ):
            return True
    return False


def _source(verb: Token) -> Token | None:
    """Who says it: the subject of an active verb of saying, the "by" of a passive one."""
    done_by = subject(verb)
    if not done_by.passive:
        return done_by.tokens[0] if done_by.tokens else None
    return next((noun for word, noun in prepositional(verb) if word == "by"), None)


def _step(node: Token, found: Vouching) -> Token | None:
    """Read the clause above; give the verb to go on from, none at the top."""
    above, label = node.head, node.dep_
    if label in ("ccomp", "xcomp", "parataxis", "oprd", "csubj") and is_verb(above):
        return _complement(node, above, found)
    if label == "pcomp" and above.dep_ == "prep" and is_verb(above.head):
        return _of_preposition(above, found)
    infinitive = any(child.tag_ == "TO" for child in node.children)
    if (label == "acl" or (label == "relcl" and infinitive)) and (
        above.pos_ in ("NOUN", "PROPN", "PRON")
    ):
        return _of_noun(node, above, found)
    if label == "advcl" and is_verb(above):
        return _adverbial(node, above, found)
    if label == "conj" and is_verb(above) and not kids(node, "nsubj", "nsubjpass"):
        return above
    return None


def _complement(node: Token, above: Token, found: Vouching) -> Token | None:
    name, infinitive = lemma(above), any(child.tag_ == "TO" for child in node.children)
    negated = _negated(above) or _no_reason(above)
    if words().has("verbs.denying", name):
        found.found.add("negated")
        found.attribute(above, _source(above))
        return None
    if words().has("verbs.failing", name) and (infinitive or node.tag_ == "VBG"):
        found.found.add("negated")
    elif words().has("verbs.planning", name) and (
        infinitive
        or name in ("hope", "expect", "demand", "propose", "threaten", "vow", "pledge", "promise")
    ):
        found.found.add("planned")
    elif words().has("verbs.factive", name):
        found.found.update(("planned",) if infinitive else ())
        found.attribute(above, _source(above))
    elif words().has("verbs.reporting", name):
        found.found.add("alleged")
        found.attribute(above, _source(above))
    if name == "go" and infinitive:
        found.found.add("planned")
    if (negated and words().has("verbs.raising", name)) or (infinitive and negated):
        found.found.add("negated")
    if name in ("say", "tell"):  # what is said is not touched by how the saying is vouched for
        return None if not negated else above
    if _is_full(node):
        return above
    _clause(above, found)
    return above


def _is_full(node: Token) -> bool:
    """Whether a complement is a full clause, whose truth does not hang on tense above it."""
    return node.dep_ in ("ccomp", "parataxis")


def _no_reason(verb: Token) -> bool:
    """Whether the verb hangs on a noun that is denied: "no reason to believe that …"."""
    return verb.dep_ in ("acl", "relcl") and any(
        child.lower_ == "no" for child in verb.head.children
    )


def _of_preposition(preposition: Token, found: Vouching) -> Token | None:
    """A gerund after a preposition: "accused of killing", "charged with", "without firing"."""
    verb = preposition.head
    if lemma(verb) in ("accuse", "suspect", "blame", "convict", "charge", "acquit"):
        found.found.add("negated" if lemma(verb) == "acquit" else "alleged")
        if lemma(verb) not in ("convict", "acquit"):
            found.attribute(verb, _source(verb))
        else:
            found.found.discard("alleged")
    elif preposition.lower_ in ("without", "instead") or (
        preposition.lower_ == "from" and words().has("verbs.failing", lemma(verb))
    ):
        found.found.add("negated")
    return None


def _of_noun(node: Token, noun: Token, found: Vouching) -> Token | None:
    """A clause on a noun: "plans to attack", "claims that …", "no reason to believe"."""
    infinitive = any(child.tag_ == "TO" for child in node.children)
    if (
        words().has("nouns.claims", lemma(noun))
        and not infinitive
        and (node.tag_ != "VBN" or kids(node, "nsubj"))
    ):
        found.found.add("alleged")
        owner = next(iter(kids(noun, "poss")), None)
        found.attribute(noun, owner)
        return None
    if infinitive and not words().has("verbs.raising", lemma(node)):
        found.found.add("planned")
    verb = noun.head
    return verb if is_verb(verb) and words().has("verbs.raising", lemma(node)) else None


def _adverbial(node: Token, above: Token, found: Vouching) -> Token | None:
    marks = {child.lower_ for child in kids(node, "mark", "advmod")}
    if marks & {"if", "unless"}:
        found.found.add("conditional")
        return None
    if any(child.tag_ == "TO" for child in node.children) and node.tag_ == "VB":
        found.found.add("planned")
        return None
    if node.tag_ == "VBG" and not marks and not is_passive(node):
        _clause(above, found)
        return above
    return None


def _speaker(noun: Token) -> Token:
    """Whose data it is: "according to data compiled by the agency"."""
    makers = (
        token
        for clause in kids(noun, "acl")
        for word, token in prepositional(clause)
        if word == "by"
    )
    return next(makers, noun)
