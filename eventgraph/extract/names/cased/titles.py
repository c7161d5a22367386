"""Titles, roles and countries beside a person's name, before it and in apposition after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.reading import Reading

_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Role:
    """What stands beside a name: title words, the country they state, and where they begin and end."""

    titles: tuple[str, ...] = ()
    country: str | None = None
    start: int = 0
    end: int = 0


def titled_names(reading: Reading) -> Iterator[Candidate]:
    """One to four capitalised words after a title: a person, whatever the model thought of them."""
    titles = reading.vocabulary.titles
    at = 0
    while at < len(reading.words):
        length = titles.longest(reading.keys[at : at + 5], 0)
        at += max(1, length)
        if length and reading.whole(at - length, at):
            yield from _name_after(reading, at + _country_length(reading, at))


def _country_length(reading: Reading, at: int) -> int:
    """How many words of a country's name or nationality stand between a title and a name."""
    if not reading.joined(at):
        return 0
    if reading.demonym(at):
        return 1
    found = reading.knowledge.longest(reading.keys[at : at + 4], 0)
    return found[1] if found and found[0][0].kind == "country" else 0


def _name_after(reading: Reading, start: int) -> Iterator[Candidate]:
    end = start
    while end < start + _LONGEST_NAME and _in_name(reading, end):
        end += 1
    vocabulary = reading.vocabulary
    while end > start and vocabulary.particles.has(reading.keys[end - 1]):
        end -= 1
    if end == start or vocabulary.titles.longest(reading.keys[start:end], 0):
        return
    heads = (vocabulary.organization_heads, vocabulary.place_heads)
    if not any(kind.has(reading.keys[at]) for kind in heads for at in range(start, end)):
        yield Candidate(start, end, "person", rank=1, sure=True)


def _in_name(reading: Reading, at: int) -> bool:
    if not reading.joined(at) or reading.words[at].gap in {"'", "’"}:
        return False
    word = reading.words[at]
    if word.capital:
        return word.tag in {"PROPN", "", "X"} and reading.demonym(at) is None
    small = reading.vocabulary.particles.has(word.key) and at + 1 < len(reading.words)
    return small and reading.words[at + 1].capital and reading.joined(at + 1)


def title_before(reading: Reading, start: int) -> int:
    """How many words of title end right before a word; 0 for none."""
    if not reading.joined(start):
        return 0
    length = reading.vocabulary.titles.longest_ending(
        reading.keys[max(0, start - 5) : start], min(5, start)
    )
    return length if length and reading.whole(start - length, start) else 0


def beside(reading: Reading, candidate: Candidate) -> Candidate:
    """The candidate with the titles and the country that stand beside it."""
    if candidate.type == "organization":
        return _of_country(reading, candidate)
    if candidate.type != "person":
        return candidate
    before, after = role_before(reading, candidate.start), role_after(reading, candidate.end)
    titles = tuple(dict.fromkeys((*before.titles, *after.titles)))
    return replace(candidate, titles=titles, country=before.country or after.country)


def role_before(reading: Reading, start: int) -> Role:
    """Titles before a name: "Russian President", "Supreme Leader Ayatollah", "State Department spokesman", "the president,"."""
    at, titles = start, []
    if start and reading.words[start].gap.strip() == "," and _ends_with_title(reading, start):
        at = start
        length = reading.vocabulary.titles.longest_ending(
            reading.keys[max(0, start - 5) : start], min(5, start)
        )
        at -= length
        titles.append(reading.text(at, start))
    stated, at = _postposed(reading, at)
    while length := title_before(reading, at):
        titles.insert(0, reading.text(at - length, at))
        at -= length
    if not titles:
        return Role(start=start, end=start)
    country, begin = country_before(reading, at)
    return Role(tuple(titles), country or stated, begin, start)


def _postposed(reading: Reading, at: int) -> tuple[str | None, int]:
    """The country between a title and a name, as in "président français …", «президент России …»."""
    for length in (1, 2, 3):
        begin = at - length
        if begin < 1 or not reading.whole(begin, at + (at < len(reading.words))):
            break
        code = reading.demonym(begin) if length == 1 else None
        code = code or _country_named(reading, begin, at)
        if code and title_before(reading, begin):
            return code, begin
    return None, at


