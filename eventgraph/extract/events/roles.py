"""Who takes part in an event: grammar's answer, as tokens with roles.

Verbs give subject and objects, nominals ("the killing of …", "ISIS attack") their complements and
modifiers. What the tokens are called is left to `arguments`, places to `places`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from eventgraph.extract.events.entities import Entities
from eventgraph.extract.events.syntax import (
    DEEPEST,
    Subject,
    clause_of,
    coordinated,
    kids,
    lemma,
    objects,
    prepositional,
    subject,
    words,
)
from eventgraph.extract.events.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

_HARM = ("attack", "death", "accident", "disaster")
_ACTED = (
    "condolence",
    "statement",
    "meeting",
    "call",
    "claim",
    "accusation",
    "agreement",
    "threat",
    "arrest",
    "aid",
    "sanction",
)
_TALKS = ("meeting", "call")  # "in a phone call, Ann told Bob": Ann was on the phone
_NO_ACTOR = ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT")
_PEOPLE = ("agent", "patient", "participant", "beneficiary")


@dataclass(frozen=True, slots=True)
class Filler:
    """A token that fills a role, and how it was found when that is weaker than grammar."""

    role: str
    token: Token
    note: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the roles of a sentence are read against.

    Attributes:
        entities: Which tokens are entities.
        triggers: The sentence's triggers by head token.
        pronouns: Mention that a pronoun stands for, by token.
        countries: Indices of the mentions that name a country.
    """

    entities: Entities
    triggers: dict[int, Trigger]
    pronouns: dict[int, int] = field(default_factory=dict)
    countries: frozenset[int] = frozenset()

    def happening(self, token: Token) -> bool:
        """Whether a token is itself an event noun, hence a cause or a means and no actor."""
        return self.event(token) is not None

    def event(self, token: Token) -> Trigger | None:
        """The event that a noun names, also as "a wave of attacks"."""
        if token.i not in self.triggers and words().has("nouns.series", lemma(token)):
            token = next((noun for word, noun in prepositional(token) if word == "of"), token)
        trigger = self.triggers.get(token.i)
        return trigger if trigger is not None and trigger.nominal else None


def fillers(trigger: Trigger, scene: Scene, *, symmetric: bool) -> list[Filler]:
    """The roles of a trigger, most direct evidence first; a token may fill several."""
    found = [
        filler
        for filler in (_of_noun if trigger.nominal else _of_verb)(trigger, scene)
        if _sensible(filler, trigger, scene)
    ]
    return _alike(found) if symmetric else found


def _sensible(filler: Filler, trigger: Trigger, scene: Scene) -> bool:
    """Not the trigger's own words, not "no one", no event as somebody killed or arrested."""
    token = filler.token
    if trigger.first <= token.i <= trigger.last or token.ent_type_ in ("MONEY", "PERCENT"):
        return False
    if token.lower_ in ("none", "nobody", "nothing", "course"):
        return False
    if any(
        child.lower_ in ("no", "any") and child.dep_ in ("det", "neg") for child in token.children
    ):
        return False
    return not (
        filler.role == "patient" and trigger.type in ("death", "arrest") and scene.happening(token)
    )


def _alike(found: list[Filler]) -> list[Filler]:
    """Of those that take part alike the first is the agent, the others are participants."""
    people = [filler for filler in found if filler.role in _PEOPLE]
    ranked = sorted(people, key=lambda filler: filler.role != "agent")
    rest = [filler for filler in found if filler.role not in _PEOPLE]
    roles = ["agent"] + ["participant"] * len(ranked)
    return [Filler(role, f.token, f.note) for role, f in zip(roles, ranked, strict=False)] + rest


