"""Half-open ranges of Unicode code points in an article's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in an article's text.

    >>> Span(0, 4).of("Rain fell")
    'Rain'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of the range."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other range lies within this one."""
        return self.start <= other.start and other.end <= self.end
