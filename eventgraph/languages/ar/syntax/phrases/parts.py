"""What a noun phrase asks of the words that it may hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from eventgraph.languages.ar.syntax.phrases.nouns import Noun
from eventgraph.languages.ar.syntax.words.lexicon import Lexicon, ranks
from eventgraph.languages.ar.syntax.words.sentences import Sentence
from eventgraph.languages.ar.syntax.words.tags import Tag
from eventgraph.names import fold

FULL: Final = ("ون", "ين", "ان")  # endings that a noun in construct would lose
NOMINAL: Final = ("noun", "name", "number", "demonstrative")


class PhraseWords:
    """The words of a tagged sentence, as parts of noun phrases."""

    def __init__(self, sentence: Sentence, tags: Sequence[Tag], lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.tags = tags
        self.lexicon = lexicon

    def _kind(self, index: int) -> str:
        return self.tags[index].kind if 0 <= index < len(self.tags) else ""

    def _is_cut(self, index: int) -> bool:
        split = self.tags[index].split
        return bool(split.conjunction or split.preposition)

    def _name_end(self, index: int) -> int:
        end = index + 1
        while end < len(self.tags) and self.sentence.names[end] == self.sentence.names[index]:
            end += 1
        while self.sentence.at(end) in ("بن", "بنت") and end + 1 < len(self.tags):
            end += 2  # a father's name that the name finder left out
        return end

    def _is_closed(self, index: int) -> bool:
        """Whether a noun cannot be in construct with what follows."""
        split = self.tags[index].split
        if split.article or split.pronoun or self._is_accusative(index):
            return True
        listed = fold(self.tags[index].lemma) == split.stem
        whole = listed and (
            self.tags[index].event
            or split.stem.endswith("ان")
            or self.lexicon.sort(self.tags[index].lemma) != "people"
        )
        return (
            split.stem.endswith(FULL)
            and len(split.stem) > 4
            and not (whole and (self.tags[index].event or self.tags[index].link == "listed"))
        )

    def _is_accusative(self, index: int) -> bool:
        """Whether a noun carries the alif of the indefinite accusative."""
        tag, text = self.tags[index], self.sentence.words[index].text
        bare = not (tag.split.article or tag.split.pronoun)
        stem = tag.split.stem
        if tag.link == "listed" and fold(tag.lemma) == stem:
            return False  # "ضحايا" ends so by itself
        marked = text.rstrip("\u064b").endswith("ا") and len(stem) > 3
        return bare and marked and (tag.event or tag.link == "listed" or stem[:-1] in ranks())

    def _is_definite(self, noun: Noun) -> bool:
        return noun.determiner == "definite" or noun.tag.split.article or bool(noun.pronoun)
