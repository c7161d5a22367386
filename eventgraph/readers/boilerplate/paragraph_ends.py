"""Boilerplate at the ends of a paragraph that is article otherwise."""

from __future__ import annotations

import re

from eventgraph.model import Span
from eventgraph.readers.boilerplate.blocks import Block
from eventgraph.readers.boilerplate.lines import label_line
from eventgraph.readers.boilerplate.phrases import BoilerplatePhrases

_REACH = 400  # characters at the end of a paragraph that are looked at
_SENTENCE_START = re.compile(r"(?<=[.!?؟…\])\"”»])\s+(?=\S)")
_TRIMMED = {"noise", "signoff", "comments"}


def trim(block: Block, phrases: BoilerplatePhrases) -> Span:
    """The span of a paragraph without sentences at its end that are a page's machinery.

    A paragraph keeps at least its first sentence.
    """
    end = len(block.text)
    low = max(0, end - _REACH)
    starts = [match.end() for match in _SENTENCE_START.finditer(block.text, low)]
    for start in reversed(starts):
        piece = block.text[start:end].rstrip()
        if label_line(Block(Span(0, len(piece)), piece), phrases) not in _TRIMMED:
            break
        end = len(block.text[:start].rstrip())
    return Span(block.span.start, block.span.start + end)
