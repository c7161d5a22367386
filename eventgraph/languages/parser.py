"""What a language that parses itself offers: ``parse_clauses`` in the ``parser.py`` of its folder.

A language without that file is read from the dependency parse of its spaCy pipeline, where it has one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol

from eventgraph.model import Article, Clause, Mention, Timex

if TYPE_CHECKING:
    from eventgraph.languages import Language

    ClauseParser = Callable[
        [Article, Sequence["Passage"], Sequence[Mention], Sequence[Timex], frozenset[str]],
        tuple[Clause, ...],
    ]


class Passage(Protocol):
    """A stretch of an article as tokens.

    Attributes:
        doc: A spaCy doc: tokens and sentence borders, no parse where the language has no pipeline.
        start: Where it begins in the article's text.
        part: Index into ``Article.parts``.
    """

    @property
    def doc(self) -> Any:
        """Its tokens."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def part(self) -> int:
        """Its part."""


def clause_parser(language: Language) -> ClauseParser | None:
    """The function that makes a language's clauses, none where its folder has no ``parser.py``.

    It is called with the article, its passages, its mentions and its time expressions (both sorted by
    span), and the dictionary forms of the nouns that the language's frames and status table know:
    those make nominal clauses. It gives the clauses sorted by predicate.
    """
    name = f"{language.package}.parser"
    if language.package == "eventgraph.languages" or find_spec(name) is None:
        return None  # a language without data: this very module would be its parser
    found: ClauseParser = import_module(name).parse_clauses
    return found
