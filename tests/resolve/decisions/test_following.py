"""A decision about an event stays with its words when its article changes, and with no others."""

import pytest

from eventgraph.resolve.decisions import Decisions, Reference
from eventgraph.resolve.decisions.quoting import quote
from tests.resolve.events.clustering import corpus
from tests.resolve.events.telling import Told, article

RAID = Told("raid", place="Bergen", day="on 9 June 2019")
OSLO = Told("attack", place="Oslo", day="on 4 June 2019")
OLD = article(
    Told("riot", place="Oslo", day="on 4 June 2019"), RAID, published="2019-06-10", source="c"
)
CHANGED = article(OSLO, RAID, published="2019-06-10", source="c")
COPY = article(
    Told("assault", place="Oslo", day="on 4 June 2019"), RAID, published="2019-06-10", source="d"
)


def of(pair, lemma="raid"):
    """What is written down of an event as an article tells it."""
    [event] = [one for one in pair[1].events if one.lemma == lemma]
    words = quote(pair[0].text, event.sentence, event.span)
    return Reference("it", "event", f"{pair[0].id}:{event.span.start}-{event.span.end}", words)


def triggers(found):
    return sorted(evidence.text for event in found.events for evidence in event.evidence)


def test_the_event_is_found_in_the_changed_article():
    assert of(OLD).id not in (of(CHANGED).id, of(COPY).id)
    decisions = Decisions().append("ignore", of(OLD))
    found = corpus(CHANGED, decisions=decisions)
    assert triggers(found) == ["attack"]
    assert found.unmet == ()


def test_words_that_two_articles_have_are_followed_nowhere():
    found = corpus(CHANGED, COPY, decisions=Decisions().append("ignore", of(OLD)))
    assert triggers(found) == ["assault", "attack", "raid", "raid"]
    assert [row.number for row in found.unmet] == [1]


def test_an_event_that_stands_where_it_stood_is_not_moved():
    found = corpus(OLD, COPY, decisions=Decisions().append("rename", of(OLD), Reference("Kept")))
    assert "Kept" in [event.title for event in found.events]
    assert found.unmet == ()


def test_a_reference_without_words_is_told():
    bare = Reference("it", "event", of(OLD).id)
    found = corpus(CHANGED, decisions=Decisions().append("ignore", bare))
    assert [row.number for row in found.unmet] == [1]


def test_to_ignore_an_event_is_to_ignore_all_that_tell_it():
    decisions = Decisions().append("merge", of(CHANGED), of(CHANGED, "attack"))
    assert len(corpus(CHANGED, decisions=decisions).events) == 1
    assert corpus(CHANGED, decisions=decisions.append("ignore", of(CHANGED))).events == ()


@pytest.mark.parametrize("chain", [True, False])
def test_events_kept_apart_against_a_chain_of_merges_are_told(chain):
    third = article(Told("talks", "meeting", place="Oslo"), published="2019-06-08", source="e")
    decisions = Decisions().append("merge", of(CHANGED), of(third, "talks"))
    if chain:
        decisions = decisions.append("merge", of(third, "talks"), of(CHANGED, "attack"))
    decisions = decisions.append("not-same", of(CHANGED), of(CHANGED, "attack"))
    told = {row.number: row.reason for row in corpus(CHANGED, third, decisions=decisions).unmet}
    assert list(told) == ([3] if chain else [])
    assert not chain or "stay one event" in told[3]
