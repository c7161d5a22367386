"""English event frames: type, trigger, status, source, date, roles, quantities."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.extract.events import find_events
from eventgraph.extract.passages import parse
from eventgraph.model import Part, Span, make_article
from eventgraph.ontology import load
from tests.extract.events.marked import events_of, frame, unmark

TABLE = Path(__file__).with_name("english.tsv")
ROWS = [
    line.split("\t")
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.fixture(scope="module")
def found():
    sentences = [sentence for sentence, _ in ROWS]
    results = events_of(sentences)
    return {
        sentence: " | ".join(frame(event, timexes) for event in events)
        for sentence, (events, timexes) in zip(sentences, results, strict=True)
    }


def test_table_is_large_and_without_repetition():
    assert len({sentence for sentence, _ in ROWS}) == len(ROWS) >= 200


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=range(len(ROWS)))
def test_frame(sentence, expected, found):
    assert found[sentence] == expected


def test_every_type_but_other_is_in_the_table():
    told = {part.split(";")[0] for _, frames in ROWS for part in frames.split(" | ")}
    assert set(load().types) <= told


def _article(text):
    return make_article(
        source="x", text=text, language="en", parts=(Part("main", (Span(0, len(text)),)),)
    )


def _events(text):
    ((article, passages),) = parse([_article(text)])
    return find_events(article, passages, (), (), load())


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "gunmen",
        "killed",
        "attack",
        "attacked",
        "in",
        "by",
        "of",
        "who",
        "said",
        "that",
        "and",
        "not",
        "14",
        "dozens",
        "people",
        "was",
        "were",
        "will",
        "arrested",
        ",",
        ".",
        "“",
        "”",
        "(",
        ")",
        "–",
        "Monday",
        "Paris",
        "meeting",
        "to",
        "on",
        "condemned",
        "responsibility",
        "claimed",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=40).map(" ".join)))
def test_spans_give_their_text_and_nothing_crashes(text):
    for event in _events(text):
        assert event.span.of(text) == event.text
        assert event.sentence.covers(event.span)
        assert event.type in load().types
        for part in (*event.arguments, *event.quantities):
            assert part.span.of(text) == part.text


def test_nothing_is_found_in_no_text():
    assert _events("") == ()


def test_events_are_in_text_order_and_repeat_themselves():
    text = "Gunmen killed two guards in a raid. Police arrested a man after the attack."
    events = _events(text)
    assert list(events) == sorted(events, key=lambda event: (event.span, event.type))
    assert events == _events(text)


def test_a_long_line_of_digits_is_read_quickly():
    assert _events("9" * 15_000 + " people were killed.") is not None


@pytest.mark.parametrize("text", ["killed, " * 2500, "attack of " * 2000, "killed 5 " * 2200])
def test_a_list_without_an_end_is_no_sentence(text):
    assert len(_events(text)) < 400


def test_dateline_is_the_place_of_last_resort():
    text, mentions, _ = unmark("[l Gao] (Kelp Wire) — Gunmen killed two guards.")
    ((article, passages),) = parse([_article(text)])
    (event,) = find_events(article, passages, mentions, (), load())
    assert [(a.role, a.text, a.note) for a in event.arguments if a.role == "place"] == [
        ("place", "Gao", "dateline")
    ]


def test_dateline_yields_to_a_place_in_the_sentence():
    text, mentions, _ = unmark("[l Gao] (Kelp Wire) — Gunmen killed two guards in [l Kidal].")
    ((article, passages),) = parse([_article(text)])
    (event,) = find_events(article, passages, mentions, (), load())
    assert [a.text for a in event.arguments if a.role == "place"] == ["Kidal"]


def test_a_language_without_rules_gives_nothing_but_no_error():
    text = "Ein Erdbeben hat die Stadt getroffen."
    article = make_article(
        source="x", text=text, language="de", parts=(Part("main", (Span(0, len(text)),)),)
    )
    ((article, passages),) = parse([article])
    assert find_events(article, passages, (), (), load()) == ()
