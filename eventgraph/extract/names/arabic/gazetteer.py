"""Known names in Arabic text, with or without proclitics on their first word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.reading import Reading
from eventgraph.languages.ar.clitics import Form, forms, stripped
from eventgraph.names import fold

if TYPE_CHECKING:
    from eventgraph.knowledge import Entry

_REACH = 8
_BODIES = frozenset({"military", "police", "parliament", "government"})
_LARGE = 300_000  # people; a smaller city needs a word of place before it


def known_names(reading: Reading) -> Iterator[Candidate]:
    """The longest known name at each word that is no common word."""
    at = 0
    while at < len(reading.words):
        candidate = _known_at(reading, at)
        if candidate:
            yield candidate
        at = candidate.end if candidate else at + 1


def match(reading: Reading, at: int) -> tuple[Form, tuple[Entry, ...], int] | None:
    """The longest known name at a word, under the reading of its proclitics that makes it longest."""
    end = at + 1
    while end < at + _REACH and reading.joined(end):
        end += 1
    rest = list(reading.keys[at + 1 : end])
    best: tuple[Form, tuple[Entry, ...], int] | None = None
    for form in _forms(reading.keys[at]):
        found = reading.knowledge.longest([form.rest, *rest], 0)
        if found and (best is None or found[1] > best[2]):
            best = (form, *found)
    return best


@lru_cache(maxsize=20_000)
def _forms(key: str) -> tuple[Form, ...]:
    return tuple(forms(key))


def _known_at(reading: Reading, at: int) -> Candidate | None:
    found = match(reading, at)
    if found is None:
        return None
    form, entries, count = found
    entry = entries[0]
    if count == 1 and not _vouched(reading, at, form, entry):
        return None
    return Candidate(
        at,
        at + count,
        entry.type,
        level="nominal" if _is_description(reading, at, count, entry) else "name",
        rank=2 if count > 1 or not reading.knowledge.name_class(form.rest) else 0,
        ids=tuple(e.id for e in entries if e.type == entry.type),
        name=stripped(reading.text(at, at + count), form),
        sure=count > 1 or not reading.knowledge.ambiguous(form.rest),
    )


def _is_description(reading: Reading, at: int, count: int, entry: Entry) -> bool:
    """Whether the words say what a body of a state is and whose: «الجيش اللبناني»."""
    last = at + count - 1
    return count > 1 and entry.kind in _BODIES and reading.demonym(last) is not None


def _vouched(reading: Reading, at: int, form: Form, entry: Entry) -> bool:
    """Whether one word may be taken for a known name."""
    key, vocabulary = reading.keys[at], reading.vocabulary
    if (
        vocabulary.stop.has(key)
        or vocabulary.stop.has(form.rest)
        or vocabulary.titles.has(form.rest)
    ):
        return False
    if form.clitics and reading.knowledge.name_class(key):
        return False
    if reading.demonym(at) or form.rest not in map(fold, entry.names.get(vocabulary.language, ())):
        return False  # an adjective, or a word that is a name only with its article
    if entry.kind == "city" and (
        entry.population < _LARGE or reading.knowledge.name_class(form.rest)
    ):
        return at > 0 and reading.joined(at) and vocabulary.locative.has(reading.keys[at - 1])
    return not reading.knowledge.ambiguous(form.rest) or (
        at > 0 and reading.joined(at) and vocabulary.locative.has(reading.keys[at - 1])
    )
