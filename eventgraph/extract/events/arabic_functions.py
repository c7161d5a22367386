"""The grammatical function of Arabic nominals: bare, idafa, or after which preposition.

There is no parse. A name belongs to the phrase that begins at the nearest preposition, verb or event
noun to its left; the title and adjective words between do not matter, unless they make it the owner
of something else ("the palace of …").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from eventgraph.extract.events.arabic_lexicon import grammar
from eventgraph.extract.events.arabic_nominals import (
    Nominal,
    find_spans,
    has_stem,
    is_number,
    number_words,
)
from eventgraph.extract.events.arabic_particles import finite_at, prepositional
from eventgraph.extract.events.arabic_phrases import stops
from eventgraph.extract.events.arabic_quantities import Count
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.extract.events.arabic_triggers import Trigger
from eventgraph.languages.ar.tokens import Word
from eventgraph.names import fold

_WALK = 8  # words of titles and adjectives before a name
_QUOTES = "\"'«»“”„"


@dataclass(frozen=True, slots=True)
class _Link:
    function: str
    governor: int
    joined: bool = False
    owner: bool = False
    gap: bool = False
    previous: bool = False


def find_nominals(
    sentence: Sentence, triggers: Sequence[Trigger], counts: Sequence[Count]
) -> list[Nominal]:
    """The nominals of a sentence in text order, each with its function."""
    owners = {part: trigger for trigger in triggers for part in trigger.parts}
    found: list[Nominal] = []
    for words in find_spans(sentence, owners, counts):
        if _is_aside(sentence, words):
            continue
        link = _link(sentence, words, owners, found)
        nominal = replace(
            words,
            function=link.function,
            governor=link.governor,
            joined=link.joined,
            owner=link.owner,
            gap=link.gap,
        )
        follows = link.previous and found and not link.joined
        found.append(_beside(sentence, nominal, found) if follows else nominal)
    return found


def _is_aside(sentence: Sentence, nominal: Nominal) -> bool:
    """Whether it stands in short parentheses, as agencies and abbreviations do."""
    before = sentence.words[max(nominal.start - 3, 0) : nominal.start]
    after = sentence.words[nominal.end : nominal.end + 3]
    return any(w.text == "(" for w in before) and any(w.text == ")" for w in after)


def _own_clitic(sentence: Sentence, nominal: Nominal) -> tuple[str, bool]:
    """Preposition and conjunction written onto the nominal's first word."""
    word = sentence.words[nominal.start]
    if nominal.mention is None:
        stems = _heads() | number_words()
    else:
        name = fold(sentence.mentions[nominal.mention].name) or word.folded
        first = name.split(" ")[0]
        stems = frozenset((first, first.removeprefix("ال")))
    for split in word.splits:
        if (split.stem in stems or split.stem[:1].isdigit()) and not (
            split.future or split.pronoun
        ):
            return split.preposition, split.conjunction == "و"
    return "", False


def _link(
    sentence: Sentence,
    nominal: Nominal,
    owners: Mapping[int, Trigger],
    found: Sequence[Nominal],
) -> _Link:
    clitic, joined = _own_clitic(sentence, nominal)
    if clitic in ("ب", "ل"):
        return _Link({"ب": "b", "ل": "l"}[clitic], nominal.start - 1)
    previous_end = found[-1].end if found else -1
    passed: list[Word] = []
    for index in range(nominal.start - 1, max(nominal.start - 1 - _WALK, -1), -1):
        if index < previous_end:
            return _judged(_Link("bare", index, joined, previous=True), passed, nominal)
        word = sentence.words[index]
        if word.text in _QUOTES or sentence.dates[index] is not None:
            continue
        if (link := _phrase_start(sentence, index, nominal, owners)) is not None:
            return _judged(replace(link, joined=link.joined and joined), passed, nominal)
        passed.append(word)
        joined = joined or _joins(word)
    return _judged(_Link("bare", -1), passed, nominal)


def _judged(link: _Link, passed: Sequence[Word], nominal: Nominal) -> _Link:
    """A link in the light of the words between the phrase's start and the nominal, nearest first."""
    if any(has_stem(word, "nominals.blockers", article=False) for word in passed):
        return replace(link, owner=True)
    titled = any(has_stem(word, "nominals.titles", article=False) for word in passed)
    if titled and nominal.kind in ("place", "organization"):
        return replace(link, owner=True)
    unknown = [word for word in passed if not _is_transparent(word)]
    if link.function == "idafa":
        return replace(link, function="none") if unknown else link
    if link.function == "bare":
        first = passed[-1:] if not link.previous else []
        if nominal.kind == "person" and len(passed) == 1 and not unknown:
            first = []
        return replace(link, gap=bool(unknown) or not all(_leads(word) for word in first))
    return replace(link, owner=link.owner or (bool(unknown) and nominal.kind != "place"))


