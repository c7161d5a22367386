"""Tables that do not say what the records say: what look-ups go by, laid out anew and compared."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from eventgraph.store import Store, in_memory

# The columns beside the records, and full text word by word, each in one order.
_QUESTIONS = {
    "articles": "SELECT number, id FROM articles ORDER BY number",
    "skipped": "SELECT source, reason FROM skipped ORDER BY source, reason",
    "entities": "SELECT id, type, name, mentions, articles FROM entities ORDER BY id",
    "names": "SELECT folded, entity FROM names ORDER BY folded, entity",
    "events": "SELECT id, type, first, last, until FROM events ORDER BY id",
    "days of events": "SELECT first, last, id, until, type FROM events INDEXED BY events_in_time"
    " ORDER BY first, last, id",
    "participants": "SELECT entity, event, role FROM participants ORDER BY entity, event, role",
    "participants of events": "SELECT event, entity FROM participants INDEXED BY participants_of_event"
    " ORDER BY event, entity",
    "relations": "SELECT source, target, kind, weight FROM relations ORDER BY source, target, kind",
    "searched": "SELECT number, kind, id FROM searched ORDER BY number",
    "spellings": "SELECT number, folded FROM spellings ORDER BY number",
    "full text": "SELECT term, doc, col, offset FROM temp.search_words",
    "spellings by letters": "SELECT term, doc FROM temp.near_words",
}


def disagreeing_tables(store: Store) -> Iterator[str]:
    """A line for each table that differs from what a build makes of the same records."""
    with in_memory(store.corpus()) as fresh:
        for one in (store, fresh):
            for name in ("search", "near"):
                one.connection.execute(
                    f"CREATE VIRTUAL TABLE temp.{name}_words USING fts5vocab(main, {name}, instance)"
                )
        for name, sql in _QUESTIONS.items():
            pairs = zip_longest(store.stream(sql), fresh.stream(sql))
            if any(found != wanted for found, wanted in pairs):
                yield f"the table of {name} is damaged: look-ups miss or mistake what the records say"
