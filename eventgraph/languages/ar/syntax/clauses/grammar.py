"""The function of every phrase of a clause; voice of finite verbs."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.languages.ar.syntax.clauses.arguments import Group, arguments, taken_up
from eventgraph.languages.ar.syntax.clauses.drafts import Draft, Filler
from eventgraph.languages.ar.syntax.phrases.nouns import Noun
from eventgraph.languages.ar.syntax.words.lexicon import Lexicon
from eventgraph.languages.ar.syntax.words.sentences import Sentence
from eventgraph.model import Function
from eventgraph.names import fold

_DAMMA = "\u064f"
_UNDERGOERS = ("person", "people", "number", "unknown", "thing", "location", "event")
_CHARGING = ("اتهم", "برا", "ادان", "كلف", "منع", "حكم")  # passive as often as not
_NAMINGS = ("تعيين", "تنصيب", "انتخاب", "تكليف", "ترشيح", "اختيار")  # "تعيين فلان محافظا"
_RULING = ("قضى", "حكم")


def resolve(drafts: Sequence[Draft], sentence: Sentence, lexicon: Lexicon) -> None:
    """Give every phrase of every draft its function; subjects first, as others may share them."""
    for draft in drafts:
        if draft.form == "finite":
            _finite(draft, sentence, lexicon)
        elif draft.form == "nominal":
            _nominal(draft)
        else:
            _participle(draft)
        _obliques(draft, lexicon)
    for draft in drafts:
        if draft.form == "nominal":
            _place(draft)
    _share_dates(drafts)


# Finite verbs.


def _finite(draft: Draft, sentence: Sentence, lexicon: Lexicon) -> None:
    groups = list(draft.groups)
    if len(groups) == 1 and not draft.topic and draft.antecedent is None:
        groups = _split_title(draft, groups, lexicon)
    groups = _renamed(groups) if not lexicon.is_("nouns.naming", fold(draft.lemma)) else groups
    subject, objects, shared = arguments(draft, groups)
    predicative = _predicative(draft, subject, objects, lexicon)
    draft.fillers += [Filler("predicative", noun) for noun in predicative]
    passive = _is_passive(draft, subject, objects, sentence, lexicon)
    draft.voice = "passive" if passive else "active"
    if subject:
        draft.fillers += [Filler("subject", noun, shared=shared) for noun in subject]
    else:
        _pronominal(draft)
    for place, group in enumerate(objects[:2]):
        share = group[0].amount is not None and group[0].amount.unit != ""
        function: Function = "oblique" if place or share else "object"  # "أقرض الأردن 400 مليون"
        draft.fillers += [Filler(function, noun) for noun in group]
    draft.fillers += [Filler("object", noun) for noun in _yielded(draft, lexicon)]
    if draft.tag.split.pronoun and not _antecedent_is_object(draft):
        draft.fillers.append(Filler("object", None, suffix=(draft.tag.split.pronoun, draft.index)))
    draft.subject = next((f for f in draft.fillers if f.function == "subject"), None)
    draft.negated = draft.negated or any(n.determiner == "negative" for n in subject)


def _renamed(groups: list[Group]) -> list[Group]:
    """A title before a title with a name is the same person's: "المحقق العدلي القاضي فادي اتهاما"."""
    if len(groups) < 3 or not groups[-1][0].accusative:
        return groups
    first, second = groups[0][0], groups[1][0]
    title = first.mention is None and first.determiner == "definite" and not first.event
    titled = title and first.sort in ("people", "unknown") and len(groups[0]) == 1
    return groups[1:] if titled and second.sort == "person" and second.tag.split.article else groups


def _split_title(draft: Draft, groups: list[Group], lexicon: Lexicon) -> list[Group]:
    """A ruler and whom he names, where the verb asks for both: "كلف الرئيس اللبناني نواف سلام"."""
    noun = groups[0][0]
    named = lexicon.is_("nouns.naming", fold(draft.lemma)) or draft.lemma in _HOSTING
    ruler = (
        lexicon.is_("nouns.rulers", noun.tag.split.stem)
        and bool(noun.modifiers)
        and noun.tag.split.article
    )
    if (
        not (named and ruler and noun.mention is not None and noun.tag.kind == "noun")
        or len(groups[0]) > 1
    ):
        return groups
    start = noun.head + 1 + len(noun.modifiers)
    if start >= noun.end:
        return groups
    other = Noun(
        start,
        noun.end,
        start,
        noun.tag,
        "",
        "person",
        noun.mention,
        determiner="definite",
        number="singular",
    )
    noun.mention, noun.end, noun.sort = None, start, "people"
    return [[noun], [other]]


_HOSTING = ("استقبل", "استدعى", "هنأ", "ودع", "كرم", "التقى", "زار", "أقال", "عزل")


def _yielded(draft: Draft, lexicon: Lexicon) -> list[Noun]:
    """Whose life or freedom the verb takes or gives: "أودى بحياة خمسة", "قضى بسجن الصحفي"."""
    nouns = [noun for _, noun in draft.obliques] + [
        noun for group in draft.groups for noun in group
    ]
    ruling = draft.lemma in _RULING
    yielding = [
        noun
        for noun in nouns
        if (lexicon.is_("nouns.yielding", noun.tag.split.stem) and not noun.event)
        or (ruling and noun.event and noun.preposition == "ب")
    ]
    return [noun.owner for noun in yielding if noun.owner is not None]


def _antecedent_is_object(draft: Draft) -> bool:
    return draft.antecedent is not None and any(
        f.function == "object" and f.noun is draft.antecedent for f in draft.fillers
    )


