"""Figures side by side: equal ones are one value, later ones replace, rival ones are disputed."""

import csv
import io
from dataclasses import replace

import pytest

from eventgraph.export.tables.claims import render_figures
from eventgraph.model import (
    Claim,
    Corpus,
    Event,
    EventDate,
    Evidence,
    Published,
    Span,
    make_article,
)
from eventgraph.query import claims, gaps
from eventgraph.query.claims import contradict
from eventgraph.show import figure_lines, gap_lines
from eventgraph.store import in_memory


def article(source, day, language="en"):
    text = f"{source} told on {day} of 14 or 26 or 80 dead in the blast at the harbour."
    return make_article(
        source=source, text=text, language=language, parts=(), published=Published(day, "given")
    )


MONDAY, FRIDAY, OTHER = (
    article("a", "2019-06-03"),
    article("b", "2019-06-07"),
    article("c", "2019-06-07", "fr"),
)


def claim(low, high=None, of=MONDAY, **more):
    return Claim("killed", low, high, f"{low:g}", of.id, Span(0, 1), **more)


def event(*told, **more):
    date = EventDate("2019-06-02", "2019-06-02", "2019-06-02", "day", "explicit", "")
    evidence = tuple(Evidence(a.id, Span(0, 1), a.text[:1]) for a in (MONDAY, FRIDAY, OTHER))
    return Event(
        "v1", "disaster", None, "Blast", "asserted", None, date, (), (), told, 0.5, evidence, **more
    )


def states(*told, **more):
    store = in_memory(Corpus(articles=(MONDAY, FRIDAY, OTHER), events=(event(*told, **more),)))
    return [(figure.claim.low, figure.value, figure.state) for figure in claims(store)]


def test_equal_numbers_in_other_words_are_one_value():
    assert states(claim(113, 113), claim(113, None, FRIDAY)) == [
        (113, 1, "stands"),
        (113, 1, "stands"),
    ]


def test_a_later_figure_supersedes_an_earlier_one():
    assert states(claim(14, 14), claim(26, 26, FRIDAY)) == [
        (14, 1, "superseded"),
        (26, 2, "stands"),
    ]


def test_an_update_supersedes_whoever_said_the_earlier_figure():
    earlier, later = (
        claim(14, 14, speaker="police"),
        claim(26, 26, FRIDAY, speaker="the mayor", update=True),
    )
    assert [s for *_, s in states(earlier, later)] == ["superseded", "stands"]


def test_two_speakers_of_one_day_stand_against_each_other():
    one, other = claim(12, 12, FRIDAY, speaker="Kyiv"), claim(30, 30, OTHER, speaker="Moscow")
    assert [s for *_, s in states(one, other)] == ["disputed", "disputed"]


def test_figures_of_a_denied_event_are_denied():
    store = in_memory(
        Corpus(
            articles=(MONDAY, FRIDAY, OTHER),
            events=(replace(event(claim(14, 14)), status="negated"),),
        )
    )
    assert [figure.state for figure in claims(store)] == ["denied"]


def test_the_stated_day_goes_before_the_day_of_the_report():
    assert [s for *_, s in states(claim(26, 26, as_of="2019-06-08"), claim(14, 14, FRIDAY))] == [
        "superseded",
        "stands",
    ]


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [((14, None), (80, None), False), ((14, 14), (80, None), True), ((20, 99), (113, 113), False), ((14, 14), (14, None), False), ((10, 20), (15, 15), False), ((None, 30), (12, 12), False)],
)  # fmt: skip
def test_what_contradicts(a, b, wanted):
    told = [Claim("killed", low, high, "", MONDAY.id, Span(0, 1)) for low, high in (a, b)]
    assert contradict(*told) is contradict(*reversed(told)) is wanted


def test_a_table_of_figures_is_safe_and_whole():
    store = in_memory(
        Corpus(articles=(MONDAY, FRIDAY, OTHER), events=(event(claim(14, None, speaker="=1+1")),))
    )
    found = claims(store, "v1")
    (row,) = csv.DictReader(io.StringIO(render_figures(found).decode()))
    assert (row["low"], row["high"], row["speaker"], row["report_day"]) == (
        "14",
        "",
        "'=1+1",
        "2019-06-03",
    )
    assert "killed ≥14" in "\n".join(figure_lines(found))


def test_gaps_are_not_in_these_articles():
    alone = replace(event(), id="v2", origins=1, title="Fire", date=EventDate())
    later = replace(
        event(), id="v3", date=EventDate("2019-07-02", "2019-07-02", "2019-07-02", "day")
    )
    store = in_memory(Corpus(articles=(MONDAY, FRIDAY, OTHER), events=(event(), alone, later)))
    found = gaps(store)
    assert {(g.lack, g.event.id) for g in found if g.event and g.event.id == "v2"} == {
        ("day", "v2"),
        ("doer", "v2"),
        ("place", "v2"),
        ("origin", "v2"),
    }
    assert [(g.first, g.last) for g in found if g.lack == "silence"] == [
        ("2019-06-03", "2019-07-01")
    ]
    assert "no article here says when" in "\n".join(gap_lines(found))


def test_a_later_and_higher_bound_supersedes_a_lower_one():
    assert [s for *_, s in states(claim(14, None), claim(80, None, FRIDAY))] == [
        "superseded",
        "stands",
    ]


def test_dozens_are_no_rival_of_a_number():
    assert [s for *_, s in states(claim(20, 99), claim(113, 113))] == ["stands", "stands"]
