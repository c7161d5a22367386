"""Which matches of a grammar are the expressions of a text: the longest, without overlap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eventgraph.timex.grammar.compiled import Grammar, Node
from eventgraph.timex.grammar.template import fill
from eventgraph.timex.matching.lattice import Lattice, Match, all_matches, build, values_of
from eventgraph.timex.matching.tokens import Token


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of tokens that an expression covers, and what it says.

    Attributes:
        start: Index of its first token.
        end: Index behind its last token.
        form: See `form`.
        skip: Characters of its first token that do not belong to it (an Arabic conjunction).
        group: Number of the match that it is from; the two ends of an interval share it.
    """

    start: int
    end: int
    form: str
    skip: int
    group: int


def scan(text: str, tokens: list[Token], grammar: Grammar) -> list[Found]:
    """All expressions, left to right, without overlap; the longest win.

    >>> from eventgraph.timex.grammar.compiled import grammar
    >>> from eventgraph.timex.matching.tokens import tokenize
    >>> text = "It began in May 2011."
    >>> [found.form for found in scan(text, tokenize(text), grammar("en"))]
    ['year=2011 month=5']
    """
    return list(_choose(grammar.levels[-1], tokens, build(text, tokens, grammar)))


def _choose(top: Node, tokens: list[Token], lattice: Lattice) -> Iterator[Found]:
    """The longest matches, context included, whose spans do not overlap, in text order."""
    matches = all_matches(top, tokens, lattice)
    taken = bytearray(len(tokens))
    chosen = [match for match in sorted(matches, key=_rank) if _take(match, taken)]
    for group, match in enumerate(sorted(chosen, key=_begin)):
        yield from _spans(match, group)


def _rank(match: Match) -> tuple[int, int, int, int]:
    start = _begin(match)
    _, end = _borders(match, match.sequence.spans[-1])
    return match.start - match.end, start - end, start, match.rule.priority


def _begin(match: Match) -> int:
    return _borders(match, match.sequence.spans[0])[0]


def _take(match: Match, taken: bytearray) -> bool:
    """Mark the tokens of the spans of a match; not when one is marked already."""
    spans = [_borders(match, span) for span in match.sequence.spans]
    if any(any(taken[start:end]) for start, end in spans):
        return False
    for start, end in spans:
        taken[start:end] = b"\1" * (end - start)
    return True


def _borders(match: Match, span: tuple[int, int]) -> tuple[int, int]:
    """The tokens that a span of a match covers."""
    first, last = span
    start = match.path[first - 1].end if first else match.start
    return start, match.path[last - 1].end


def _spans(match: Match, group: int) -> Iterator[Found]:
    values = values_of(match)
    for span, form in zip(match.sequence.spans, match.rule.forms, strict=False):
        skip = match.path[span[0]].skip
        yield Found(*_borders(match, span), fill(form, values), skip, group)
