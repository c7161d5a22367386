"""The readings of a word as noun or as verb, whatever stands around it."""

from __future__ import annotations

from collections.abc import Iterator

from eventgraph.languages.ar.clitics import ARTICLE, TO_THE
from eventgraph.languages.ar.morphology import VerbForm
from eventgraph.languages.ar.syntax.words.lexicon import Lexicon, Verb, rank, ranks
from eventgraph.languages.ar.syntax.words.sentences import Sentence
from eventgraph.languages.ar.syntax.words.tags import Tag
from eventgraph.languages.ar.tokens import Split, Word

_COMMON = 20_000  # rank of a noun that a preposition may cling to


class WordReadings:
    """Words of one sentence, tagged from its begin on."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.lexicon = lexicon
        self.tags: list[Tag] = []

    def _noun(self, index: int) -> Tag:
        """The word read as a noun; ``link`` says that it is a listed one."""
        lexicon = self.lexicon
        behind = self._previous()
        governed = behind is not None and behind.kind == "preposition" and not behind.split.pronoun
        for split in _noun_splits(self.sentence.words[index], lexicon):
            if governed and (split.preposition or split.conjunction):
                continue
            if split.article and not (
                ARTICLE in self.sentence.words[index].text
                or TO_THE in self.sentence.words[index].text
            ):
                continue
            if split.stem.endswith("ت") and not split.pronoun and self._is_construct(split.stem):
                continue  # "قتلت" is no "قتلة"
            lemma = lexicon.events.get(split.stem)
            if lemma is not None and _may_own(split):
                return Tag("noun", lemma, split, event=True)
            if (lemma := lexicon.nouns.get(split.stem)) is not None:
                return Tag("noun", lemma, split, link="listed")
        split = self._noun_split(index)
        return Tag("noun", split.stem, split)

    def _is_construct(self, stem: str) -> bool:
        """Whether a stem is a feminine noun as it is written before a pronoun only."""
        lemma = self.lexicon.events.get(stem) or self.lexicon.nouns.get(stem, "")
        return lemma.endswith("ة")

    def _noun_split(self, index: int) -> Split:
        """The likeliest clitics of a word that no list has."""
        word = self.sentence.words[index]
        whole = rank(word.folded)
        article = word.text.startswith(ARTICLE) and len(word.folded) > 4
        best = Split(word.folded.removeprefix(ARTICLE) if article else word.folded, article=article)
        for split in word.splits[1:]:
            if (
                split.future
                or len(split.stem) < 3
                or (split.preposition == "ك" and not split.article)
            ):
                continue
            if split.article and (split.conjunction or split.preposition):
                if ARTICLE in word.text or TO_THE in word.text:
                    return split
                continue
            if split.article and not article:
                continue
            if split.pronoun and not (split.stem.endswith("ت") or rank(split.stem) < whole):
                continue
            better = rank(split.stem) * (4 if split.conjunction == "ف" else 1) < whole
            if not best.article and better and self._may_cut(split):
                return split
        return best

    def _may_cut(self, split: Split) -> bool:
        """Whether a preposition may cling to an unlisted word: not behind another, only to a common noun."""
        previous = self._previous()
        if split.preposition and previous is not None and previous.kind == "preposition":
            return False
        common = ARTICLE + split.stem in ranks() or split.stem in self.lexicon.nouns
        return not split.preposition or (common and rank(split.stem) < _COMMON)

    def _previous(self) -> Tag | None:
        """The word or phrase before."""
        return next((tag for tag in reversed(self.tags) if tag.kind != "inside"), None)

    def _readings(self, index: int) -> list[tuple[Verb, VerbForm, Split]]:
        if not 0 <= index < len(self.sentence.words):
            return []
        return list(verb_readings(self.sentence.words[index], self.lexicon))

    def _is_verbal(self, index: int) -> bool:
        return any(form.aspect != "past" for _, form, _ in self._readings(index))


def _may_own(split: Split) -> bool:
    return not (split.pronoun and split.article)


def _noun_splits(word: Word, lexicon: Lexicon) -> Iterator[Split]:
    """Ways to read a word as a noun, those without a pronoun first."""
    for split in word.splits:
        short = (
            len(split.stem) < 3 and split.stem not in lexicon.events
        )  # "بشن", but no "ب" of "بيت"
        if not split.future and not (short and (split.preposition or split.pronoun)):
            yield split


def verb_readings(word: Word, lexicon: Lexicon) -> Iterator[tuple[Verb, VerbForm, Split]]:
    """Every way in which a word is a form of a listed verb, with its clitics."""
    for split in word.splits:
        if split.article or split.preposition not in ("", "ل"):
            continue
        for verb, form in lexicon.verbs.get(split.stem, ()):
            if _may_cling(split, form):
                yield verb, form, split


def _may_cling(split: Split, form: VerbForm) -> bool:
    """Whether a future, purpose or object clitic may stand at that form."""
    if form.bound and not split.pronoun:
        return False
    if form.aspect == "past":
        return not (split.future or split.preposition)
    return not (split.future and split.preposition)
