"""The lines of a text as blocks: what is judged, and kept or left out, as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from eventgraph.model import Span

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\xad"
_CLOSING = "\"'”’»›)]}*_` \t\xa0" + _INVISIBLE
_STOPS = ".!?؟。！？۔।"
_ELLIPSIS = re.compile(r"(…|\.\s?\.\s?\.|\[\s*…\s*\])$")
_WORD = re.compile(r"\w[\w'’.-]*")
_MARKDOWN = re.compile(r"(#{1,6}|>)[ \t]+(?=\S)")
_BULLET = re.compile(r"[•●▪◦‣·■□►▶»*\-–—]\s")


@dataclass(frozen=True)  # without slots: what is read off the text is kept
class Block:
    """A line, or the lines of a paragraph that a mail program or wire has wrapped.

    Attributes:
        span: Without the blanks around it.
        text: The characters of the span.
        gap: Number of blank lines before it.
        bulleted: Whether it is an item of a list.
    """

    span: Span
    text: str
    gap: int = 0
    bulleted: bool = False

    @cached_property
    def words(self) -> int:
        """How many words it has, counted up to 60."""
        return _count_words(self.text)

    @cached_property
    def stops(self) -> bool:
        """Whether it ends as a sentence does; an ellipsis is a cut, not an end."""
        end = self.text.rstrip(_CLOSING)
        return end.endswith(tuple(_STOPS)) and not _ELLIPSIS.search(end)

    @cached_property
    def is_cut(self) -> bool:
        """Whether it ends in an ellipsis, as a teaser does."""
        return bool(_ELLIPSIS.search(self.text.rstrip(_CLOSING)))

    @cached_property
    def is_cased(self) -> bool:
        """Whether its script has capitals."""
        return self.text.lower() != self.text.upper()

    @cached_property
    def asks(self) -> bool:
        """Whether it ends in a question or exclamation mark."""
        return self.text.rstrip(_CLOSING).endswith(("?", "!", "؟", "？", "！"))

    @cached_property
    def is_prose(self) -> bool:
        """Whether it reads as running text: a whole sentence, or more words than a headline has."""
        sentence = self.stops and self.words >= (15 if self.asks else 7)  # headlines ask, too
        return sentence or self.words >= 30


def _count_words(text: str) -> int:
    return sum(1 for _ in zip(_WORD.finditer(text), range(60), strict=False))


def is_name(text: str, longest: int) -> bool:
    """Whether a line is so short and so capitalised that it is a name, not a statement.

    >>> is_name("Asharq Al-Awsat", 4), is_name("Death for Orozco", 4)
    (True, True)
    >>> is_name("No injuries reported", 4)
    False
    """
    words = [word for word in text.split() if len(word) > 3 and word[:1].isalpha()]
    return (
        bool(words)
        and _count_words(text) <= longest
        and not any(word[:1].islower() for word in words)
    )


def split_blocks(text: str) -> tuple[Block, ...]:
    r"""The blocks of a text, in order; their spans leave out blanks and invisible marks around them.

    >>> [block.text for block in split_blocks(" Rain fell.\r\n\r\nThe river rose. ")]
    ['Rain fell.', 'The river rose.']
    """
    lines = _lines(text)
    return tuple(_unwrap(lines, text)) if _is_wrapped(lines) else tuple(lines)


def _lines(text: str) -> list[Block]:
    lines: list[Block] = []
    end = 0
    for match in _LINE.finditer(text):
        start, stop = _trim(text, match.start(), match.end())
        if mark := _MARKDOWN.match(text, start, stop):
            start = mark.end()
        if start < stop:
            gap = len(_BREAK.findall(text, end, start)) - 1
            shown = text[start:stop]
            bulleted = _BULLET.match(shown) is not None
            lines.append(Block(Span(start, stop), shown, max(gap, 0) if lines else 0, bulleted))
            end = stop
    return lines


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return start, end


def _is_wrapped(lines: Sequence[Block]) -> bool:
    """Whether lines are broken at a column: none is long, and those that go on are nearly full."""
    if len(lines) < 4 or max(len(line.text) for line in lines) > 130:
        return False
    width = max(len(line.text) for line in lines)
    going_on = [
        len(line.text) for line, after in pairwise(lines) if after.gap == 0 and not line.stops
    ]
    full = sum(1 for length in going_on if length >= 0.75 * width)
    return len(going_on) >= 3 and width >= 40 and full >= 0.8 * len(going_on)


def _unwrap(lines: Sequence[Block], text: str) -> list[Block]:
    width = max(len(line.text) for line in lines)
    joined: list[Block] = []
    goes_on = False
    for line in lines:
        if joined and line.gap == 0 and goes_on and not line.bulleted:
            span = Span(joined[-1].span.start, line.span.end)
            joined[-1] = replace(joined[-1], span=span, text=span.of(text))
        else:
            joined.append(line)
        goes_on = len(line.text) >= (0.7 if line.stops else 0.5) * width
    return joined
