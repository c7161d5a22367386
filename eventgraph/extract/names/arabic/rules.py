"""Arabic names by rules alone: what there is when no trained weights are installed."""

from __future__ import annotations

from collections.abc import Iterator

from eventgraph.extract.names.arabic.titles import title_before, title_forms
from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.reading import Reading
from eventgraph.languages.ar.clitics import ARTICLE, forms

_LONGEST_PERSON = 5
_LONGEST_ORGANIZATION = 4


def rule_names(reading: Reading) -> Iterator[Candidate]:
    """People by title and given name, organisations by their head noun, places by theirs."""
    for at in range(len(reading.words)):
        yield from _person(reading, at)
        yield from _organization(reading, at)
        yield from _place(reading, at)


def _person(reading: Reading, at: int) -> Iterator[Candidate]:
    end = at
    while end < at + _LONGEST_PERSON and _in_name(reading, at, end):
        end += 1
    if end == at:
        return
    titled = title_before(reading, at) is not None
    given = _name_class(reading, at) == "given"
    if titled or (given and end - at > 1):
        yield Candidate(at, end, "person", rank=1, sure=titled)


def _in_name(reading: Reading, at: int, index: int) -> bool:
    if index >= len(reading.words) or (index > at and not reading.joined(index)):
        return False
    key, vocabulary = reading.keys[index], reading.vocabulary
    if reading.demonym(index) or any(map(vocabulary.titles.has, title_forms(key))):
        return False
    if index > at and vocabulary.particles.has(key):
        return True
    if vocabulary.stop.has(key):
        return False
    return bool(_name_class(reading, index) if index == at else reading.knowledge.name_class(key))


def _name_class(reading: Reading, index: int) -> str:
    classes = (reading.knowledge.name_class(form.rest) for form in forms(reading.keys[index]))
    return next(filter(None, classes), "")


def _organization(reading: Reading, at: int) -> Iterator[Candidate]:
    heads = reading.vocabulary.organization_heads
    if not any(heads.has(form.rest) for form in forms(reading.keys[at])):
        return
    end = at + 1
    while end < at + _LONGEST_ORGANIZATION and _qualifies(reading, end):
        end += 1
    if end > at + 1:
        yield Candidate(at, end, "organization", rank=1)


def _qualifies(reading: Reading, index: int) -> bool:
    if not reading.joined(index):
        return False
    key = reading.keys[index]
    return key.startswith(ARTICLE) and not reading.vocabulary.stop.has(key)


def _place(reading: Reading, at: int) -> Iterator[Candidate]:
    """A word after "the city of": a place, whatever it is called."""
    if not at or not reading.joined(at) or reading.vocabulary.stop.has(reading.keys[at]):
        return
    openers = reading.vocabulary.place_openers
    if any(openers.has(form.rest) for form in forms(reading.keys[at - 1])):
        known = reading.knowledge.longest(reading.keys[at : at + 4], 0)
        if known and known[0][0].type == "place":
            yield Candidate(at, at + known[1], "place", rank=1)
