"""Titles and countries beside Arabic names: «الرئيس السوري بشار الأسد», «نظيره التركي»."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.reading import Reading
from eventgraph.languages.ar.clitics import ARTICLE, forms, stripped, without_article
from eventgraph.names import fold

_LONGEST = 5  # words of a title
_AFTER_TITLE = frozenset(
    map(
        fold,
        (
            "السابق",
            "السابقة",
            "الأسبق",
            "الحالي",
            "الحالية",
            "الراحل",
            "المنتخب",
            "المكلف",
            "الجديد",
        ),
    )
)  # adjectives between a title and a name


@dataclass(frozen=True, slots=True)
class Title:
    """Title words before a name, the country beside them, and the index of the first of them."""

    words: tuple[str, ...]
    country: str | None
    start: int


@lru_cache(maxsize=50_000)
def title_forms(word: str) -> tuple[str, ...]:
    """A folded word as it may stand in the list of titles: without proclitics, without article."""
    rests = dict.fromkeys(form.rest for form in forms(word))
    return tuple(dict.fromkeys((*rests, *map(without_article, rests))))


def title_length(reading: Reading, end: int) -> int:
    """How many words the longest title has that ends before a word; 0 for none."""
    for length in range(min(_LONGEST, end), 0, -1):
        first, *others = reading.keys[end - length : end]
        if not reading.whole(end - length, end):
            continue
        if any(reading.vocabulary.titles.has(" ".join((f, *others))) for f in title_forms(first)):
            return length
    return 0


def without_clitics(reading: Reading, at: int, end: int) -> str:
    """Title words as written, the first without its proclitics."""
    text, titles = reading.text(at, end), reading.vocabulary.titles
    others = reading.keys[at + 1 : end]
    for form in forms(reading.keys[at]):
        bare = form.rest.removeprefix(ARTICLE)
        if any(titles.has(" ".join((first, *others))) for first in (form.rest, bare)):
            return stripped(text, form)
    return text


def title_before(reading: Reading, start: int) -> Title | None:
    """The title, with the nationality and adjectives behind it, that ends before a name."""
    at, country = start, None
    while at > 0 and reading.joined(at) and at > start - 4:
        if length := title_length(reading, at):
            return Title((without_clitics(reading, at - length, at),), country, at - length)
        code = _country(reading, at - 1)
        if code is None and reading.keys[at - 1] not in _AFTER_TITLE:
            return None
        country = country or code
        at -= 1
    return None


def _country(reading: Reading, at: int) -> str | None:
    if code := reading.demonym(at):
        return code
    known = reading.knowledge.find(reading.words[at].text)
    return known[0].country if known and known[0].kind == "country" else None


def beside(reading: Reading, candidate: Candidate) -> Candidate:
    """The candidate with the titles and the country that stand beside it."""
    if candidate.type == "organization":
        return _of_country(reading, candidate)
    title = title_before(reading, candidate.start) if candidate.type == "person" else None
    if title is None:
        return candidate
    return replace(candidate, titles=title.words, country=title.country, sure=True)


def _of_country(reading: Reading, candidate: Candidate) -> Candidate:
    if candidate.ids or candidate.length < 2:
        return candidate
    codes = (reading.demonym(at) for at in range(candidate.start + 1, candidate.end))
    return replace(candidate, country=next(filter(None, codes), None))
