"""Questions to a small store with known answers."""

from dataclasses import replace

import pytest

from eventgraph import query
from eventgraph.errors import NotFoundError
from eventgraph.model import Corpus, Relation
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("anna BERG", ["e1", "v1"]),
        ("وآنا بيرغ", []),
        ("انا بيرغ", ["e1"]),
        ("الأنا بيرغ", ["e1"]),
        ("fire hurt", ["v2"]),
        ("Karl", ["e2", "v1"]),
        ("osl", ["e3", "v1"]),
        ("nobody", []),
        ('"', []),
        ("a AND b", []),
        ("head:", []),
    ],
)
def test_search(store, text, found):
    ids = [hit.record.id for hit in query.search(store, text) if hit.kind != "article"]
    assert sorted(ids) == found


def test_search_finds_articles_by_title(store):
    [hit] = [hit for hit in query.search(store, "Anna Berg") if hit.kind == "article"]
    assert hit.record.source == "a.txt"


def test_search_finds_a_word_behind_its_particles():
    one = corpus().entities[0]
    named = replace(one, names=(("ar", ("جسر", "والجسر الكبير")),))
    with in_memory(Corpus(entities=(named,))) as store:
        assert [hit.record.id for hit in query.search(store, "الكبير جسر")] == ["e1"]
        assert [hit.record.id for hit in query.search(store, "كبير")] == ["e1"]


def chain_of(links):
    ids = sorted({end for link in links for end in link[:2]})
    entities = tuple(
        replace(corpus().entities[1], id=i, name=i, names=(("en", (i,)),)) for i in ids
    )
    relations = tuple(
        Relation(a, b, "acts", (), (), float(w), "meeting") for a, b, w in sorted(links)
    )
    return in_memory(Corpus(entities=entities, relations=relations))


PATHS = [
    ("a b 1  b c 1  c d 1", "a b c d"),
    ("b a 1  c b 1", "a b c"),
    ("a x 1  x d 1  a b 9  b c 9  c d 9", "a x d"),  # short before heavy
    ("a x 1  x d 1  a y 2  y d 1", "a y d"),
    ("a x 1  x d 1  a y 1  y d 1", "a x d"),
    ("a b 1  b c 1  c d 1  d e 1  e f 1  f g 1", "a b c d e f g"),
]


@pytest.mark.parametrize(("links", "way"), PATHS)
def test_a_path_is_the_shortest_then_the_heaviest(links, way):
    words, ids = links.split(), way.split()
    triples = list(zip(words[::3], words[1::3], words[2::3], strict=True))
    with chain_of(triples) as store:
        steps = query.path(store, ids[0], ids[-1])
        back = query.path(store, ids[-1], ids[0])
    assert [steps[0].source.id, *(step.target.id for step in steps)] == ids
    assert len(back) == len(steps)


def test_a_path_of_seven_steps_is_none():
    with chain_of(list(zip("abcdefg", "bcdefgh", [1] * 7, strict=True))) as store:
        with pytest.raises(NotFoundError, match="6 steps"):
            query.path(store, "a", "h")
        assert len(query.path(store, "a", "g")) == 6


@pytest.mark.parametrize("name", ["Anna Borg", "Ana Berg", "انا بيرج"])
def test_a_near_spelling_is_suggested(store, name):
    with pytest.raises(NotFoundError, match="did you mean"):
        query.find_entity(store, name)
