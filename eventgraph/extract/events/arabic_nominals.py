"""Names and nouns of persons in an Arabic sentence, as stretches of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from eventgraph.extract.events.arabic_lexicon import grammar
from eventgraph.extract.events.arabic_particles import finite_at, prepositional
from eventgraph.extract.events.arabic_phrases import stops
from eventgraph.extract.events.arabic_quantities import Count
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.extract.events.arabic_triggers import Trigger
from eventgraph.languages.ar.tokens import Word
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
        counted: Whether it begins with a number.
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
    counted: bool = False


def find_spans(
    sentence: Sentence, owners: Mapping[int, Trigger], counts: Sequence[Count]
) -> list[Nominal]:
    """All nominals in text order, before their function is known.

    Args:
        sentence: The sentence.
        owners: The triggers' words, which are no nominals.
        counts: Its numbers; those of persons are nominals.
    """
    counted = {count.start: count for count in counts if count.people}
    found: list[Nominal] = []
    index = 0
    while index < len(sentence.words):
        nominal = _span_at(sentence, index, owners, counted)
        if nominal is not None:
            found.append(nominal)
        index = nominal.end if nominal is not None else index + 1
    return found


def _span_at(
    sentence: Sentence, index: int, owners: Mapping[int, Trigger], counted: Mapping[int, Count]
) -> Nominal | None:
    number = sentence.names[index]
    if number is not None and index not in owners:
        end = index + 1
        while end < len(sentence.words) and sentence.names[end] == number:
            end += 1
        return Nominal(index, end, number, sentence.mentions[number].type)
    if index in counted and index not in owners:
        end = _people_end(sentence, counted[index].end - 1, owners)
        return Nominal(index, end, None, "people", counted=True)
    if index in owners or not _is_people(sentence, index) or _describes(sentence, index, owners):
        return None
    start, end = _people_start(sentence, index), _people_end(sentence, index, owners)
    end = _owner_end(sentence, index, end)
    return Nominal(start, end, None, "people")


def _describes(sentence: Sentence, index: int, owners: Mapping[int, Trigger]) -> bool:
    """Whether a word is an adjective of the event noun before it: "هجوم مسلح"."""
    trigger = owners.get(index - 1)
    adjectives = grammar().words["nominals.adjectival"]
    return trigger is not None and not trigger.is_verb and sentence.at(index) in adjectives


def _is_people(sentence: Sentence, index: int) -> bool:
    people = grammar().words["nominals.people"]
    return sentence.dates[index] is None and any(
        split.stem in people and not split.future for split in sentence.words[index].splits
    )


def is_number(word: Word) -> bool:
    """Whether a word is a number in digits or letters.

    >>> from eventgraph.languages.ar.tokens import word
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
    """At the title that leads up to a noun of persons: "رئيس الحكومة"."""
    start = index
    while start > 0 and sentence.names[start - 1] is None:
        if not has_stem(sentence.words[start - 1], "nominals.titles", article=False):
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


# An adjective agrees with its noun: ending of the noun, endings that the adjective may have.
_AGREEMENT = (
    ("ون", ("ون",)),
    ("ين", ("ين",)),
    ("ان", ("ان",)),
    ("ا", ("يا", "ين")),
    ("ه", ("يه",)),
    ("", ("ي", "ين", "ون", "يه")),
)


def _people_end(sentence: Sentence, index: int, owners: Mapping[int, Trigger]) -> int:
    """After the nouns that belong to it and one adjective: "3 من عناصر الشرطة", "جنود أميركيين"."""
    end = index + 1
    while end < len(sentence.words) and end not in owners:
        step = end + 1 if sentence.at(end) == "من" else end
        if step >= len(sentence.words) or sentence.names[step] is not None:
            break
        if step in owners or _joined(sentence, step) or not _is_people(sentence, step):
            break
        end = step + 1
    return (
        end + 1 if _is_adjective(sentence, end, owners) or _is_owner(sentence, end, owners) else end
    )


def _owner_end(sentence: Sentence, index: int, end: int) -> int:
    """After the name that a body of people is of: "شرطة بنغلاديش"."""
    bodies = ("nominals.actors", "nominals.organizations")
    name = sentence.name(end)
    if end != index + 1 or name is None or name.type == "person":
        return end
    if not has_stem(sentence.words[index], *bodies, article=False):
        return end
    number = sentence.names[end]
    while end < len(sentence.words) and sentence.names[end] == number:
        end += 1
    return end


def _is_owner(sentence: Sentence, index: int, owners: Mapping[int, Trigger]) -> bool:
    """Whether a word is what the noun of persons before it is in construct with: "قوات الأمن"."""
    if _is_taken(sentence, index, owners):
        return False
    definite = any(split.article for split in sentence.words[index - 1].splits)
    closed = definite or sentence.at(index - 1).endswith(("ون", "ين", "ان", "ا"))
    return not closed and sentence.at(index).startswith("ال") and not _is_title(sentence, index)


def _is_title(sentence: Sentence, index: int) -> bool:
    return has_stem(sentence.words[index], "nominals.titles") or sentence.dates[index] is not None


def _joined(sentence: Sentence, index: int) -> bool:
    return all(
        split.conjunction for split in sentence.words[index].splits if _is_person(split.stem)
    )


def _is_person(stem: str) -> bool:
    return stem in grammar().words["nominals.people"]


def _is_taken(sentence: Sentence, index: int, owners: Mapping[int, Trigger]) -> bool:
    """Whether a word is something else already: the end, a name, an event, a particle."""
    if index >= len(sentence.words) or index in owners or sentence.names[index] is not None:
        return True
    return stops(sentence, index)


def _is_adjective(sentence: Sentence, index: int, owners: Mapping[int, Trigger]) -> bool:
    if _is_taken(sentence, index, owners):
        return False
    noun, adjective = sentence.at(index - 1), sentence.at(index)
    definite = any(split.article for split in sentence.words[index - 1].splits)
    endings = next(some for ending, some in _AGREEMENT if noun.endswith(ending))
    agrees = adjective.startswith("ال") == definite and adjective.endswith(endings)
    return agrees and not (finite_at(sentence, index) or prepositional(sentence, index))
