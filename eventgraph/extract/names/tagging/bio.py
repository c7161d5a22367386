"""Labels per word in the BIO scheme, as taggers read and write them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from eventgraph.model import EntityType

OUTSIDE = "O"
LABELS: Mapping[EntityType, str] = {"person": "PER", "place": "LOC", "organization": "ORG"}
TYPES: Mapping[str, EntityType] = {label: kind for kind, label in LABELS.items()}


@dataclass(frozen=True, slots=True, order=True)
class Chunk:
    """Words from one index up to another that bear one label."""

    start: int
    end: int
    label: str


def chunks(tags: Sequence[str]) -> Iterator[Chunk]:
    """The labelled stretches of a row of BIO tags; an I without its B begins one.

    >>> list(chunks(["B-PER", "I-PER", "O", "B-LOC"]))
    [Chunk(start=0, end=2, label='PER'), Chunk(start=3, end=4, label='LOC')]
    """
    start: int | None = None
    for index, tag in enumerate((*tags, OUTSIDE)):
        if start is not None and not (tag[0] == "I" and tag[2:] == tags[start][2:]):
            yield Chunk(start, index, tags[start][2:])
            start = None
        if tag != OUTSIDE and start is None:
            start = index


def tags_of(chunked: Iterable[Chunk], length: int) -> list[str]:
    """The row of BIO tags of labelled stretches.

    >>> tags_of([Chunk(1, 3, "ORG")], 4)
    ['O', 'B-ORG', 'I-ORG', 'O']
    """
    tags = [OUTSIDE] * length
    for chunk in chunked:
        tags[chunk.start : chunk.end] = [f"I-{chunk.label}"] * (chunk.end - chunk.start)
        tags[chunk.start] = f"B-{chunk.label}"
    return tags
