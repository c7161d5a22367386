"""Russian names: those that the parse proposes, compared and named in dictionary form."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.cased.reader import Found, decide, given_names
from eventgraph.extract.names.reading import Reading
from eventgraph.extract.names.tagging.bio import TYPES
from eventgraph.extract.names.vocabulary import vocabulary
from eventgraph.extract.names.words import Word, letter_words
from eventgraph.languages.ru import lemmas
from eventgraph.names import fold

if TYPE_CHECKING:
    from eventgraph.extract.passages import Passage
    from eventgraph.knowledge import Knowledge


def read_lemmatized(passages: Sequence[Passage], knowledge: Knowledge, code: str) -> Found:
    """The words of a Russian article and the names among them, in text order.

    Words are compared in their dictionary form, so that «Путиным» is «Путин». Without the ``ru`` extra
    nothing proposes names, and the known ones are found in the nominative.
    """
    words = letter_words(passages)
    if not _is_tagged(passages):
        reading = Reading.of(words, knowledge, vocabulary(code))
        return decide(reading, given_names(reading))
    reading = Reading.of([_lemmatized(word) for word in words], knowledge, vocabulary(code))
    reading, found = decide(reading, _tagged(reading, passages))
    return reading, [_named(reading, candidate) for candidate in found]


def _is_tagged(passages: Sequence[Passage]) -> bool:
    return any(passage.doc.has_annotation("DEP") for passage in passages)


def _tagged(reading: Reading, passages: Sequence[Passage]) -> Iterator[Candidate]:
    starts = [word.start for word in reading.words]
    for passage in passages:
        for entity in passage.doc.ents:
            start = bisect_left(starts, passage.start + entity.start_char)
            end = bisect_left(starts, passage.start + entity.end_char)
            if start < end and entity.label_ in TYPES:
                yield Candidate(start, end, TYPES[entity.label_], rank=1)


def _lemmatized(word: Word) -> Word:
    """The word with its dictionary form as key; names before other readings of a capitalised word."""
    return word._replace(key=fold(lemmas.name_form(word.text))) if word.text.isalpha() else word


def _named(reading: Reading, candidate: Candidate) -> Candidate:
    words = reading.words[candidate.start : candidate.end]
    forms = [lemmas.name_form(word.text) if word.text.isalpha() else word.text for word in words]
    gaps = ["", *(" " if word.gap.isspace() else word.gap for word in words[1:])]
    return replace(candidate, name="".join(map(str.__add__, gaps, forms)))
