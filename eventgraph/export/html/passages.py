"""The text that travels with the page: each quoted sentence once, whole articles while there is room."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from eventgraph.model import Article, Evidence, Span

_WINDOW = 90  # characters shown on both sides of words whose sentence is unknown


def utf16(text: str, offset: int) -> int:
    """An offset in code points as JavaScript counts it, in UTF-16 units.

    >>> utf16("a😀b", 2)
    3
    """
    return offset + sum(character > "\uffff" for character in text[:offset])


def _units(text: str, begin: int, at: int) -> int:
    """UTF-16 units between two offsets, without a walk through all that lies between."""
    wide = _wide(text)
    return at - begin + bisect_left(wide, at) - bisect_left(wide, begin)


@lru_cache(maxsize=4)  # an article is asked for all its quotes, one after the other
def _wide(text: str) -> list[int]:
    """Where the characters of a text stand that take two units."""
    return [at for at, character in enumerate(text) if character > "\uffff"]


def merged(spans: Iterable[Span]) -> list[Span]:
    """Overlapping and touching spans joined, in text order.

    >>> merged([Span(4, 9), Span(0, 5), Span(12, 13)])
    [Span(start=0, end=9), Span(start=12, end=13)]
    """
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def around(article: Article, evidence: Evidence) -> Span:
    """The sentence of an evidence, or a window of words where no sentence is known."""
    if evidence.sentence is not None:
        return Span(
            min(evidence.sentence.start, evidence.span.start),
            max(evidence.sentence.end, evidence.span.end),
        )
    inside = next((span for span in article.body if span.covers(evidence.span)), evidence.span)
    start = max(inside.start, evidence.span.start - _WINDOW)
    end = min(inside.end, evidence.span.end + _WINDOW)
    return Span(
        _word_start(article.text, inside.start, start), _word_end(article.text, inside.end, end)
    )


def _word_start(text: str, floor: int, at: int) -> int:
    """The next word start, so that a window does not begin inside a word."""
    blank = text.find(" ", at, at + 30)
    return at if at <= floor or blank < 0 else blank + 1


def _word_end(text: str, ceiling: int, at: int) -> int:
    blank = text.rfind(" ", max(0, at - 30), at)
    return at if at >= ceiling or blank < 0 else blank


@dataclass(frozen=True, slots=True)
class Passages:
    """The stretches of one article that the page carries.

    Attributes:
        text: Of the article.
        spans: Disjoint, in text order.
        whole: Whether the article's body is all there.
    """

    text: str
    spans: tuple[Span, ...]
    whole: bool

    def texts(self) -> list[str]:
        """The characters of each passage."""
        return [span.of(self.text) for span in self.spans]

    def locate(self, span: Span) -> tuple[int, int, int] | None:
        """Passage number, start and end in UTF-16 units within it; none when it is not carried."""
        low, high = 0, len(self.spans)
        while low < high:
            middle = (low + high) // 2
            if self.spans[middle].end < span.end:
                low = middle + 1
            else:
                high = middle
        if low == len(self.spans) or not self.spans[low].covers(span):
            return None
        begin = self.spans[low].start
        start, end = (_units(self.text, begin, at) for at in (span.start, span.end))
        return low, start, end


def carry(
    articles: Iterable[Article], wanted: dict[str, list[Span]], budget: int
) -> Iterator[Passages]:
    """Passages of each article: what is quoted always, the whole body while the budget lasts.

    Args:
        articles: In the order of the result.
        wanted: Quoted ranges per article id.
        budget: UTF-8 bytes that whole bodies may take together; the most quoted articles come first.
    """
    listed = list(articles)
    order = sorted(listed, key=lambda a: (-len(wanted.get(a.id, ())), a.id))
    whole: set[str] = set()
    for article in order:
        size = sum(
            len(span.of(article.text).encode("utf-8", "surrogatepass")) for span in article.body
        )
        if size <= budget:
            budget -= size
            whole.add(article.id)
    for article in listed:
        body = article.body if article.id in whole else ()
        spans = tuple(
            span for span in merged([*wanted.get(article.id, []), *body]) if span.end > span.start
        )
        yield Passages(article.text, spans, article.id in whole)
