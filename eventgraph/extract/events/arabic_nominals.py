"""Names and nouns of persons in an Arabic sentence, as stretches of words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from eventgraph.extract.events.arabic_lexicon import grammar
from eventgraph.extract.events.arabic_particles import finite_at, prepositional
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.extract.events.arabic_triggers import Trigger
from eventgraph.extract.events.arabic_words import Word
from eventgraph.names import fold


@dataclass(frozen=True, slots=True)
class Nominal:
    """A name or a noun of persons in a sentence.

    Attributes:
        start: Index of its first word.
        end: Index after its last word.
        mention: Index into the article's mentions; none for plain words ("four gunmen").
        kind: person, organization or place; ``people`` for plain words.
        function: bare, idafa, beside, or the function of its preposition (in, on, with, b, l …).
        governor: Index of the word that it hangs on; -1 when it begins its clause.
        joined: Whether ``و`` joins it to the nominal before.
        owner: Whether it only owns the head of its phrase ("the palace of …").
        gap: Whether unknown words, likely another subject, stand between it and its verb.
    """

    start: int
    end: int
    mention: int | None
    kind: str
    function: str = "bare"
    governor: int = -1
    joined: bool = False
    owner: bool = False
    gap: bool = False


def find_spans(sentence: Sentence, owners: Mapping[int, Trigger]) -> list[Nominal]:
    """All nominals in text order, before their function is known; `owners` are the triggers' words."""
    found: list[Nominal] = []
    index = 0
    while index < len(sentence.words):
        number = sentence.names[index]
        if number is not None:
            end = index + 1
            while end < len(sentence.words) and sentence.names[end] == number:
                end += 1
            found.append(Nominal(index, end, number, sentence.mentions[number].type))
        elif index not in owners and _is_people(sentence, index):
            end = _people_end(sentence, index, owners)
            found.append(Nominal(_people_start(sentence, index), end, None, "people"))
        else:
            end = index + 1
        index = end
    return found


def _is_people(sentence: Sentence, index: int) -> bool:
    people = grammar().words["nominals.people"]
    return sentence.dates[index] is None and any(
        split.stem in people and not split.future for split in sentence.words[index].splits
    )


def is_number(word: Word) -> bool:
    """Whether a word is a number in digits or letters.

    >>> from eventgraph.extract.events.arabic_words import word
    >>> is_number(word("ثلاثة", 0)), is_number(word("رجال", 0))
    (True, False)
    """
    stems = (split.stem for split in word.splits[:3])
    return word.folded[:1].isdigit() or any(stem in number_words() for stem in stems)


@cache
def number_words() -> frozenset[str]:
    """All number words, folded."""
    table = grammar().data["quantities"]
    return frozenset(fold(key) for name in ("numbers", "vague") for key in table[name])


def _people_start(sentence: Sentence, index: int) -> int:
    """At the number or the title that leads up to a noun of persons: "رئيس الحكومة"."""
    start = index
    while start > 0 and sentence.names[start - 1] is None:
        before = sentence.words[start - 1]
        if not (is_number(before) or has_stem(before, "nominals.titles", article=False)):
            break
        start -= 1
    return start


def has_stem(word: Word, *lists: str, article: bool = True) -> bool:
    """Whether a word, without clitics, is in a word list; not with an article unless that may be."""
    words = grammar().words
    return any(
        split.stem in words[name] and (article or not split.article)
        for split in word.splits
        if not split.future
        for name in lists
    )


def _people_end(sentence: Sentence, index: int, owners: Mapping[int, Trigger]) -> int:
    """After one adjective, which agrees: مسلحين, الروسية."""
    end = index + 1
    if end < len(sentence.words) and end not in owners and sentence.names[end] is None:
        adjective = sentence.words[end]
        definite = sentence.at(index).lstrip("وفبلك").startswith("ال")
        agrees = adjective.folded.startswith("ال") == definite and adjective.is_word
        ends = adjective.folded.endswith(("ون", "ين", "ان", "ه", "ي", "يا"))
        if agrees and ends and not (finite_at(sentence, end) or prepositional(sentence, end)):
            return end + 1
    return end
