"""The date of an event, from its reports and across articles."""

import pytest

import eventgraph
from tests.resolve.events.clustering import corpus
from tests.resolve.events.pipeline import events, text
from tests.resolve.events.telling import Told, article


def date_of(*pairs):
    (event,) = corpus(*pairs).events
    return event.date


@pytest.mark.parametrize(
    ("days", "published", "edtf", "precision", "basis"),
    [
        (("on 4 June 2019", "in June 2019"), "2019-06-06", "2019-06-04", "day", "explicit"),
        (("yesterday", "in June 2019"), "2019-06-06", "2019-06-05", "day", "relative"),
        (("yesterday", "on 5 June 2019"), "2019-06-06", "2019-06-05", "day", "explicit"),
        (("in June 2019", "in 2019"), "2019-06-06", "2019-06", "month", "explicit"),
        (("in 2019", ""), "2019-06-06", "2019", "year", "explicit"),
        (("", ""), "2019-06-06", "2019-06-06~", "day", "publication"),
        (("", ""), None, None, "unknown", "unknown"),
        (("on June 4", "on June 4"), None, None, "unknown", "unknown"),
        (("on Friday", "on Friday"), None, None, "unknown", "unknown"),
    ],
)
def test_the_most_precise_report_dates_an_event(days, published, edtf, precision, basis):
    one, two = (
        article(
            Told("attack", patient="Lund Mill", agent="Anna Berg", place="Oslo", day=day),
            published=published, source=str(n),
        )
        for n, day in enumerate(days)
    )  # fmt: skip
    found = {(e.date.edtf, e.date.precision, e.date.basis) for e in corpus(one, two).events}
    assert (edtf, precision, basis) in found


def test_a_reason_says_where_a_date_is_from():
    told = Told("attack", agent="Anna Berg", place="Oslo", day="yesterday")
    reason = date_of(article(told, published="2019-06-06")).reason
    assert "yesterday" in reason
    assert "2019-06-06" in reason


def test_a_publication_date_says_that_it_is_none():
    told = Told("attack", agent="Anna Berg", place="Oslo")
    assert "no date is stated" in date_of(article(told, published="2019-06-06")).reason


DATED = text(
    "Gunmen attacked a hotel in Mombasa on 4 June 2019, killing nine people.", "2019-06-06"
)


def undated(words):
    """What is inferred about an undated article beside the dated one."""
    found = eventgraph.build([DATED, text(words, source="b")])
    (other,) = (a for a in found.articles if a.source == "b")
    return other.published


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("Gunmen attacked a hotel in Mombasa yesterday, Tuesday.", "2019-06-05"),
        ("Gunmen attacked a hotel in Mombasa yesterday.", "2019-06-05"),
        ("Gunmen attacked a hotel in Mombasa today, Tuesday.", "2019-06-04"),
        ("Gunmen attacked a hotel in Mombasa on Tuesday.", "2019-06-04/2019-06-10"),
        (
            "Gunmen attacked a hotel in Mombasa on Tuesday. Police arrested two men today, Thursday.",
            "2019-06-06",
        ),
        ("Gunmen attacked a hotel in Mombasa yesterday, Friday.", None),
        ("Gunmen attacked a hotel in Mombasa on 4 June 2019.", None),
        ("Gunmen attacked a hotel in Mombasa in 2019.", None),
        ("Gunmen attacked a hotel in Bergen yesterday, Tuesday.", None),
    ],
)
def test_a_shared_event_dates_an_undated_article(words, published):
    found = undated(words)
    assert (found.date if found else None) == published
    assert found is None or (found.basis == "inferred" and "2019-06-04" in found.evidence)


def test_an_inferred_date_dates_the_rest_of_the_article():
    other = text(
        "Gunmen attacked a hotel in Mombasa yesterday, Tuesday. Police arrested two men today.",
        source="b",
    )
    (arrest,) = events(DATED, other, kind="arrest")
    assert (arrest.date.edtf, arrest.date.basis) == ("2019-06-05", "inferred")


def test_what_is_stated_is_never_overridden():
    other = text("Gunmen attacked a hotel in Mombasa yesterday.", "2019-07-01", source="b")
    found = eventgraph.build([DATED, other])
    assert {(a.source, a.published.date, a.published.basis) for a in found.articles} == {
        ("a", "2019-06-06", "given"),
        ("b", "2019-07-01", "given"),
    }
    assert {e.date.edtf for e in found.events if e.type == "attack"} == {"2019-06-04", "2019-06-30"}


@pytest.mark.parametrize(
    ("day", "published", "edtf"),
    [
        ("June 4", "2019-06-06", "2019-06-04"),
        ("December 31", "2019-01-02", "2018-12-31"),
        ("February 29", "2020-03-02", "2020-02-29"),
        ("February 29", "2019-03-02", None),
        ("August 4", "2019-06-06", None),
    ],
)
def test_a_yearless_date_takes_its_year_from_an_article_that_tells_the_event(day, published, edtf):
    one = text(f"Gunmen attacked a hotel in Mombasa on {day}, killing nine people.", source="a")
    two = text("Gunmen attacked a hotel in Mombasa, killing nine people.", published, source="b")
    dates = {e.date.edtf for e in events(one, two, kind="attack") if e.date.basis == "inferred"}
    assert dates == ({edtf} if edtf else set())


def test_the_date_of_the_whole_is_not_that_of_one_outlier():
    """A person may call reports of two days one event: the day that more articles tell dates it."""
    from eventgraph.resolve.dates import event_dates
    from eventgraph.resolve.events.drafts import Draft
    from tests.resolve.events.clustering import drafts

    days = ("on 4 June 1969", "on 4 June 2019", "in June 2019")
    told = [article(Told("attack", place="Oslo", day=day), source=day) for day in days]
    reports = [report for draft in drafts(*told) for report in draft.reports]
    assert event_dates.date_of(Draft.of(reports)).edtf == "2019-06-04"


def test_an_old_date_does_not_date_what_others_tell_as_their_news():
    old = article(Told("attack", place="Oslo", day="in 1969"), published="2019-06-05")
    new = article(Told("attack", place="Oslo"), published="2019-06-05", source="b")
    assert len(corpus(old, new).events) == 2


@pytest.mark.parametrize(("articles", "dated"), [(19, True), (20, False)])
def test_one_article_of_many_does_not_date_what_all_tell(articles, dated):
    from eventgraph.resolve.dates import event_dates
    from eventgraph.resolve.events.drafts import Draft
    from tests.resolve.events.clustering import drafts

    told = [article(Told("attack", counts=(("killed", n + 3),))) for n in range(articles - 1)]
    found = drafts(*told, article(Told("attack", day="in 1969")))
    reports = [report for draft in found for report in draft.reports]
    date = event_dates.date_of(Draft.of(reports))
    assert (date.edtf == "1969") is dated
