"""What people decided about events comes before any guess."""

import pytest

from eventgraph.model import Unmet
from eventgraph.resolve.decisions import Decisions, Reference
from tests.resolve.events.clustering import corpus, groups, keys
from tests.resolve.events.telling import Told, article

ONE = article(
    Told("attack", place="Oslo", day="on 4 June 2019"), published="2019-06-05", source="a"
)
SAME = article(
    Told("assault", place="Oslo", day="on 4 June 2019"), published="2019-06-06", source="b"
)
FAR = article(
    Told("raid", place="Bergen", day="on 9 June 2019"), published="2019-06-10", source="c"
)


def key(pair, number=0):
    return keys(pair)[number]


def reference(pair, number=0):
    article_id, start, end = key(pair, number)
    return Reference("it", "event", f"{article_id}:{start}-{end}")


def events(*pairs, decisions):
    return corpus(*pairs, decisions=decisions).events


def test_without_decisions():
    assert groups(ONE, SAME, FAR) == [["assault", "attack"], ["raid"]]


def test_merged_events_are_one_whatever_speaks_against_it():
    found = groups(ONE, SAME, FAR, together=[(key(ONE), key(FAR))])
    assert found == [["assault", "attack", "raid"]]


def test_merged_events_of_two_kinds_are_one():
    talks = article(Told("talks", "meeting", place="Oslo"), published="2019-06-08", source="d")
    found = groups(ONE, SAME, talks, together=[(key(talks), key(ONE))])
    assert found == [["assault", "attack", "talks"]]


def test_events_kept_apart_stay_two():
    assert len(groups(ONE, SAME, apart=[(key(ONE), key(SAME))])) == 2


def test_a_third_report_does_not_bridge_what_is_kept_apart():
    third = article(
        Told("bombing", place="Oslo", day="on 4 June 2019"), published="2019-06-07", source="d"
    )
    for group in groups(ONE, SAME, third, apart=[(key(ONE), key(SAME))]):
        assert not {"attack", "assault"} <= set(group)


def test_a_merge_is_a_row_of_the_file():
    decisions = Decisions().append("merge", reference(ONE), reference(FAR))
    assert len(events(ONE, FAR, decisions=decisions)) == 1
    assert any(
        "decided by a person" in why for why in events(ONE, FAR, decisions=decisions)[0].reasons
    )


def test_a_decision_can_be_undone():
    decisions = Decisions().append("merge", reference(ONE), reference(FAR)).undo()
    assert len(events(ONE, FAR, decisions=decisions)) == 2


def test_an_ignored_event_is_left_out():
    decisions = Decisions().append("ignore", reference(FAR))
    (event,) = events(ONE, FAR, decisions=decisions)
    assert event.articles == (ONE[0].id,)


def test_a_renamed_event_has_the_title_that_a_person_gave_it():
    decisions = Decisions().append("rename", reference(ONE), Reference("The Oslo attack"))
    (event,) = events(ONE, SAME, decisions=decisions)
    assert event.title == "The Oslo attack"


NOWHERE = Reference("a fire", "event", "a0:5-9")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("ignore", NOWHERE), "ignore: no article tells the event 'a fire' at 'a0:5-9'"),
        (("merge", reference(ONE), NOWHERE), "merge: no article tells the event 'a fire' at 'a0:5-9'"),
        (("retype", reference(ONE), Reference("", "place")), "retype: only entities can be, not the event 'it'"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)  # fmt: skip
def test_a_decision_about_no_event_is_told(row, reason):
    found = corpus(ONE, decisions=Decisions().append(*row))
    assert found.unmet == (Unmet(1, reason),)


def test_decisions_that_fit_are_not_told():
    decisions = Decisions().append("merge", reference(ONE), reference(FAR))
    assert corpus(ONE, FAR, decisions=decisions.append("ignore", reference(ONE))).unmet == ()