def _of_verb(trigger: Trigger, scene: Scene) -> Iterator[Filler]:
    verb = trigger.token
    done_by = actors(trigger, verb, scene)
    undergone = done_by.passive or _undergoes(trigger)
    for token in done_by.tokens if verb.pos_ != "ADJ" else _bearers(verb):
        if _part_of(trigger, token):
            continue
        yield Filler("patient" if undergone else _acting(trigger, token, scene), token)
    if verb.pos_ == "ADJ":
        return
    for token in objects(verb):
        if not _part_of(trigger, token):
            yield _undergoer(trigger, token, scene)
    receiver = "patient" if trigger.type == "sanction" else "beneficiary"  # "fined the bank $5"
    yield from (Filler(receiver, token) for token in kids(verb, "dative") if token.pos_ != "ADP")
    for noun in (verb, *(child for child in verb.children if _part_of(trigger, child))):
        yield from _after("verb", trigger, noun, scene)
    for noun in kids(verb, "oprd", "attr", "dobj") if done_by.passive else ():
        yield from (f for f in _after("verb", trigger, noun, scene) if f.role == "agent")


def _bearers(adjective: Token) -> list[Token]:
    """Whom an adjective is about: "left dozens dead", "twelve are dead"."""
    if adjective.head.pos_ == "NOUN" and adjective.dep_ in ("amod", "acl", "relcl"):
        return [adjective.head]
    return kids(adjective, "nsubj") or kids(adjective.head, "nsubj", "nsubjpass", "dobj")[-1:]


def _undergoer(trigger: Trigger, token: Token, scene: Scene) -> Filler:
    """A direct object undergoes; the object of a movement is where it goes to or comes from."""
    if trigger.type != "movement" or scene.entities.type_at(token) != "place":
        return Filler("patient", token)
    leaves = words().has("verbs.leaving", lemma(trigger.token))
    return Filler("place", token, "origin" if leaves else "")


def actors(trigger: Trigger, verb: Token, scene: Scene) -> Subject:
    """The subject of a verb; where only people can act, an event as subject is a wrong attachment.

    "denounced the assault, which left five dead, extending condolences": who denounces extends.
    A finite verb without subject takes the name set off by commas before it.
    """
    found = subject(verb)
    if verb.dep_ == "relcl" and trigger.type in _HARM:
        found = Subject(tuple(_told_of(token, scene) for token in found.tokens), found.passive)
    for _ in range(DEEPEST):
        happening = (
            found.tokens and trigger.type in _ACTED and all(map(scene.happening, found.tokens))
        )
        above = clause_of(found.tokens[0]) if happening else None
        if above is None or above == verb:
            break
        found = Subject(subject(above).tokens, found.passive)
    if not found.tokens and verb.tag_ in ("VBD", "VBZ", "VBP"):
        return Subject(tuple(_set_off(verb, scene)), found.passive)
    return found


def _told_of(token: Token, scene: Scene) -> Token:
    """The event that a relative clause is about: "the bombing in Gao, which killed two"."""
    above = token.head.head
    placed = token.dep_ == "pobj" and scene.entities.type_at(token) == "place"
    return above if placed and scene.happening(above) else token


def _set_off(verb: Token, scene: Scene) -> list[Token]:
    before = verb.doc[verb.sent.start : verb.i]
    named = [
        t
        for t in before
        if t.dep_ == "appos" and scene.entities.type_at(t) in ("person", "organization")
    ]
    return named[-1:]


def _part_of(trigger: Trigger, token: Token) -> bool:
    """Whether a noun is a word of the fixed phrase itself: "claimed responsibility"."""
    phrase = trigger.word.words if trigger.word and trigger.word.pos == "verb_phrase" else ()
    return lemma(token) in phrase and token.pos_ == "NOUN"


