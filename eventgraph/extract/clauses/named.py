"""Which entity mention a token of a passage belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from eventgraph.model import Mention, Span

if TYPE_CHECKING:
    from eventgraph.extract.passages import Passage


class Placed(Protocol):
    """A token, or a node that stands for one."""

    @property
    def i(self) -> int:
        """Index in the doc."""


class Entities:
    """The mentions of one passage by token.

    Where mentions are nested the widest one wins: "University of Kabul" rather than "Kabul".
    """

    def __init__(
        self, passage: Passage, mentions: Sequence[Mention], starts: Sequence[int]
    ) -> None:
        self.mentions = mentions
        self._by_token: dict[int, int] = {}
        end = passage.start + len(passage.doc.text)
        tokens = [(passage.start + token.idx, token.i) for token in passage.doc]
        begins = [begin for begin, _ in tokens]
        for number in range(bisect_left(starts, passage.start), bisect_left(starts, end)):
            self._place(mentions[number].span, number, begins, passage)

    def _place(self, span: Span, number: int, begins: Sequence[int], passage: Passage) -> None:
        index = max(bisect_left(begins, span.start + 1) - 1, 0)
        while index < len(begins) and begins[index] < span.end:
            if begins[index] + len(passage.doc[index]) > span.start:
                self._by_token.setdefault(index, number)
            index += 1

    def at(self, token: Placed) -> int | None:
        """Index of the mention that a token is part of."""
        return self._by_token.get(token.i)

    def type_at(self, token: Placed) -> str | None:
        """Entity type of the mention that a token is part of."""
        number = self.at(token)
        return None if number is None else self.mentions[number].type

    def named_at(self, token: Placed) -> bool:
        """Whether a token is part of a name (not of "the president")."""
        number = self.at(token)
        return number is not None and self.mentions[number].level == "name"
