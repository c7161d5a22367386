"""Where the rules of a grammar match: a lattice of edges over tokens, and the longest of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eventgraph.timex.grammar import Grammar, Node, Rule, fill
from eventgraph.timex.numerals import numeral_edges
from eventgraph.timex.pattern import Sequence
from eventgraph.timex.tokens import Token

_AND = (
    "و"  # the one Arabic proclitic that may stand inside an expression: "between Friday and-Sunday"
)
_MAX_EDGES = 40  # per token; more come only from text made to be slow


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


@dataclass(frozen=True, slots=True)
class _Edge:
    category: str
    value: str
    end: int
    skip: int = 0


@dataclass(frozen=True, slots=True)
class _Match:
    rule: Rule
    sequence: Sequence
    start: int
    path: tuple[_Edge, ...]

    @property
    def end(self) -> int:
        return self.path[-1].end


def scan(text: str, tokens: list[Token], grammar: Grammar) -> list[Found]:
    """All expressions, left to right, without overlap; the longest win.

    >>> from eventgraph.timex.grammar import grammar
    >>> from eventgraph.timex.tokens import tokenize
    >>> text = "It began in May 2011."
    >>> [found.form for found in scan(text, tokenize(text), grammar("en"))]
    ['year=2011 month=5']
    """
    lattice = [_lexical(text, tokens, at, grammar) for at in range(len(tokens))]
    for level in grammar.levels[:-1]:
        _apply(level, tokens, lattice)
    return list(_choose(grammar.levels[-1], tokens, lattice))


def _apply(level: Node, tokens: list[Token], lattice: list[list[_Edge]]) -> None:
    """Add the edges that one level of rules makes; of two readings of the same words the first rule's."""
    made: list[tuple[int, _Edge]] = []
    for at in range(len(tokens)):
        matches = sorted(
            _matches(level, tokens, lattice, at), key=lambda match: match.rule.priority
        )
        first = {(match.rule.category, match.end): match for match in reversed(matches)}
        made += ((at, _edge(match)) for match in first.values())
    for at, edge in made:
        if len(lattice[at]) < _MAX_EDGES:
            lattice[at].append(edge)


def _edge(match: _Match) -> _Edge:
    form = fill(match.rule.forms[0], _values(match)) if match.rule.forms else ""
    return _Edge(match.rule.category, form, match.end, match.path[0].skip)


def _choose(top: Node, tokens: list[Token], lattice: list[list[_Edge]]) -> Iterator[Found]:
    """The longest matches, context included, whose spans do not overlap, in text order."""
    matches = [match for at in range(len(tokens)) for match in _matches(top, tokens, lattice, at)]
    taken = bytearray(len(tokens))
    chosen = [match for match in sorted(matches, key=_rank) if _take(match, taken)]
    for group, match in enumerate(sorted(chosen, key=_begin)):
        yield from _spans(match, group)


def _rank(match: _Match) -> tuple[int, int, int, int]:
    start = _begin(match)
    _, end = _borders(match, match.sequence.spans[-1])
    return match.start - match.end, start - end, start, match.rule.priority


def _begin(match: _Match) -> int:
    return _borders(match, match.sequence.spans[0])[0]


def _take(match: _Match, taken: bytearray) -> bool:
    """Mark the tokens of a match; not when one is marked already."""
    spans = [_borders(match, span) for span in match.sequence.spans]
    if any(any(taken[start:end]) for start, end in spans):
        return False
    for start, end in spans:
        taken[start:end] = b"\1" * (end - start)
    return True


def _borders(match: _Match, span: tuple[int, int]) -> tuple[int, int]:
    """The tokens that a span of a match covers."""
    first, last = span
    start = match.path[first - 1].end if first else match.start
    return start, match.path[last - 1].end


def _spans(match: _Match, group: int) -> Iterator[Found]:
    values = _values(match)
    for span, form in zip(match.sequence.spans, match.rule.forms, strict=False):
        skip = match.path[span[0]].skip
        yield Found(*_borders(match, span), fill(form, values), skip, group)


def _values(match: _Match) -> dict[str, str]:
    """The value of each category on the path; a second one of the same name has a 2 behind it."""
    values: dict[str, str] = {}
    for key, edge in zip(match.sequence.keys, match.path, strict=True):
        name, number = key, 1
        while name in values:
            number += 1
            name = f"{key}{number}"
        if edge.category:
            values[name] = edge.value
    return values


def _matches(
    top: Node, tokens: list[Token], lattice: list[list[_Edge]], at: int
) -> Iterator[_Match]:
    """All ways to match from a token on, by depth-first search with a stack."""
    if not lattice[at] and tokens[at].key not in top.next:
        return
    stack: list[tuple[Node, int, tuple[_Edge, ...]]] = [(top, at, ())]
    while stack:
        node, here, path = stack.pop()
        for rule, sequence in node.ends:
            yield _Match(rule, sequence, at, path)
        if here >= len(tokens) or (path and tokens[here].broken):
            continue
        token = tokens[here]
        if following := node.next.get(token.key):
            stack.append((following, here + 1, (*path, _Edge("", token.key, here + 1))))
        stack += (
            (node.next[edge.category], edge.end, (*path, edge))
            for edge in lattice[here]
            if edge.category in node.next and (not path or edge.skip == 0 or token.key[0] == _AND)
        )


def _lexical(text: str, tokens: list[Token], at: int, grammar: Grammar) -> list[_Edge]:
    token = tokens[at]
    if token.key.isdigit():
        return [_Edge(*edge) for edge in numeral_edges(text, tokens, at, grammar.settings)]
    if token.raw in grammar.settings.get("names", ()):
        return []
    edges = list(_words(tokens, at, token.key, 0, grammar))
    for proclitic in grammar.settings.get("proclitics", "") if len(token.key) > 2 else "":
        if token.key[0] == proclitic:
            skip = 1 if token.raw[0] == proclitic else 0
            edges += _words(tokens, at, token.key[1:], skip, grammar)
    return edges


def _words(tokens: list[Token], at: int, key: str, skip: int, grammar: Grammar) -> Iterator[_Edge]:
    for word in grammar.words.get(key, ()):
        end = at + 1 + len(word.rest)
        if key in grammar.cased and tokens[at].raw[0].islower():
            continue
        if key in grammar.lower and _is_name(tokens, at):
            continue
        if _follows(tokens, at + 1, word.rest):
            yield _Edge(word.category, word.value, end, skip)


def _is_name(tokens: list[Token], at: int) -> bool:
    """Whether a word is written like a part of a name: "Daily Mail", "USA Today"."""
    if not tokens[at].raw[0].isupper():
        return False
    neighbours = tokens[max(0, at - 1) : at] + tokens[at + 1 : at + 2]
    return any(token.raw[0].isupper() and not token.broken for token in neighbours)


def _follows(tokens: list[Token], at: int, rest: tuple[str, ...]) -> bool:
    return len(tokens) >= at + len(rest) and all(
        tokens[at + i].key == key and not tokens[at + i].broken for i, key in enumerate(rest)
    )
