"""Texts with their mentions marked: ``[Bashar al-Assad|P1]``, and what the program finds in them.

Letters: P person, L place, O organisation; small for a nominal. A number is a chain; where a text
gives numbers, mentions with one number are one entity and no others.
"""

import csv
import re
from functools import cache
from pathlib import Path

from eventgraph.extract.names import find_mentions
from eventgraph.extract.passages import parse
from eventgraph.knowledge import load
from eventgraph.model import Part, Span, make_article

HERE = Path(__file__).parent
MARK = re.compile(r"\[([^\]|]+)\|([PLOplo])(\d*)\]")
LETTERS = {"person": "P", "place": "L", "organization": "O"}


def rows(name):
    """The rows of a table beside this file."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def mentions(text, language):
    """The mentions of a text that is an article's only paragraph."""
    parts = (Part("main", (Span(0, len(text)),)),)
    article = make_article(source="test", text=text, language=language, parts=parts)
    ((_, passages),) = parse([article])
    return find_mentions(article, passages, load())


def letter(mention):
    """The mark's letter of a mention."""
    mark = LETTERS[mention.type]
    return mark if mention.level == "name" else mark.lower()


def marked(row):
    """The text of a row without marks, and the marks: words, letter, chain."""
    marks = [(words, mark, chain) for words, mark, chain in MARK.findall(row)]
    return MARK.sub(r"\1", row), marks


def partition(pairs):
    """Positions grouped by number."""
    groups = {}
    for position, number in enumerate(pairs):
        groups.setdefault(number, []).append(position)
    return sorted(groups.values())
