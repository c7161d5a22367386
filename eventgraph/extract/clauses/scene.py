"""What the clauses of one sentence are read with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from eventgraph.model import Timex

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence

    from eventgraph.extract.clauses.grammar import Grammar
    from eventgraph.extract.clauses.named import Entities
    from eventgraph.extract.clauses.numerals import Numeral
    from eventgraph.extract.clauses.tree import Node
    from eventgraph.extract.passages import Passage
    from eventgraph.languages.nouns import Nouns


@dataclass(slots=True)
class Scene:
    """One sentence.

    Attributes:
        passage: The passage around it.
        sentence: The sentence.
        nodes: Its tree, by token index.
        entities: Which tokens are names.
        nouns: Noun classes of its language.
        grammar: Grammar of its language.
        predicates: Dictionary forms of nouns and adjectives that head a clause of their own.
        compounds: Words before a noun with which it heads a clause, by the noun.
        timexes: All time expressions of the article.
        timed: Index of the time expression that a token is part of.
        numerals: Its numbers by the index of their last token.
        titled: Tokens inside the title of a work or of a name that the names do not know.
        heads: Tokens that head a clause; filled while reading.
    """

    passage: Passage
    sentence: Sentence
    nodes: Mapping[int, Node]
    entities: Entities
    nouns: Nouns
    grammar: Grammar
    predicates: frozenset[str]
    compounds: Mapping[str, Sequence[frozenset[str]]]
    timexes: Sequence[Timex]
    timed: Mapping[int, int]
    numerals: Mapping[int, Numeral]
    titled: frozenset[int] = frozenset()
    heads: set[int] = field(default_factory=set)

    def happening(self, node: Node) -> bool:
        """Whether a noun heads a nominal clause."""
        return node.i in self.heads and not node.is_verb
