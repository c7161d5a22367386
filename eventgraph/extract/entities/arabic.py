"""Arabic names: a tagger's or the rules' proposals, corrected by what is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from eventgraph.extract.entities.arabic_known import known_names
from eventgraph.extract.entities.arabic_rules import rule_names
from eventgraph.extract.entities.arabic_titles import beside
from eventgraph.extract.entities.candidates import Candidate, choose
from eventgraph.extract.entities.clitics import forms
from eventgraph.extract.entities.reading import Reading
from eventgraph.extract.entities.vocabulary import vocabulary
from eventgraph.extract.entities.words import blank_words

if TYPE_CHECKING:
    from eventgraph.extract.passages import Passage
    from eventgraph.knowledge import Knowledge


def read_arabic(
    passages: Sequence[Passage], knowledge: Knowledge
) -> tuple[Reading, list[Candidate]]:
    """The words of an Arabic article and the names among them, in text order."""
    reading = Reading.of(blank_words(passages), knowledge, vocabulary("ar"))
    found = choose((*known_names(reading), *rule_names(reading)))
    return reading, [beside(reading, bare(reading, candidate)) for candidate in found]


def bare(reading: Reading, candidate: Candidate) -> Candidate:
    """The candidate with a name that its first word's proclitics are cut from, where they are any."""
    if candidate.name is not None:
        return candidate
    first = reading.words[candidate.start].text
    rest = _without_clitics(reading, first)
    if rest == first:
        return candidate
    others = reading.text(candidate.start, candidate.end)[len(first) :]
    return replace(candidate, name=rest + others)


def _without_clitics(reading: Reading, word: str) -> str:
    """A name's first word without proclitics, when what is left is better known than the whole."""
    knowledge = reading.knowledge
    if knowledge.find(word) or knowledge.name_class(word):
        return word
    for form in forms(word):
        if form.clitics and (knowledge.find(form.rest) or knowledge.name_class(form.rest)):
            return form.rest
    certain = [form for form in forms(word) if form.rest.startswith("ال") and len(form.rest) > 4]
    return certain[0].rest if certain else word
