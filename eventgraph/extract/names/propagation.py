"""What an article says once holds for all of it: names seen clearly are found again elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.reading import Reading
from eventgraph.languages.ar.clitics import forms
from eventgraph.model import EntityType

_SHORTEST = 4  # letters; a shorter surname is too often a common word
_CONTEXT = 2  # times that a name must have been seen before one word of it is looked for alone

Votes = dict[tuple[str, ...], Counter[EntityType]]


def propagate(reading: Reading, found: Sequence[Candidate]) -> list[Candidate]:
    """The names, and their repetitions that were overlooked: whole, and people by their surname."""
    votes = _votes(reading, found)
    agreed = [_agreeing(reading, c, votes) for c in found]
    taken = {index for c in agreed for index in range(c.start, c.end)}
    known = {**_surnames(reading, agreed), **_repeated(reading, agreed)}
    return sorted((*agreed, *_again(reading, known, taken)), key=lambda c: c.start)


def keys_of(reading: Reading, candidate: Candidate) -> tuple[str, ...]:
    """The folded words of a name, the first without its proclitics if they are known to be some."""
    return tuple(reading.keys[candidate.start : candidate.end])


def _votes(reading: Reading, found: Iterable[Candidate]) -> Votes:
    votes: Votes = {}
    for candidate in found:
        votes.setdefault(keys_of(reading, candidate), Counter())[candidate.type] += 1
    return votes


def _agreeing(reading: Reading, candidate: Candidate, votes: Votes) -> Candidate:
    """The candidate with the type that most of its repetitions have."""
    counts = votes[keys_of(reading, candidate)]
    best, count = max(sorted(counts.items()), key=lambda pair: pair[1])
    if count <= counts[candidate.type]:
        return candidate
    return replace(candidate, type=best, ids=())


def _surnames(reading: Reading, found: Iterable[Candidate]) -> dict[tuple[str, ...], EntityType]:
    """Last words of people's full names that are no common word."""
    full = (c for c in found if c.type == "person" and c.length > 1)
    last = (reading.keys[c.end - 1] for c in full)
    stop = reading.vocabulary.stop
    return {
        (key,): "person"
        for key in last
        if len(key) >= _SHORTEST and not stop.has(key) and not reading.knowledge.demonym(key)
    }


def _repeated(reading: Reading, found: Iterable[Candidate]) -> dict[tuple[str, ...], EntityType]:
    """Whole names that may be looked for: of several words, or seen more than once."""
    counts = Counter((keys_of(reading, c), c.type) for c in found)
    return {
        keys: kind
        for (keys, kind), count in sorted(counts.items())
        if (len(keys) > 1 or count >= _CONTEXT) and len(keys[0]) >= _SHORTEST
    }


def _again(
    reading: Reading, known: dict[tuple[str, ...], EntityType], taken: set[int]
) -> Iterator[Candidate]:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for keys in sorted(known, key=len, reverse=True):
        by_first.setdefault(keys[0], []).append(keys)
    at = 0
    while at < len(reading.words):
        keys = _match(reading, by_first, taken, at)
        if keys:
            yield Candidate(at, at + len(keys), known[keys], rank=1)
        at += max(1, len(keys))


def _match(
    reading: Reading, by_first: dict[str, list[tuple[str, ...]]], taken: set[int], at: int
) -> tuple[str, ...]:
    for form in forms(reading.keys[at]):
        for keys in by_first.get(form.rest, ()):
            end = at + len(keys)
            same = tuple(reading.keys[at + 1 : end]) == keys[1:]
            free = taken.isdisjoint(range(at, end)) and reading.whole(at, end)
            if same and free and _is_written_as_name(reading, at):
                return keys
    return ()


def _is_written_as_name(reading: Reading, at: int) -> bool:
    """Whether the word has a capital that is not only its sentence's."""
    word = reading.words[at]
    return word.capital and (not word.first or word.tag in {"PROPN", ""})
