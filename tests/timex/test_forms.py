"""Forms: what an expression says before its base date is known."""

from datetime import date

import pytest

from eventgraph.timex import Constraints, constraints, find_timexes, ground


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "It rained on Friday.", Constraints(weekday=5)),
        ("en", "It rained yesterday.", Constraints(offset=-1)),
        ("en", "It rained on March 22, Friday.", Constraints(weekday=5, month=3, day=22)),
        ("en", "It rains today, Saturday.", Constraints(offset=0, weekday=6)),
        ("en", "It rained in 2011.", Constraints()),
        ("en", "It rained three days ago.", Constraints(offset=-3)),
        ("ar", "هطل المطر أمس الجمعة.", Constraints(offset=-1, weekday=5)),
        ("ar", "هطل المطر مساء أمس الجمعة.", Constraints(offset=-1, weekday=5)),
        ("ar", "هطل المطر اليوم السبت.", Constraints(offset=0, weekday=6)),
        ("ar", "هطل المطر الجمعة 22 مارس.", Constraints(weekday=5, month=3, day=22)),
        ("en", "It rained last week.", Constraints()),
    ],
)
def test_constraints(language, text, wanted):
    [timex] = find_timexes(text, language=language)
    assert constraints(timex) == wanted


def test_yesterday_friday_is_a_friday_even_when_published_late():
    [timex] = find_timexes("هطل المطر أمس الجمعة.", "2024-03-25", "ar")
    assert timex.value == "2024-03-22"


def test_a_weekday_and_a_day_of_the_year_find_their_year():
    [timex] = find_timexes("It rained on Friday, March 22.", "2026-01-10")
    assert timex.value == "2024-03-22"


def test_an_anchor_without_base_is_grounded_with_its_chain():
    _, later = find_timexes("It rained on Friday. Two days later it stopped.")
    assert later.edtf is None
    grounded = ground(later, date(2024, 3, 25))
    assert (grounded.value, grounded.basis) == ("2024-03-24", "anchored")


def test_an_explicit_date_has_no_form():
    [timex] = find_timexes("It rained on March 22, 2024.")
    assert timex.form == ""


def test_an_interval_is_grounded_as_a_whole():
    first, second = find_timexes("It rained from March 3 to March 5.")
    base = date(2024, 3, 25)
    assert ground(first, base).edtf == ground(second, base).edtf == "2024-03-03/2024-03-05"
    assert ground(second, base).value == "2024-03-05"


def test_dates_told_in_one_span_anchor_the_next():
    from eventgraph.model import Span

    text = "It rained on March 22, 2024. COOKIES ON MONDAY. The next day it stopped."
    spans = (Span(0, 28), Span(48, len(text)))
    assert [t.value for t in find_timexes(text, spans=spans)] == ["2024-03-22", "2024-03-23"]
