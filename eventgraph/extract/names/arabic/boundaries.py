"""Where an Arabic name that the tagger saw begins and ends: what grammar says no name crosses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.reading import Reading
from eventgraph.languages.ar.clitics import ARTICLE

_BREAKS = frozenset("،,؛;:؟?!()[]{}«»\"“”'")  # no name goes on across one of these
_FATHER = frozenset({"ابو", "وابو", "ابي", "ابا"})


def corrected(reading: Reading, candidate: Candidate) -> Iterator[Candidate]:
    """The names within the words that a tagger took for one; none when they are but a nationality."""
    inside = range(candidate.start + 1, candidate.end)
    cuts = [at for at in inside if _is_cut(reading, at) or _is_another(reading, candidate, at)]
    for start, end in zip((candidate.start, *cuts), (*cuts, candidate.end), strict=True):
        piece = _trimmed(reading, replace(candidate, start=start, end=end))
        if start in cuts and candidate.type == "person" and _is_land(reading, start):
            yield replace(piece, type="place")
        elif not _is_nationality(reading, piece):
            yield _widened(reading, piece)


def _is_cut(reading: Reading, at: int) -> bool:
    """Whether punctuation parts a word from what precedes."""
    return not _BREAKS.isdisjoint(reading.words[at].gap)


def _is_another(reading: Reading, candidate: Candidate, at: int) -> bool:
    """Whether a person's name ends before a word that is a country, or another person known by it."""
    if candidate.type != "person" or reading.knowledge.name_class(reading.keys[at]) == "given":
        return False
    if at == candidate.end - 1 and _is_land(reading, at):
        return True
    knowledge = reading.knowledge
    parts = (reading.key(candidate.start, at), reading.keys[at])
    return all(any(e.type == "person" for e in knowledge.find(part)) for part in parts) and not (
        knowledge.find(reading.key(candidate.start, at + 1))
    )


def _is_land(reading: Reading, at: int) -> bool:
    key = reading.keys[at]
    known = () if reading.knowledge.name_class(key) else reading.knowledge.find(key)
    return bool(known) and known[0].kind in {"country", "capital"}


def _is_nationality(reading: Reading, candidate: Candidate) -> bool:
    """Whether it is one word for a people: «الفرنسيون» are no person."""
    at = candidate.start
    known = reading.knowledge.find(reading.keys[at])
    return candidate.length == 1 and reading.demonym(at) is not None and not known


def _trimmed(reading: Reading, candidate: Candidate) -> Candidate:
    """An organisation called by one word, without its nationality: «نوكيا الفنلندية»."""
    if candidate.type != "organization" or candidate.length != 2:
        return candidate
    first = reading.keys[candidate.start]
    headed = reading.vocabulary.organization_heads.has(first) or first.startswith(ARTICLE)
    if headed or reading.demonym(candidate.end - 1) is None:
        return candidate
    return replace(candidate, end=candidate.end - 1)


def _widened(reading: Reading, candidate: Candidate) -> Candidate:
    """A person with the surname of origin that follows: «أبو حمزة المصري», «محمد علي العظمي»."""
    at = candidate.end
    if candidate.type != "person" or candidate.length < 2 or not reading.joined(at):
        return candidate
    key = reading.keys[at]
    origin = key.startswith(ARTICLE) and key.endswith("ي") and not reading.vocabulary.stop.has(key)
    named = bool(reading.knowledge.name_class(key)) and reading.demonym(at) is None
    if origin and (named or reading.keys[candidate.start] in _FATHER):
        return replace(candidate, end=at + 1)
    return candidate
