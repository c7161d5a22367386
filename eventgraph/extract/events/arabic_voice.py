"""Subject, object and voice of an Arabic verb, from word order and what its type expects.

Without vowels "قتل" is killed and was killed. A verb of harm with one nominal after it and none
before is read as passive, unless that nominal is one that acts: an army, a court, gunmen.
"""

from __future__ import annotations

from eventgraph.extract.events.arabic_attachment import Attachments, Group
from eventgraph.extract.events.arabic_clauses import Clauses, Verb
from eventgraph.extract.events.arabic_lexicon import folded, grammar
from eventgraph.extract.events.arabic_nominals import Nominal, has_stem, is_number
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.extract.events.arabic_triggers import Trigger
from eventgraph.names import fold

# Complementizers with a pronoun that stands for the subject of the verb above.
_THAT_HE = frozenset(("انه", "انها", "بانه", "بانها", "انهم", "بانهم", "فانه"))
_FAR = 25  # words over which a subject is carried on
_ARMS = 3  # words before a verb among which the weapons stand that are its subject
_DAMMA = "ُ"
# What takes up the antecedent of a relative clause, so that its subject stands after the verb.
_RESUMED = frozenset(
    fold(word) for word in ("فيها", "فيه", "خلالها", "خلاله", "منها", "عنها", "بها")
)


def subject_and_objects(
    sentence: Sentence, verb: Verb, attached: Attachments, clauses: Clauses, *, event_subject: bool
) -> tuple[Group, list[Group]]:
    """The subject of a verb and its objects; each may be missing.

    Args:
        sentence: The sentence.
        verb: The verb.
        attached: What hangs on it.
        clauses: For the verb before, whose subject ``و`` continues.
        event_subject: Whether an event noun before it is its subject: "غارة قتلت …".
    """
    before = attached.before.get(verb.index, [])[-1:]
    after = attached.after.get(verb.index, [])
    known = [group for group in after if not group[0].gap]
    if verb.relative is not None and not event_subject:
        return _relative(verb, before, after if verb.finite.split.pronoun else known)
    if before and after and verb.finite.split.pronoun:
        return after[0], before  # a topic that the pronoun stands for: "المدينة زارها …"
    if event_subject or before:
        return ([] if event_subject else before[0]), known
    return _verb_first(sentence, verb, attached, clauses)


def _verb_first(
    sentence: Sentence, verb: Verb, attached: Attachments, clauses: Clauses
) -> tuple[Group, list[Group]]:
    """The first nominal after a verb is its subject, unless the subject is unknown or carried on."""
    after = attached.after.get(verb.index, [])
    if after and after[0][0].gap:
        return [], after
    if sentence.at(clauses.start(verb.index)) in _THAT_HE:
        return _continued(verb, attached, clauses), after
    if verb.finite.split.conjunction and (not after or _has_own_subject(verb, after[0])):
        return _continued(verb, attached, clauses), after
    return (after[0] if after else []), [group for group in after[1:] if not group[0].gap]


def _has_own_subject(verb: Verb, group: Group) -> bool:
    """Whether agreement tells that the nominal after a verb is not its subject.

    A plural verb has its subject before it; a feminine one is not said of men: "واحتجزت 3 آخرين".
    """
    form = verb.finite.form
    return form.number == "p" or (form.feminine and group[0].kind == "people" and group[0].counted)


def _relative(verb: Verb, before: list[Group], after: list[Group]) -> tuple[Group, list[Group]]:
    """After الذي the antecedent is the subject, or the object that a pronoun stands for."""
    if verb.finite.split.pronoun:
        return (after[0] if after else []), before
    return (before[0] if before else []), after


def _continued(verb: Verb, attached: Attachments, clauses: Clauses) -> Group:
    verbs = clauses.verbs
    near = range(max(verb.index - _FAR, 0), verb.index)
    earlier = [i for i in near if i in verbs and verbs[i].relative is None]
    if not earlier:
        return []
    last = earlier[-1]
    groups = attached.before.get(last, [])[-1:] or attached.after.get(last, [])[:1]
    return groups[0] if groups and not groups[0][0].gap else []


def is_passive(
    sentence: Sentence, trigger: Trigger, verb: Verb, subject: Group, objects: list[Group]
) -> bool:
    """Whether the subject of a trigger verb undergoes it."""
    form = verb.finite.form
    if form.passive or is_vocalised_passive(sentence, trigger):
        return True
    if objects or verb.finite.split.pronoun or not subject:
        return False
    if not _can_be_passive(trigger) or any(_acts(sentence, nominal) for nominal in subject):
        return False
    return form.aspect != "present" or subject[0].kind == "people"


def _can_be_passive(trigger: Trigger) -> bool:
    frame = grammar().frame(trigger.entry.type)
    passive = frame.get("passive")
    return passive is True or trigger.key in folded(frame, "passive")


def is_vocalised_passive(sentence: Sentence, trigger: Trigger) -> bool:
    """Damma on the first letter of a past: قُتل."""
    if trigger.verb is None or trigger.verb.form.aspect != "past":
        return False
    text = sentence.words[trigger.start].text
    first = text.find(trigger.split.stem[:1])
    return text[first + 1 : first + 2] == _DAMMA


def _acts(sentence: Sentence, nominal: Nominal) -> bool:
    """Whether a lone nominal is more likely to do than to suffer: an army, a court."""
    if nominal.kind in ("organization", "place"):  # a place here is a state
        return True
    words = sentence.words[nominal.start : nominal.end]
    if is_number(words[0]):
        return False
    return nominal.mention is None and any(has_stem(word, "nominals.actors") for word in words)


def cannot_attack(sentence: Sentence, verb: Verb, subject: Group) -> bool:
    """Whether the place after a verb of harm is what was hit, not the state that did it.

    A port or a town does not attack ("قصفت ميناء أوديسا"); after "missiles hit" a state is hit, too.
    """
    if not subject or subject[0].kind != "place" or subject[0].start < verb.index:
        return False
    spot = has_stem(sentence.words[subject[0].start - 1], "nominals.place_heads")
    before = range(max(verb.index - _ARMS, 0), verb.index)
    return spot or any(has_stem(sentence.words[index], "nominals.weapons") for index in before)


def resumes(sentence: Sentence, verb: Verb) -> bool:
    """Whether a relative clause takes its antecedent up in a phrase: "الهجوم الذي قتل فيه …"."""
    return any(sentence.at(index) in _RESUMED for index in range(verb.index + 1, verb.index + 4))