def _predicative(draft: Draft, subject: Group, objects: list[Group], lexicon: Lexicon) -> Group:
    """What somebody is named or elected: taken out of the objects."""
    if not objects or not lexicon.is_("nouns.naming", fold(draft.lemma)):
        return []
    last = objects[-1][0]
    named = len(objects) > 1 or draft.voice == "passive" or subject
    if last.determiner == "indefinite" and last.mention is None and last.amount is None and named:
        return objects.pop()
    return []


def _pronominal(draft: Draft) -> None:
    """A subject that only a pronoun at the complementizer tells: "قال إنه سيزور"."""
    if draft.suffix is not None:
        draft.fillers.append(Filler("subject", None, suffix=draft.suffix))


def _is_passive(
    draft: Draft, subject: Group, objects: list[Group], sentence: Sentence, lexicon: Lexicon
) -> bool:
    form, verb = draft.tag.form, draft.tag.verb
    if form is None or verb is None:
        return False
    named_so = verb.lemma.endswith("ي")  # "توفي" is passive in form alone
    if (form.passive and not named_so) or _DAMMA in sentence.words[draft.index].text[:3]:
        return True
    if any(lexicon.is_agent(preposition) for preposition, _ in draft.obliques):
        return True
    open_ = verb.transitive and not objects and not draft.tag.split.pronoun
    return open_ and bool(subject) and _undergoes(draft, subject[0], lexicon)


def _undergoes(draft: Draft, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether the only noun of a verb that asks for an object undergoes it."""
    takes = draft.tag.verb.takes if draft.tag.verb is not None else frozenset()
    if takes and (draft.resumed or any(word in takes for word, _ in draft.obliques)):
        return fold(draft.lemma) in _CHARGING
    named = any(filler.function == "predicative" for filler in draft.fillers)
    if named and lexicon.is_("nouns.rulers", noun.tag.split.stem):
        return False
    if draft.antecedent is not None and noun is draft.antecedent and draft.resumed:
        return False
    return noun.sort in _UNDERGOERS or noun.amount is not None


# Nouns and participles.


def _nominal(draft: Draft) -> None:
    noun = draft.noun
    if noun is None:
        return
    if noun.owner is not None:
        inner = noun.owner.owner if noun.owner.kin and noun.owner.owner is not None else noun.owner
        draft.fillers += [Filler("possessor", other) for other in (inner, *noun.others)]
    elif noun.pronoun:
        draft.fillers.append(Filler("possessor", None, suffix=(noun.pronoun, noun.head)))
    for other in (other for group in draft.groups[:1] for other in group):
        office = other.accusative and other.sort == "people" and noun.tag.split.stem in _NAMINGS
        draft.fillers.append(Filler("predicative" if office else "object", other))


def _participle(draft: Draft) -> None:
    if draft.topic:
        draft.fillers += [Filler("subject", noun) for noun in draft.topic]
    elif draft.governor is not None and draft.governor.subject is not None and not draft.fillers:
        above = draft.governor.subject
        draft.fillers.append(Filler("subject", above.noun, shared=True, suffix=above.suffix))
    draft.fillers += [Filler("object", noun) for group in draft.groups[:1] for noun in group]
    draft.subject = next((f for f in draft.fillers if f.function == "subject"), None)


def _obliques(draft: Draft, lexicon: Lexicon) -> None:
    for preposition, pronoun, index in draft.pronouns:
        known = taken_up(draft)
        suffix = None if known is not None else (pronoun, index)
        draft.fillers.append(Filler("oblique", known, preposition, known is not None, suffix))
    taken = lexicon.object_preposition(draft.lemma) if draft.form == "finite" else ""
    for preposition, noun in draft.obliques:
        if taken == preposition and noun.event:
            draft.fillers.append(Filler("object", noun, preposition))
            continue
        agent = draft.voice == "passive" and lexicon.is_agent(preposition)
        agent = agent or (draft.form == "nominal" and lexicon.is_agent(preposition))
        draft.fillers.append(Filler("agent" if agent else "oblique", noun, preposition))


def _place(draft: Draft) -> None:
    """The function that an event noun fills in what governs it."""
    above = draft.governor
    if above is None or draft.as_function is not None:
        return
    for filler in above.fillers:
        if filler.noun is not None and (
            filler.noun is draft.noun or _holds(filler.noun, draft.noun)
        ):
            draft.as_function = filler.function
            return


def _holds(noun: Noun, inner: Noun | None) -> bool:
    return (
        noun.owner is not None
        and (noun.owner is inner or _holds(noun.owner, inner))
        and not noun.event
    )


_WITHIN = ("في", "ب", "اثر", "جراء", "نتيجه", "بسبب", "خلال", "اثناء", "عقب")


def _share_dates(drafts: Sequence[Draft]) -> None:
    """What happened in, by or through something happened when that did; so did its result."""
    for draft in drafts:
        above = draft.governor
        if above is None:
            continue
        within = draft.form == "nominal" and draft.marker in _WITHIN and above.form != "participle"
        result = draft.link == "manner" and draft.marker in ("ما", "مما", "وهو ما")
        if within and not above.dates:
            above.dates = list(draft.dates)
            verb = (
                above.governor
                if above.form == "nominal" and above.as_function == "object"
                else None
            )
            if verb is not None and not verb.dates:
                verb.dates = list(draft.dates)
        if (within or result) and not draft.dates:
            draft.dates = list(above.dates)
