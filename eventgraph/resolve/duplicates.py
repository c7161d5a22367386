"""Copies of one text under several mastheads, so that a syndicated report counts as one source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from zlib import crc32

from eventgraph.model import Article
from eventgraph.names import fold

WORDS = 5  # words in a shingle
SKETCH = 64  # shingles kept of an article: the least by hash, the same for the same text
ALIKE = 0.5  # share of common shingles from which two articles are copies
COMMON = 40  # a shingle in more articles than that is a formula, not a copy


def originals(articles: Sequence[Article]) -> dict[str, str]:
    """Article id to the id of the first of its copies; an article without copies stands for itself.

    Source:
        Broder (1997), On the resemblance and containment of documents: a sketch of the least shingle
        hashes estimates the share of common shingles.
    """
    sketches = {article.id: _sketch(article) for article in articles}
    holders: dict[int, list[str]] = defaultdict(list)
    for article in sorted(sketches):
        for mark in sketches[article]:
            holders[mark].append(article)
    first = {article: article for article in sorted(sketches)}
    for article in sorted(sketches):
        for other in _candidates(article, sketches, holders):
            if _likeness(sketches[other], sketches[article]) >= ALIKE:
                first[article] = first[other]
                break
    return first


def _candidates(
    article: str, sketches: Mapping[str, frozenset[int]], holders: Mapping[int, list[str]]
) -> list[str]:
    """Earlier articles that share enough marks to be a copy, sorted; formulas may be shared or not."""
    own = sketches[article]
    telling = [holders[mark] for mark in own if len(holders[mark]) <= COMMON]
    shared = Counter(other for found in telling for other in found if other < article)
    formulas = len(own) - len(telling)
    return sorted(
        other
        for other, count in shared.items()
        if count + formulas >= ALIKE * max(len(own), len(sketches[other]))
    )


def _sketch(article: Article) -> frozenset[int]:
    words = fold(" ".join(span.of(article.text) for span in article.body)).split()
    shingles = {" ".join(words[i : i + WORDS]) for i in range(max(1, len(words) - WORDS + 1))}
    return frozenset(nsmallest(SKETCH, (crc32(shingle.encode()) for shingle in shingles)))


def _likeness(a: frozenset[int], b: frozenset[int]) -> float:
    """Share of common shingles among the least of both together."""
    least = nsmallest(SKETCH, a | b)
    return sum(mark in a and mark in b for mark in least) / max(1, len(least))
