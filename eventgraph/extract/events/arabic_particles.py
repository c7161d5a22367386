"""Finite verbs of the grammar and prepositions, found at a word."""

from __future__ import annotations

from eventgraph.extract.events.arabic_lexicon import Finite, grammar
from eventgraph.extract.events.arabic_sentences import Sentence
from eventgraph.extract.events.arabic_triggers import reads_as_noun

_ABOUT = frozenset(("نحو", "حوالي"))  # before a number: about; else: towards


def finite_at(sentence: Sentence, index: int) -> tuple[str, Finite] | None:
    """The class and reading of a finite verb of the grammar at a word, if it is one."""
    word = sentence.words[index]
    if not word.is_word or sentence.names[index] is not None or sentence.dates[index] is not None:
        return None
    if any(split.stem in grammar().words["borders.no_verb"] for split in word.splits[:2]):
        return None
    for name, table in grammar().verbs.items():
        finite = table.read(word)
        if finite is not None and not (
            finite.form.aspect == "past" and reads_as_noun(sentence, index)
        ):
            return name, finite
    return None


def prepositional(sentence: Sentence, index: int) -> tuple[str, int] | None:
    """The function of the preposition whose last word is at an index, and its first index."""
    phrases = grammar().phrases
    if sentence.at(index) in _ABOUT and sentence.at(index + 1)[:1].isdigit():
        return None
    for length in (3, 2, 1):
        start = index - length + 1
        if start >= 0:
            words = [sentence.at(position) for position in range(start, index + 1)]
            for first in (words[0], words[0].removeprefix("و"), words[0].removeprefix("ف")):
                function = phrases.get((first, *words[1:]))
                if function:
                    return function, start
    return None
