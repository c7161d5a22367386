"""Arabic sentences with the names and time expressions that lie over their words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eventgraph.languages.ar.tokens import Word, words_of
from eventgraph.languages.parser import Passage
from eventgraph.model import Article, Mention, Span, Timex

LONGEST = 400  # words; what is longer is a table or hostile, and is read in pieces


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the parser reads it.

    Attributes:
        words: Words and signs.
        span: Where it stands.
        part: Index into ``Article.parts``.
        names: Per word the index of the mention that covers it, or none.
        dates: Per word the index of the timex that covers it, or none.
        mentions: All mentions of the article.
        timexes: All time expressions of the article.
        text: Of the article.
        leads: Whether it stands in the first passage of the body.
    """

    words: tuple[Word, ...]
    span: Span
    part: int
    names: tuple[int | None, ...]
    dates: tuple[int | None, ...]
    mentions: Sequence[Mention]
    timexes: Sequence[Timex]
    text: str
    leads: bool

    def at(self, index: int) -> str:
        """The folded word at an index; empty for a sign or outside the sentence."""
        return self.words[index].folded if 0 <= index < len(self.words) else ""

    def sign(self, index: int) -> str:
        """The sign at an index; empty for a word or outside the sentence."""
        inside = 0 <= index < len(self.words)
        return self.words[index].text if inside and not self.words[index].is_word else ""


def sentences(
    article: Article,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
) -> Iterator[Sentence]:
    """All sentences of an article, in text order."""
    names = _Cover([mention.span for mention in mentions])
    dates = _Cover([timex.span for timex in timexes])
    for number, passage in enumerate(passages):
        for piece in passage.doc.sents:
            start = passage.start + piece.start_char
            words = words_of(article.text, Span(start, start + len(piece.text)))
            for at in range(0, len(words), LONGEST):
                some = words[at : at + LONGEST]
                yield Sentence(
                    some,
                    Span(some[0].span.start, some[-1].span.end),
                    passage.part,
                    tuple(names.over(word.span) for word in some),
                    tuple(dates.over(word.span) for word in some),
                    mentions,
                    timexes,
                    article.text,
                    number == 0,
                )


class _Cover:
    """Which of many spans, in text order, covers a word."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._order = sorted(range(len(spans)), key=lambda index: spans[index])
        self._starts = [spans[index].start for index in self._order]
        self._spans = spans

    def over(self, span: Span) -> int | None:
        """Index of the span that covers a word, if any."""
        place = bisect_right(self._starts, span.end - 1) - 1
        for back in range(place, max(place - 4, -1), -1):  # names hardly ever nest deeper
            if self._spans[self._order[back]].overlaps(span):
                return self._order[back]
        return None
