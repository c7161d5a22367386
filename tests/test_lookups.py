"""Look-ups read what an index leads them to, however large the store is."""

import re

import pytest

from eventgraph import query
from eventgraph.errors import NotFoundError
from eventgraph.store import in_memory
from tests.corpora import corpus

# A pass through a table. Full text and lists of ids are read so too, each led by what was asked; days
# and types of events stand together in an index that is passed through to choose the events to open.
PASS = re.compile(
    "SCAN (?!(json_each|search|near) VIRTUAL TABLE INDEX|CONSTANT ROW"
    "|events USING COVERING INDEX events_in_time)"
)

QUESTIONS = {
    "entity by name": lambda store: query.connections(store, "Anna Berg"),
    "entity by id": lambda store: query.connections(store, "e1"),
    "entity by a word of its name": lambda store: query.connections(store, "Berg"),
    "unknown name": lambda store: query.find_entity(store, "Anna Borg"),
    "timeline of an entity": lambda store: query.timeline(store, entity="Oslo"),
    "timeline of an entity and type": lambda store: query.timeline(
        store, entity="Oslo", type="meeting", since="2019-06-04"
    ),
    "timeline of a day": lambda store: query.timeline(
        store, since="2019-06-04", until="2019-06-04"
    ),
    "timeline of a type": lambda store: query.timeline(store, type="meeting"),
    "path": lambda store: query.path(store, "Anna Berg", "Oslo"),
    "no path": lambda store: query.path(store, "Anna Berg", "Bergen"),
    "search": lambda store: query.search(store, "anna berg"),
    "explanation": lambda store: query.explain(store, "v1"),
    "names": lambda store: store.names(["e1"]),
    "texts": lambda store: store.texts([corpus().articles[0].id]),
    "around events": lambda store: store.around(corpus().events),
}


def asked(store, question):
    """The SQL that a question is put in, values filled in."""
    said = []
    store.connection.set_trace_callback(said.append)
    try:
        question(store)
    except NotFoundError:
        pass
    finally:
        store.connection.set_trace_callback(None)
    return [sql for sql in said if sql.startswith("SELECT")]


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_passes_through_a_table(name):
    with in_memory(corpus()) as store:
        statements = asked(store, QUESTIONS[name])
        plans = [row[3] for sql in statements for row in store.rows(f"EXPLAIN QUERY PLAN {sql}")]
    assert plans
    assert [plan for plan in plans if PASS.match(plan)] == []
