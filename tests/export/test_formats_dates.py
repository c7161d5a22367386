"""No format says more about a date than the sources do."""

import csv
import io
import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from eventgraph import export
from eventgraph.export.calendar import after, ends, in_words, surely
from eventgraph.model import Corpus, EventDate, Published
from tests.corpora import corpus

# EDTF date, first and last possible day.
DATES = {
    "day": ("2019-06-04", "2019-06-04", "2019-06-04"),
    "about": ("2019-06-04~", "2019-06-04", "2019-06-04"),
    "month": ("2019-06", "2019-06-01", "2019-06-30"),
    "early month": ("2019-06~", "2019-06-01", "2019-06-10"),
    "year": ("2019", "2019-01-01", "2019-12-31"),
    "spring": ("2019-21", "2019-03-01", "2019-05-31"),
    "decade": ("199X", "1990-01-01", "1999-12-31"),
    "century": ("19XX", "1900-01-01", "1999-12-31"),
    "interval": ("2019-06-04/2019-06-06", "2019-06-04", "2019-06-06"),
    "mixed": ("2015/2017-03~", "2015-01-01", "2017-03-31"),
    "since": ("2014/..", "2014-01-01", None),
    "until": ("../2014", None, "2014-12-31"),
    "last day": ("9999-12-31", "9999-12-31", "9999-12-31"),
    "unknown": (None, None, None),
}


def dated(name) -> Corpus:
    made = corpus()
    return replace(made, events=(replace(made.events[0], date=EventDate(*DATES[name])),))


def text(form, name):
    return export.render(form, dated(name)).decode("utf-8")


def table(form, name):
    return list(csv.DictReader(io.StringIO(text(form, name), newline="")))


IN_WORDS = [
    ("day", "en", "4 June 2019"),
    ("day", "fr", "4 juin 2019"),
    ("about", "en", "about 4 June 2019"),
    ("month", "en", "June 2019"),
    ("year", "en", "2019"),
    ("spring", "en", "spring 2019"),
    ("decade", "en", "1990s"),
    ("century", "en", "century 20"),
    ("interval", "en", "4 June 2019 – 6 June 2019"),
    ("mixed", "en", "2015 – about March 2017"),
    ("since", "en", "since 2014"),
    ("until", "en", "until 2014"),
    ("unknown", "en", "no date"),
    ("day", "xx", "4 June 2019"),
]


@pytest.mark.parametrize(("name", "language", "words"), IN_WORDS)
def test_dates_in_words(name, language, words):
    assert in_words(DATES[name][0], language) == words


@pytest.mark.parametrize("language", ["ar", "en", "fr", "ru"])
@pytest.mark.parametrize("name", sorted(DATES))
def test_every_language_of_the_page_has_words_for_every_date(name, language):
    year = next((day[:4] for day in DATES[name] if day), "")
    assert in_words(DATES[name][0], language)
    assert {"century": "20", "decade": "1990", "until": "2014"}.get(name, year) in in_words(
        DATES[name][0], language
    )


@pytest.mark.parametrize(
    ("edtf", "words"), [("2019?", "perhaps 2019"), ("2019-06%", "perhaps about June 2019")]
)
def test_doubt_in_words(edtf, words):
    assert in_words(edtf) == words


# What TimelineJS, JSON-LD, KML and FollowTheMoney get: the ends in ISO 8601 of their own precision.
ENDS = [
    ("day", "2019-06-04", None), ("about", "2019-06-04", None), ("month", "2019-06", None),
    ("early month", "2019-06", None), ("year", "2019", None), ("spring", "2019-03", "2019-05"),
    ("decade", "1990-01", "1999-12"), ("century", "1900-01", "1999-12"),
    ("interval", "2019-06-04", "2019-06-06"), ("mixed", "2015", "2017-03"), ("since", "2014", None),
    ("until", None, "2014"), ("unknown", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "first", "last"), ENDS)
def test_ends_are_as_precise_as_the_date(name, first, last):
    found = ends(EventDate(*DATES[name]))
    assert tuple(part.iso if part else None for part in found) == (first, last)


@pytest.mark.parametrize(("name", "first", "last"), ENDS)
def test_jsonld_has_both_ends_and_the_doubt(name, first, last):
    event = json.loads(text("jsonld", name))["@graph"][-1]
    assert (event.get("startDate"), event.get("endDate")) == (first, last)
    assert event.get("dcterms:date", {}).get("@value") == DATES[name][0]