_LEADING = (
    "nominals.titles",
    "nominals.people",
    "nominals.organizations",
    "nominals.place_heads",
    "nominals.adverbs",
)


def _leads(word: Word) -> bool:
    """Whether a noun phrase that ends in a known name may begin with this word."""
    return has_stem(word, *_LEADING) or is_number(word)


def _is_transparent(word: Word) -> bool:
    """Whether a word before a name belongs to its title or kind: "الروسي", "مدينة", "خارجية"."""
    definite = any(split.article for split in word.splits)
    return definite or has_stem(word, *_LEADING, "nominals.title_words") or is_number(word)


def _phrase_start(
    sentence: Sentence, index: int, nominal: Nominal, owners: Mapping[int, Trigger]
) -> _Link | None:
    """The link that a word makes when it is where the nominal's phrase begins; else none."""
    word = sentence.words[index]
    if index in owners and (index == owners[index].start or not prepositional(sentence, index)):
        return _at_trigger(owners[index], index)
    if (preposition := prepositional(sentence, index)) is not None:
        return _Link(*preposition)
    if not word.is_word or stops(sentence, index) or finite_at(sentence, index) is not None:
        return _Link("bare", index)
    if (function := _head_clitic(word, nominal)) is not None:
        return _Link(function, index, owner=has_stem(word, "nominals.blockers", article=False))
    return None


def _at_trigger(trigger: Trigger, index: int) -> _Link:
    if trigger.is_verb or trigger.split.article or trigger.split.pronoun:
        return _Link("bare", index)
    return _Link("idafa", index, joined=True)


@cache
def _heads() -> frozenset[str]:
    words = grammar().words
    return words["nominals.titles"] | words["nominals.people"]


def _head_clitic(word: Word, nominal: Nominal) -> str | None:
    """The function that a preposition on the phrase's first word gives: للرئيس, بمدينة."""
    words = grammar().words
    heads = _heads() | words["nominals.blockers"]
    if nominal.kind == "place":
        heads |= words["nominals.place_heads"]
    for split in word.splits:
        if split.preposition in ("ب", "ل") and split.stem in heads:
            return {"ب": "b", "ل": "l"}[split.preposition]
    return None


def _joins(word: Word) -> bool:
    joining = (split for split in word.splits if split.conjunction == "و")
    words = grammar().words
    heads = _heads() | words["nominals.place_heads"] | words["nominals.organizations"]
    return any(split.article or split.stem in heads for split in joining)


def _beside(sentence: Sentence, nominal: Nominal, found: list[Nominal]) -> Nominal:
    """A nominal right after another one: its name, its title's owner, or the next constituent."""
    previous = found[-1]
    if _same_chain(sentence, previous, nominal) or _titled(sentence, previous, nominal):
        found.pop()
        return replace(
            nominal,
            function=previous.function,
            governor=previous.governor,
            joined=previous.joined,
            owner=previous.owner and previous.kind in ("people", nominal.kind),
            gap=previous.gap,
        )
    if (
        nominal.kind == "place"
        and previous.kind in ("place", "organization")
        and previous.function != "bare"
        and nominal.start == previous.end
    ):
        return replace(nominal, function="beside", governor=previous.start)
    return nominal


def _same_chain(sentence: Sentence, one: Nominal, other: Nominal) -> bool:
    if one.mention is None or other.mention is None:
        return False
    return sentence.mentions[one.mention].chain == sentence.mentions[other.mention].chain


def _titled(sentence: Sentence, previous: Nominal, nominal: Nominal) -> bool:
    """Whether the previous nominal and the words before it are a title that the person carries."""
    if nominal.kind != "person" or previous.kind == "person" or nominal.start - previous.end > 1:
        return False
    if previous.kind == "people":
        return _is_title(sentence, previous)
    if any(
        has_stem(word, "nominals.titles") for word in sentence.words[previous.end : nominal.start]
    ):
        return False
    before = sentence.words[max(previous.start - 4, 0) : previous.end]
    return any(has_stem(word, "nominals.titles") for word in before)


def _is_title(sentence: Sentence, people: Nominal) -> bool:
    """Whether a noun of persons leads up to the name after it: one, definite, and no body."""
    words = sentence.words[people.start : people.end]
    if any(has_stem(word, "nominals.actors", "nominals.organizations") for word in words[:1]):
        return False
    plural = words[0].folded.endswith(("ون", "ين", "ان"))
    return not plural and not is_number(words[0])
