"""What is known of a sentence while its clauses are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from eventgraph.languages.ar.syntax.clauses.drafts import Draft
from eventgraph.languages.ar.syntax.phrases.chunks import Chunk
from eventgraph.languages.ar.syntax.phrases.nouns import Noun
from eventgraph.languages.ar.syntax.words.lexicon import Lexicon
from eventgraph.languages.ar.syntax.words.sentences import Sentence
from eventgraph.model import Link

LINKS: Final[dict[str, Link]] = {
    "بعد": "time", "قبل": "time", "عقب": "time", "اثر": "time", "غداه": "time", "عشيه": "time", "منذ": "time",
    "خلال": "time", "اثناء": "time", "قبيل": "time", "بعيد": "time", "فور": "time", "في اعقاب": "time", "حتي": "time",
    "بسبب": "cause", "جراء": "cause", "نتيجه": "cause", "بفعل": "cause", "علي خلفيه": "cause", "احتجاجا علي": "cause",
    "ردا علي": "cause", "بهدف": "purpose", "بغيه": "purpose", "من اجل": "purpose", "لاجل": "purpose", "قصد": "purpose",
    "رغم": "concession", "في حال": "condition",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opener:
    """What the next verb's clause hangs on.

    Attributes:
        link: How.
        marker: The word.
        governor: The clause above, if it is known yet.
        antecedent: Of a relative clause.
        barrier: Whether a comma stood before.
        suffix: The pronoun of a complementizer, and its word.
        aside: Whether it says who says what stands before.
    """

    link: Link
    marker: str
    governor: Draft | None
    antecedent: Noun | None = None
    barrier: bool = False
    suffix: tuple[str, int] | None = None
    aside: bool = False


class ClauseStack:
    """The clauses that stand open, and what waits for its clause."""

    def __init__(self, sentence: Sentence, chunks: Sequence[Chunk], lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.chunks = chunks
        self.lexicon = lexicon
        self.drafts: list[Draft] = []
        self.frames: list[Draft] = []
        self.recent: list[Draft] = []
        self.topic: list[Noun] | None = None
        self.opener: Opener | None = None
        self.loose: list[Chunk] = []
        self.unhung: list[Draft] = []
        self.orphans: list[Draft] = []
        self.closes = False  # whether the last comma closed a parenthesis
        self.aside = False  # whether an apposition stands open between commas
        self.quoted = 0
        self.asks = sentence.words[-1].text in "؟?"

    @property
    def top(self) -> Draft | None:
        """The innermost open clause."""
        return self.frames[-1] if self.frames else None

    def _before(self, place: int, back: int = 1) -> Chunk | None:
        return self.chunks[place - back] if place >= back else None

    def _after_comma(self, place: int) -> bool:
        before = self._before(place)
        return before is not None and before.kind == "comma"

    def _nouns(self, place: int) -> list[Noun]:
        """The nouns of the phrases before a chunk in its clause, the nearest first."""
        found: list[Noun] = []
        for chunk in reversed(self.chunks[:place]):
            if chunk.kind in ("verb", "stop"):
                break
            if chunk.kind == "phrase":
                found += reversed(chunk.nouns)
        return found

    def _holder(self, noun: Noun | None) -> Draft | None:
        """The clause that an antecedent belongs to."""
        if self.recent and noun is not None:
            for draft in reversed(self.recent):
                if draft.noun is noun:
                    return draft
        return self.top
