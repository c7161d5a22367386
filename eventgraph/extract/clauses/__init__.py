"""Clauses: what a careful reader takes from the grammar around one predicate.

A language's own parser makes them, or its dependency parse; neither knows what an event is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventgraph.extract.clauses.dependency import parse_clauses
from eventgraph.languages import language
from eventgraph.languages.parser import clause_parser
from eventgraph.model import Article, Clause, Mention, Timex

if TYPE_CHECKING:
    from eventgraph.extract.passages import Passage

__all__ = ["find_clauses"]


def find_clauses(
    article: Article,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    predicates: frozenset[str],
) -> tuple[Clause, ...]:
    """The clauses of an article, sorted by predicate; none where nothing parses its language.

    Args:
        article: The article.
        passages: Its passages.
        mentions: Its entity mentions, sorted by span.
        timexes: Its time expressions, sorted by span.
        predicates: Dictionary forms of the nouns and adjectives that head a clause of their own.
    """
    if own := clause_parser(language(article.language)):
        return own(article, passages, mentions, timexes, predicates)
    parsed = tuple(passage for passage in passages if passage.doc.has_annotation("DEP"))
    return parse_clauses(article, parsed, mentions, timexes, predicates)