@pytest.mark.parametrize(("name", "first", "last"), ENDS)
def test_a_kml_span_is_open_only_where_the_date_is(name, first, last):
    span = ET.fromstring(text("kml", name)).find(".//{*}TimeSpan")  # noqa: S314 - our own bytes
    found = [span.findtext(f"{{*}}{end}") if span is not None else None for end in ("begin", "end")]
    single = last is None and name != "since"
    assert found == [first, first if single else last]


@pytest.mark.parametrize(("name", "first", "last"), ENDS)
def test_followthemoney_dates(name, first, last):
    [event] = [p for p in map(json.loads, text("ftm", name).splitlines()) if p["id"] == "v1"]
    found = {key: v[0] for key, v in event["properties"].items() if key.lower().endswith("date")}
    single = last is None and name != "since"
    names = {"date": first} if single else {"startDate": first, "endDate": last}
    assert found == {key: value for key, value in names.items() if value}


@pytest.mark.parametrize("name", sorted(DATES))
def test_timelinejs_gives_no_more_parts_than_are_known(name):
    slides = json.loads(text("timelinejs", name))["events"]
    assert len(slides) == (name != "unknown")
    for slide in slides:
        first, last = ends(EventDate(*DATES[name]))
        assert slide["display_date"] == in_words(DATES[name][0])
        shown = [value for value in (first or last) if value is not None]
        assert sorted(slide["start_date"].values()) == sorted(shown)
        assert ("end_date" in slide) == bool(first and last)


@pytest.mark.parametrize("name", sorted(DATES))
def test_the_two_forms_of_timelinejs_agree(name):
    slides = json.loads(text("timelinejs", name))["events"]
    rows = table("timelinejs-csv", name)[1:]
    assert [row["Display Date"] for row in rows] == [slide["display_date"] for slide in slides]
    assert [row["End Year"] for row in rows] == [
        str(slide.get("end_date", {}).get("year", "")) for slide in slides
    ]


# DTSTART and exclusive DTEND.
DAYS = [
    ("day", "20190604", "20190605"), ("month", "20190601", "20190701"), ("year", "20190101", "20200101"),
    ("since", "20140101", "20140102"), ("until", "20141231", "20150101"), ("last day", "99991231", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "start", "end"), DAYS)
def test_icalendar_days(name, start, end):
    lines = text("ics", name).split("\r\n")
    assert f"DTSTART;VALUE=DATE:{start}" in lines
    assert f"DTSTAMP:{start}T000000Z" in lines
    assert [row for row in lines if row.startswith("DTEND")] == (
        [f"DTEND;VALUE=DATE:{end}"] if end else []
    )


def test_icalendar_counts_what_has_no_date():
    lines = text("ics", "unknown").split("\r\n")
    assert "BEGIN:VEVENT" not in lines
    assert "X-WR-CALDESC:Events left out because they have no date: 1." in lines


MOMENTS = [
    ("day", ["Day of event"]),
    ("month", ["First possible day of event", "Last possible day of event"]),
    ("since", ["First possible day of event"]),
    ("until", ["Last possible day of event"]),
    ("unknown", []),
]


@pytest.mark.parametrize(("name", "moments"), MOMENTS)
def test_timesketch_says_which_day_it_is(name, moments):
    assert [row["timestamp_desc"] for row in table("timesketch", name)] == moments


@pytest.mark.parametrize("form", ["geojson", "kml"])
def test_a_map_keeps_what_has_no_date(form):
    assert "About met" in text(form, "unknown")


@pytest.mark.parametrize(
    ("edtf", "sure"),
    [
        ("2019-06-04", "2019-06-04"),
        ("2019-06~", "2019-06"),
        ("2019-06-04/2019-06-09", "2019-06"),
        ("2019-06/2019-09", "2019"),
        ("2019/2021", None),
        ("2019/..", None),
        ("../2019", None),
    ],
)
def test_an_article_of_some_day_in_a_week_is_not_of_its_first_day(edtf, sure):
    assert surely(EventDate(edtf)) == sure
    made = corpus()
    article = replace(made.articles[0], published=Published(edtf, "inferred"))
    first = json.loads(export.render("ftm", Corpus((article,))).decode("utf-8"))
    assert first["properties"].get("publishedAt", [None]) == [sure]


def test_the_day_after():
    assert (after("2019-12-31"), after("9999-12-31")) == ("2020-01-01", None)
