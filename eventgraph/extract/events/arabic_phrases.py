"""Phrases in Arabic sentences: words side by side, or a verb and the words that complete it."""

from __future__ import annotations

from functools import cache

from eventgraph.extract.events.arabic_lexicon import grammar, stem_forms
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.ontology import EventWord as Entry

REACH = 9  # words between a verb and the noun that completes it: "شن الجيش الإسرائيلي … هجوما"
_PLACEHOLDERS = {"<person>": "person", "<place>": "place", "<organization>": "organization"}


def adjacent_words(sentence: Sentence, index: int, entry: Entry) -> tuple[int, ...]:
    """Words of a noun phrase, or nothing: adjacent, but for an adjective after the first of three."""
    parts = [index]
    for element in entry.words[1:]:
        following = parts[-1] + 1
        if len(parts) == 1 and len(entry.words) > 2 and not _is_form(sentence, following, element):
            following += 1
        if not _is_form(sentence, following, element):
            return ()
        parts.append(following)
    return tuple(parts)


def completed_verb(sentence: Sentence, index: int, entry: Entry) -> tuple[int, ...]:
    """The verb and the words that complete it, in order, within reach; or nothing."""
    parts, clitic, last = [index], "", index
    for element in entry.words[1:]:
        if len(element) == 1:
            clitic = element
            continue
        position = _complement(sentence, last, element, clitic)
        if position is None:
            return ()
        if element[0] != "<":
            parts.append(position)
        last, clitic = position, ""
    return tuple(parts)


def _complement(sentence: Sentence, last: int, element: str, clitic: str) -> int | None:
    reach = range(last + 1, min(last + 1 + REACH, len(sentence.words)))
    for position in reach:
        if stops(sentence, position):
            return None
        if element in _PLACEHOLDERS:
            name = sentence.name(position)
            if name is not None and name.type == _PLACEHOLDERS[element]:
                return position if _clings(sentence, position, clitic) else None
            if sentence.at(position) in prepositions():
                return None
        elif _is_form(sentence, position, element):
            return position
    return None


def _clings(sentence: Sentence, position: int, clitic: str) -> bool:
    if not clitic:
        return True
    return any(
        split.preposition == clitic
        for back in range(max(position - 3, 0), position + 1)
        for split in sentence.words[back].splits
    )


def _is_form(sentence: Sentence, index: int, element: str) -> bool:
    if index >= len(sentence.words):
        return False
    forms = stem_forms(element)
    return any(s.stem in forms and not s.future for s in sentence.words[index].splits)


def stops(sentence: Sentence, index: int) -> bool:
    """Whether a word ends the reach of a verb: أن, الذي, a sign other than a quotation mark."""
    word = sentence.words[index]
    if not word.is_word:
        return word.text not in "\"'«»“”„()[]"
    words = grammar().words
    return any(
        word.folded in words[f"syntax.{key}"]
        for key in ("complementizers", "relatives", "subordinators")
    )


@cache
def prepositions() -> frozenset[str]:
    """Single words that are prepositions or begin one, folded."""
    return frozenset(words[0] for words in grammar().phrases if len(words) == 1)