def _undergoes(trigger: Trigger) -> bool:
    """Whether the subject of an active trigger undergoes it: "died", "were left dead"."""
    if trigger.token.pos_ == "ADJ":
        return True
    bare = trigger.token.tag_ == "VBN" and not kids(trigger.token, "aux", "dobj")
    if bare and words().has("nominals.undergone", trigger.type):
        return True  # headlines: "Woman convicted of murder"
    if words().has("verbs.unaccusative", trigger.lemma):
        return " " in trigger.lemma or not kids(trigger.token, "dobj")
    return " " in trigger.lemma and words().has("verbs.undergoing", trigger.lemma.split()[0])


def _acting(trigger: Trigger, token: Token, scene: Scene) -> str:
    """An active subject acts; an event is a means ("the blast killed"), who "is behind" is accused."""
    if trigger.type == "accusation" and trigger.lemma.split()[0] in ("be", "play", "have"):
        return "patient"
    means = scene.happening(token) or words().has("nouns.weapons", lemma(token))
    return "instrument" if means and trigger.type in _HARM else "agent"


def _after(below: str, trigger: Trigger, head: Token, scene: Scene) -> Iterator[Filler]:
    """Roles of the prepositional phrases under a token, by the rules of the language."""
    for preposition, noun in prepositional(head):
        if noun.ent_type_ in _NO_ACTOR and scene.entities.at(noun) is None:
            continue
        kind = scene.entities.type_at(noun) or ("happening" if scene.happening(noun) else "none")
        fitting = (
            r
            for r in words().rules[below]
            if r.fits(preposition, trigger.type, kind, lemma(trigger.token))
        )
        rule = next(fitting, None)
        if (
            rule
            and rule.role
            and not (
                preposition == "on" and kind == "none" and words().has("nouns.areas", lemma(noun))
            )
        ):
            yield Filler(rule.role, noun)


def _of_noun(trigger: Trigger, scene: Scene) -> Iterator[Filler]:
    noun = trigger.token
    if trigger.carrier is not None:
        yield from _of_carrier(trigger, trigger.carrier, scene)
    for child in noun.children:
        if child.ent_type_ in ("DATE", "TIME"):
            continue
        if child.dep_ == "poss":
            role = _owner_role(trigger, child, scene)
            yield from (Filler(role, token) for token in coordinated(child))
        elif child.dep_ in ("compound", "nmod", "amod"):
            chain = (child, *kids(child, "compound", "nmod", "amod"))  # "US drone strike"
            named = ((_modifier_role(trigger, token, scene), token) for token in chain)
            yield from (Filler(role, token) for role, token in named if role)
    yield from _after("noun", trigger, noun, scene)
    yield from _of_clauses(noun, trigger.carrier)
    if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "during") and trigger.type in _TALKS:
        above = clause_of(noun)
        yield from (
            Filler("agent", t) for t in (actors(trigger, above, scene).tokens if above else ())
        )


def _of_carrier(trigger: Trigger, verb: Token, scene: Scene) -> Iterator[Filler]:
    """The subject of a light verb acts ("Russia carried out strikes"), or undergoes ("suffered")."""
    if trigger.token.dep_ not in ("nsubj", "nsubjpass"):
        done_by = actors(trigger, verb, scene)
        role = "patient" if words().has("verbs.undergoing", lemma(verb)) else "agent"
        role = "participant" if lemma(verb) in ("attend", "join") else role
        tokens = () if done_by.passive else done_by.tokens
        if words().has("verbs.causing", lemma(verb)):  # people act, only events cause
            tokens = tuple(token for token in tokens if scene.happening(token))
        yield from (Filler("instrument" if scene.happening(t) else role, t) for t in tokens)
    elif words().has("verbs.impact", lemma(verb)):
        yield from (Filler(_struck(trigger, verb, token, scene), token) for token in objects(verb))
    yield from _after("noun", trigger, verb, scene)
    yield from (
        Filler("beneficiary", token) for token in kids(verb, "dative") if token.pos_ != "ADP"
    )


