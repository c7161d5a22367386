"""The store gives back what was put in, keeps all or nothing, and refuses what it does not know."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from eventgraph import query
from eventgraph.errors import StoreError
from eventgraph.model import Extraction, Mention, Relation, Span
from eventgraph.store import FILE, Staging, Store, in_memory, open_store
from eventgraph.store.connection import _read_only
from eventgraph.store.migration_functions import in_fields
from eventgraph.store.packing import CHECKSUM_BYTES, opened, pack, unpack
from eventgraph.store.schema import statements
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


def staging(store, *articles, fingerprint="one"):
    made = Staging(store, fingerprint)
    made.add(articles)
    return made


def test_an_extraction_is_found_again():
    one = article()
    with Store(":memory:") as store:
        first = staging(store, one)
        assert first.missing() == [(one.id, len(one.text))]
        mention = Mention(Span(0, 9), "Anna Berg", "person", "Anna Berg", 0)
        first.keep([(one.id, pack(Extraction(one.id, (mention,))))])
        again = staging(store, one)
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
        staging(store, article()).keep([(article().id, pack(Extraction(article().id)))])
        other, fingerprint = others()[changed]
        assert [id_ for id_, _ in staging(store, other, fingerprint=fingerprint).missing()] == [
            other.id
        ]


def test_one_article_from_two_sources_is_one_in_any_order():
    one, two = article(source="b.txt"), article(source="a.txt")
    with Store(":memory:") as store:
        first, second = staging(store, one, two), None
        articles = first.articles([one.id])
        second = staging(store, two, one)
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


def bare(record):
    """A packed record as it was before records had checksums."""
    return pack(record)[:-CHECKSUM_BYTES]


def phrased(relation):
    """A relation as it was kept before its kind had fields."""
    fields = ("source", "target", "events", "articles", "weight")
    return {name: getattr(relation, name) for name in fields} | {"kind": relation.phrase}


def old_store(directory):
    """A store as the version before articles and evidence were halved left it."""
    made = corpus()
    with closing(sqlite3.connect(directory / FILE)) as connection, connection:
        for migration in ("0001_first", "0002_packed"):
            for statement in statements(migration):
                connection.execute(statement)
        connection.execute("PRAGMA user_version = 2")
        insert = connection.executemany
        insert(
            "INSERT INTO articles VALUES (?, ?, ?)",
            [(a.id, a.source, bare(a)) for a in made.articles],
        )
        insert(
            "INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?)",
            [
                (e.id, e.type, e.name, 1, bare(replace(e, evidence=())), bare(e.evidence))
                for e in made.entities
            ],
        )
        insert(
            "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)",
            [(e.id, e.type, *e.chronology[:2], None, bare(e)) for e in made.events],
        )
        insert(
            "INSERT INTO relations VALUES (?, ?, ?, ?, ?)",
            [(*r.key, r.weight, bare(phrased(r))) for r in made.relations],
        )
        connection.execute("INSERT INTO extractions VALUES ('a', 'key', CAST('kept' AS BLOB))")
        connection.execute("INSERT INTO settings VALUES ('built', CAST('1' AS BLOB))")


def test_an_old_store_is_carried_over(tmp_path):
    old_store(tmp_path)
    with open_store(tmp_path) as store, in_memory(corpus()) as new:
        assert store.corpus() == corpus()
        assert store.articles_naming("e1") == new.articles_naming("e1") != ()
        assert [opened(row[0]) for row in store.rows("SELECT record FROM extractions")] == [b"kept"]


@pytest.mark.parametrize(
    "relation",
    [
        Relation("a", "b", "acts", ("v",), ("x",), 2.0, "attack"),
        Relation("a", "b", "together", ("v",), ("x",), 2.0, "trial", "mutual"),
        Relation("a", "b", "place", ("v",), ("x",), 2.0, "attack"),
        Relation("a", "b", "speech", ("v",), ("x",), 2.0),
        Relation("a", "b", "location", (), ("x",), 1.0),
        Relation("a", "b", "office", (), ("x",), 1.0, role="foreign minister"),
    ],
)
def test_the_phrase_of_an_old_relation_becomes_fields(relation):
    assert unpack(Relation, in_fields(pack(phrased(relation)))) == relation


def test_an_old_store_that_cannot_be_written_is_read(tmp_path, monkeypatch):
    old_store(tmp_path)
    before = (tmp_path / FILE).read_bytes()
    monkeypatch.setattr("eventgraph.store.connection._connect", _read_only)
    with open_store(tmp_path) as store:
        assert store.corpus() == corpus()
    assert (tmp_path / FILE).read_bytes() == before


def test_what_was_found_needs_no_open_store():
    with in_memory(corpus()) as store:
        found = query.connections(store, "Anna Berg")
    assert found.entity == corpus().entities[0]
    assert found.articles == corpus().articles
    assert found.others == ()


def test_a_head_lacks_what_is_long():
    with in_memory(corpus()) as store:
        [article] = store.articles_naming("e1").heads()
        [entity] = store.entities(["e1"]).heads()
    assert article == replace(corpus().articles[0], text="", parts=())
    assert entity == replace(corpus().entities[0], evidence=())
