"""Who takes part in an Arabic event, from grammatical functions and the frame of its type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from eventgraph.extract.events.arabic_attachment import Attachments, Group, attach
from eventgraph.extract.events.arabic_clauses import Clauses, Verb
from eventgraph.extract.events.arabic_lexicon import folded, grammar
from eventgraph.extract.events.arabic_light import causes, event_before, supported
from eventgraph.extract.events.arabic_nominals import Nominal
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.extract.events.arabic_triggers import Trigger
from eventgraph.extract.events.arabic_voice import (
    cannot_attack,
    is_passive,
    resumes,
    subject_and_objects,
)

_PLACED = ("movement", "disaster", "accident")
_WHERE = ("place", "patient")
_HARM = frozenset(("death", "attack", "disaster", "accident"))
_SYMMETRIC = ("agent", "participant")


@dataclass(frozen=True, slots=True)
class Filler:
    """A nominal in a role.

    Attributes:
        role: Role of the ontology.
        nominal: What fills it.
        note: How it was found when that is weaker than grammar.
    """

    role: str
    nominal: Nominal
    note: str = ""


@dataclass(slots=True)
class Roles:
    """Assigns the nominals of one sentence to its triggers.

    Attributes:
        sentence: The sentence.
        triggers: Its triggers in text order.
        clauses: Its clauses and verbs.
        fillers: The result, per trigger number.
        subjects: Subject of each verb that has one, for what hangs on it.
    """

    sentence: Sentence
    triggers: Sequence[Trigger]
    clauses: Clauses
    fillers: dict[int, list[Filler]] = field(default_factory=dict)
    subjects: dict[int, Group] = field(default_factory=dict)

    def assign(self, nominals: Sequence[Nominal]) -> Mapping[int, list[Filler]]:
        """Fillers per trigger number, each nominal once, in text order."""
        attached = attach(self.sentence, self.triggers, self.clauses, nominals)
        for number, group in attached.idafa:
            self._idafa(number, group)
        for number, role, group in attached.phrases:
            self._add(number, role, group)
        for verb in self.clauses.verbs.values():
            self._verb(verb, attached)
        self._hits()
        self._share()
        self._same_place()
        self._complete()
        return {number: _unique(_placed(found)) for number, found in self.fillers.items()}

    def _add(self, number: int, role: str, group: Group, note: str = "") -> None:
        type_ = self.triggers[number].entry.type
        for nominal in group:
            fitted = _fitted(role, nominal, type_)
            if fitted and (not nominal.owner or fitted == "place"):
                self.fillers.setdefault(number, []).append(Filler(fitted, nominal, note))

    def _idafa(self, number: int, group: Group) -> None:
        trigger = self.triggers[number]
        frame = grammar().frame(trigger.entry.type)
        role = frame["idafa"]
        if trigger.key in folded(frame, "idafa_patient"):
            role = "patient"
        either = trigger.key in folded(frame, "idafa_either")
        if either and group[0].kind != "place" and not self._in_verb_phrase(trigger):
            role = "agent"
        if group[0].kind == "place" and role in _SYMMETRIC and not self._has_target(trigger):
            role = "place"
        self._add(number, role, group)

    def _in_verb_phrase(self, trigger: Trigger) -> bool:
        """Whether a verb before it may have a subject who does it: "نجح في قصف …"."""
        before = (index for index in self.clauses.verbs if index < trigger.start)
        return any(self.clauses.same(index, trigger.start) for index in before)

    def _has_target(self, trigger: Trigger) -> bool:
        """Whether the noun says against whom: then the place before that is a state that acts."""
        reach = range(trigger.end, trigger.end + 6)
        return any(self.sentence.at(index) in ("علي", "ضد") for index in reach)

    def _verb(self, verb: Verb, attached: Attachments) -> None:
        event = event_before(self.sentence, self.triggers, verb)
        subject, objects = subject_and_objects(
            self.sentence, verb, attached, self.clauses, event_subject=event is not None
        )
        if subject:
            self.subjects[verb.index] = subject
        number = self._number(verb)
        if number is not None:
            own = verb.finite.split.pronoun and verb.relative is None
            if own and not attached.before.get(verb.index):
                objects = []  # the pronoun is the object
            self._trigger_verb(number, verb, subject, objects)
        elif verb.kind in ("doing", "receiving", "happening"):
            self._light(verb, subject, objects, event)

    def _number(self, verb: Verb) -> int | None:
        return next((n for n, t in enumerate(self.triggers) if t.start == verb.index), None)

    def _trigger_verb(self, number: int, verb: Verb, subject: Group, objects: list[Group]) -> None:
        trigger = self.triggers[number]
        frame = grammar().frame(trigger.entry.type)
        if verb.relative is not None and objects and not subject and resumes(self.sentence, verb):
            subject, objects = objects[0], []
        if trigger.entry.type == "movement" and not objects and _is_where(subject):
            subject, objects = [], [subject]
        if trigger.entry.type in _HARM and cannot_attack(self.sentence, verb, subject):
            subject, objects = [], [subject, *objects]
        passive = is_passive(self.sentence, trigger, verb, subject, objects)
        if passive or trigger.key in folded(frame, "undergoing"):
            self._add(number, "patient", subject)
            return
        self._add(number, frame["subject"], subject)
        for group in objects[:1]:
            self._add(number, frame["object"], group)

    def _light(self, verb: Verb, subject: Group, objects: list[Group], event: int | None) -> None:
        """What a verb that only carries an event noun gives to it."""
        number = supported(self.sentence, self.triggers, self.clauses, verb)
        if verb.kind == "happening":
            target = event if number is None else number
            for group in [subject, *objects]:
                if target is not None and group and group[0].kind == "place":
                    self._add(target, "place", group)
        elif number is not None and subject and self._precedes(subject, number, verb):
            frame = grammar().frame(self.triggers[number].entry.type)
            role = frame["subject"]
            if verb.kind == "receiving":
                role = "participant" if frame.get("symmetric") else "patient"
            self._add(number, role, subject)

    def _precedes(self, subject: Group, number: int, verb: Verb) -> bool:
        """A subject stands before its object; a relative clause has the object before the verb."""
        trigger = self.triggers[number]
        return subject[0].start < trigger.start or trigger.start < verb.index

    def _hits(self) -> None:
        """The noun takes what the verb says, where both are one event: "هجوم استهدف …"."""
        for verb in self.clauses.verbs.values():
            event = event_before(self.sentence, self.triggers, verb)
            number = self._number(verb)
            if event is None or number is None:
                continue
            if verb.finite.key in grammar().words["light.hitting"]:
                moved = self.fillers.pop(number, [])
                self.fillers.setdefault(event, []).extend(moved)

    def _share(self) -> None:
        """Event nouns joined by ``و`` share what follows: "مقتل وجرح المئات"."""
        for number in range(len(self.triggers) - 1):
            one, other = self.triggers[number], self.triggers[number + 1]
            joined = not one.is_verb and not other.is_verb and other.split.conjunction == "و"
            if joined and one.end == other.start and number not in self.fillers:
                self.fillers[number] = list(self.fillers.get(number + 1, ()))

    def _same_place(self) -> None:
        """Harm and what caused it share a place: in one clause, or joined by ``و``."""
        for number in range(1, len(self.triggers)):
            one, other = self.triggers[number - 1], self.triggers[number]
            near = other.split.conjunction == "و" or self.clauses.same(one.start, other.start)
            near = near or causes(self.clauses, one, other)
            if near and {one.entry.type, other.entry.type} <= _HARM:
                self._give_place(number - 1, number)
                self._give_place(number, number - 1)

    def _give_place(self, source: int, target: int) -> None:
        given = self.fillers.get(source, ())
        places = [f for f in given if f.nominal.kind == "place" and f.role in _WHERE]
        if places and not any(
            f.role in _WHERE and f.nominal.kind == "place" for f in self.fillers.get(target, ())
        ):
            shared = [replace(f, role="place", note="shared") for f in places]
            self.fillers.setdefault(target, []).extend(shared)

    def _complete(self) -> None:
        """A call or meeting named beside a verb has the verb's subject in it: "قال في اتصال مع"."""
        for number, trigger in enumerate(self.triggers):
            frame = grammar().frame(trigger.entry.type)
            found = self.fillers.get(number, [])
            if not frame.get("symmetric") or trigger.is_verb:
                continue
            people = [filler for filler in found if filler.role in _SYMMETRIC]
            with_one = len(people) == 1 and people[0].nominal.function in ("with", "b", "from")
            if with_one or (trigger.split.pronoun and len(people) < 2):
                self._add(number, "agent", self._subject_of_clause(trigger), "subject")

    def _subject_of_clause(self, trigger: Trigger) -> Group:
        verbs = [index for index in self.subjects if self.clauses.same(index, trigger.start)]
        return self.subjects[verbs[-1]] if verbs else []


def _is_where(group: Group) -> bool:
    return bool(group) and all(nominal.kind == "place" for nominal in group)


def _fitted(role: str, nominal: Nominal, type_: str) -> str | None:
    """The role that a nominal of that kind can fill in an event of that type."""
    if role == "place":
        return "place" if nominal.kind == "place" else None
    if role == "patient" and nominal.kind == "place" and type_ in _PLACED:
        return "place"
    if type_ == "movement" and role == "patient":
        return None
    return role


def _placed(found: list[Filler]) -> list[Filler]:
    """Only the surest places: a goal, else where it is said to be, else that of the event's name."""
    goals = [f for f in found if f.role == "place" and f.nominal.function == "to"]
    if goals:
        return [f for f in found if f.role != "place" or f in goals]
    if not any(f.role == "place" and f.nominal.function in ("in", "b") for f in found):
        return found
    return [f for f in found if f.role != "place" or f.nominal.function != "idafa"]


def _unique(found: list[Filler]) -> list[Filler]:
    """One filler per nominal, in text order."""
    seen: dict[int, Filler] = {}
    for filler in found:
        seen.setdefault(filler.nominal.start, filler)
    return [seen[start] for start in sorted(seen)]
