"""What speaks for and against a proposal: is it a name at all, and of which type?"""

from __future__ import annotations

from dataclasses import replace

from eventgraph.extract.names.candidates import Candidate
from eventgraph.extract.names.cased.gazetteer import after_locative, entries_of
from eventgraph.extract.names.cased.headed_names import ends_with
from eventgraph.extract.names.cased.titles import title_before
from eventgraph.extract.names.reading import Reading
from eventgraph.extract.names.words import Word
from eventgraph.model import EntityType

_LONGEST = 12  # words; longer proposals are headlines or lists
_WEB = frozenset({"www", "http", "https", "com", "org", "html"})


def is_junk(reading: Reading, candidate: Candidate) -> bool:
    """Whether the words are no name: small words, numbers, nationalities, furniture of web pages."""
    words = reading.words[candidate.start : candidate.end]
    key = reading.key(candidate.start, candidate.end)
    if candidate.ids:
        return False
    return (
        len(words) > _LONGEST
        or len(key) < 2
        or not any(word.capital for word in words)
        or all(_is_filler(reading, word) for word in words)
        or not _WEB.isdisjoint(key.split())
        or reading.vocabulary.junk.has(key)
        or _is_credit(key)
        or _in_title(reading, candidate)
        or _opens_only(reading, candidate)
        or _is_people(reading, candidate)
        or _is_shouting(reading, candidate)
    )


def _is_credit(key: str) -> bool:
    """Whether the words say who took a picture: "Agency Photo/Name"."""
    return not {"photo", "photos", "pool"}.isdisjoint(key.split()[:-1])


def retyped(reading: Reading, candidate: Candidate) -> Candidate:
    """The candidate with the type that the words in and beside it speak for."""
    if candidate.sure:
        return candidate
    kind = _type_by_words(reading, candidate)
    if kind is None:
        return candidate
    return replace(candidate, type=kind, sure=True, ids=())


def _type_by_words(reading: Reading, candidate: Candidate) -> EntityType | None:
    start, end = candidate.start, candidate.end
    vocabulary = reading.vocabulary
    if known := entries_of(reading, start, end):
        return known[0].type if len(known) == 1 else None
    if title_before(reading, start) and candidate.type != "organization":
        return "person"
    if end - start > 1 and ends_with(reading, vocabulary.organization_heads, start, end):
        return "organization"
    if _is_place_name(reading, start, end):
        return "place"
    if _acts(reading, end) and end - start < 4 and _is_personal(reading, start):
        return "person"
    return _by_first_name(reading, candidate)


def _is_place_name(reading: Reading, start: int, end: int) -> bool:
    vocabulary = reading.vocabulary
    opened = vocabulary.place_openers.longest(reading.keys[start:end], 0)
    headed = vocabulary.place_heads.longest_ending(list(reading.keys[start:end]), end - start)
    return end - start > 1 and (0 < opened < end - start or 0 < headed < end - start)


def _is_personal(reading: Reading, start: int) -> bool:
    return bool(reading.knowledge.name_class(reading.words[start].text))


def _acts(reading: Reading, end: int) -> bool:
    """Whether a verb that people do follows."""
    return (
        end < len(reading.words)
        and reading.joined(end)
        and reading.vocabulary.saying.has(reading.keys[end])
    )


def _by_first_name(reading: Reading, candidate: Candidate) -> EntityType | None:
    """A given name before another name is a person; one unknown word after "in" is a place."""
    start, end = candidate.start, candidate.end
    given = reading.knowledge.given_name(reading.words[start].text)
    if candidate.type == "place" and given and 1 < end - start < 4:
        return None if after_locative(reading, start) else "person"
    single = end - start == 1 or reading.vocabulary.particles.has(reading.keys[start])
    if candidate.type == "person" and single and not given and _is_where(reading, start):
        return "place"
    return None


def _is_where(reading: Reading, start: int) -> bool:
    return (
        start > 0
        and reading.joined(start)
        and reading.keys[start - 1] in {"in", "near", "outside", "inside", "around"}
    )


def _is_filler(reading: Reading, word: Word) -> bool:
    """A number, or a word that is no name: what dates are made of."""
    return word.text[0].isdigit() or reading.vocabulary.junk.has(word.key)


def _in_title(reading: Reading, candidate: Candidate) -> bool:
    """Whether the words are but a title, or its beginning: the Supreme of "Supreme Leader"."""
    titles = reading.vocabulary.titles
    keys = reading.keys[candidate.start : candidate.start + 5]
    ends = titles.longest_ending(
        list(reading.keys[candidate.start : candidate.end]), candidate.length
    )
    return titles.longest(keys, 0) > candidate.length or (
        ends > 0 and candidate.type != "organization"
    )


def _opens_only(reading: Reading, candidate: Candidate) -> bool:
    """Whether one unknown word has its capital only because it opens the sentence: "Jets struck"."""
    word = reading.words[candidate.start]
    plural = word.key.endswith("s") and not reading.knowledge.name_class(word.key)
    common = word.tag not in {"PROPN", ""} or (plural and candidate.type == "person")
    return candidate.length == 1 and word.first and common and not candidate.sure


def _is_people(reading: Reading, candidate: Candidate) -> bool:
    """Only nationalities, faiths and parties: "Russian", "Shiite", "the Democrats"."""
    return all(
        reading.demonym(at) or reading.vocabulary.groups.has(reading.keys[at])
        for at in range(candidate.start, candidate.end)
    )


def _is_shouting(reading: Reading, candidate: Candidate) -> bool:
    """A row of words in capitals of which the knowledge base knows nothing is a loud headline."""
    words = reading.words[candidate.start : candidate.end]
    return len(words) > 2 and all(word.shout for word in words)
