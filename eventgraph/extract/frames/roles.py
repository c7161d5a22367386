"""Who takes part in an event, and how: functions of its clause turned into roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from eventgraph.extract.frames.reading import DEEPEST, Reading, Trigger
from eventgraph.model import Clause, Constituent, Phrase

_NO_ACTOR: Final = ("time", "money", "number")
_PEOPLE: Final = ("agent", "patient", "participant", "beneficiary")
_ACTING: Final = ("agent", "participant")
_MADE: Final = ("thing", "location", "money")  # they do nothing by themselves
_INERT: Final = ("thing", "event", "time", "money", "number")  # "the summit of wealth" is nobody's


@dataclass(frozen=True, slots=True)
class Filler:
    """A phrase that fills a role, and how it was found when that is weaker than grammar."""

    role: str
    phrase: Phrase
    note: str = ""


def fillers(trigger: Trigger, reading: Reading) -> list[Filler]:
    """The roles of a trigger, most direct evidence first."""
    if trigger.echo is not None:
        return fillers(reading.triggers[trigger.echo], reading)
    clause = reading.clauses[trigger.index]
    found = _of_noun(trigger, reading) if clause.form == "nominal" else _of_verb(trigger, reading)
    sensible = [filler for filler in found if _sensible(filler, trigger, reading)]
    type_ = reading.ontology.types[trigger.type]
    return _alike(sensible) if type_.symmetric else sensible


def _sensible(filler: Filler, trigger: Trigger, reading: Reading) -> bool:
    """Not "no one", no sum or day, no event as somebody killed or arrested."""
    phrase = filler.phrase
    if phrase.determiner == "negative" or (
        phrase.sort in ("money", "time") and phrase.mention is None
    ):
        return False
    if phrase.head == reading.clauses[trigger.index].predicate:
        return False
    undergoes = filler.role == "patient" and reading.has(trigger, "personal")
    return not (undergoes and reading.happening(phrase) is not None)


def _alike(found: list[Filler]) -> list[Filler]:
    """Of those that take part alike the first is the agent, the others are participants."""
    people = sorted((f for f in found if f.role in _PEOPLE), key=lambda f: f.role != "agent")
    rest = [filler for filler in found if filler.role not in _PEOPLE]
    roles = ["agent"] + ["participant"] * len(people)
    return [Filler(role, f.phrase, f.note) for role, f in zip(roles, people, strict=False)] + rest


def role_map(trigger: Trigger) -> Mapping[str, str]:
    """Role by function: the concept's, changed by the frame."""
    usual = {"subject": "agent", "object": "patient"}
    if trigger.concept is not None:
        usual = {**usual, **trigger.concept.roles}
    return {**usual, **trigger.match.frame.roles} if trigger.match else usual


def _own(trigger: Trigger, reading: Reading) -> Iterator[Constituent]:
    """The constituents that are no words of the entry itself ("claimed responsibility")."""
    consumed = trigger.match.consumed if trigger.match else frozenset()
    parts = reading.clauses[trigger.index].constituents
    objects = [number for number, part in enumerate(parts) if part.function == "object"]
    held = objects if len(objects) == 1 else []
    for number, part in enumerate(reading.clauses[trigger.index].constituents):
        if number not in consumed or (number in held and part.phrase.sort in ("person", "people")):
            yield part  # "took hostages": they undergo it


def _of_verb(trigger: Trigger, reading: Reading) -> Iterator[Filler]:
    clause, roles = reading.clauses[trigger.index], role_map(trigger)
    phrasal = trigger.match is not None and bool(trigger.match.consumed)
    parts = [part for part in _own(trigger, reading) if phrasal or not part.within]
    has_object = any(part.function == "object" for part in parts)
    transitive = trigger.concept is not None and roles["object"] == "patient"
    for part in parts:
        if part.function == "object" and part.shared and not transitive:
            continue  # "arrived and saw the fire"
        if part.function == "oblique":
            yield from _oblique("verb", trigger, part, reading)
            continue
        role = _role(part, clause, roles, trigger, has_object=has_object)
        if role in (
            "agent",
            "patient",
            "participant",
            "instrument",
            "beneficiary",
            "source",
            "place",
        ):
            yield from _acting(
                role, part.phrase, trigger, reading, subject=part.function in ("subject", "agent")
            )


def _role(
    part: Constituent,
    clause: Clause,
    roles: Mapping[str, str],
    trigger: Trigger,
    *,
    has_object: bool,
) -> str:
    function = part.function
    passive = clause.voice == "passive"
    if function == "agent":
        return roles["subject"]
    if function == "subject":
        if passive:
            return roles["object"] or roles["subject"]
        concept = trigger.concept
        undergoes = concept is not None and concept.unaccusative and not has_object
        thing = concept is None and not has_object and part.phrase.sort in _MADE
        adjective = clause.form == "participle" and not clause.group
        return "patient" if undergoes or adjective or thing else roles["subject"]
    if function == "indirect":
        return roles.get("indirect", "beneficiary")
    return roles.get(function, "")


