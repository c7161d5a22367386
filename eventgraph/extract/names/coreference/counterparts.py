"""Whose counterpart somebody is: he has the same office as the person named before him."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.reading import Reading
from eventgraph.names import fold


def with_offices(reading: Reading, names: Sequence[Candidate]) -> list[Candidate]:
    """The names with "counterpart" and its like replaced by the office that it stands for.

    In "Prime Minister Arnous called his Russian counterpart, Mikhail Mishustin" both are prime
    ministers; nothing is replaced when the sentence names no office before.
    """
    result: list[Candidate] = []
    for candidate in names:
        result.append(_resolved(reading, candidate, result))
    return result


def _resolved(reading: Reading, candidate: Candidate, before: Sequence[Candidate]) -> Candidate:
    counterparts = reading.vocabulary.counterparts
    if not any(counterparts.has(fold(title)) for title in candidate.titles):
        return candidate
    office = _office_before(reading, candidate, before)
    titles = (t for title in candidate.titles for t in _replaced(reading, title, office))
    return replace(candidate, titles=tuple(dict.fromkeys(titles)))


def _replaced(reading: Reading, title: str, office: tuple[str, ...]) -> tuple[str, ...]:
    is_counterpart = reading.vocabulary.counterparts.has(fold(title))
    return office if is_counterpart and office else (title,)


def _office_before(
    reading: Reading, candidate: Candidate, before: Sequence[Candidate]
) -> tuple[str, ...]:
    """The titles of the nearest person before, in the same sentence, who has any."""
    sentence = reading.words[candidate.start].sentence
    for other in reversed(before):
        if reading.words[other.start].sentence != sentence:
            break
        if other.type == "person" and other.titles:
            return other.titles
    return ()
