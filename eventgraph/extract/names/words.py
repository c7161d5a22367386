"""An article as one row of words: what names are looked for in, whatever the language."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from eventgraph.model import Span
from eventgraph.names import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from eventgraph.extract.passages import Passage

_LETTERS = re.compile(r"(?:[^\W_]|[\u064b-\u0652])+")
_TOKEN = re.compile(r"\S+")

Cut = Callable[[str], Iterable[tuple[int, int]]]


class Word(NamedTuple):
    """A word of an article.

    Attributes:
        text: As written, without the punctuation around it.
        key: As it is compared, see `eventgraph.names.fold`; may hold blanks or be empty.
        start: Offset in the article's text.
        end: Offset in the article's text.
        sentence: Number of its sentence in the article.
        gap: The characters between the word before and this one.
        first: Whether it opens its sentence.
        tag: Part of speech (Universal Dependencies), empty when the language has no tagger.
    """

    text: str
    key: str
    start: int
    end: int
    sentence: int
    gap: str
    first: bool
    tag: str = ""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter, or with one of a script that has none."""
        first = self.text[:1]
        return first.isupper() or (first.isalpha() and first.lower() == first.upper())

    @property
    def shout(self) -> bool:
        """Whether it is written in capitals only, as acronyms and loud headlines are."""
        return len(self.text) > 1 and self.text.isupper()


def letter_words(passages: Sequence[Passage]) -> tuple[Word, ...]:
    """Words as runs of letters and digits: "Al-Assad’s" is three, as it is when names are folded."""
    return tuple(_words(passages, _runs))


def blank_words(passages: Sequence[Passage]) -> tuple[Word, ...]:
    """Words as blank-separated tokens without the punctuation around them, as Arabic is written."""
    return tuple(_words(passages, _tokens))


def span_of(text: str, words: Sequence[Word], start: int, end: int) -> Span:
    """The characters from one word up to another, the latter left out; "U.S." keeps its last stop."""
    last = words[end - 1]
    dotted = end - start > 1 and last.gap == "." and len(last.text) == 1
    stop = last.end + (dotted and text[last.end : last.end + 1] == ".")
    return Span(words[start].start, stop)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _LETTERS.finditer(text))


def _tokens(text: str) -> Iterator[tuple[int, int]]:
    for match in _TOKEN.finditer(text):
        start, end = _bare(text, *match.span())
        if start < end:
            yield start, end


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without what is neither letter nor digit at its ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or "\u064b" <= text[end - 1] <= "\u0652"):
        end -= 1
    return start, end


def _words(passages: Sequence[Passage], cut: Cut) -> Iterator[Word]:
    count = 0
    for passage in passages:
        doc, whole, sentences = passage.doc, passage.doc.text, _sentences(passage.doc, count)
        starts = [token.idx for token in doc]
        last, previous = 0, -1
        for start, end in cut(whole):
            at = max(0, bisect_right(starts, start) - 1)
            text, number = whole[start:end], sentences[at]
            yield Word(
                text=text,
                key=fold(text),
                start=passage.start + start,
                end=passage.start + end,
                sentence=number,
                gap=whole[last:start],
                first=number != previous,
                tag=doc[at].pos_,
            )
            last, previous = end, number
        count = sentences[-1] + 1 if sentences else count


def _sentences(doc: Doc, count: int) -> list[int]:
    """The number of each token's sentence, counted on from those before."""
    numbers: list[int] = []
    for token in doc:
        if numbers and token.is_sent_start:
            count += 1
        numbers.append(count)
    return numbers
