"""Entities by name or id."""

from __future__ import annotations

import re

from eventgraph.errors import AmbiguousError, NotFoundError
from eventgraph.model import Entity, Event
from eventgraph.names import fold
from eventgraph.store import Store

MOST_RUNS = 40  # of three letters, of a name that nobody has
CANDIDATES = 200
MOST_NAMED = 8  # of those who may be meant

_CONTAINING = (
    "SELECT id FROM searched WHERE kind = 'entity'"
    " AND number IN (SELECT rowid FROM search WHERE search MATCH ?)"
)

_LONE = re.compile("[\ud800-\udc7f\udd00-\udfff]")  # surrogates that stand for no byte


def find_entity(store: Store, name: str) -> tuple[Entity, ...]:
    """The entities that answer to a name (in any script) or id, best known first.

    An exact name goes before a name that contains the words asked for.

    Raises:
        NotFoundError: There is none; the message suggests near spellings.
    """
    return tuple(store.entities(find_ids(store, name)))


def the_one(store: Store, name: str) -> Entity | Event:
    """The event with this id, or the only entity that may be meant by this name or id.

    Raises:
        AmbiguousError: Several may be meant; the message names them and their ids.
        NotFoundError: Nothing has that id or name.
    """
    name = _readable(name)
    if events := store.by_ids(Event, "events", [name]):
        return events[0]
    found = _that_may_be_meant(store, name)
    if len(found) > 1:
        who = ", ".join(f"{e.name} ({e.type}, {e.id})" for e in found[:MOST_NAMED])
        more = f" and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
        raise AmbiguousError(f"{name!r} may be {who}{more}; say which by its id")
    return found[0]


def _that_may_be_meant(store: Store, name: str) -> list[Entity]:
    """All who bear the name; of a single word that is nobody's own name, also those who have it in theirs."""
    found = store.entities(find_ids(store, name))
    folded = fold(name)
    own = [entity for entity in found if fold(entity.name) == folded or entity.id == name]
    if len(found) > 1 or own or " " in folded:
        return list(found)
    rows = store.rows(f"SELECT id FROM entities WHERE id IN ({_CONTAINING})", f'head : "{folded}"')  # noqa: S608 - a fixed way
    return list(store.entities({found[0].id, *(row[0] for row in rows)}))


def find_ids(store: Store, name: str) -> tuple[str, ...]:
    """The ids of the entities that answer to a name, as `find_entity` gives them, and no more of them.

    Raises:
        NotFoundError: There is none; the message suggests near spellings.
    """
    name = _readable(name)
    folded = fold(name)
    ways = (
        ("SELECT ?", name),
        ("SELECT entity FROM names WHERE folded = ?", folded),
        (_CONTAINING, f'head : "{folded}"'),
    )
    for way, value in ways:
        sql = f"SELECT id FROM entities WHERE id IN ({way}) ORDER BY mentions DESC, id"  # noqa: S608 - fixed ways
        found = store.rows(sql, value) if folded else []
        if found:
            return tuple(row[0] for row in found)
    raise NotFoundError(f"no entity is called {name!r}{_near(store, folded)}")


def _near(store: Store, folded: str) -> str:
    """What may have been meant, among the names that share most runs of three letters."""
    from rapidfuzz import fuzz, process

    runs = sorted({folded[i : i + 3] for i in range(len(folded) - 2)})[:MOST_RUNS]
    sql = (
        "SELECT folded FROM spellings WHERE number IN"
        " (SELECT rowid FROM near WHERE near MATCH ? ORDER BY rank, rowid LIMIT ?)"
    )
    known = store.rows(sql, " OR ".join(f'"{run}"' for run in runs), CANDIDATES) if runs else []
    names = sorted(row[0] for row in known)
    close = process.extract(folded, names, scorer=fuzz.WRatio, limit=3, score_cutoff=75)
    return "; did you mean " + ", ".join(repr(match[0]) for match in close) + "?" if close else ""


def explain(store: Store, id: str) -> Entity | Event:  # noqa: A002 - the contract's name
    """The entity or event with this id (or the entity of this name), whose ``reasons`` say why it is one.

    Raises:
        NotFoundError: Nothing has that id or name.
    """
    events = store.by_ids(Event, "events", [_readable(id)])
    return events[0] if events else store.entities(find_ids(store, id)[:1])[0]


def _readable(name: str) -> str:
    """A name typed where the system's encoding is not UTF-8: Python hands its bytes on as surrogates."""
    return _LONE.sub("\ufffd", name).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
