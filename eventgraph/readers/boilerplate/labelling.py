"""The state of judging a text: its blocks and what each has turned out to be so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice, takewhile

from eventgraph.languages.articles import prefixes
from eventgraph.names import fold
from eventgraph.readers.boilerplate.blocks import Block
from eventgraph.readers.boilerplate.date_lines import Stamp
from eventgraph.readers.boilerplate.lines import Label
from eventgraph.readers.boilerplate.phrases import BoilerplatePhrases


@dataclass(slots=True)
class Marking:
    """A text under judgement.

    Attributes:
        blocks: Its lines or paragraphs.
        labels: What each is; empty is article.
        phrases: The words that mark boilerplate.
        language: ISO 639-1 code.
        headline: Index of the headline.
        stamps: Date lines by index.
        usual_gap: The median number of blank lines before a block.
        seconds: Indices of each second article, and of its headline first.
    """

    blocks: tuple[Block, ...]
    labels: list[Label]
    phrases: BoilerplatePhrases
    language: str
    usual_gap: int = field(init=False)
    headline: int | None = None
    stamps: dict[int, Stamp] = field(default_factory=dict)
    seconds: list[list[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        gaps = sorted(block.gap for block in self.blocks[1:])
        self.usual_gap = gaps[len(gaps) // 2] if gaps else 0

    def is_open(self, index: int) -> bool:
        """Whether nothing has spoken against the block."""
        return self.labels[index] == ""

    def is_prose(self, index: int) -> bool:
        """Whether it is running text of the article so far."""
        return self.is_open(index) and self.blocks[index].is_prose

    def prose(self) -> Iterator[int]:
        """Indices of the article's running text."""
        return (index for index in range(len(self.blocks)) if self.is_prose(index))

    def has_article_before(self, index: int) -> bool:
        """Whether enough running text stands before the block to be an article."""
        before = [
            len(self.blocks[i].text)
            for i in islice(takewhile(lambda i: i < index, self.prose()), 2)
        ]
        return len(before) == 2 or sum(before) >= 300

    def take_second(self, indices: list[int]) -> int:
        """Take blocks, headline first, as a second article; gives the index after them."""
        headline, *others = indices
        taken = [headline, *(index for index in others if self.is_open(index))]
        for index in taken:
            self.labels[index] = "second"
        self.seconds.append(taken)
        return indices[-1] + 1

    def label(self, indices: Iterable[int], label: Label) -> None:
        """Label those of the blocks that are still open."""
        for index in indices:
            if self.is_open(index):
                self.labels[index] = label


def stems(text: str) -> frozenset[str]:
    """The content words of a text, cut to five letters, without clitics.

    >>> sorted(stems("Storm hits the coasts"))
    ['coast', 'hits', 'storm']
    """
    return frozenset(_stem(word) for word in fold(text).split() if len(word) >= 4)


def _stem(word: str) -> str:
    clitic = next((c for c in prefixes() if word.startswith(c) and len(word) - len(c) >= 3), "")
    return word[len(clitic) :][:5]


def overlap(headline: str, prose: str) -> float:
    """The share of a headline's content words that the prose repeats (0 to 1)."""
    wanted = stems(headline)
    return len(wanted & stems(prose)) / len(wanted) if wanted else 0.0