def _ends_with_title(reading: Reading, start: int) -> bool:
    """Whether "the president" ends before this word, rather than another name with a title."""
    keys = reading.keys[max(0, start - 5) : start]
    length = reading.vocabulary.titles.longest_ending(keys, len(keys))
    before = start - length - 1
    if not length or before < 0 or not reading.joined(before + 1):
        return False
    key = reading.keys[before]
    return (
        reading.vocabulary.articles.has(key)
        or key in {"s", "his", "her", "their", "its"}
        or reading.demonym(before) is not None
    ) and reading.words[start - 1].sentence == reading.words[start].sentence


def country_before(reading: Reading, at: int) -> tuple[str | None, int]:
    """The country stated before a title ("Russian", "Syria's", "US"), and where its words begin."""
    if at < 1 or not reading.joined(at):
        return None, at
    before = at - 1
    if reading.keys[before] == "s" and reading.words[before].gap in {"'", "’"}:
        before -= 1
    if reading.keys[before] == "former" or reading.keys[before] == "then":
        before -= 1
    if before < 0:
        return None, at
    if (code := reading.demonym(before)) is not None:
        return code, before
    for length in (3, 2, 1):
        begin = before + 1 - length
        if begin >= 0 and reading.words[begin].capital and reading.whole(begin, at):
            code = _country_named(reading, begin, before + 1)
            if code:
                return code, begin
    return None, at


def _country_named(reading: Reading, start: int, end: int) -> str | None:
    found = reading.knowledge.find(reading.key(start, end))
    if (
        not found
        or found[0].kind != "country"
        or (len(reading.keys[start]) < 3 and not reading.words[start].shout)
    ):
        return None
    return found[0].country


def role_after(reading: Reading, end: int) -> Role:
    """Titles in apposition: "…, the Russian prime minister," and "…, president of Turkey,"."""
    if end >= len(reading.words) or reading.words[end].gap.strip() != ",":
        return Role(start=end, end=end)
    at = end + bool(reading.vocabulary.articles.has(reading.keys[end]))
    country, at = _country_after(reading, at)
    length = reading.vocabulary.titles.longest(reading.keys[at : at + 5], 0)
    stop = at + length
    if not length or not reading.whole(at, stop) or _opens_name(reading, stop):
        return Role(start=end, end=end)
    if country is None and stop < len(reading.words) and reading.keys[stop] == "of":
        country, stop = _country_after(
            reading, stop + 1 + (reading.keys[stop + 1 : stop + 2] == ["the"])
        )
    return Role((reading.text(at, at + length),), country, end, stop)


def _opens_name(reading: Reading, at: int) -> bool:
    """Whether the title belongs to the name that follows it: "Putin, President Assad and …"."""
    return at < len(reading.words) and reading.joined(at) and reading.words[at].capital


def _country_after(reading: Reading, at: int) -> tuple[str | None, int]:
    if at >= len(reading.words):
        return None, at
    if reading.words[at].capital and (code := reading.demonym(at)):
        return code, at + 1
    found = reading.knowledge.longest(reading.keys[at : at + 4], 0)
    if not found or found[0][0].kind != "country" or not reading.words[at].capital:
        return None, at
    end = at + found[1]
    possessive = end < len(reading.words) and reading.words[end].text == "s"
    return found[0][0].country, end + possessive


def _of_country(reading: Reading, candidate: Candidate) -> Candidate:
    """An organisation with the nationality before it taken into the name: "Syrian Foreign Ministry"."""
    if candidate.ids or candidate.country:
        return candidate
    code = reading.demonym(candidate.start)
    if code:
        return replace(candidate, country=code)
    before = candidate.start - 1
    if before < 0 or not reading.joined(candidate.start) or reading.words[before + 1].gap != " ":
        return candidate
    code = reading.demonym(before) if reading.words[before].capital else None
    return replace(candidate, start=before, country=code) if code else candidate
