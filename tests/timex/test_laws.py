"""Laws that hold for any text, and text that is made to be slow."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.timex import bounds, constraints, find_timexes, ground
from eventgraph.timex.calendar.arithmetic import move, pick_weekday
from eventgraph.timex.calendar.holidays import easter, nth_weekday

LANGUAGES = st.sampled_from(("en", "ar", "ru", "fr", "de", "xx"))
BASES = st.one_of(st.none(), st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)))
LETTERS = st.text(
    st.one_of(
        st.characters(min_codepoint=0x20, max_codepoint=0x7E),
        st.characters(min_codepoint=0x600, max_codepoint=0x6FF),
        st.characters(min_codepoint=0x400, max_codepoint=0x45F),
        st.characters(min_codepoint=0x4E00, max_codepoint=0x4F00),
        st.sampled_from("\n\t\u200f\u00a0٠١٢٣٤٥٦٧٨٩"),
    ),
    max_size=80,
)
WORDS = st.lists(
    st.sampled_from(
        [
            "in",
            "on",
            "since",
            "between",
            "and",
            "from",
            "to",
            "until",
            "the",
            "last",
            "next",
            "this",
            "year",
            "month",
            "week",
            "Friday",
            "March",
            "May",
            "day",
            "days",
            "years",
            "ago",
            "later",
            "earlier",
            "3",
            "22",
            "2024",
            "1999",
            "0",
            "99",
            "31",
            "-",
            ",",
            ".",
            ":",
            "/",
            "a.m.",
            "16:30",
            "1990s",
            "12th",
            "half",
            "quarter",
            "of",
            "night",
            "early",
            "late",
            "century",
            "9999",
            "each",
            "every",
            "two",
            "second",
            "fiscal",
            "الجمعة",
            "أمس",
            "اليوم",
            "عام",
            "مارس",
            "شهر",
            "الماضي",
            "المقبل",
            "قبل",
            "منذ",
            "بعد",
            "ثلاثة",
            "أيام",
            "و2019",
            "2015",
            "مساء",
            "بين",
            "إلى",
            "هـ",
            "1445",
            "в",
            "пятницу",
            "марта",
            "года",
            "назад",
            "два",
            "с",
            "по",
            "прошлой",
            "неделе",
            "через",
            "le",
            "vendredi",
            "mars",
            "dernier",
            "il",
            "y",
            "a",
            "trois",
            "jours",
            "depuis",
        ]
    ),
    max_size=12,
).map(" ".join)


@given(text=st.one_of(LETTERS, WORDS), base=BASES, language=LANGUAGES)
@settings(max_examples=400, deadline=None)
def test_any_text_gives_sound_timexes(text, base, language):
    end = 0
    for timex in find_timexes(text, base, language):
        assert timex.text == timex.span.of(text) != ""
        assert timex.span.start >= end
        end = timex.span.end
        if timex.edtf:
            bounds(timex.edtf)
        if timex.earliest and timex.latest:
            assert "0001-01-01" <= timex.earliest <= timex.latest <= "9999-12-31"


@given(text=WORDS, base=BASES.filter(bool), language=LANGUAGES)
@settings(max_examples=200, deadline=None)
def test_grounding_later_gives_what_a_known_base_gives(text, base, language):
    unknown = find_timexes(text, None, language)
    known = find_timexes(text, base, language)
    assert [ground(timex, base) for timex in unknown] == list(known)
    assert [ground(timex, base) for timex in known] == list(known)


@given(text=WORDS, language=LANGUAGES)
@settings(max_examples=100, deadline=None)
def test_constraints_are_days(text, language):
    for timex in find_timexes(text, None, language):
        found = constraints(timex)
        assert found.weekday in (None, 1, 2, 3, 4, 5, 6, 7)
        assert found.month in (None, *range(1, 13))
        assert found.day in (None, *range(1, 32))


@pytest.mark.parametrize(
    "text",
    [
        "1" * 1_000_000,
        "1 " * 30_000,
        "a" * 1_000_000,
        "2024-" * 20_000,
        "12:" * 30_000,
        "\u064b" * 500_000,
    ],
    ids=["digits", "numbers", "letters", "dashes", "colons", "marks"],
)
@pytest.mark.parametrize("language", ["en", "ar", "de"])
def test_no_text_is_slow(text, language):
    began = time.process_time()
    find_timexes(text, "2024-03-25", language)
    assert time.process_time() - began < 5


def test_a_million_digits_take_less_than_a_second():
    find_timexes("warm up 1", "2024-03-25")
    began = time.process_time()
    assert find_timexes("1" * 1_000_000, "2024-03-25") == ()
    assert time.process_time() - began < 1


@given(
    day=st.dates(),
    weekday=st.integers(1, 7),
    pick=st.sampled_from(("past", "last", "future", "next")),
)
def test_a_picked_weekday_lies_in_its_direction(day, weekday, pick):
    found = pick_weekday(day, weekday, pick)
    if found is not None:
        assert found.isoweekday() == weekday
        assert abs((found - day).days) <= 7
        assert {
            "past": found <= day,
            "last": found < day,
            "future": found >= day,
            "next": found > day,
        }[pick]


@given(day=st.dates(), unit=st.sampled_from("DWMQHYEC"), count=st.integers(-50, 50))
def test_moving_stays_in_the_calendar(day, unit, count):
    assert move(day, unit, count) is None or date.min <= move(day, unit, count) <= date.max


@given(year=st.integers(1, 9999), month=st.integers(1, 12), weekday=st.integers(1, 7))
def test_the_last_weekday_of_a_month_is_in_its_last_week(year, month, weekday):
    last = nth_weekday(year, month, weekday, -1)
    if last is not None:
        following = move(last, "D", 7)
        assert last.isoweekday() == weekday
        assert last.month == month
        assert following is None or following.month != month


@given(year=st.integers(1583, 9999))
def test_easter_is_a_sunday_of_spring(year):
    day = easter(year)
    assert day.isoweekday() == 7
    assert (3, 22) <= (day.month, day.day) <= (4, 25)
