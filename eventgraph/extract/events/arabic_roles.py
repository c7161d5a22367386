"""Who takes part in an Arabic event, from grammatical functions and the frame of its type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from eventgraph.extract.events.arabic_clauses import Clauses, Verb
from eventgraph.extract.events.arabic_lexicon import grammar
from eventgraph.extract.events.arabic_nominals import Nominal
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.extract.events.arabic_triggers import Trigger
from eventgraph.names import fold

Group = list[Nominal]


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
        fillers: Result, per trigger.
        before: Groups of bare nominals before a verb, by index of the verb.
        after: Groups of bare nominals after a verb, by index of the verb.
    """

    sentence: Sentence
    triggers: Sequence[Trigger]
    clauses: Clauses
    fillers: dict[int, list[Filler]] = field(default_factory=dict)
    before: dict[int, list[Group]] = field(default_factory=dict)
    after: dict[int, list[Group]] = field(default_factory=dict)

    def assign(self, nominals: Sequence[Nominal]) -> Mapping[int, list[Filler]]:
        """Fillers per trigger index, in text order."""
        for group in _groups(nominals):
            self._place_group(group)
        for number, trigger in enumerate(self.triggers):
            if trigger.verb is not None:
                self._verb_roles(number, trigger)
        for verb in self.clauses.verbs.values():
            if verb.kind in ("doing", "receiving", "happening"):
                self._light_roles(verb)
        return {number: _unique(found) for number, found in self.fillers.items()}

    def _add(self, number: int, role: str, group: Group, note: str = "") -> None:
        frame_type = self.triggers[number].entry.type
        for nominal in group:
            if not nominal.owner or (role == "place" and nominal.kind == "place"):
                fitted = _fitted(role, nominal, frame_type)
                if fitted:
                    self.fillers.setdefault(number, []).append(Filler(fitted, nominal, note))

    def _place_group(self, group: Group) -> None:
        head = group[0]
        if head.function == "idafa":
            self._idafa(group)
        elif head.function == "bare":
            self._bare(group)
        elif head.function != "beside":
            self._prepositional(group)

    def _idafa(self, group: Group) -> None:
        for number, trigger in enumerate(self.triggers):
            if group[0].governor in trigger.parts:
                frame = grammar().frame(trigger.entry.type)
                role = frame["idafa"]
                if trigger.key in _listed(frame, "idafa_patient"):
                    role = "patient"
                if group[0].kind == "place" and role == "agent" and not self._has_target(number):
                    role = "place"
                self._add(number, role, group)

    def _has_target(self, number: int) -> bool:
        trigger = self.triggers[number]
        reach = range(trigger.end, min(trigger.end + 6, len(self.sentence.words)))
        return any(self.sentence.at(index) in ("علي", "ضد") for index in reach)

    def _bare(self, group: Group) -> None:
        first, last = group[0], group[-1]
        verb = self._verb_before(first.start)
        if verb is not None:
            self.after.setdefault(verb.index, []).append(group)
            return
        verb = self._verb_after(last.end)
        if verb is not None:
            self.before.setdefault(verb.index, []).append(group)

    def _verb_before(self, index: int) -> Verb | None:
        for position in range(index - 1, -1, -1):
            if not self.clauses.same(position, index):
                return None
            if position in self.clauses.verbs:
                return self.clauses.verbs[position]
        return None

    def _verb_after(self, index: int) -> Verb | None:
        for position in range(index, len(self.sentence.words)):
            if not self.clauses.same(position, index - 1):
                return self._relative_verb(position)
            if position in self.clauses.verbs:
                return self.clauses.verbs[position]
        return None

    def _relative_verb(self, border: int) -> Verb | None:
        """The verb of the relative clause that a border opens: "المسلحون الذين قتلوا"."""
        for index in range(border + 1, min(border + 4, len(self.sentence.words))):
            verb = self.clauses.verbs.get(index)
            if verb is not None:
                return verb if verb.relative == border else None
        return None

    def _prepositional(self, group: Group) -> None:
        head = group[0]
        for number in reversed(range(len(self.triggers))):
            trigger = self.triggers[number]
            if trigger.start < head.start and self.clauses.same(trigger.start, head.start):
                role = _role_of(trigger, head)
                if role is not None:
                    self._add(number, role, group)
                    return
        if head.kind == "place" and head.function in ("in", "b"):
            self._leading_place(group)

    def _leading_place(self, group: Group) -> None:
        """A place before the first verb: "وفي موسكو أعلن …" holds for what follows."""
        for number, trigger in enumerate(self.triggers):
            if trigger.start > group[0].start:
                if self.clauses.same(trigger.start, group[0].start):
                    self._add(number, "place", group)
                return

    def _verb_roles(self, number: int, trigger: Trigger) -> None:
        before = self.before.get(trigger.start, [])
        after = self.after.get(trigger.start, [])
        frame = grammar().frame(trigger.entry.type)
        subject, objects = self._subject(trigger, before, after)
        if self._is_passive(trigger, subject, objects, frame):
            self._add(number, "patient", subject)
            return
        undergoes = trigger.key in _listed(frame, "undergoing")
        if subject:
            self._add(number, "patient" if undergoes else frame["subject"], subject)
        for group in objects[:1]:
            self._add(number, frame["object"], group)

    def _subject(
        self, trigger: Trigger, before: list[Group], after: list[Group]
    ) -> tuple[Group, list[Group]]:
        verb = self.clauses.verbs[trigger.start]
        if verb.relative is not None and before and verb.finite.split.pronoun:
            return (after[0] if after else []), before[-1:]
        if before:
            return before[-1], after
        if verb.finite.split.conjunction and (not after or verb.finite.form.number == "p"):
            return self._inherited(verb), after
        return (after[0] if after else []), after[1:]

    def _inherited(self, verb: Verb) -> Group:
        """The subject of the verb before, which ``و`` continues."""
        earlier = [index for index in self.clauses.verbs if index < verb.index]
        if not earlier:
            return []
        last = self.clauses.verbs[earlier[-1]]
        groups = self.before.get(last.index, [])[-1:] or self.after.get(last.index, [])[:1]
        return groups[0] if groups else []

    def _is_passive(
        self, trigger: Trigger, subject: Group, objects: list[Group], frame: Mapping[str, object]
    ) -> bool:
        verb = self.clauses.verbs[trigger.start].finite
        if verb.form.passive or self._is_vocalised_passive(trigger):
            return True
        if objects or verb.split.pronoun or not subject or not frame.get("passive"):
            return False
        if frame["passive"] is not True and trigger.key not in _listed(frame, "passive"):
            return False
        if any(_acts(self.sentence, nominal) for nominal in subject):
            return False
        return verb.form.aspect == "past" or subject[0].kind == "people"

    def _is_vocalised_passive(self, trigger: Trigger) -> bool:
        """Damma on the first letter: قُتل."""
        word = self.sentence.words[trigger.start]
        first = word.text.find(trigger.split.stem[:1])
        verb = trigger.verb
        past = verb is not None and verb.form.aspect == "past"
        return past and word.text[first + 1 : first + 2] == "ُ"

    def _light_roles(self, verb: Verb) -> None:
        groups = self.before.get(verb.index, [])[-1:] + self.after.get(verb.index, [])
        number = self._noun_of(verb)
        if number is None or not groups:
            return
        trigger = self.triggers[number]
        frame = grammar().frame(trigger.entry.type)
        if verb.kind == "happening":
            for group in groups:
                if group[0].kind == "place":
                    self._add(number, "place", group)
        elif verb.kind == "receiving":
            role = "participant" if frame.get("agentless") else "patient"
            self._add(number, role, groups[0])
        else:
            self._add(number, frame["subject"], groups[0])

    def _noun_of(self, verb: Verb) -> int | None:
        """The event noun that a light verb supports: its object, or what its object pronoun means."""
        for number, trigger in enumerate(self.triggers):
            if trigger.start > verb.index and self.clauses.same(trigger.start, verb.index):
                return None if trigger.is_verb else number
        if verb.relative is not None:
            nouns = [n for n, t in enumerate(self.triggers) if t.end <= verb.relative <= t.end + 3]
            return nouns[-1] if nouns and not self.triggers[nouns[-1]].is_verb else None
        return None


