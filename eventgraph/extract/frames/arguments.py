"""From phrases with roles to arguments: names where there are any, else the words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from eventgraph.extract.frames.reading import Reading
from eventgraph.extract.frames.roles import Filler
from eventgraph.model import Argument, Phrase, Span

_ACTING: Final = (
    "agent",
    "participant",
    "source",
)  # "US officials" speak for the US, killed ones do not


def arguments(
    found: Iterable[Filler], reading: Reading, *, symmetric: bool = False
) -> tuple[Argument, ...]:
    """The arguments in text order; one mention or phrase has one role, the first that was found."""
    chosen: dict[Span, Argument] = {}
    for filler in found:
        argument = of_phrase(filler, reading)
        if argument is None:
            continue
        acting = symmetric and any(other.role == "agent" for other in chosen.values())
        if acting and argument.role == "agent":
            argument = replace(argument, role="participant")
        chosen.setdefault(argument.span, argument)
    return tuple(sorted(chosen.values(), key=lambda argument: (argument.span, argument.role)))


def of_phrase(filler: Filler, reading: Reading) -> Argument | None:
    """A filler as an argument; none for a pronoun that stands for nobody known."""
    phrase = filler.phrase
    number, note = _mention(filler, reading)
    if number is not None:
        mention = reading.mentions[number]
        return Argument(filler.role, mention.span, mention.text, number, note)
    if phrase.pronoun or phrase.sort == "number":
        return None
    return Argument(filler.role, phrase.span, phrase.text, None, filler.note)


def _mention(filler: Filler, reading: Reading) -> tuple[int | None, str]:
    phrase = filler.phrase
    if phrase.mention is not None:
        return phrase.mention, filler.note
    if filler.note == "within":
        return phrase.holder, ""
    if phrase.holder is not None and reading.is_class(phrase, "market"):
        return phrase.holder, phrase.lemma  # "shares of Acme fell"
    standing = reading.standing.get(phrase.head.start)
    if standing is not None:
        return standing, "pronoun"
    if filler.role in _ACTING and phrase.holder is not None and _is_proxy(phrase, reading):
        return phrase.holder, phrase.lemma
    return None, filler.note


def _is_proxy(phrase: Phrase, reading: Reading) -> bool:
    """Whether a noun stands for what is named before it: "US forces", "the IS affiliate"."""
    return reading.is_class(phrase, "proxy")
