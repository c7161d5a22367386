"""What a relative clause is about."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.languages.ar.syntax.clauses.drafts import Draft
from eventgraph.languages.ar.syntax.phrases.nouns import Noun

_FEMININE = ("التي", "اللتان", "اللتين", "اللواتي", "اللاتي")
_PLURAL = ("الذين", "اللواتي", "اللاتي")


def agrees(noun: Noun, *, feminine: bool, plural: bool = False) -> bool:
    """Whether a noun can be what a verb or pronoun of that gender and number is about."""
    human = noun.sort in ("people", "person")
    if plural:
        return human and noun.number != "singular"
    if feminine:
        return noun.gender in ("feminine", "unknown") or (not human and noun.number != "singular")
    if noun.number == "plural" and not human:
        return False
    return noun.gender in ("masculine", "unknown") and not (human and noun.number == "plural")


def of_relative(pronoun: str, nouns: Sequence[Noun], *, near: bool) -> Noun | None:
    """The antecedent of a relative pronoun among the nouns before it, the nearest first."""
    feminine, plural = pronoun in _FEMININE, pronoun in _PLURAL
    fitting = [
        part
        for noun in nouns
        for part in _parts(noun)
        if agrees(part, feminine=feminine, plural=plural)
    ]
    if not near:
        events = [noun for noun in fitting if noun.event]
        fitting = events or fitting
    return fitting[0] if fitting else None


def _parts(noun: Noun) -> list[Noun]:
    """A noun and the nouns it is in construct with, those first that a clause is likelier about."""
    inner = noun.owner
    if inner is None:
        return (
            [noun, *([noun.tail] if noun.tail is not None else [])]
            if not noun.kin
            else [*([noun.tail] if noun.tail is not None else []), noun]
        )
    return [*_parts(inner), noun]


def antecedent(draft: Draft, nouns: Sequence[Noun]) -> Noun | None:
    """The indefinite noun that a verb without a relative pronoun tells more of."""
    form = draft.tag.form
    if form is None:
        return None
    for noun in nouns:
        for part in _chain(noun):
            indefinite = (
                part.determiner in ("indefinite", "negative", "none") and part.mention is None
            )
            indefinite = indefinite and (
                part.event or part.tag.link == "listed" or part.amount is not None
            )
            if indefinite and agrees(part, feminine=form.feminine, plural=form.number == "p"):
                return part
    return None


def _chain(noun: Noun) -> list[Noun]:
    return [noun] if noun.owner is None else [noun, *_chain(noun.owner)]