def _struck(trigger: Trigger, verb: Token, token: Token, scene: Scene) -> str:
    """The object of an impact: what is aimed at ("a missile strike hit the town"), or where it is."""
    aimed = trigger.type == "attack" and lemma(verb) in ("hit", "strike")
    return "place" if scene.entities.type_at(token) == "place" and not aimed else "patient"


def _of_clauses(noun: Token, carrier: Token | None) -> Iterator[Filler]:
    """Clauses on an event noun: "strikes targeting the camp", "an attack carried out by gunmen"."""
    aside = kids(carrier, "advcl") if carrier is not None else []
    for clause in (*kids(noun, "acl", "relcl"), *aside):
        if lemma(clause) in ("target", "hit", "strike"):
            yield from (Filler("patient", token) for token in objects(clause))
        if words().has("verbs.light", lemma(clause)) and clause.tag_ == "VBN":
            yield from (
                Filler("agent", token) for word, token in prepositional(clause) if word == "by"
            )


def _owner_role(trigger: Trigger, owner: Token, scene: Scene) -> str:
    """What a possessor is: "Russia's strikes" acts, "the man's death" undergoes, "Riga's flood" is where."""
    if scene.entities.type_at(owner) == "place" and trigger.type in _HARM:
        return "agent" if trigger.type == "attack" and is_country(owner, scene) else "place"
    return "patient" if words().has("nominals.undergone", trigger.type) else "agent"


def _modifier_role(trigger: Trigger, child: Token, scene: Scene) -> str | None:
    """What a name before an event noun is: "ISIS attack", "Riga attack", "Russian strikes"."""
    kind = scene.entities.type_at(child)
    if child.ent_type_ in _NO_ACTOR or (kind is None and child.ent_type_ != "NORP"):
        return None
    if kind == "place" and (
        trigger.type in ("disaster", "accident", "election", "protest")
        or not is_country(child, scene)
    ):
        return "place"
    undergone = words().has("nominals.undergone", trigger.type)
    return "patient" if undergone and kind in ("person", "organization") else "agent"


def is_country(token: Token, scene: Scene) -> bool:
    """Whether a token's entity is a country, by the knowledge base."""
    return scene.entities.at(token) in scene.countries


def causes(trigger: Trigger, scene: Scene) -> list[Trigger]:
    """The events named as cause: "killed by two explosions", "the attack resulted in 3 deaths"."""
    verb = trigger.clause
    if trigger.nominal:
        above = clause_of(trigger.token)
        if above is None or not words().has("verbs.causing", lemma(above)):
            return []
        verb = above
    around = (noun for word, noun in prepositional(verb) if word in ("by", "in", "during"))
    near = (*subject(verb).tokens, *around)
    events = [*(scene.event(token) for token in near), _brought_about(trigger, scene)]
    found = [event for event in events if event is not None and event != trigger]
    return found or _of_coordinated(trigger, scene)


def _of_coordinated(trigger: Trigger, scene: Scene) -> list[Trigger]:
    """The causes of the outcome that another is told with: "left 7 people dead and 19 injured"."""
    first = scene.triggers.get(trigger.token.head.i) if trigger.token.dep_ == "conj" else None
    both = first is not None and first.token.i < trigger.token.i
    return causes(first, scene) if first and both and first.type == trigger.type == "death" else []


def _brought_about(trigger: Trigger, scene: Scene) -> Trigger | None:
    """The act whose outcome a participle tells: "missiles hit the port, wounding six"."""
    verb = trigger.token
    if trigger.type != "death" or verb.tag_ != "VBG" or verb.dep_ != "advcl":
        return None
    above = scene.triggers.get(verb.head.i)
    return above if above is not None and above.type in _HARM else None


def one_happening(effect: Trigger, cause: Trigger) -> bool:
    """Whether cause and effect have one time and place: a blast and its deaths, a quake that struck."""
    struck = words().has("verbs.impact", lemma(effect.token)) or lemma(effect.token) == "destroy"
    return cause.type in _HARM and (effect.type == "death" or struck)
