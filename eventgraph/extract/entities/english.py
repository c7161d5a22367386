"""English names: what spaCy proposes, corrected by what is known and by the words around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from eventgraph.extract.entities.candidates import Candidate, choose
from eventgraph.extract.entities.evidence import is_junk, retyped
from eventgraph.extract.entities.headed import headed_names
from eventgraph.extract.entities.known import known_names
from eventgraph.extract.entities.model_names import model_names
from eventgraph.extract.entities.reading import Reading
from eventgraph.extract.entities.titles import beside, titled_names
from eventgraph.extract.entities.vocabulary import vocabulary
from eventgraph.extract.entities.words import letter_words

if TYPE_CHECKING:
    from eventgraph.extract.passages import Passage
    from eventgraph.knowledge import Knowledge


def read_english(
    passages: Sequence[Passage], knowledge: Knowledge
) -> tuple[Reading, list[Candidate]]:
    """The words of an English article and the names among them, in text order."""
    reading = Reading.of(letter_words(passages), knowledge, vocabulary("en"))
    proposals = (
        *known_names(reading),
        *model_names(reading, passages),
        *headed_names(reading),
        *titled_names(reading),
    )
    sound = [c for c in proposals if not is_junk(reading, c)]
    return reading, [
        beside(reading, c) for c in choose(retyped(reading, c) for c in whole(reading, sound))
    ]


def whole(reading: Reading, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates without known names that are but a part of a longer organisation's or place's name.

    The Damascus of "University of Damascus" is no mention; the Palmyra of "the Palmyra desert" is.
    """
    longer = [c for c in candidates if c.length > 1 and c.rank == 1 and c.type == "organization"]
    spans = [(c.start, c.end) for c in longer if _has_head(reading, c)]
    return [replace(c, rank=0) if _is_part(c, spans) else c for c in candidates]


def _has_head(reading: Reading, candidate: Candidate) -> bool:
    heads = reading.vocabulary.organization_heads
    return any(heads.has(key) for key in reading.keys[candidate.start : candidate.end])


def _is_part(candidate: Candidate, spans: Sequence[tuple[int, int]]) -> bool:
    return any(
        start <= candidate.start and candidate.end <= end and candidate.length < end - start
        for start, end in spans
    )
