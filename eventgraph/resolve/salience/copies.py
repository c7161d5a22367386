"""Copies of one text under several mastheads, so that a syndicated report counts as one source."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest
from itertools import chain, groupby
from math import ceil
from zlib import crc32

from eventgraph.model import Article
from eventgraph.names import fold_text

WORDS = 5  # words in a shingle
SKETCH = 64  # shingles kept of an article: the least by hash, the same for the same text
ALIKE = 0.5  # share of common shingles from which two articles are copies
COMMON = 40  # a shingle in more articles than that is a formula, not a copy

Sketch = Sequence[int]  # marks, sorted


def originals(articles: Sequence[Article]) -> dict[str, str]:
    """Article id to the id of the first of its copies; an article without copies stands for itself.

    Source:
        Broder (1997), On the resemblance and containment of documents: a sketch of the least shingle
        hashes estimates the share of common shingles. Chaudhuri, Ganti and Kaushik (2006), A primitive
        operator for similarity joins: whatever is alike enough shares one of its rarest marks.
    """
    sketches = {a.id: _sketch(a) for a in sorted(articles, key=lambda article: article.id)}
    holders = _shared(sketches.values())
    seen: dict[int, list[str]] = defaultdict(list)
    first: dict[str, str] = {}
    for article, sketch in sketches.items():
        rare = _rarest(sketch, holders)
        earlier = {other for mark in rare for other in seen[mark]}
        own = frozenset(sketch)
        copied = [one for one in earlier if _are_alike(own, sketches[one], holders)]
        first[article] = first[min(copied)] if copied else article
        for mark in rare:
            seen[mark].append(article)
    return first


def _sketch(article: Article) -> Sketch:
    words = fold_text(" ".join(span.of(article.text) for span in article.body)).split()
    shingles = {" ".join(words[i : i + WORDS]) for i in range(max(1, len(words) - WORDS + 1))}
    least = nsmallest(SKETCH, (crc32(shingle.encode()) for shingle in shingles))
    return array("I", sorted(set(least)))


def _shared(sketches: Iterable[Sketch]) -> dict[int, int]:
    """How many articles have each mark, of the marks that several have."""
    runs = ((mark, sum(1 for _ in same)) for mark, same in groupby(sorted(chain(*sketches))))
    return {mark: count for mark, count in runs if count > 1}


def _telling(sketch: Iterable[int], holders: Mapping[int, int]) -> list[int]:
    """The marks that are no formulas, the rarest first."""
    kept = [mark for mark in sketch if holders.get(mark, 1) <= COMMON]
    return sorted(kept, key=lambda mark: (holders.get(mark, 1), mark))


def _rarest(sketch: Sketch, holders: Mapping[int, int]) -> list[int]:
    """The marks of which an article that is alike must share one."""
    telling = _telling(sketch, holders)
    enough = len(telling) - ceil(ALIKE * len(telling)) + 1
    return [mark for mark in telling[:enough] if mark in holders]


def _are_alike(own: frozenset[int], other: Sketch, holders: Mapping[int, int]) -> bool:
    """Whether enough shingles are common among the least of both together, and without the formulas."""
    common = own.intersection(other)
    if len(common) < ALIKE * max(len(own), len(other)):
        return False
    least = nsmallest(SKETCH, own.union(other))
    if sum(mark in common for mark in least) < ALIKE * len(least):
        return False
    here, there, both = (len(_telling(marks, holders)) for marks in (own, other, common))
    return both >= ALIKE * max(here, there)
