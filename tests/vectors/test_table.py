"""The table of word vectors: what is alike, and that it is whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventgraph import vectors
from eventgraph.errors import DataError
from eventgraph.vectors import table as tables

WORDS = st.sampled_from(
    ["arrest", "detained", "earthquake", "quake", "car crash", "zzqx", "", "هجوم"]
)


@pytest.mark.parametrize(
    ("word", "like", "unlike"),
    [
        ("arrest", "detained", "earthquake"),
        ("earthquake", "quake", "resign"),
        ("resign", "quit", "shoot"),
        ("buy", "purchase", "arrest"),
        ("shooting", "gunfire", "election"),
    ],
)
def test_words_for_one_thing_are_nearer_than_others(word, like, unlike):
    assert vectors.similarity(word, like) > 0.25 + vectors.similarity(word, unlike)


@given(WORDS, WORDS)
def test_similarity_is_symmetric_and_between_0_and_1(a, b):
    assert vectors.similarity(a, b) == vectors.similarity(b, a)
    assert 0 <= vectors.similarity(a, b) <= 1.001
    assert vectors.similarity(a, a) == 1


def test_a_word_without_a_vector_is_like_nothing():
    assert not vectors.is_known("zzqx")
    assert vectors.similarity("zzqx", "arrest") == 0
    assert vectors.vector("zzqx") == ()


def test_a_vector_has_length_one():
    row = vectors.vector("arrest")
    assert len(row) == tables.DIMENSIONS
    assert sum(x * x for x in row) == pytest.approx(1)


def test_words_without_their_vectors_are_damage(tmp_path, monkeypatch):
    (tmp_path / "en.tsv").write_text("arrest\ndetain\n", encoding="utf-8")
    (tmp_path / "en.int8").write_bytes(bytes(tables.DIMENSIONS))
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    tables.table.cache_clear()
    try:
        with pytest.raises(DataError, match=r"en\.int8: 64 bytes, expected 64 for each of 2 words"):
            tables.table()
    finally:
        tables.table.cache_clear()
