"""Names that the language's spaCy pipeline proposes, trimmed to the name itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.reading import Reading
from eventgraph.model import EntityType

if TYPE_CHECKING:
    from eventgraph.extract.passages import Passage

# Labels of OntoNotes (English) and WikiNER (French). NORP is no name; dates and numbers are not ours.
TYPES: Mapping[str, EntityType] = {
    "PERSON": "person",
    "PER": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organization",
}


def model_names(reading: Reading, passages: Sequence[Passage]) -> Iterator[Candidate]:
    """The pipeline's names as candidates, without articles, titles, possessives and nationalities."""
    starts = [word.start for word in reading.words]
    for passage in passages:
        for entity in passage.doc.ents:
            kind = TYPES.get(entity.label_)
            if kind is None:
                continue
            span = passage.span(entity)
            start, end = bisect_left(starts, span.start), bisect_left(starts, span.end)
            start, end = trimmed(reading, start, end, kind)
            if start < end:
                yield Candidate(start, end, kind, rank=1)


def trimmed(reading: Reading, start: int, end: int, kind: EntityType) -> tuple[int, int]:
    """The range without what is beside the name rather than in it."""
    end = _trim_right(reading, start, end)
    while start < end and _before_name(reading, start, end, kind):
        start += max(1, _title_length(reading, start, end, kind))
    return start, end


def _trim_right(reading: Reading, start: int, end: int) -> int:
    words = reading.words
    while end > start and words[end - 1].text == "s" and words[end - 1].gap in {"'", "’", "`"}:
        end -= 1
    while end > start and not words[end - 1].capital and not words[end - 1].text[0].isdigit():
        end -= 1
    return end


def _before_name(reading: Reading, start: int, end: int, kind: EntityType) -> bool:
    key = reading.keys[start]
    if reading.vocabulary.articles.has(key) or reading.words[start].text == "s":
        return True
    if kind != "person":
        return not reading.words[start].capital and not reading.words[start].text[0].isdigit()
    return bool(_title_length(reading, start, end, kind)) or _aside(reading, start, end)


def _title_length(reading: Reading, start: int, end: int, kind: EntityType) -> int:
    if kind != "person":
        return 0
    length = reading.vocabulary.titles.longest(reading.keys[start:end], 0)
    return length if length < end - start or length > 1 else 0


def _aside(reading: Reading, start: int, end: int) -> bool:
    """A nationality, or a lower-case word that is no name particle, before a person's name."""
    word = reading.words[start]
    if not word.capital:
        return not reading.vocabulary.particles.has(word.key)
    return end - start > 1 and reading.demonym(start) is not None
