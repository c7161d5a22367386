"""Arabic sentences and the event frames that they should give; the table is beside this file.

In a sentence ``[p …]``, ``[o …]``, ``[l …]`` are a person, an organisation, a place, ``[t …]`` is a
date; a clitic stands before the bracket. Frames are separated by ``||``.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from eventgraph.extract.events import find_events
from eventgraph.extract.passages import parse
from eventgraph.model import Article, EventMention, Mention, Part, Span, Timex, make_article
from eventgraph.ontology import load

TABLE = Path(__file__).with_name("events.tsv")
TYPES = {"p": "person", "o": "organization", "l": "place"}
MARK = re.compile(r"([وفبلك]?)\[([polt]) ([^\]]+)\]")


def article(text: str) -> Article:
    part = Part("main", (Span(0, len(text)),))
    return make_article(source="test", text=text, language="ar", parts=(part,))


def unmark(sentence: str) -> tuple[str, tuple[Mention, ...], tuple[Timex, ...]]:
    text, last = "", 0
    mentions: list[Mention] = []
    timexes: list[Timex] = []
    for match in MARK.finditer(sentence):
        clitic, kind, name = match.groups()
        text += sentence[last : match.start()]
        span = Span(len(text), len(text) + len(clitic) + len(name))
        text, last = text + clitic + name, match.end()
        if kind == "t":
            timexes.append(Timex(span, clitic + name, "DATE", "2024-03-22", edtf="2024-03-22"))
        else:
            mentions.append(Mention(span, clitic + name, TYPES[kind], name, len(mentions)))
    return text + sentence[last:], tuple(mentions), tuple(timexes)


def number(value: float | None) -> str:
    return "" if value is None else f"{value:.0f}"


def frame(event: EventMention, timexes: tuple[Timex, ...]) -> str:
    source = f" @{event.attributed_to}" if event.attributed_to else ""
    fields = [f"{event.type} {event.text} {event.status}{source}"]
    fields += [f"{argument.role}: {argument.text}" for argument in event.arguments]
    fields += [f"{q.kind}: {number(q.low)}..{number(q.high)}" for q in event.quantities]
    if event.timex is not None:
        fields.append(f"date: {timexes[event.timex].text}")
    return " | ".join(fields)


def frames(sentence: str) -> list[str]:
    text, mentions, timexes = unmark(sentence)
    ((read, passages),) = parse([article(text)])
    return [frame(e, timexes) for e in find_events(read, passages, mentions, timexes, load())]


def rows() -> list[tuple[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [(row[0], row[1]) for row in csv.reader(file, delimiter="\t")]


@pytest.mark.parametrize(("sentence", "expected"), rows())
def test_a_sentence_gives_its_frames(sentence, expected):
    assert frames(sentence) == [part for part in expected.split(" || ") if part]


def test_the_table_has_a_hundred_sentences_of_all_types():
    expected = " || ".join(frames for _, frames in rows()).split(" || ")
    types = {part.split(" ")[0] for part in expected if part}
    assert len(rows()) >= 100
    assert types >= set(load().types) - {"other"}
