"""The store gives back what was put in, keeps all or nothing, and refuses what it does not know."""

import sqlite3
from dataclasses import replace

import pytest

from eventgraph.errors import StoreError
from eventgraph.model import Extraction, Mention, Span
from eventgraph.store import FILE, Reading, Store, in_memory, open_store
from eventgraph.store.packing import pack
from tests.corpora import article, corpus


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


def reading(store, *articles, fingerprint="one"):
    made = Reading(store, fingerprint)
    made.add(articles)
    return made


def test_an_extraction_is_found_again():
    one = article()
    with Store(":memory:") as store:
        first = reading(store, one)
        assert first.missing() == [(one.id, len(one.text))]
        mention = Mention(Span(0, 9), "Anna Berg", "person", "Anna Berg", 0)
        first.keep([(one.id, pack(Extraction(one.id, (mention,))))])
        again = reading(store, one)
        assert again.missing() == []
        assert list(again.pairs()) == [(one, Extraction(one.id, (mention,)))]


def others():
    one = article()
    longer = replace(one.parts[0], spans=(Span(0, 10),))
    return {
        "extractor": (one, "two"),
        "body": (replace(one, parts=(longer,)), "one"),
        "published": (replace(one, published=None), "one"),
    }


@pytest.mark.parametrize("changed", others())
def test_an_extraction_is_made_anew_when_what_it_depends_on_changed(changed):
    with Store(":memory:") as store:
        reading(store, article()).keep([(article().id, pack(Extraction(article().id)))])
        other, fingerprint = others()[changed]
        assert [id_ for id_, _ in reading(store, other, fingerprint=fingerprint).missing()] == [
            other.id
        ]


def test_one_article_from_two_sources_is_one_in_any_order():
    one, two = article(source="b.txt"), article(source="a.txt")
    with Store(":memory:") as store:
        first, second = reading(store, one, two), None
        articles = first.articles([one.id])
        second = reading(store, two, one)
        assert articles == second.articles([one.id])
        assert articles[0].sources == ("a.txt", "b.txt")


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
