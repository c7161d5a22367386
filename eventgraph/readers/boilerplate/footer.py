"""What stands below an article: who filed it, share buttons, and teasers without a heading."""

from __future__ import annotations

from eventgraph.names import fold
from eventgraph.readers.boilerplate.blocks import is_name
from eventgraph.readers.boilerplate.date_lines import read_stamp
from eventgraph.readers.boilerplate.labelling import Marking, overlap
from eventgraph.readers.boilerplate.phrases import is_made_of

_SIGNED = 4  # words; a newspaper's or writer's name is no longer


def mark_tail(marking: Marking) -> None:
    """Label what follows the last running text of the main article."""
    prose = list(marking.prose())
    if not prose:
        return
    _mark_teasers(marking)
    _mark_headlines(marking, prose)
    last = max(marking.prose(), default=len(marking.blocks))
    for index in range(last + 1, len(marking.blocks)):
        if marking.is_open(index) and _is_leftover(marking, index):
            marking.labels[index] = "noise"


def _is_leftover(marking: Marking, index: int) -> bool:
    block = marking.blocks[index]
    if block.stops or _is_listed(marking, index):
        return False
    if is_made_of(fold(block.text[:200]), marking.phrases.sections | marking.phrases.lines):
        return True
    if read_stamp(block.text, marking.phrases, marking.language):
        return True
    apart = block.gap > 0 or not marking.is_open(index - 1)
    return apart and is_name(block.text, _SIGNED)


def _is_listed(marking: Marking, index: int) -> bool:
    """Whether the line is of a list that the article has introduced with a colon."""
    above = (
        i for i in range(index - 1, max(index - 200, -1), -1) if not _may_be_listed(marking, i)
    )
    return marking.blocks[next(above, 0)].text.endswith(":")


def _may_be_listed(marking: Marking, index: int) -> bool:
    block = marking.blocks[index]
    return marking.is_open(index) and not block.is_prose and not block.text.endswith(":")


def _mark_teasers(marking: Marking) -> None:
    """At the very end, two or more cut-off paragraphs under short labels."""
    teasers, items = 0, []
    for index in range(len(marking.blocks) - 1, -1, -1):
        block = marking.blocks[index]
        if marking.is_open(index):
            if not (block.is_cut or (block.words <= 12 and not block.stops)):
                break
            items.append(index)
            teasers += block.is_cut
    if teasers >= 2:
        marking.label(items, "link")


def _mark_headlines(marking: Marking, prose: list[int]) -> None:
    """Three or more headlines at the very end that have nothing to do with the article."""
    told = " ".join(marking.blocks[index].text[:1500] for index in prose[:40])
    after = [i for i in range(prose[-1] + 1, len(marking.blocks)) if marking.is_open(i)]
    foreign = [i for i in after if _is_foreign(marking, i, told)]
    if len(prose) >= 2 and len(foreign) >= 3 and len(foreign) == len(after):
        marking.label(foreign, "link")


def _is_foreign(marking: Marking, index: int, told: str) -> bool:
    block = marking.blocks[index]
    headline = (
        4 <= block.words <= 18
        and (not block.stops or block.asks)
        and not _is_listed(marking, index)
    )
    return headline and block.gap > 0 and overlap(block.text, told) < 0.5
