"""What elaborates lies folded under what it elaborates, unless it is news of its own."""

from eventgraph.model import Span
from eventgraph.resolve.salience.folding import fold
from tests.resolve.salience.drafts import draft, report

COPIES = {"a1": "a1", "a2": "a2", "a3": "a3"}
MAIN = draft(report(start=0))
UNDER = Span(0, 4)


def folded(*drafts):
    return fold(drafts, COPIES)


def test_a_participle_is_folded_under_its_main_clause():
    part = draft(report(start=20, link="manner", under=UNDER))
    assert folded(MAIN, part) == {part.key: MAIN.key}


def test_a_main_clause_stands_for_itself():
    other = draft(report(start=20, link="coordinate", under=UNDER))
    assert folded(MAIN, other) == {}


def test_what_one_report_tells_by_itself_is_not_folded():
    part = draft(report(start=20, link="manner", under=UNDER), report("a2", 5))
    assert folded(MAIN, part) == {}


def test_what_more_sources_tell_is_news():
    part = draft(
        report(start=20, link="relative", under=UNDER),
        report("a2", 20, link="relative", under=UNDER),
    )
    both = draft(report(start=0), report("a2", 0))
    assert folded(both, part) == {}


def test_a_headline_is_news():
    part = draft(report(start=20, link="relative", under=UNDER, headline=True))
    assert folded(MAIN, part) == {}


def test_a_reaction_is_folded_under_what_it_is_about():
    condemned = draft(report(start=0, type_="statement"))
    attack = draft(report(start=20, link="argument", form="nominal", under=UNDER))
    assert folded(condemned, attack) == {condemned.key: attack.key}


def test_what_goes_round_in_a_circle_stays():
    one = draft(report(start=0, link="relative", under=Span(20, 24)))
    other = draft(report(start=20, link="relative", under=Span(0, 4)))
    assert folded(one, other) == {}


def test_folded_under_folded_lies_under_the_top():
    part = draft(report(start=20, link="manner", under=UNDER))
    deeper = draft(report(start=40, link="relative", under=Span(20, 24)))
    assert folded(MAIN, part, deeper)[deeper.key] == MAIN.key
