"""What two reports of one event cannot disagree on."""

import pytest

from tests.resolve.events.clustering import groups
from tests.resolve.events.telling import Telling, Told, article

BASE = Told("attack", agent="Anna Berg", patient="Karl Lund", place="Oslo", day="on 4 June 2019")


def pair(one, two, published=("2019-06-06", "2019-06-07")):
    return groups(
        article(one, published=published[0], source="a"),
        article(two, published=published[1], source="b"),
    )


def changed(**values):
    return Told(
        **{**{n: getattr(BASE, n) for n in ("lemma", "agent", "patient", "place", "day")}, **values}
    )


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (changed(), True),
        (changed(lemma="assault"), True),
        (changed(lemma="killing", type="death"), True),
        (changed(day=""), True),
        (changed(day="in June 2019"), True),
        (changed(day="in 2019"), True),
        (changed(day="on 5 June 2019"), False),
        (changed(day="in July 2019"), False),
        (changed(place=""), True),
        (changed(place="Norway"), True),
        (changed(place="Bergen"), False),
        (changed(place="Kenya"), False),
        (changed(agent="Ida Moe"), False),
        (changed(patient="Ida Moe"), False),
        (changed(agent=""), True),
        (changed(status="negated"), False),
        (changed(status="alleged"), True),
        (changed(lemma="war"), False),
        (changed(counts=(("attacks", 14),)), False),
        (changed(type="meeting", lemma="meet"), False),
        (changed(type="death", lemma="funeral"), False),
    ],
)
def test_a_second_report(other, same):
    assert (len(pair(BASE, other)) == 1) is same


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [(5, 5, True), (14, 26, True), (26, 80, True), (3, 90, False)],
)
def test_a_toll_rises_but_not_without_limit(first, second, same):
    one = changed(counts=(("killed", first),), day="")
    two = changed(counts=(("killed", second),), day="")
    assert (len(pair(one, two)) == 1) is same


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("on June 4", "on June 4", True),
        ("on June 4", "on June 5", False),
        ("on June 4", "on 4 June 2019", True),
        ("on June 5", "on 4 June 2019", False),
    ],
)
def test_yearless_dates(first, second, same):
    assert (len(pair(changed(day=first), changed(day=second), published=(None, None))) == 1) is same


@pytest.mark.parametrize(
    ("people", "same"),
    [("Anna Berg;Karl Lund", True), ("Karl Lund;Anna Berg", True), ("Anna Berg;Ida Moe", False)],
)
def test_a_meeting_is_one_when_both_sides_are_the_same(people, same):
    day = "on 4 June 2019"
    one = Told("meet", "meeting", participant="Anna Berg;Karl Lund", day=day)
    assert (len(pair(one, Told("talks", "meeting", participant=people, day=day))) == 1) is same


def test_what_another_speaker_says_is_another_statement():
    one = Told("condemn", "statement", agent="Anna Berg", patient="Karl Lund", day="on 4 June 2019")
    two = Told("condemn", "statement", agent="Ida Moe", patient="Karl Lund", day="on 4 June 2019")
    assert len(pair(one, two)) == 2


@pytest.mark.parametrize(
    ("published", "same"),
    [
        (("2019-06-05", "2019-06-20"), True),
        (("2019-06-05", "2019-07-06"), True),
        (("2019-06-05", "2019-07-07"), False),  # 32 days: the second tells news of its own
    ],
)
def test_what_two_leads_tell_as_their_news_a_month_apart_is_two(published, same):
    undated = changed(day="")
    assert (len(pair(undated, undated, published)) == 1) is same


@pytest.mark.parametrize(("published", "same"), [("2019-06-03", True), ("2019-06-02", False)])
def test_what_is_told_has_happened(published, same):
    below = Telling(published)
    below.put("word " * 30)
    below.tell(changed(day=""))
    below.paragraph()
    dated = article(BASE, published="2019-06-20", source="b")
    assert (len(groups(below.done(), dated)) == 1) is same
