"""What events make of those who take part in them."""

import pytest

from eventgraph.model import Participant, Relation
from eventgraph.resolve.relations.shared_events import relate
from tests import corpora

ONE = corpora.article()


def told(number, **roles):
    """An event of entities in roles; letters are entities."""
    people = tuple(Participant(who, role) for role, many in roles.items() for who in many)
    return corpora.event(f"v{number}", "met", ONE, participants=people)


def fields(*events):
    return {(r.source + r.target, r.kind, r.event_type, r.direction) for r in relate(events, {})}


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ({"agent": "b", "patient": "a"}, {("ba", "acts", "meeting", "forward")}),
        ({"agent": "b", "beneficiary": "a"}, {("ba", "acts", "meeting", "forward")}),
        ({"participant": "ab"}, {("ab", "acts", "meeting", "mutual")}),
        ({"agent": "ab"}, {("ab", "together", "meeting", "mutual")}),
        ({"patient": "ab"}, {("ab", "together", "meeting", "mutual")}),
        ({"place": "a", "patient": "b"}, {("ba", "place", "meeting", "forward")}),
        ({"place": "ab"}, {("ab", "together", "meeting", "mutual")}),
        ({"agent": "a", "source": "b"}, {("ba", "speech", "", "forward")}),
        ({"source": "a", "patient": "b"}, {("ab", "speech", "", "forward")}),
    ],
)
def test_what_two_roles_make(roles, expected):
    assert fields(told(1, **roles)) == expected


def test_two_who_meet_and_once_act_are_one_relation():
    events = (told(1, participant="ab"), told(2, agent="a", participant="b"))
    (found,) = relate(events, {})
    assert found == Relation("a", "b", "acts", ("v1", "v2"), (ONE.id,), 1.0, "meeting", "forward")


def test_no_two_relations_have_one_key():
    roles = ("agent", "patient", "participant", "place", "beneficiary", "source", "instrument")
    events = [told(n, **{one: "a", other: "b"}) for n, (one, other) in enumerate(
        (x, y) for x in roles for y in roles if x != y
    )] + [told(100 + n, **{role: "ab"}) for n, role in enumerate(roles)]  # fmt: skip
    found = relate(events, {})
    assert len({relation.key for relation in found}) == len(found)
