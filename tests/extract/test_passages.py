"""What a parser is given: stretches of a bounded length, a bounded number at a time."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph.extract import extract, passages
from eventgraph.extract.passages import AT_ONCE, LOADED, LONGEST, parse, passage_spans
from eventgraph.model import Part, Span, make_article

SENTENCE = "Gunmen attacked a bus near Homs on 9 May 2018 and killed 12 people, police said. "


def article(text, language="en", source="a.txt"):
    part = Part("main", (Span(0, len(text)),))
    return make_article(source=source, text=text, language=language, parts=(part,))


def stretches(text):
    return [span.of(text) for _, span in passage_spans(article(text))]


@pytest.mark.parametrize("unit", [SENTENCE, "word ", "a", "中", "中文。", "بن ", "“a” "])
def test_without_a_line_break_a_text_is_cut_at_a_bound(unit):
    text = unit * (30_000 // len(unit))
    cut = stretches(text)
    assert max(map(len, cut)) <= LONGEST == 5_000
    assert len(cut) <= 2 * len(text) / LONGEST + 1
    assert "".join(cut) == text


def test_a_text_is_cut_after_a_sentence_if_there_is_one():
    assert all(one.endswith("said.") for one in stretches(SENTENCE * 400)[:-1])
    assert all(one.endswith("文。") for one in stretches("中文。" * 4000)[:-1])


def test_a_text_is_else_cut_between_words():
    text = "words without any stop " * 1000
    assert all(one.split()[-1] in {"words", "without", "any", "stop"} for one in stretches(text))


@given(st.lists(st.integers(0, 50)), st.integers(1, 9), st.integers(1, 90))
def test_batches_keep_order_and_bounds(sizes, most, largest):
    batches = list(passages._batches(sizes, int, most, largest))
    assert [size for batch in batches for size in batch] == sizes
    assert all(0 < len(b) <= most and (len(b) == 1 or sum(b) <= largest) for b in batches)


@pytest.mark.slow
def test_the_pipeline_and_memory_hold_only_so_much_at_a_time(monkeypatch):
    given_, held = [], []
    own = passages.pipeline

    class Watched:
        def __init__(self, *asked, **options):
            self.reader = own(*asked, **options)

        def pipe(self, pieces, **options):
            given_.append(sum(len(text) for text, _ in pieces))
            return self.reader.pipe(pieces, **options)

    def watched():
        for number in range(12):
            held.append(number)
            yield article(SENTENCE[:-1] * (LOADED // 4 // len(SENTENCE)), "xx", f"{number}.txt")

    monkeypatch.setattr(passages, "pipeline", Watched)
    for done, (_, parsed) in enumerate(parse(watched())):
        assert len(held) - done <= 6  # and not all twelve
        assert all(passage.doc.tensor.size == 0 for passage in parsed)
    assert max(given_) <= AT_ONCE


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "unit"),
    [("ar", "بن "), ("ar", "«ا» "), ("ar", "قتل "), ("ar", "قال إن الرئيس "), ("ru", "Иван Иванов "),
     ("xx", "Homs "), ("ar", "أبو محمد ")],
)  # fmt: skip
def test_work_grows_with_the_length_of_a_text_and_no_faster(language, unit):
    extract(article(unit, language))
    short, long = (calls(article(unit * (n // len(unit)), language)) for n in (6000, 24_000))
    assert long < 4.8 * short


def calls(text):
    """How many functions are called to extract an article: time without a clock."""
    count = 0

    def count_one(_frame, event, _argument):
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(count_one)
    try:
        extract(text)
    finally:
        sys.setprofile(None)
    return count
