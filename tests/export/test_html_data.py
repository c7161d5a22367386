"""What travels with the page: each quote once, offsets as JavaScript counts, the most connected part."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.export.html import data as html_data
from eventgraph.export.html import passages
from eventgraph.export.html.choose import most_connected
from eventgraph.export.html.passages import carry, merged, utf16
from eventgraph.model import (
    Article,
    Corpus,
    Entity,
    Event,
    EventDate,
    Evidence,
    Part,
    Span,
    make_article,
)
from tests.browser.stories import generated, story


def page_data(*arguments, **options):
    """The data as the page's scripts read it."""
    return html_data.page_data(*arguments, **options).plain()


def quoted(data: dict[str, Any], event: dict[str, Any]) -> list[str]:
    texts = []
    for article, sentence, *_ in event["evidence"]:
        passage, start, end = data["articles"][article]["sentences"][sentence]
        units = data["articles"][article]["text"][passage].encode("utf-16-le")
        texts.append(units[2 * start : 2 * end].decode("utf-16-le"))
    return texts


def test_quotes_are_the_sentences_of_the_evidence() -> None:
    corpus = story()
    texts = {article.id: article.text for article in corpus.articles}
    data = page_data(corpus)
    for event, row in zip(corpus.events, data["events"], strict=True):
        expected = [e.sentence.of(texts[e.article]) for e in event.evidence if e.sentence]
        assert quoted(data, row) == expected


def test_marks_are_the_mentions() -> None:
    corpus = story()
    data = page_data(corpus)
    for article in data["articles"]:
        for passage, start, end, node in article["marks"]:
            words = article["text"][passage][start:end]
            names = [n for _, some in data["entities"][node].get("names", []) for n in some]
            assert words in [*names, data["entities"][node]["name"]]


def article_of(text: str) -> Article:
    return make_article(
        source="x", text=text, language="en", parts=(Part("main", (Span(0, len(text)),)),)
    )


def test_offsets_count_utf16_units() -> None:
    article = article_of("😀😀 Ann 𝒳 left. 😀 Bob.")
    ann = Span(article.text.index("Ann"), article.text.index("Ann") + 3)
    sentence = Span(0, article.text.index(".") + 1)
    event = Event(
        "v",
        "movement",
        None,
        "Ann leaves",
        "asserted",
        None,
        EventDate(),
        (),
        (),
        (),
        1.0,
        (Evidence(article.id, ann, "Ann", sentence),),
    )
    data = page_data(Corpus((article,), events=(event,)))
    assert quoted(data, data["events"][0]) == [sentence.of(article.text)]
    _, _, start, end, *_ = data["events"][0]["evidence"][0]
    units = data["articles"][0]["text"][0].encode("utf-16-le")
    assert units[2 * start : 2 * end].decode("utf-16-le") == "Ann"


def test_evidence_without_a_sentence_gets_words_around_it() -> None:
    article = article_of("word " * 100 + "Ann " + "word " * 100)
    at = article.text.index("Ann")
    entity = Entity(
        "e", "person", "Ann", (("en", ("Ann",)),), (Evidence(article.id, Span(at, at + 3), "Ann"),)
    )
    data = page_data(Corpus((article,), entities=(entity,)))
    assert data["articles"][0]["marks"]


def test_evidence_of_an_unknown_article_is_left_out() -> None:
    entity = Entity("e", "person", "Ann", (), (Evidence("gone", Span(0, 3), "Ann"),))
    event = Event(
        "v",
        "call",
        None,
        "Call",
        "asserted",
        None,
        EventDate(),
        (),
        (),
        (),
        1.0,
        (Evidence("gone", Span(0, 3), "Ann"),),
    )
    data = page_data(Corpus(entities=(entity,), events=(event,)))
    assert "evidence" not in data["events"][0]


def test_whole_texts_travel_only_within_the_budget() -> None:
    articles = [article_of(f"{i} " + "word " * 50) for i in range(4)]
    wanted = {articles[2].id: [Span(0, 6)]}
    carried = list(carry(articles, wanted, budget=600))
    assert [passages.whole for passages in carried].count(True) == 2
    assert carried[2].whole
    tight = list(carry(articles, wanted, budget=0))
    assert [p.texts() for p in tight] == [[], [], ["2 word"], []]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [([], []), ([(0, 2), (2, 4)], [(0, 4)]), ([(5, 9), (0, 1), (6, 7)], [(0, 1), (5, 9)])],
)
def test_merged(spans: list[tuple[int, int]], expected: list[tuple[int, int]]) -> None:
    assert merged(Span(*s) for s in spans) == [Span(*s) for s in expected]


@pytest.mark.parametrize(
    ("text", "offset", "units"), [("abc", 2, 2), ("😀b", 1, 2), ("", 0, 0), ("ا😀", 2, 3)]
)
def test_utf16(text: str, offset: int, units: int) -> None:
    assert utf16(text, offset) == units


def test_most_connected_part_keeps_hubs_and_their_events() -> None:
    corpus = generated(600)
    entities, events = most_connected(corpus, 100)
    assert len(entities) + len(events) == 100
    taken = {p.entity for event in events for p in event.participants}
    assert len(taken & {e.id for e in entities}) > len(entities) * 0.6


def test_everything_is_shown_below_the_limit() -> None:
    corpus = story()
    assert most_connected(corpus, 5000) == (list(corpus.entities), list(corpus.events))


def test_totals_tell_of_what_is_not_shown() -> None:
    data = page_data(generated(600), max_nodes=50)
    assert data["total"]["events"] == 240
    assert len(data["events"]) + len(data["entities"]) == 50


@given(st.text(st.sampled_from("a😀ب ")), st.data())
def test_places_in_a_passage_are_counted_as_javascript_does(text, data):
    begin = data.draw(st.integers(0, len(text)))
    at = data.draw(st.integers(begin, len(text)))
    assert passages._units(text, begin, at) == len(text[begin:at].encode("utf-16-le")) // 2
