"""Numbers that an event mention claims: killed, injured, arrested, strikes, money and the like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventgraph.extract.events.numbers import Number
from eventgraph.extract.events.roles import Filler
from eventgraph.extract.events.syntax import clause_of, is_verb, kids, lemma, subject, words
from eventgraph.extract.events.triggers import Trigger
from eventgraph.model import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

    from eventgraph.extract.passages import Passage

_COUNTED_AGENTS = ("displaced", "participants")
_MONEYED = ("economy", "aid", "sanction", "trial", "agreement", "other")
_STEPS = 4  # from a sum of money up to the event that it belongs to


def quantities(
    passage: Passage,
    trigger: Trigger,
    found: Sequence[Filler],
    numbers: Sequence[Number],
    as_of: str | None,
) -> list[Quantity]:
    """The numbers at a trigger: of what undergoes it, of itself ("14 attacks"), or money."""
    claims: list[Quantity] = []
    counted = {number.first: number for number in numbers}
    for number in counted.values():
        if kind := _kind(passage, trigger, found, number):
            span = passage.span(passage.doc[number.first : number.last + 1])
            claims.append(
                Quantity(
                    kind,
                    number.low,
                    number.high,
                    span,
                    passage.doc[number.first : number.last + 1].text,
                    as_of,
                )
            )
    return claims or _zero(passage, trigger, as_of)


def _kind(
    passage: Passage, trigger: Trigger, found: Sequence[Filler], number: Number
) -> str | None:
    noun = counted_noun(passage, number)
    if number.money:
        return (
            "money"
            if trigger.type in _MONEYED and _reaches(passage.doc[number.last], trigger)
            else None
        )
    if noun.i == trigger.token.i and (trigger.nominal or trigger.token.pos_ == "ADJ"):
        return _own_kind(trigger)
    kind = trigger.word.quantity if trigger.word else None
    if lemma(trigger.token) == "toll":
        above = clause_of(trigger.token)
        return kind if above and above.is_ancestor(passage.doc[number.last]) else None
    if (
        kind
        and kind != "money"
        and number.last + 1 == trigger.first
        and trigger.token.tag_ == "VBN"
    ):
        return kind  # "left 7 dead and 19 injured"
    if kind is None or kind == "money":
        return None
    roles = ("patient", "agent") if kind in _COUNTED_AGENTS else ("patient",)
    return (
        kind if any(f.role in roles and f.token.i in (noun.i, number.last) for f in found) else None
    )


def _own_kind(trigger: Trigger) -> str | None:
    """What a number before the event noun itself counts."""
    if trigger.word and trigger.word.quantity not in (None, "money"):
        return trigger.word.quantity
    if lemma(trigger.token) in ("strike", "airstrike"):
        return "strikes"
    return "attacks" if trigger.type == "attack" else None


def counted_noun(passage: Passage, number: Number) -> Token:
    """The noun that a number counts; the number's own last token when it stands alone."""
    doc, core = passage.doc, passage.doc[number.last]
    if core.dep_ == "nummod" and core.head.i > core.i:
        return core.head
    index = number.last + 1
    while (
        index < len(doc)
        and index <= number.last + 6
        and doc[index].lower_ in ("of", "the", "its", "their", "other")
    ):
        index += 1
    while (
        index < len(doc)
        and index <= number.last + 8
        and (
            doc[index].pos_ in ("ADJ", "ADV", "NUM")
            or doc[index].dep_ in ("compound", "amod", "nmod")
        )
    ):
        index += 1
    return doc[index] if index < len(doc) and doc[index].pos_ in ("NOUN", "PROPN") else core


def _reaches(token: Token, trigger: Trigger) -> bool:
    """Whether a token lies under a trigger without another clause between."""
    for _, above in zip(range(_STEPS), token.ancestors, strict=False):
        if above.i in (trigger.token.i, trigger.clause.i):
            return True
        if is_verb(above):
            return False
    return False


def _zero(passage: Passage, trigger: Trigger, as_of: str | None) -> list[Quantity]:
    """A claim of none: "no casualties", "no one was hurt", "did not report any injuries"."""
    kind = trigger.word.quantity if trigger.word else None
    if kind is None or kind == "money":
        return []
    noun = trigger.token if trigger.nominal else next(iter(_undergoers(trigger.token)), None)
    denial = _denial(noun) if noun is not None else None
    if noun is None or denial is None:
        return []
    piece = passage.doc[denial.i : max(noun.i, denial.i) + 1]
    return [Quantity(kind, 0, 0, passage.span(piece), piece.text, as_of)]


def _undergoers(verb: Token) -> tuple[Token, ...]:
    done_by = subject(verb)
    undergo = done_by.passive or words().has("verbs.unaccusative", lemma(verb))
    return done_by.tokens if undergo else ()


def _denial(noun: Token) -> Token | None:
    """The word that says that there is none of a noun."""
    if noun.lower_ in ("nobody", "none"):
        return noun
    above = clause_of(noun)
    denying = ("no", "any") if above is not None and kids(above, "neg") else ("no",)
    return next((child for child in noun.children if child.lower_ in denying), None)
