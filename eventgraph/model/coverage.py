"""What was read of the articles in one language, and with what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a build read of one language: a reader has to know what could not be found.

    Attributes:
        language: ISO 639-1 code.
        articles: How many there are.
        model: Name, version and hash of what names (and sentences) were read with; none is rules alone.
        dates: Whether dates were read by a grammar of the language.
        events: Whether events were read.
        lacking: What a user who asked for it went on without.
        more: The command that would have more of the language read.
    """

    language: str
    articles: int
    model: str | None = None
    dates: bool = False
    events: bool = False
    lacking: str | None = None
    more: str | None = None
