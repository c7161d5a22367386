"""Articles pasted one after another into one file: each begins with a headline and a date line."""

from __future__ import annotations

from itertools import pairwise, takewhile

from eventgraph.readers.boilerplate.date_lines import read_stamp
from eventgraph.readers.boilerplate.labelling import Marking, overlap

_BORDERS = {"heading", "comments", "second"}


def mark_pasted(marking: Marking) -> None:
    """Take each further article as a second one; a chronology's dates open none."""
    starts = [index for index in range(len(marking.blocks)) if _opens(marking, index)]
    for start, end in pairwise([*starts, len(marking.blocks)]):
        within = takewhile(lambda i: marking.labels[i] not in _BORDERS, range(start, end))
        marking.take_second(list(within))


def _opens(marking: Marking, index: int) -> bool:
    """A headline, a date line, and a paragraph that tells the headline again."""
    block = marking.blocks[index]
    if block.is_prose or block.words < 4 or not marking.is_open(index) or block.gap == 0:
        return False
    following = range(index + 1, min(index + 5, len(marking.blocks)))
    prose = next((i for i in following if marking.is_prose(i)), None)
    if prose is None or overlap(block.text, marking.blocks[prose].text) < 0.5:
        return False
    dated = any(
        read_stamp(marking.blocks[i].text, marking.phrases, marking.language)
        for i in range(index + 1, prose)
    )
    return dated and marking.has_article_before(index)
