"""Where something is said."""

from __future__ import annotations

from dataclasses import dataclass

from eventgraph.model.span import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something is said: article, words and sentence.

    Attributes:
        article: Article id.
        span: The words.
        text: Their characters.
        sentence: The sentence around them; none where only the words matter.
        timex: Text and TIMEX3 value of the expression that dates it; none when undated.
    """

    article: str
    span: Span
    text: str
    sentence: Span | None = None
    timex: tuple[str, str] | None = None
