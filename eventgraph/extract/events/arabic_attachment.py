"""What each nominal of an Arabic sentence hangs on: a verb before or after it, an event noun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from eventgraph.extract.events.arabic_clauses import Clauses, Verb
from eventgraph.extract.events.arabic_lexicon import folded, grammar
from eventgraph.extract.events.arabic_light import supported
from eventgraph.extract.events.arabic_nominals import Nominal
from eventgraph.extract.events.arabic_particles import prepositional
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.extract.events.arabic_triggers import Trigger

Group = list[Nominal]
_FAR = 12  # words between an event and a phrase with a preposition that belongs to it
_NOT = frozenset(("لم", "لن", "لا"))
_NEAR = 5  # the same for prepositions of one letter, which belong to what is next to them


@dataclass(slots=True)
class Attachments:
    """Nominals by what they hang on.

    Attributes:
        before: Groups of bare nominals before a verb, by index of the verb.
        after: Groups of bare nominals after a verb, by index of the verb.
        idafa: Trigger number and the group that its noun is in construct with.
        phrases: Trigger number, role and group of each prepositional phrase.
    """

    before: dict[int, list[Group]] = field(default_factory=dict)
    after: dict[int, list[Group]] = field(default_factory=dict)
    idafa: list[tuple[int, Group]] = field(default_factory=list)
    phrases: list[tuple[int, str, Group]] = field(default_factory=list)


def attach(
    sentence: Sentence,
    triggers: Sequence[Trigger],
    clauses: Clauses,
    nominals: Sequence[Nominal],
) -> Attachments:
    """Hang every group of coordinated nominals on a verb or an event noun."""
    found = Attachments()
    for group in _groups(nominals):
        function = group[0].function
        if function == "idafa":
            numbers = [n for n, t in enumerate(triggers) if group[0].governor in t.parts]
            found.idafa += [(number, group) for number in numbers]
        elif function == "bare":
            _bare(sentence, clauses, group, found)
        elif function not in ("beside", "none"):
            _phrase(sentence, triggers, clauses, group, found)
    return found


def _groups(nominals: Sequence[Nominal]) -> list[Group]:
    """Nominals that ``و`` joins, together; a place right after another one stands apart."""
    groups: list[Group] = []
    for nominal in nominals:
        if nominal.joined and groups and nominal.start - groups[-1][-1].end <= 6:
            groups[-1].append(nominal)
        else:
            groups.append([nominal])
    return groups


def _bare(sentence: Sentence, clauses: Clauses, group: Group, found: Attachments) -> None:
    if all(nominal.owner for nominal in group):
        return
    verb = _verb_before(clauses, group[0].start)
    if verb is not None:
        found.after.setdefault(verb.index, []).append(group)
        return
    verb = _verb_after(sentence, clauses, group[-1].end)
    if verb is not None:
        found.before.setdefault(verb.index, []).append(group)


def _verb_before(clauses: Clauses, index: int) -> Verb | None:
    for position in range(index - 1, -1, -1):
        if not clauses.same(position, index):
            return None
        if position in clauses.verbs:
            return clauses.verbs[position]
    return None


def _verb_after(sentence: Sentence, clauses: Clauses, index: int) -> Verb | None:
    for position in range(index, len(sentence.words)):
        if not clauses.same(position, index - 1):
            return _relative_verb(clauses, position)
        if position in clauses.verbs:
            return clauses.verbs[position]
    return None


def _relative_verb(clauses: Clauses, border: int) -> Verb | None:
    """The verb of the relative clause that a border opens: "المسلحون الذين قتلوا"."""
    for index in range(border + 1, border + 4):
        verb = clauses.verbs.get(index)
        if verb is not None:
            return verb if verb.relative == border else None
    return None


def _phrase(
    sentence: Sentence,
    triggers: Sequence[Trigger],
    clauses: Clauses,
    group: Group,
    found: Attachments,
) -> None:
    """To the nearest event to the left whose type knows the preposition."""
    head = group[0]
    for number in reversed(range(len(triggers))):
        trigger = triggers[number]
        if trigger.start < head.start and clauses.same(trigger.start, head.start):
            role = None if _elsewhere(sentence, trigger, head) else role_of(trigger, head)
            if role is not None:
                found.phrases.append((number, role, group))
                return
    carried = _carried(sentence, triggers, clauses, head)
    if carried is not None and (
        role := grammar().frame(triggers[carried].entry.type).get(head.function)
    ):
        found.phrases.append((carried, role, group))
    elif head.kind == "place" and head.function in ("in", "b"):
        _leading(triggers, clauses, group, found)


def _carried(
    sentence: Sentence, triggers: Sequence[Trigger], clauses: Clauses, head: Nominal
) -> int | None:
    """The event noun before a relative clause whose light verb carries it: "الهجوم الذي شنه"."""
    for verb in clauses.verbs.values():
        light = verb.kind in ("doing", "receiving") and verb.relative is not None
        if light and verb.index < head.start and clauses.same(verb.index, head.start):
            return supported(sentence, triggers, clauses, verb)
    return None


def _leading(
    triggers: Sequence[Trigger], clauses: Clauses, group: Group, found: Attachments
) -> None:
    """A place before the first event: "وفي موسكو أعلن …" holds for what follows."""
    following = [n for n, t in enumerate(triggers) if t.start > group[0].start]
    if group[0].governor > clauses.start(group[0].start) + 1:
        return
    if not following:
        return
    between = clauses.of[triggers[following[0]].start] - clauses.of[group[0].start]
    comma = clauses.of[group[-1].end] != clauses.of[group[0].start]
    if between == 0 or (between == 1 and comma and group[0].governor <= 1):
        found.phrases.append((following[0], "place", group))


def _elsewhere(sentence: Sentence, trigger: Trigger, head: Nominal) -> bool:
    """Whether a phrase about something else stands between: "اجتماع حول الوضع في غزة"."""
    between = range(trigger.end, max(head.governor, trigger.end))
    if not trigger.is_verb and any(sentence.at(index) in _NOT for index in between):
        return True  # a verb follows: what comes after it is no longer of the noun
    if trigger.is_verb or head.function not in ("in", "b"):
        return False
    found = (prepositional(sentence, index) for index in between)
    return any(link is not None and link[0] in ("about", "from", "to") for link in found)


def role_of(trigger: Trigger, nominal: Nominal) -> str | None:
    """The role that a nominal's preposition gives it beside a trigger; none when it does not belong."""
    frame = grammar().frame(trigger.entry.type)
    function = nominal.function
    if function == "b" and nominal.kind == "place":
        function = "in"
    role = frame.get(function)
    if function == "between" and not frame.get("symmetric"):
        role = role if trigger.key in folded(frame, "between_nouns") else None
    if not isinstance(role, str) or (role == "place" and nominal.kind != "place"):
        return None
    far = _FAR if trigger.is_verb else _FAR // 2
    far += _FAR // 2 if role == "place" and trigger.is_verb else 0
    reach = _NEAR if function in ("b", "l", "from") else far
    return role if nominal.start - trigger.end <= reach else None
