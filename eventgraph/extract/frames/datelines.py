"""The place at the head of a report: "KABUL, Afghanistan (Agency) — …"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from eventgraph.model import Clause, Mention, Span

if TYPE_CHECKING:
    from eventgraph.extract.passages import Passage

_LONGEST: Final = 24  # tokens
_DASHES: Final = "—–-"


def datelines(
    passages: Sequence[Passage], clauses: Sequence[Clause], mentions: Sequence[Mention]
) -> dict[Span, int]:
    """The place mention of the dateline before a passage, by each sentence of the passage."""
    starts = [mention.span.start for mention in mentions]
    held: dict[int, int] = {}
    found: dict[Span, int] = {}
    sentences = sorted({(clause.part, clause.sentence) for clause in clauses})
    for passage in passages:
        text = passage.doc.text
        number = held.pop(passage.part, None)
        if (place := _place(passage, mentions, starts)) is not None:
            held[passage.part] = place
        elif number is not None:
            around = Span(passage.start, passage.start + len(text))
            found.update(
                {s: number for part, s in sentences if part == passage.part and around.covers(s)}
            )
    return found


def _place(passage: Passage, mentions: Sequence[Mention], starts: Sequence[int]) -> int | None:
    """The place mention of a passage that is a dateline, none for a passage of prose."""
    text = passage.doc.text.rstrip()
    if len(passage.doc) > _LONGEST or not text or text[-1] not in _DASHES:
        return None
    first = bisect_left(starts, passage.start)
    last = bisect_left(starts, passage.start + len(text))
    return next((n for n in range(first, last) if mentions[n].type == "place"), None)
