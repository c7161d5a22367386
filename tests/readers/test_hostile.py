"""Hostile input is normal input: any bytes, and a megabyte of anything."""

from __future__ import annotations

import time
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.model import Article, Skipped
from eventgraph.readers import ReadOptions
from eventgraph.readers.boilerplate.clean import clean
from eventgraph.readers.reader import reader_for

SENTENCE = "A storm hit the port of Latakia on Friday night and sank nine boats, officials said.\n"


@given(st.sampled_from(["a.txt", "a.html", "a.jsonl"]), st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_articles_or_skipped(name, data):
    for item in reader_for(name, data).read(BytesIO(data), name, ReadOptions()):
        assert isinstance(item, Article | Skipped)
        if isinstance(item, Article):
            item.text.encode("utf-8")
            assert all(0 <= span.start < span.end <= len(item.text) for span in item.body)


@pytest.mark.parametrize(
    "text",
    [
        "1" * 10**6,
        "a" * 10**6,
        "(" * 10**6,
        "a:" * 500_000,
        "2024-03-24 " * 90_000,
        "www." * 250_000,
        SENTENCE * 12_000,
        "Read also\nOther headline\n" * 40_000,
        "Comments\n" + SENTENCE * 10_000,
        ("Read also\n\nStorm in the port\n\n" + SENTENCE * 2 + "\n") * 4_000,
        "24 March 2024\n" * 70_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_megabyte_is_quick(text):
    start = time.process_time()
    clean(text, "en")
    assert time.process_time() - start < 10
