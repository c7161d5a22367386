"""Names in any language that writes them with capitals, and known names in all others.

A language needs no file of its own here: its pipeline (if installed), its ``names.toml`` (if any)
and the knowledge base are what differs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from eventgraph.extract.names.candidates import Candidate, choose
from eventgraph.extract.names.cased.evidence import is_junk, retyped
from eventgraph.extract.names.cased.gazetteer import known_names
from eventgraph.extract.names.cased.headed_names import headed_names
from eventgraph.extract.names.cased.model_names import model_names
from eventgraph.extract.names.cased.state_bodies import state_bodies
from eventgraph.extract.names.cased.titles import beside, titled_names
from eventgraph.extract.names.propagation import propagate
from eventgraph.extract.names.reading import Reading
from eventgraph.extract.names.vocabulary import vocabulary
from eventgraph.extract.names.words import letter_words

if TYPE_CHECKING:
    from eventgraph.extract.passages import Passage
    from eventgraph.knowledge import Knowledge

_LONGEST_PERSON = 3  # words of a name that is told by its given name alone

Found = tuple[Reading, list[Candidate]]


def read_cased(passages: Sequence[Passage], knowledge: Knowledge, language: str) -> Found:
    """The words of an article and the names among them, in text order.

    The names that the language's pipeline proposes are corrected by what is known and by the words
    in and around them; without a pipeline, given names and titles tell people.
    """
    reading = Reading.of(letter_words(passages), knowledge, vocabulary(language))
    proposed = list(model_names(reading, passages))
    tagged = any(passage.doc.has_annotation("ENT_IOB") for passage in passages)
    return decide(reading, [*proposed, *([] if tagged else given_names(reading))])


def decide(reading: Reading, proposed: Iterable[Candidate]) -> Found:
    """The names among a tagger's proposals, the known ones and those told by words of their name."""
    proposals = (
        *known_names(reading),
        *proposed,
        *headed_names(reading),
        *state_bodies(reading),
        *titled_names(reading),
    )
    sound = [c for c in proposals if not is_junk(reading, c)]
    chosen = choose(retyped(reading, c) for c in _inside_longer(reading, sound))
    full = _with_given_names(reading, chosen)
    return reading, [beside(reading, c) for c in propagate(reading, full)]


def _with_given_names(reading: Reading, found: Sequence[Candidate]) -> list[Candidate]:
    """People with the given name that stands before what was found of their name."""
    taken = {index for c in found for index in range(c.start, c.end)}
    return [_with_given_name(reading, c, taken) if c.type == "person" else c for c in found]


def _with_given_name(reading: Reading, candidate: Candidate, taken: set[int]) -> Candidate:
    before = candidate.start - 1
    if before < 0 or before in taken or reading.words[candidate.start].gap != " ":
        return candidate
    word = reading.words[before]
    given = word.capital and reading.joined(before + 1) and reading.knowledge.given_name(word.key)
    if not given or reading.vocabulary.titles.has(word.key):
        return candidate
    return replace(candidate, start=before)


def given_names(reading: Reading) -> Iterator[Candidate]:
    """Rows of capitalised words that open with a given name."""
    at = 0
    while at < len(reading.words):
        end = _person_end(reading, at)
        if end > at + 1:
            yield Candidate(at, end, "person", rank=1)
        at = max(at + 1, end)


def _person_end(reading: Reading, at: int) -> int:
    if not reading.words[at].capital or not reading.knowledge.given_name(reading.words[at].text):
        return at
    end = at + 1
    while end < at + _LONGEST_PERSON and reading.joined(end) and reading.words[end].capital:
        end += 1
    return min(end, len(reading.words))


def _inside_longer(reading: Reading, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates, those lowered that are but a part of a longer organisation's name.

    The Damascus of "University of Damascus" is no mention; the Palmyra of "the Palmyra desert" is.
    """
    longer = [c for c in candidates if c.length > 1 and c.rank == 1 and c.type == "organization"]
    reach: dict[int, int] = {}  # word of a headed name: words of the longest such name around it
    for candidate in longer:
        if _has_head(reading, candidate):
            for at in range(candidate.start, candidate.end):
                reach[at] = max(reach.get(at, 0), candidate.length)
    return [
        replace(c, rank=0) if c.length < min(reach.get(at, 0) for at in (c.start, c.end - 1)) else c
        for c in candidates
    ]


def _has_head(reading: Reading, candidate: Candidate) -> bool:
    heads = reading.vocabulary.organization_heads
    return any(heads.has(key) for key in reading.keys[candidate.start : candidate.end])