def _acting(
    role: str, phrase: Phrase, trigger: Trigger, reading: Reading, *, subject: bool
) -> Iterator[Filler]:
    """A subject acts; a happening or a weapon as subject is a means, where it can act at all."""
    happens = phrase.sort == "event" or reading.happening(phrase) is not None
    if role == "agent" and subject:
        means = happens or reading.is_class(phrase, "weapon", "hazard")
        if means and reading.has(trigger, "harm"):
            yield Filler("instrument", phrase)
            return
        if happens and not reading.has(trigger, "caused"):
            index = reading.happening(phrase)
            held = reading.triggers.get(index) if index is not None else None
            if held is None or not reading.has(held, "speech"):
                yield from _actors_above(trigger, reading)
                return
    if role == "place" and phrase.sort not in ("place", "location"):
        role = "patient"
    leaves = role == "place" and trigger.concept is not None and trigger.concept.leaves
    yield Filler(role, phrase, "origin" if leaves else "")


def _actors_above(trigger: Trigger, reading: Reading) -> Iterator[Filler]:
    """Who acts where the parser gives a happening as subject: "denounced the assault, which …, extending"."""
    index = trigger.index if trigger.carrier is None else trigger.carrier
    clause = reading.clauses[index]
    for _ in range(DEEPEST):
        if clause.governor is None or clause.link not in ("manner", "relative", "argument"):
            return
        clause = reading.clauses[clause.governor]
        actors = [p for p in clause.of("subject") if reading.happening(p.phrase) is None]
        if actors and clause.voice == "active" and clause.form != "nominal":
            yield from (Filler("agent", part.phrase) for part in actors)
            return


def _oblique(below: str, trigger: Trigger, part: Constituent, reading: Reading) -> Iterator[Filler]:
    """The role of a prepositional phrase: by the frame, else by the table of the language."""
    phrase = part.phrase
    if phrase.sort in _NO_ACTOR and phrase.mention is None:
        return
    if trigger.match is not None and part.preposition in trigger.match.frame.roles:
        if role := trigger.match.frame.roles[part.preposition]:
            yield Filler(role, phrase)
        return
    name = trigger.concept.name if trigger.concept else ""
    head = reading.clauses[trigger.index].lemma
    for row in reading.frames.obliques:
        if (
            row.below == below
            and part.preposition in row.words
            and (not row.types or trigger.type in row.types)
            and (not row.concepts or name in row.concepts)
            and (not row.heads or head in row.heads)
            and (not row.sorts or _is_sort(phrase, row.sorts, reading))
        ):
            if row.role == "agent" and below == "verb" and not _by_whom(trigger, reading):
                return  # "cut the rate by half a point"
            if row.role:
                happens = row.role == "agent" and reading.happening(phrase) is not None
                yield Filler("instrument" if happens else row.role, phrase)
            return


def _by_whom(trigger: Trigger, reading: Reading) -> bool:
    """Whether a phrase can say who does it: not beside a subject that does."""
    clause = reading.clauses[trigger.index]
    return clause.voice == "passive" or not clause.of("subject")


def _is_sort(phrase: Phrase, sorts: frozenset[str], reading: Reading) -> bool:
    happens = phrase.sort == "event" or reading.happening(phrase) is not None
    if phrase.sort in sorts or (happens and "event" in sorts):
        return True
    if "plain" in sorts and phrase.mention is None and not happens:
        return True
    return ("name" in sorts and phrase.mention is not None) or reading.is_class(phrase, *sorts)


def _of_noun(trigger: Trigger, reading: Reading) -> Iterator[Filler]:
    clause, roles = reading.clauses[trigger.index], role_map(trigger)
    if trigger.carrier is not None:
        yield from _of_carrier(trigger, reading)
    parts = tuple(_own(trigger, reading))
    undergone = [part for part in parts if part.function == "object"]
    yield from (Filler(roles.get("object") or "patient", part.phrase) for part in undergone)
    for part in parts:
        if (
            part.function == "possessor"
        ):  # with an object beside it, it acts: "اعتقال الشرطة الناشط"
            owner = _owner(trigger, part.phrase, roles, reading)
            role = roles["subject"] or "agent" if undergone else owner
            if (
                role not in _ACTING
                or part.phrase.sort not in _INERT
                or part.phrase.mention is not None
            ):
                yield Filler(role, part.phrase)
        elif part.function == "compound" and not _is_word(part.phrase, trigger):
            if named := _modifier(trigger, part.phrase, roles, reading):
                yield Filler(named, part.phrase)
        elif part.function in ("oblique", "agent") and not part.within:
            yield from _oblique("noun", trigger, part, reading)
    for below in reading.below.get(trigger.index, ()):
        yield from _of_clause_below(reading.clauses[below], trigger, reading)
    governor = reading.governor(trigger.index)
    if (
        (
            clause.as_function == "oblique"
            and governor
            and reading.ontology.types[trigger.type].symmetric
        )
        and reading.frames.places_by("causes", clause.marker)
        and governor.form != "nominal"
    ):
        yield from (Filler("agent", part.phrase) for part in governor.of("subject"))


