"""The store gives back what was put in, keeps all or nothing, and refuses what it does not know."""

import sqlite3

import pytest

from eventgraph.errors import StoreError
from eventgraph.model import Extraction, Mention, Span
from eventgraph.store import FILE, Store, in_memory, open_store
from tests.corpora import corpus


def test_a_corpus_comes_back_as_it_was():
    with in_memory(corpus()) as store:
        assert store.corpus() == corpus()


def test_replacing_leaves_nothing_of_before():
    with in_memory(corpus()) as store:
        with store.transaction():
            store.replace(type(corpus())())
        for table in ("articles", "entities", "events", "names", "participants", "relations"):
            rows = store.connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - fixed names
            assert rows.fetchall() == []


def test_extractions_are_cached_under_a_fingerprint():
    mention = Mention(Span(0, 4), "Anna", "person", "Anna", 0)
    with Store(":memory:") as store:
        with store.transaction():
            store.keep([Extraction("a1", (mention,))], "one")
        assert store.cached("one") == {"a1": Extraction("a1", (mention,))}
        assert store.cached("two") == {}


def test_an_extraction_of_another_fingerprint_goes():
    with Store(":memory:") as store:
        with store.transaction():
            store.keep([Extraction("a1")], "one")
            store.keep([Extraction("a1")], "two")
        assert (store.cached("one"), list(store.cached("two"))) == ({}, ["a1"])


def test_a_failed_transaction_leaves_the_store_as_it_was():
    store = in_memory(corpus())

    def fail():
        with store.transaction():
            store.replace(type(corpus())())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert store.corpus() == corpus()


def test_a_file_that_is_no_store_is_named(tmp_path):
    (tmp_path / FILE).write_bytes(b"not a database, but long enough to be looked at" * 30)
    with pytest.raises(StoreError, match=FILE):
        open_store(tmp_path)


def test_a_newer_store_is_refused(tmp_path):
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer"):
        open_store(tmp_path)


def test_a_missing_store_says_how_to_make_one(tmp_path):
    with pytest.raises(StoreError, match="eventgraph build"):
        open_store(tmp_path)
