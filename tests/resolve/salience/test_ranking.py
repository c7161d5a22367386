"""Rows of a timeline, and what is none."""

from eventgraph.model import Span
from eventgraph.ontology import load
from eventgraph.resolve.salience import importance, ranking
from eventgraph.resolve.salience.importance import Standing
from eventgraph.resolve.salience.ranking import event_id, rank
from tests.resolve.salience.drafts import draft, report

STANDING = Standing(load(), {"a1": "a1", "a2": "a1", "a3": "a3"}, {})


def test_what_is_folded_is_minor_and_says_under_what():
    main = draft(report())
    part = draft(report(start=20, link="manner", under=Span(0, 4)))
    _, below = rank([main, part], STANDING)
    assert (below.minor, below.under) == (True, event_id(main.key))


def test_copies_are_one_origin():
    (found,) = rank([draft(report(), report("a2"), report("a3"))], STANDING)
    assert found.origins == 2


def test_what_is_less_important_than_the_bound_is_minor(monkeypatch):
    one = draft(report(people=[("n1", "agent")]))
    weight = importance.importance(one, STANDING)
    for bound, minor in ((weight - 0.01, False), (weight + 0.01, True)):
        monkeypatch.setattr(ranking, "MINOR", bound)
        assert rank([one], STANDING)[0].minor is minor
