"""Articles of our own for the faults that are tried: short, each with people, a place, a date and a figure."""

from __future__ import annotations

import json

SENTENCES = (
    "Police arrested {n} men in Oslo on {day} June 2019. Anna Berg met Karl Lund in Bergen on Friday.",
    "A fire killed {n} people in Bergen on {day} July 2019. Karl Lund visited the town the next day.",
    "Protesters attacked a bank in Oslo on {day} May 2019. Anna Berg said {n} people were injured.",
)


def write_lines(path, numbers):
    """JSON lines of the articles with these numbers."""
    lines = (
        {
            "source": str(n),
            "text": SENTENCES[n % len(SENTENCES)].format(n=n + 2, day=n % 28 + 1),
            "language": "en",
        }
        for n in numbers
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path
