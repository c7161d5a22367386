"""The words of an event as a decision writes them down: its sentence, with the trigger marked."""

from __future__ import annotations

from eventgraph.model import Span

OPEN, CLOSE = "⟦", "⟧"  # around the trigger in a quote


def quote(text: str, sentence: Span | None, at: Span) -> str:
    """A sentence with its trigger marked, blanks made one: what a decision writes down of an event.

    >>> quote("Rain fell. A fire broke out.", Span(11, 28), Span(13, 17))
    'A ⟦fire⟧ broke out.'
    """
    around = sentence or at
    pieces = (
        text[around.start : at.start], OPEN, text[at.start : at.end], CLOSE, text[at.end : around.end],
    )  # fmt: skip
    return " ".join("".join(pieces).split())


def trigger_of(words: str) -> str:
    """The trigger of a quote; empty when none is marked.

    >>> trigger_of("A ⟦fire⟧ broke out.")
    'fire'
    """
    return words.partition(OPEN)[2].partition(CLOSE)[0]
