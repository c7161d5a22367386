"""Broad words and what happens again and again: when a likeness of articles is not enough."""

from dataclasses import replace

import pytest

from eventgraph.resolve.events.conflicts import AGAIN
from tests.resolve.events.clustering import groups
from tests.resolve.events.telling import Told, article

SAID = Told("say", "statement", agent="Anna Berg", patient="Karl Lund")


def told(one, two, days):
    """Two articles, the second so many days after the first."""
    first = article(one, published="2019-06-05", source="a")
    later = article(two, published=f"2019-06-{5 + days:02}", source="b")
    return len(groups(first, later))


@pytest.mark.parametrize(("days", "events"), [(0, 1), (AGAIN, 1), (AGAIN + 1, 2)])
def test_what_happens_again_is_another_after_a_week(days, events):
    assert told(SAID, SAID, days) == events


def test_what_happens_once_is_the_same_however_late_it_is_told():
    attack = Told("attack", agent="Anna Berg", patient="Karl Lund", place="Oslo")
    assert told(attack, attack, 20) == 1


@pytest.mark.parametrize(
    ("more", "events"),
    [
        ({"agent": "Anna Berg"}, 1),
        ({"agent": "Anna Berg", "day": "on 4 June 2019"}, 1),
        ({"beside": ("Anna Berg", "Karl Lund")}, 2),
    ],
)
def test_a_verb_that_says_nothing_needs_who_or_when(more, events):
    """Names beside it and alike articles join no "considered" with another."""
    others = [article(Told("consider", "other", counts=(("other", n),))) for n in range(1, 5)]
    one = Told("consider", "other", **more)
    found = groups(
        article(one, published="2019-06-05", source="a"),
        article(one, published="2019-06-06", source="b"),
        *others,
    )
    assert len(found) - len(others) == events


def test_an_organization_and_who_acts_for_it_are_no_two_doers():
    day = "on 4 June 2019"
    one = Told("attack", agent="Harbour Union", patient="Karl Lund", place="Oslo", day=day)
    two = Told("attack", agent="Anna Berg", patient="Karl Lund", place="Oslo", day=day)
    assert told(one, two, 1) == 1
    assert (
        told(
            two,
            Told(
                **{**{n: getattr(two, n) for n in ("patient", "place", "day")}, "agent": "Ida Moe"}
            ),
            1,
        )
        == 2
    )


def test_a_word_without_a_type_joins_a_happening_that_has_one():
    day = "on 4 June 2019"
    one = Told("arrest", "arrest", agent="Anna Berg", patient="Karl Lund", day=day)
    assert told(one, Told("arrest", "other", patient="Karl Lund", day=day), 1) == 1


def test_one_kind_of_happening_is_not_enough_for_one():
    """Two killings of which nothing is known but that somebody was killed, in unlike articles."""
    one = article(Told("killing", "death"), Told("vote", "election", agent="Anna Berg"))
    two = article(Told("killing", "death"), Told("talks", "meeting", agent="Karl Lund"), source="b")
    assert ["killing", "killing"] not in groups(one, two)


@pytest.mark.parametrize(("prior", "events"), [(1.0, 2), (0.5, 1)])
def test_what_is_only_tagged_needs_less_than_what_may_be_a_row(prior, events):
    told = Told("remark", "other", beside=("Anna Berg", "Karl Lund"))
    pairs = [
        (one, replace(read, events=tuple(replace(e, prior=prior) for e in read.events)))
        for one, read in (
            article(told, published=f"2019-06-0{day}", source=f"{day}") for day in (5, 6)
        )
    ]
    assert len(groups(*pairs)) == events
