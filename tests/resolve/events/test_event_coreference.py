"""One event per happening, from short texts through the whole pipeline."""

import pytest

from tests.resolve.events.clustering import groups
from tests.resolve.events.pipeline import events, text, told
from tests.resolve.events.telling import Telling, Told, article

MARKET = (
    text(
        "Gunmen attacked a grain market in Bergen on 4 June 2019, killing nine people. "
        "The attack was the worst in years.",
        "2019-06-05", source="a",
    ),
    text(
        "The shooting at the market in Bergen on Tuesday left nine people dead. "
        "The tragedy shocked Norway.",
        "2019-06-06", source="b",
    ),
    text(
        "Nine killed in Bergen market assault\nPolice in Bergen arrested three suspects on Thursday "
        "after the assault of 4 June 2019.",
        "2019-06-07", source="c",
    ),
)  # fmt: skip


def test_one_event_in_many_words_across_articles():
    (attack,) = events(*MARKET, kind="attack")
    assert len(attack.articles) == 3
    assert {"attacked", "shooting", "tragedy", "assault"} <= set(told(attack))
    assert (attack.date.edtf, attack.date.basis) == ("2019-06-04", "explicit")
    assert {claim.low for claim in attack.claims} == {9.0}
    assert attack.reasons


@pytest.mark.parametrize(
    "two",
    [
        "A bomb exploded in Oslo on 9 June 2019.",
        "A bomb exploded in Bergen on 4 June 2019.",
        "Police foiled an attack in Nairobi on 4 June 2019.",
    ],
)
def test_another_day_or_town_is_another_event(two):
    one = text("A bomb exploded in Oslo on 4 June 2019.", source="a")
    assert len(events(one, text(two, source="b"), kind="attack")) == 2


def test_a_war_is_not_an_attack():
    found = events(
        text("The war in Sudan goes on. An attack in Khartoum killed six people on 4 June 2023."),
        kind="attack",
    )
    assert sorted(map(told, found)) == [["attack", "killed"], ["war"]]


def test_a_call_told_in_two_languages_is_one_event():
    english = text(
        "Russian President Vladimir Putin called Turkish President Recep Tayyip Erdogan on Sunday.",
        "2022-05-30",
        source="a",
    )
    arabic = text(
        "اتصل الرئيس الروسي فلاديمير بوتين هاتفيا بالرئيس التركي رجب طيب أردوغان يوم الأحد.",
        "2022-05-30",
        "ar",
        "b",
    )
    (call,) = events(english, arabic, kind="call")
    assert len(call.articles) == 2
    assert call.date.edtf == "2022-05-29"


def test_the_word_alone_points_back_at_what_was_told():
    one = Told("attack", place="Oslo", day="on 4 June 2019")
    assert groups(article(one, Told("tragedy", "other", the=True))) == [["attack", "tragedy"]]


def test_an_indefinite_word_does_not_point_back():
    one = Told("attack", place="Oslo", day="on 4 June 2019")
    assert len(groups(article(one, Told("assault", beside=("Ida Moe",))))) == 2


def test_a_caption_tells_of_the_happening_above():
    telling = Telling("2019-06-05")
    telling.tell(Told("attack", place="Oslo", day="on 4 June 2019", counts=(("killed", 9),)))
    telling.paragraph()
    telling.tell(Told("blast", place="Oslo", day="on 4 June 2019", counts=(("killed", 9),)), part=1)
    telling.paragraph("caption")
    other = article(
        Told("attack", place="Oslo", day="on 4 June 2019", counts=(("killed", 9),)),
        published="2019-06-06", source="b",
    )  # fmt: skip
    assert len(groups(telling.done(), other)) == 1


def test_a_headline_announces_what_the_text_tells():
    telling = Telling("2019-06-05")
    telling.tell(Told("attack"))
    end = len(telling.text)
    telling.put("word " * 30)
    telling.tell(Told("attack", agent="Anna Berg", place="Oslo", day="on 4 June 2019"))
    telling.paragraph()
    (part,) = telling.parts
    spans = (type(part.spans[0])(0, end), type(part.spans[0])(end, len(telling.text)))
    telling.parts[0] = type(part)("main", spans, part.published)
    assert len(groups(telling.done())) == 1


def test_a_series_counted_together_is_no_single_attack():
    one = Told("attack", place="Oslo", day="in 2019", counts=(("attacks", 14),))
    two = Told("attack", place="Oslo", day="on 4 June 2019")
    assert len(groups(article(one), article(two, source="b"))) == 2


def test_background_in_a_later_article_joins_the_event():
    first = article(
        Told("bombing", patient="Lund Mill", place="Oslo", day="on 4 June 2019"),
        published="2019-06-05",
    )
    later = article(
        Told("meet", "meeting", participant="Anna Berg;Ida Moe", day="on 1 June 2021"),
        Told("attack", patient="Lund Mill", place="Oslo", day="in 2019"),
        published="2021-06-02", source="b",
    )  # fmt: skip
    assert groups(first, later) == [["attack", "bombing"], ["meet"]]
