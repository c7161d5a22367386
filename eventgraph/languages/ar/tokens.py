"""Words of an Arabic sentence as the event rules see them: folded, with what may cling to them.

Arabic writes conjunctions, prepositions, the article and object pronouns onto the word. What a word
may be is a list of `Split`: every way of taking clitics off that leaves two letters or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from eventgraph.languages.ar.clitics import ARTICLE, CONJUNCTIONS, PREPOSITIONS, TO_THE
from eventgraph.model import Span
from eventgraph.names import fold

# Object and possessive pronouns, folded, longest first.
PRONOUNS = ("هما", "كما", "هم", "هن", "كم", "نا", "ها", "ني", "ه")
# A number, a run of letters (with the marks that Unicode does not count as letters), or a sign.
_TOKEN = re.compile(
    r"\d+(?:[.,٫٬]\d+)*|(?:[^\W\d_]|[\u0610-\u061a\u064b-\u065f\u0670])+|[^\w\s]|_+"
)


@dataclass(frozen=True, slots=True)
class Split:
    """One way of reading a word as clitics around a stem.

    Attributes:
        stem: What is left, folded.
        conjunction: ``و``, ``ف`` or empty.
        preposition: ``ب``, ``ل``, ``ك`` or empty.
        article: Whether ``ال`` was taken off.
        future: Whether ``س`` was taken off.
        pronoun: The suffix that was taken off, or empty.
    """

    stem: str
    conjunction: str = ""
    preposition: str = ""
    article: bool = False
    future: bool = False
    pronoun: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A token of a sentence.

    Attributes:
        text: As written.
        span: Where it stands in the article.
        folded: As compared; empty for punctuation.
        splits: Readings, the whole word first.
    """

    text: str
    span: Span
    folded: str
    splits: tuple[Split, ...] = field(default=(), repr=False)

    @property
    def is_word(self) -> bool:
        """Whether it has letters or digits."""
        return bool(self.folded)


def words_of(text: str, span: Span) -> tuple[Word, ...]:
    """The words and signs of a stretch of text.

    >>> [w.text for w in words_of("قتل 3,500 شخص.", Span(0, 14))]
    ['قتل', '3,500', 'شخص', '.']
    """
    return tuple(
        word(match.group(), match.start()) for match in _TOKEN.finditer(text, span.start, span.end)
    )


def word(text: str, start: int) -> Word:
    """A token with its readings; `start` is its offset in the article.

    >>> word("وسيقتلهم", 0).splits[-1]
    Split(stem='يقتل', conjunction='و', preposition='', article=False, future=True, pronoun='هم')
    """
    folded = fold(text)
    return Word(text, Span(start, start + len(text)), folded, split(folded, text.endswith("ة")))


@cache
def split(folded: str, ends_in_ta: bool) -> tuple[Split, ...]:
    """Every reading of a folded word; a written ta marbuta is no pronoun.

    >>> [s.stem for s in split("للقاء", False)]
    ['للقاء', 'لقاء', 'قاء']
    """
    if len(folded) < 3 or not folded.isalpha() or len(folded) > 24:
        return (Split(folded),) if folded else ()
    fronts = tuple(_fronts(folded))
    plain = [front for front in fronts if len(front.stem) > 1]
    return tuple(plain + [tail for front in fronts for tail in _without_pronoun(front, ends_in_ta)])


def _fronts(folded: str) -> Iterator[Split]:
    for conjunction in ("", *CONJUNCTIONS):
        if not folded.startswith(conjunction):
            continue
        rest = folded[len(conjunction) :]
        yield Split(rest, conjunction)
        if rest.startswith("س"):
            yield Split(rest[1:], conjunction, future=True)
        yield from _articles(rest, conjunction)


def _articles(rest: str, conjunction: str) -> Iterator[Split]:
    if rest.startswith(ARTICLE):
        yield Split(rest[2:], conjunction, article=True)
    for preposition in PREPOSITIONS:
        if rest.startswith(preposition):
            yield Split(rest[1:], conjunction, preposition)
            if rest[1:].startswith(ARTICLE):
                yield Split(rest[3:], conjunction, preposition, article=True)
    if rest.startswith(TO_THE):
        yield Split(rest[2:], conjunction, "ل", article=True)


def _without_pronoun(front: Split, ends_in_ta: bool) -> Iterator[Split]:
    if front.article or ends_in_ta:
        return
    for pronoun in PRONOUNS:
        stem = front.stem.removesuffix(pronoun)
        if stem != front.stem and len(stem) > 1:
            yield Split(
                stem, front.conjunction, front.preposition, future=front.future, pronoun=pronoun
            )


def joined(words: Sequence[Word]) -> Span:
    """From the first to the last of some words.

    >>> joined([word("لقاء", 4), word("قمة", 9)])
    Span(start=4, end=12)
    """
    return Span(words[0].span.start, words[-1].span.end)
