"""Words of a source made safe for a terminal, and dates as they are written there."""

from __future__ import annotations

import re

from eventgraph.model import Event

# C0 and C1 controls, and the characters that override the direction of what follows.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u061c\ufeff]+")


def safe(text: str) -> str:
    r"""Text on one line without control characters.

    >>> safe("red \x1b[31malert\nnow")
    'red [31malert now'
    """
    return " ".join(_UNSAFE.sub(" ", text).split()) if _UNSAFE.search(text) else text


def when(event: Event) -> str:
    """The date as EDTF, and its basis when it is not simply stated."""
    if event.date.edtf is None:
        return "undated"
    return (
        event.date.edtf
        if event.date.basis == "explicit"
        else f"{event.date.edtf} ({event.date.basis})"
    )
