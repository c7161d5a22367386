"""The entities that decisions mean by id: which chains they had when the decision was taken."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from eventgraph.resolve.decisions import Decision, Decisions
from eventgraph.resolve.entities.chains import ChainKey
from eventgraph.resolve.entities.verdicts import Members

Link = Callable[[Decisions, Members], Mapping[ChainKey, str]]  # entity ids by chain

_OWN_ID = re.compile("n[0-9a-f]{16}")
# Decisions after which an id may stand for fewer mentions than before.
_PARTING = frozenset({"split", "not-same", "retype"})


def identified(decisions: Decisions, link: Link) -> Members:
    """Chains by the ids of entities that decisions name; ids that no entity has now are left out.

    An id means what it meant to whoever took the decision: linking is tried without any decision, and
    where an earlier one parts the entity or makes it, with the decisions before.

    Args:
        decisions: All of them.
        link: Links all chains under some decisions, given what their ids stand for.
    """
    found: dict[str, frozenset[ChainKey]] = {}
    rows = [row for row in decisions.active if any(_ids(row))]
    if not rows:
        return found
    plain = _grouped(link(Decisions(), found))
    parted: set[str] = set()
    for row in rows:
        wanted = set(_ids(row))
        if (wanted - found.keys()) <= plain.keys() and not wanted & parted:
            found |= {id_: plain[id_] for id_ in wanted - found.keys()}
        else:
            before = tuple(one for one in decisions.active if one.number < row.number)
            now = _grouped(link(Decisions(before), found))
            found |= {id_: now[id_] for id_ in wanted & now.keys()}
            parted -= wanted
        if row.action in _PARTING:
            parted |= wanted
    return found


def _ids(row: Decision) -> Iterator[str]:
    for one in (row.subject, row.object):
        if one.type not in ("event", "article") and _OWN_ID.fullmatch(one.id):
            yield one.id


def _grouped(chains: Mapping[ChainKey, str]) -> dict[str, frozenset[ChainKey]]:
    groups: dict[str, set[ChainKey]] = defaultdict(set)
    for key, entity in chains.items():
        groups[entity].add(key)
    return {entity: frozenset(keys) for entity, keys in groups.items()}