def _groups(nominals: Sequence[Nominal]) -> list[Group]:
    """Nominals that ``و`` joins, together."""
    groups: list[Group] = []
    for nominal in nominals:
        if nominal.joined and groups and nominal.start - groups[-1][-1].end <= 6:
            groups[-1].append(nominal)
        else:
            groups.append([nominal])
    return groups


def _role_of(trigger: Trigger, nominal: Nominal) -> str | None:
    frame = grammar().frame(trigger.entry.type)
    function = nominal.function
    if function == "b" and nominal.kind == "place" and "b" not in frame:
        function = "in"
    role = frame.get(function)
    if role == "place" and nominal.kind not in ("place", "organization"):
        return None
    return role if isinstance(role, str) else None


def _fitted(role: str, nominal: Nominal, type_: str) -> str | None:
    """The role that a nominal of that kind can fill."""
    if role == "place":
        return "place" if nominal.kind == "place" else None
    if type_ == "movement" and role == "patient":
        return "place" if nominal.kind == "place" else None
    return role


def _acts(sentence: Sentence, nominal: Nominal) -> bool:
    """Whether a lone nominal after a verb is more likely to do than to suffer: an army, a court."""
    if nominal.kind == "organization":
        return True
    words = sentence.words[nominal.start : nominal.end]
    actors = grammar().words["nominals.actors"]
    return nominal.mention is None and any(s.stem in actors for w in words for s in w.splits)


def _listed(frame: Mapping[str, object], key: str) -> frozenset[str]:
    value = frame.get(key)
    return frozenset(fold(item) for item in value) if isinstance(value, list) else frozenset()


def _unique(found: list[Filler]) -> list[Filler]:
    """One filler per nominal, in text order."""
    seen: dict[int, Filler] = {}
    for filler in found:
        seen.setdefault(filler.nominal.start, filler)
    return [replace(seen[start]) for start in sorted(seen)]
