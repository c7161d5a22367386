"""Bodies of a state, named by what they are and whose: "the Syrian army", "Iran's foreign ministry".

They act in the news like any organisation; small letters do not keep them from being one.
"""

from __future__ import annotations

from collections.abc import Iterator

from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.cased.titles import country_before
from eventgraph.extract.names.reading import Reading

_LONGEST = 5  # words of a body's kind


def state_bodies(reading: Reading) -> Iterator[Candidate]:
    """Words for a body of a state right after a nationality or a country's name."""
    bodies = reading.vocabulary.bodies
    at = 1
    while at < len(reading.words):
        length = bodies.longest(reading.keys[at : at + _LONGEST], 0)
        if length and reading.whole(at, at + length):
            yield from _of_state(reading, at, at + length)
        at += max(1, length)


def _of_state(reading: Reading, start: int, end: int) -> Iterator[Candidate]:
    country, begin = country_before(reading, start)
    whole = reading.whole(begin, end)
    if country and begin < start and whole and not _goes_on(reading, end):
        yield Candidate(begin, end, "organization", 1, (), "nominal", country=country, sure=True)


def _goes_on(reading: Reading, end: int) -> bool:
    """Whether the words only say what kind another noun is: "Syrian government forces"."""
    return end < len(reading.words) and reading.joined(end) and reading.words[end].tag == "NOUN"
