"""Arabic words that stand for an entity without naming it: «الرئيس التركي», «نظيره السوري», «التنظيم»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventgraph.extract.names.arabic.titles import title_before, title_forms, without_clitics
from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.coreference.nominals import Nominal
from eventgraph.extract.names.reading import Reading
from eventgraph.languages.ar.clitics import ARTICLE, forms

_LONGEST = 3  # words of a role


def find_nominals(reading: Reading, names: Sequence[Candidate]) -> Iterator[Nominal]:
    """Definite role and kind words outside of names and of the titles beside them."""
    taken = _taken(reading, names)
    at = 0
    while at < len(reading.words):
        found = None if at in taken else _role(reading, at) or _kind(reading, at)
        if found and taken.isdisjoint(range(at, found.candidate.end)):
            yield found
            at = found.candidate.end
        else:
            at += 1


def _taken(reading: Reading, names: Sequence[Candidate]) -> set[int]:
    taken: set[int] = set()
    for name in names:
        title = title_before(reading, name.start) if name.type == "person" else None
        taken.update(range(title.start if title else name.start, name.end))
    return taken


def _role(reading: Reading, at: int) -> Nominal | None:
    for length in range(_LONGEST, 0, -1):
        end = at + length
        if end > len(reading.words) or not reading.whole(at, end):
            continue
        first, *others = reading.keys[at:end]
        for form in title_forms(first):
            wanted = reading.vocabulary.person_nominals.get(" ".join((form, *others)))
            if wanted:
                return _stated(reading, at, end, wanted)
    return None


def _stated(reading: Reading, at: int, end: int, wanted: tuple[str, ...]) -> Nominal | None:
    """The role with the nationality behind it; without one it has to be definite and alone."""
    country = reading.demonym(end) if reading.joined(end) else None
    stop = end + (country is not None)
    if country is None and not _is_definite(reading, at, end):
        return None
    if _is_qualified(reading, stop):
        return None  # more follows that says which one: «الرئيس التنفيذي», «الرئيس الروسي السابق»
    text = without_clitics(reading, at, end)
    candidate = Candidate(at, stop, "person", 0, (), "nominal", (text,), country, "")
    return Nominal(candidate, wanted)


def _is_qualified(reading: Reading, at: int) -> bool:
    """Whether an adjective or a genitive follows."""
    if not reading.joined(at):
        return False
    key = reading.keys[at]
    return key.startswith(ARTICLE) and not reading.vocabulary.stop.has(key)


def _is_definite(reading: Reading, at: int, end: int) -> bool:
    alone = end - at == 1
    return any(form.rest.startswith(ARTICLE) for form in forms(reading.keys[at])) if alone else True


def _kind(reading: Reading, at: int) -> Nominal | None:
    kinds = reading.vocabulary.organization_nominals
    wanted = next((kinds[f.rest] for f in forms(reading.keys[at]) if f.rest in kinds), None)
    if wanted is None or _is_qualified(reading, at + 1):
        return None
    text = reading.words[at].text
    candidate = Candidate(at, at + 1, "organization", 0, (), "nominal", (text,), None, "")
    return Nominal(candidate, wanted)
