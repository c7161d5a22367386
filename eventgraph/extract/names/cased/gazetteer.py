"""Names that the knowledge base knows, found by their longest alias."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.reading import Reading
from eventgraph.names import fold

if TYPE_CHECKING:
    from eventgraph.knowledge import Entry

_REACH = 9  # words of the longest alias, and one to spare
_LARGE = 200_000  # people; a city of that size is named without an introduction
_SHORT = 4  # letters; a short name may be an acronym or a word


def known_names(reading: Reading) -> Iterator[Candidate]:
    """The longest known name at each capitalised word, if the words around it allow one."""
    at = 0
    while at < len(reading.words):
        candidate = _known_at(reading, at) if _may_begin(reading, at) else None
        if candidate:
            yield candidate
        at = candidate.end if candidate else at + 1


def entries_of(reading: Reading, start: int, end: int) -> tuple[Entry, ...]:
    """What the knowledge base has under exactly these words."""
    return reading.knowledge.find(reading.key(start, end))


def _may_begin(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if reading.vocabulary.articles.has(word.key):
        return False
    small = reading.vocabulary.particles.has(word.key) and at + 1 < len(reading.words)
    return word.capital or word.text[:1].isdigit() or (small and reading.words[at + 1].capital)


def _known_at(reading: Reading, at: int) -> Candidate | None:
    window = _window(reading, at)
    while window:
        found = reading.knowledge.longest(window, 0)
        if found is None:
            return None
        entries, count = found
        fitting = [e for e in entries if _written_alike(reading, at, at + count, e)]
        candidate = _candidate(reading, at, at + count, fitting) if fitting else None
        if candidate and candidate.type == "person":
            candidate = _untitled(reading, candidate)
        if candidate:
            return candidate
        window = window[: count - 1]
    return None


def _window(reading: Reading, at: int) -> Sequence[str]:
    end = at + 1
    while end < at + _REACH and reading.joined(end):
        end += 1
    return reading.keys[at:end]


def _written_alike(reading: Reading, start: int, end: int, entry: Entry) -> bool:
    """Whether case agrees: "us" and "Who" are not US and WHO, "who" in a known name may be small."""
    words = reading.words[start:end]
    key = reading.key(start, end)
    spellings = [n for names in entry.names.values() for n in names if fold(n) == key]
    if not words[-1].capital and not any(n.split()[-1][:1].islower() for n in spellings):
        return not any(word.text.islower() for word in words[-1:])
    if len(words) == 1 and len(key) <= _SHORT and any(n.isupper() for n in spellings):
        return words[0].shout
    return True


def _candidate(
    reading: Reading, start: int, end: int, entries: Sequence[Entry]
) -> Candidate | None:
    entry = entries[0]
    single = end - start == 1
    if single and not _vouched(reading, start, entry):
        return None
    small = single and entry.kind == "city" and entry.population < _LARGE
    alone = free_standing(reading, start, end) and (not small or after_locative(reading, start))
    return Candidate(
        start,
        end,
        entry.type,
        rank=2 if alone else 0,
        ids=tuple(e.id for e in entries if e.type == entry.type),
        sure=not single or not reading.knowledge.ambiguous(reading.text(start, end)),
    )


def _untitled(reading: Reading, candidate: Candidate) -> Candidate:
    """The known person without the title that an alias may begin with: "Pope Francis"."""
    keys = reading.keys[candidate.start : candidate.end]
    length = reading.vocabulary.titles.longest(keys, 0)
    rest = candidate.start + length
    known = (
        reading.knowledge.find(reading.key(rest, candidate.end)) if 0 < length < len(keys) else ()
    )
    if not any(entry.id == candidate.ids[0] for entry in known):
        return candidate
    return replace(candidate, start=rest)


def _vouched(reading: Reading, at: int, entry: Entry) -> bool:
    """Whether one word may be taken for a known name: not when it is a common word of the language."""
    word = reading.words[at]
    if reading.vocabulary.junk.has(word.key) or reading.vocabulary.titles.has(word.key):
        return False
    if word.shout and entry.type != "place":
        return True
    knowledge = reading.knowledge
    small = entry.kind == "city" and entry.population < _LARGE
    if small and (word.first or knowledge.name_class(word.key)):
        return word.tag in {"PROPN", ""} and after_locative(reading, at)
    if not knowledge.ambiguous(word.text):
        return word.tag in {"PROPN", "", "NOUN", "ADJ", "X"} or not word.first
    return word.tag in {"PROPN", ""} and after_locative(reading, at)


def after_locative(reading: Reading, at: int) -> bool:
    """Whether a place is to be expected: "in X", "near X", also after an article."""
    before = at - 1
    if before >= 0 and reading.joined(at) and reading.vocabulary.articles.has(reading.keys[before]):
        before -= 1
    if before < 0 or not reading.joined(before + 1):
        return False
    return reading.vocabulary.locative.has(reading.keys[before])


def free_standing(reading: Reading, start: int, end: int) -> bool:
    """Whether no capitalised word beside it may belong to a longer name."""
    return not (_leans(reading, start - 1, start) or _leans(reading, end, end))


def _leans(reading: Reading, neighbour: int, joint: int) -> bool:
    if not reading.joined(joint) or not 0 <= neighbour < len(reading.words):
        return False
    word = reading.words[neighbour]
    if not word.capital or reading.words[joint].gap not in {" ", "-"} or word.first:
        return False
    if reading.vocabulary.titles.has(word.key) or reading.demonym(neighbour):
        return False
    return word.tag in {"PROPN", ""} and not reading.knowledge.find(word.key)
