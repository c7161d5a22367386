"""The edges that words, numbers and rules span over the tokens of a text, and the matches that they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from eventgraph.timex.grammar.compiled import Grammar, Node, Rule
from eventgraph.timex.grammar.pattern import Sequence
from eventgraph.timex.grammar.template import fill
from eventgraph.timex.matching.numerals import numeral_edges
from eventgraph.timex.matching.tokens import Token

_AND = "و"  # "and", the one Arabic proclitic that may stand inside: "between Friday and-Sunday"
_MAX_EDGES = 40  # per token; more come only from text made to be slow

Lattice = list[list["Edge"]]


class Edge(NamedTuple):
    """A reading of some tokens.

    Attributes:
        category: Name that patterns use for it; empty for a literal word.
        value: Value or form that placeholders take from it.
        end: Index behind its last token.
        skip: Characters of its first token that do not belong to it (an Arabic proclitic).
    """

    category: str
    value: str
    end: int
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits from a token on, by way of these edges."""

    rule: Rule
    sequence: Sequence
    start: int
    path: tuple[Edge, ...]

    @property
    def end(self) -> int:
        """Index behind its last token, context included."""
        return self.path[-1].end


def build(text: str, tokens: list[Token], grammar: Grammar) -> Lattice:
    """The edges that start at each token: of the lexicon, of numerals and of all rules but the last level."""
    lattice = [_lexical(text, tokens, at, grammar) for at in range(len(tokens))]
    for level in grammar.levels[:-1]:
        _apply(level, tokens, lattice)
    return lattice


def _apply(level: Node, tokens: list[Token], lattice: Lattice) -> None:
    """Add the edges that one level of rules makes; of two readings of the same words the first rule's."""
    made: list[tuple[int, Edge]] = []
    for at in _openings(level, tokens, lattice):
        matches = sorted(matches_at(level, tokens, lattice, at), key=_late)
        first = {(match.rule.category, match.end): match for match in matches}
        made += ((at, _edge(match)) for match in first.values())
    for at, edge in made:
        if len(lattice[at]) < _MAX_EDGES:
            lattice[at].append(edge)


def _openings(top: Node, tokens: list[Token], lattice: Lattice) -> Iterator[int]:
    """The tokens that a match may begin with: in running text few words are of any use to a grammar."""
    keys = top.next
    for at, (token, edges) in enumerate(zip(tokens, lattice, strict=True)):
        if token.key in keys or any(edge.category in keys for edge in edges):
            yield at


def _late(match: Match) -> int:
    return -match.rule.priority


def _edge(match: Match) -> Edge:
    form = fill(match.rule.forms[0], values_of(match)) if match.rule.forms else ""
    return Edge(match.rule.category, form, match.end, match.path[0].skip)


def values_of(match: Match) -> dict[str, str]:
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


def all_matches(top: Node, tokens: list[Token], lattice: Lattice) -> list[Match]:
    """All ways to match from any token on."""
    return [
        match
        for at in _openings(top, tokens, lattice)
        for match in matches_at(top, tokens, lattice, at)
    ]


def matches_at(top: Node, tokens: list[Token], lattice: Lattice, at: int) -> Iterator[Match]:
    """All ways to match from a token on, by depth-first search with a stack."""
    stack: list[tuple[Node, int, tuple[Edge, ...]]] = [(top, at, ())]
    while stack:
        node, here, path = stack.pop()
        for rule, sequence in node.ends:
            yield Match(rule, sequence, at, path)
        if here >= len(tokens) or (path and tokens[here].broken):
            continue
        token = tokens[here]
        if following := node.next.get(token.key):
            stack.append((following, here + 1, (*path, Edge("", token.key, here + 1))))
        stack += (
            (node.next[edge.category], edge.end, (*path, edge))
            for edge in lattice[here]
            if edge.category in node.next and (not path or edge.skip == 0 or token.key[0] == _AND)
        )


def _lexical(text: str, tokens: list[Token], at: int, grammar: Grammar) -> list[Edge]:
    token = tokens[at]
    if token.key.isdigit():
        return [Edge(*edge) for edge in numeral_edges(text, tokens, at, grammar.settings)]
    if token.raw in grammar.settings.get("names", ()):
        return []
    edges = list(_words(tokens, at, token.key, 0, grammar)) if token.key in grammar.words else []
    if len(token.key) > 2 and token.key[0] in grammar.settings.get("proclitics", ""):
        skip = 1 if token.raw[0] == token.key[0] else 0
        edges += _words(tokens, at, token.key[1:], skip, grammar)
    return edges


def _words(tokens: list[Token], at: int, key: str, skip: int, grammar: Grammar) -> Iterator[Edge]:
    for word in grammar.words.get(key, ()):
        end = at + 1 + len(word.rest)
        if key in grammar.cased and tokens[at].raw[0].islower():
            continue
        if key in grammar.lower and _is_name(tokens, at):
            continue
        if _follows(tokens, at + 1, word.rest):
            yield Edge(word.category, word.value, end, skip)


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