def _is_word(phrase: Phrase, trigger: Trigger) -> bool:
    """Whether a modifier is a word of the entry itself: "military exercise"."""
    return trigger.match is not None and phrase.lemma in trigger.match.entry.others


def _of_carrier(trigger: Trigger, reading: Reading) -> Iterator[Filler]:
    """The subject of a light verb acts ("Russia carried out strikes"), or undergoes ("suffered")."""
    assert trigger.carrier is not None  # noqa: S101
    verb, roles = reading.clauses[trigger.carrier], role_map(trigger)
    kind = trigger.carried
    if kind in ("light", "undergoing", "joining"):
        usual = {
            "light": roles["subject"],
            "undergoing": roles["object"] or "patient",
            "joining": "participant",
        }
        actors = verb.of("agent") if verb.voice == "passive" else verb.of("subject")
        for part in actors:
            happens = part.phrase.sort == "event" or reading.happening(part.phrase) is not None
            causes = reading.frames.carries("causing", verb.lemma.split()[0])
            aimed = reading.has(trigger, "deliberate") or not reading.has(trigger, "harm")
            if causes and not happens and not aimed:
                continue
            if happens and not reading.has(trigger, "caused"):
                yield from _actors_above(trigger, reading)
            else:
                yield Filler("instrument" if happens else usual[kind], part.phrase)
        yield from (
            Filler(roles.get("indirect", "beneficiary"), p.phrase) for p in verb.of("indirect")
        )
    elif kind == "impact":
        for part in verb.of("object"):
            explodes = trigger.concept is not None and trigger.concept.roles["subject"] == "patient"
            aimed = reading.has(trigger, "deliberate") and not explodes
            struck = part.phrase.sort in ("place", "location") and not aimed
            named = struck and part.phrase.mention is None and _lies_in(part.phrase, reading)
            yield Filler("place" if struck else "patient", part.phrase, "within" if named else "")
    for part in verb.of("oblique"):
        if not part.within:
            yield from _oblique("noun", trigger, part, reading)


def _lies_in(phrase: Phrase, reading: Reading) -> bool:
    """Whether a phrase is a part of a place that it names: "la région d'Al Hoceïma"."""
    return phrase.holder is not None and reading.mentions[phrase.holder].type == "place"


def _of_clause_below(clause: Clause, trigger: Trigger, reading: Reading) -> Iterator[Filler]:
    """Clauses on an event noun: "strikes targeting the camp", "an attack carried out by gunmen"."""
    if clause.link not in ("relative", "manner") or clause.form == "nominal":
        return
    head = clause.lemma.split()[0]
    if clause.voice == "active" and reading.frames.carries("impact", head):
        for part in clause.of("object"):
            placed = part.phrase.sort in ("place", "location") and reading.has(trigger, "placed")
            yield Filler("place" if placed else "patient", part.phrase)
    if clause.voice == "passive" and reading.frames.carries("light", head):
        yield from (Filler("agent", part.phrase) for part in clause.of("agent"))


def _owner(trigger: Trigger, phrase: Phrase, roles: Mapping[str, str], reading: Reading) -> str:
    """What a possessor is: "Russia's strikes" acts, "the man's death" undergoes, "Riga's flood" is where."""
    if phrase.sort == "place" and reading.has(trigger, "harm"):
        acts = reading.has(trigger, "deliberate") and is_country(phrase, reading)
        return "agent" if acts else "place"
    if roles.get("possessor") == "patient" and any(
        part.function == "oblique" and part.phrase.sort in ("person", "people")
        for part in reading.clauses[trigger.index].constituents
        if reading.frames.places_by("undergone", part.preposition)
    ):
        return "agent"  # "the army's killing of two men"
    return roles.get("possessor") or "agent"


def _modifier(
    trigger: Trigger, phrase: Phrase, roles: Mapping[str, str], reading: Reading
) -> str | None:
    """What a name before an event noun is: "ISIS attack", "Riga attack", "Russian strikes"."""
    if phrase.mention is None and phrase.sort not in ("people", "person", "body", "organization"):
        return None
    if "compound" in roles:
        return roles["compound"]
    located = reading.has(trigger, "placed") or not is_country(phrase, reading)
    if phrase.sort == "place" and located:
        return "place"
    undergone = roles.get("possessor") == "patient"
    return (
        "patient" if undergone and phrase.sort in ("person", "organization", "people") else "agent"
    )


def is_country(phrase: Phrase, reading: Reading) -> bool:
    """Whether a phrase is the name of a country, by the knowledge base."""
    return phrase.mention in reading.countries
