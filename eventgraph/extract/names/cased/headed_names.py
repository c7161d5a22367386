"""Organisations and places told by a word of their name: "… Ministry", "… River", "Mount …"."""

from __future__ import annotations

from collections.abc import Iterator

from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.phrases import Phrases
from eventgraph.extract.names.reading import Reading
from eventgraph.model import EntityType

_REACH = 6  # words before a head that may belong to the name
_LINKS = frozenset({"of", "for", "and"})


def headed_names(reading: Reading) -> Iterator[Candidate]:
    """Capitalised rows of words that end in, or open with, a word for a kind of thing."""
    vocabulary = reading.vocabulary
    for at, word in enumerate(reading.words):
        if not word.capital:
            continue
        if vocabulary.organization_heads.has(word.key):
            yield from _ended(reading, at, "organization")
            yield from _of(reading, at)
        elif vocabulary.place_heads.has(word.key):
            yield from _ended(reading, at, "place")
        if vocabulary.place_openers.has(word.key):
            yield from _opened(reading, at)


def ends_with(reading: Reading, heads: Phrases, start: int, end: int) -> bool:
    """Whether the last words of a range are a head, or those before its "of"."""
    keys = list(reading.keys[start:end])
    stop = next((at for at, key in enumerate(keys) if key in {"of", "for"}), len(keys))
    return any(heads.longest_ending(keys, at) for at in {stop, len(keys)} if at)


def _ended(reading: Reading, at: int, kind: EntityType) -> Iterator[Candidate]:
    start = at
    while start > at - _REACH and _belongs(reading, start - 1, start):
        start -= 1
    start = _without_opening(reading, start, at)
    if start < at:
        yield Candidate(start, at + 1, kind, rank=1, sure=True)


def _of(reading: Reading, at: int) -> Iterator[Candidate]:
    """What follows a head and "of": "Ministry of Defence", "University of Damascus"."""
    end = at + 1
    if end + 1 >= len(reading.words) or reading.keys[end] != "of":
        return
    end = _capitals_after(reading, end + 1)
    if end > at + 2 and reading.whole(at, end):
        yield Candidate(at, end, "organization", rank=1, sure=True)


def _opened(reading: Reading, at: int) -> Iterator[Candidate]:
    end = _capitals_after(reading, at + 1)
    if end > at + 1:
        yield Candidate(at, min(end, at + 3), "place", rank=1, sure=True)


def _capitals_after(reading: Reading, at: int) -> int:
    """Where a row of capitalised words ends that starts here; small particles may stand inside."""
    particles = reading.vocabulary.particles
    while at < len(reading.words) and reading.joined(at):
        small = particles.has(reading.keys[at]) and at + 1 < len(reading.words)
        if not (reading.words[at].capital or (small and reading.words[at + 1].capital)):
            break
        at += 1
    return at


def _belongs(reading: Reading, before: int, at: int) -> bool:
    """Whether the word before is in the same name as this one."""
    if before < 0 or not reading.joined(at) or reading.words[at].gap not in {" ", "-"}:
        return False
    word = reading.words[before]
    if word.key in _LINKS:
        return before > 0 and reading.words[before - 1].capital and reading.joined(before)
    return word.capital and not reading.vocabulary.articles.has(word.key)


def _without_opening(reading: Reading, start: int, at: int) -> int:
    """The start without link words, titles and a sentence's first word that is no name."""
    while start < at and _is_opening(reading, start):
        start += 1
    return start


def _is_opening(reading: Reading, start: int) -> bool:
    word = reading.words[start]
    if word.key in _LINKS or reading.vocabulary.titles.has(word.key):
        return True
    return (
        word.first and word.tag not in {"PROPN", "ADJ", "NOUN", ""} and not reading.demonym(start)
    )
