"""What every layer looks at: an article's words, what is known, and the language's vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from eventgraph.extract.names.vocabulary import Vocabulary
from eventgraph.extract.names.words import Word

if TYPE_CHECKING:
    from eventgraph.knowledge import Knowledge

_JOINTS = frozenset({" ", "-", "‐", "‑", "’", "'", ".", ". ", "\u00a0", "", "\n", "’ ", "–"})


@dataclass(frozen=True, slots=True)
class Reading:
    """An article while its names are looked for.

    Attributes:
        words: All words, passage after passage.
        keys: Their folded forms.
        knowledge: The knowledge base.
        vocabulary: The language's words.
    """

    words: Sequence[Word]
    knowledge: Knowledge
    vocabulary: Vocabulary
    keys: Sequence[str] = field(default=())

    @classmethod
    def of(cls, words: Sequence[Word], knowledge: Knowledge, vocabulary: Vocabulary) -> Reading:
        """A reading with its keys."""
        return cls(words, knowledge, vocabulary, [word.key for word in words])

    def key(self, start: int, end: int) -> str:
        """The folded words of a range."""
        return " ".join(key for key in self.keys[start:end] if key)

    def text(self, start: int, end: int) -> str:
        """The words of a range, as written, with single blanks."""
        return "".join(
            piece
            for index, word in enumerate(self.words[start:end])
            for piece in ((_joint(word.gap) if index else ""), word.text)
        )

    def joined(self, index: int) -> bool:
        """Whether a word hangs together with the one before: same sentence, no stop between."""
        if not 0 < index < len(self.words):
            return False
        word = self.words[index]
        return word.gap in _JOINTS and word.sentence == self.words[index - 1].sentence

    def whole(self, start: int, end: int) -> bool:
        """Whether the words of a range all hang together."""
        return all(self.joined(index) for index in range(start + 1, end))

    def demonym(self, index: int) -> str | None:
        """The country whose adjective or people a word is."""
        return self.knowledge.demonym(self.words[index].text)


def _joint(gap: str) -> str:
    return " " if gap.isspace() else gap
