"""Which noun beside a finite verb is its subject: order, case, gender, number, and what pronouns take up."""

from __future__ import annotations

from eventgraph.languages.ar.syntax.clauses.antecedents import agrees
from eventgraph.languages.ar.syntax.clauses.drafts import Draft, Filler
from eventgraph.languages.ar.syntax.phrases.nouns import Noun
from eventgraph.names import fold

Group = list[Noun]

_JUDGING = ("حكم", "قضي", "افرج", "عفا", "قبض")
_HAPPENING = ("تم", "جرى", "وقع", "حدث", "حصل", "اندلع")  # "إنه تم اعتقاله": the pronoun is nobody
_SHARING = ("coordinate", "purpose", "complement", "manner")


def arguments(draft: Draft, groups: list[Group]) -> tuple[Group, list[Group], bool]:
    """Subject, objects, and whether the subject is handed down from another clause."""
    clitic = bool(draft.tag.split.pronoun)
    if draft.antecedent is not None:
        return _in_relative(draft, groups, clitic=clitic)
    if draft.topic and _fits(draft, draft.topic[0], ordered=True) and not _is_resumed(draft):
        return draft.topic, groups, False
    told = draft.suffix is not None and draft.lemma not in _HAPPENING  # "إنه سيزور بكين"
    if not groups or told or _is_subjectless(draft, groups, clitic=clitic):
        none = _is_impersonal(draft) and _judged(draft) is None
        return ([] if none else _inherited(draft)), groups, True
    if len(groups) > 1 and not clitic and _is_swapped(draft, groups):
        return groups[1], [groups[0], *groups[2:]], False
    return groups[0], groups[1:], False


def _is_resumed(draft: Draft) -> bool:
    """Whether a pronoun that the verb asks for takes up the phrase before it: "النائب أفرج عنه"."""
    verb = draft.tag.verb
    return verb is not None and any(word in verb.takes for word, _, _ in draft.pronouns)


def _is_impersonal(draft: Draft) -> bool:
    """Whether a judging verb has no subject: what a pronoun takes up undergoes it.

    "حوكم الضابط وحكم عليه بالسجن", "أوقف المدير ثم أفرج عنه"
    """
    judging = fold(draft.lemma) in _JUDGING and not draft.groups
    return judging and draft.antecedent is None and _is_resumed(draft)


def taken_up(draft: Draft) -> Noun | None:
    """What a pronoun behind a preposition takes up, where the sentence says so."""
    if draft.antecedent is not None:
        return draft.antecedent
    if draft.topic:
        return draft.topic[0] if _is_resumed(draft) else None
    if not _is_impersonal(draft):
        return None
    above, inherited = draft.governor, _inherited(draft)
    passive = above is not None and above.voice == "passive" and bool(inherited)
    return inherited[0] if passive else _judged(draft)


def _judged(draft: Draft) -> Noun | None:
    """The person that the verb above is about, where its subject is another: "حاكمت المحكمة الضابط"."""
    above = draft.governor
    if above is None or above.voice == "passive" or draft.link not in _SHARING:
        return None
    found = (f.noun for f in above.fillers if f.function == "object")
    return next(
        (noun for noun in found if noun is not None and noun.sort in ("people", "person")), None
    )


def _is_subjectless(draft: Draft, groups: list[Group], *, clitic: bool) -> bool:
    """Whether the first noun behind the verb is its object: the verb is plural, or case or gender say so."""
    form, first = draft.tag.form, groups[0][0]
    if form is not None and form.number == "p":
        return True
    alone = len(groups) == 1 and not clitic
    return alone and (first.accusative or (not _fits(draft, first) and bool(_inherited(draft))))


def _in_relative(
    draft: Draft, groups: list[Group], *, clitic: bool
) -> tuple[Group, list[Group], bool]:
    found = draft.antecedent
    assert found is not None  # noqa: S101 - its caller looks
    if draft.resumed and groups:
        return groups[0], groups[1:], False
    if clitic and groups:
        draft.fillers.append(Filler("object", found, shared=True))
        return groups[0], groups[1:], False
    if groups and not _fits(draft, found) and _fits(draft, groups[0][0]):
        return groups[0], groups[1:], False
    return ([found] if _fits(draft, found, ordered=True) else []), groups, True


def _inherited(draft: Draft) -> Group:
    """The subject of the clause above, where nothing speaks against it."""
    above = draft.governor
    if (
        above is None
        or above.subject is None
        or above.subject.noun is None
        or draft.link not in _SHARING
    ):
        return []
    if draft.marker in ("ما", "مما", "وهو ما"):
        return []
    noun, form = above.subject.noun, draft.tag.form
    if form is None or draft.suffix is not None:
        return []
    if form.number == "p":
        return (
            [noun]
            if noun.number == "plural" or noun.sort in ("people", "body", "organization")
            else []
        )
    people = noun.sort == "people" and noun.number == "plural"
    return [noun] if not people and agrees(noun, feminine=form.feminine) else []


def _fits(draft: Draft, noun: Noun, *, ordered: bool = False) -> bool:
    """Whether a noun may be the verb's subject by gender; a verb before its subject is singular."""
    form = draft.tag.form
    if form is None:
        return True
    if noun.accusative and not ordered:
        return False
    human = noun.sort in ("people", "person")
    if noun.gender == "unknown" or (
        noun.mention is not None and noun.sort != "people" and noun.tag.kind == "name"
    ):
        return True
    if form.feminine:
        return noun.gender == "feminine" or (
            noun.number != "singular" and not (human and noun.amount is None)
        )
    if noun.gender == "feminine":
        return noun.amount is not None or (not ordered and noun.number != "singular")
    return True


def _is_swapped(draft: Draft, groups: list[Group]) -> bool:
    """Whether the object stands before the subject: by case, or by the gender of the verb."""
    first, second = groups[0][0], groups[1][0]
    if second.accusative or not _fits(draft, second):
        return False
    return first.accusative or not _fits(draft, first)
