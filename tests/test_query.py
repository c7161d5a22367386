"""Questions to a small store with known answers."""

import pytest

from eventgraph import query
from eventgraph.errors import NotFoundError
from eventgraph.store import in_memory
from tests.corpora import corpus


@pytest.fixture(scope="module")
def store():
    return in_memory(corpus())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["v1", "v2"]),
        ({"type": "disaster"}, ["v2"]),
        ({"entity": "Anna Berg"}, ["v1"]),
        ({"entity": "آنا بيرغ"}, ["v1"]),
        ({"entity": "e4"}, ["v2"]),
        ({"since": "2019-06-04", "until": "2019-06-04"}, ["v1"]),
        ({"since": "2019-06-05"}, []),
        ({"until": "2019-06-03"}, []),
    ],
)
def test_timeline(store, asked, found):
    assert [event.id for event in query.timeline(store, **asked)] == found


@pytest.mark.parametrize("name", ["Anna Berg", "anna  BERG", "Berg", "آنا بيرغ", "انا بيرغ", "e1"])
def test_a_name_in_any_spelling_finds_its_entity(store, name):
    assert query.find_entity(store, name)[0].id == "e1"


@pytest.mark.parametrize("name", ["Ann", "", "%", "Nobody", "_nna Berg"])
def test_a_name_that_nobody_has_is_not_found(store, name):
    with pytest.raises(NotFoundError):
        query.find_entity(store, name)


def test_connections_go_both_ways(store):
    assert {n.entity.id for n in query.connections(store, "Oslo").neighbours} == {"e1", "e2"}
    assert {n.entity.id for n in query.connections(store, "Karl Lund").neighbours} == {"e1", "e3"}


def test_connections_name_articles_and_events(store):
    found = query.connections(store, "Karl Lund")
    assert [event.id for event in found.events] == ["v1"]
    assert [article.source for article in found.articles] == ["a.txt"]


def test_a_path_has_a_step_for_each_link(store):
    [step] = query.path(store, "Anna Berg", "Oslo")
    assert (step.source.id, step.target.id, step.kinds) == ("e1", "e3", ("meeting in",))
    assert [event.id for event in step.events] == ["v1"]


def test_no_path_is_said(store):
    with pytest.raises(NotFoundError, match="Bergen"):
        query.path(store, "Anna Berg", "Bergen")


def test_a_path_to_itself_is_empty(store):
    assert query.path(store, "Anna Berg", "آنا بيرغ") == ()


def test_explain_takes_ids_and_names(store):
    assert query.explain(store, "v2").id == "v2"
    assert query.explain(store, "Bergen").id == "e4"
