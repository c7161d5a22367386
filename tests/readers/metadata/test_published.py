from __future__ import annotations

import pytest

from eventgraph.errors import DateError
from eventgraph.readers import ReadOptions
from eventgraph.readers.compose import RawArticle, compose
from eventgraph.readers.metadata.iso_date import iso_date

EN = (
    "Tartus opens grain terminal after four years",
    "The mayor of Tartus opened a new grain terminal on Sunday, saying it would double capacity.",
    "The terminal can store 120,000 tonnes of wheat and was built over four years, he said.",
)
AR = (
    "طرطوس تفتتح صومعة للحبوب بعد أربع سنوات",
    "افتتح محافظ طرطوس يوم الأحد صومعة جديدة للحبوب، وقال إنها ستضاعف قدرة الميناء على التخزين.",
)
RU = (
    "В Тартусе открыли зерновой терминал",
    "Мэр Тартуса в воскресенье открыл новый зерновой терминал, который удвоит мощности порта.",
)
FR = (
    "Tartous inaugure un terminal céréalier",
    "Le maire de Tartous a inauguré dimanche un nouveau terminal qui doublera la capacité du port.",
)


def published(text, source="a.txt", **options):
    [article] = compose(RawArticle(source=source, text=text), ReadOptions(**options))
    return (article.published.date, article.published.basis) if article.published else None


@pytest.mark.parametrize(
    ("line", "paragraphs"),
    [
        ("24 March 2024", EN),
        ("March 24, 2024", EN),
        ("24 Mar, 2024 00:23", EN),
        ("Sunday, March 24, 2024 | 10:15 AM GMT", EN),
        ("Published: 24 March 2024", EN),
        ("Published on March 24, 2024 at 9:15 am", EN),
        ("Published 24 Mar 2024 - Updated 26 Mar 2024", EN),
        ("Updated: 26 March 2024, 10:00 | Published: 24 March 2024, 09:00", EN),
        ("Posted on 2024-03-24 10:15", EN),
        ("date 2024-03-24", EN),
        ("Date: 24/03/2024", EN),
        ("03/24/2024 10:15 AM", EN),
        ("2024-03-24T10:15:00Z", EN),
        ("World | March 24, 2024", EN),
        ("By Jane Rahal | 24 March 2024", EN),
        ("نشر في 24 مارس 2024", AR),
        ("تاريخ النشر: 24/03/2024", AR),
        ("24/03/2024", AR),
        ("الأحد 24 مارس/آذار 2024", AR),
        ("الأحد، 24 آذار 2024 - 10:15 ص", AR),
        ("٢٤ مارس ٢٠٢٤", AR),
        ("2024-03-24", AR),
        ("آخر تحديث: 26 مارس 2024 | نشر في: 24 مارس 2024", AR),
        ("24 марта 2024, 10:15", RU),
        ("Опубликовано: 24.03.2024", RU),
        ("Publié le 24 mars 2024 à 10h15", FR),
        ("24/03/2024", FR),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_header_lines(line, paragraphs, above):
    headline, *rest = paragraphs
    lines = [line, headline, *rest] if above else [headline, line, *rest]
    assert published("\n\n".join(lines)) == ("2024-03-24", "header")


@pytest.mark.parametrize(
    "start",
    [
        "date 2024-03-24 ",
        "2024-03-24 ",
        "24 March 2024 | ",
        "Published: March 24, 2024. ",
        "Published: 2024-03-24 10:15 ",
        "March 24, 2024 - ",
    ],
)
def test_a_prefix_is_left_out_of_the_sentence(start):
    text = start + EN[1]
    [article] = compose(RawArticle(source="a.txt", text=text), ReadOptions())
    assert article.published.date == "2024-03-24"
    assert [span.of(text) for span in article.body] == [EN[1]]


@pytest.mark.parametrize(
    "sentence",
    [
        "March 24, 2024 was the day on which the mayor of Tartus opened the terminal, he said.",
        "On 24 March 2024 the mayor of Tartus opened a terminal that can hold 120,000 tonnes.",
        "2024 was a good year for the farmers of the plain around Tartus, the ministry said.",
    ],
)
def test_a_sentence_that_begins_with_a_date_states_no_publication(sentence):
    [article] = compose(RawArticle(source="a.txt", text=sentence), ReadOptions())
    assert article.published is None
    assert [span.of(sentence) for span in article.body] == [sentence]


@pytest.mark.parametrize(
    "start",
    [
        "TARTUS, March 24, 2024 – ",
        "TARTUS, Syria, March 24, 2024 (Coast) — ",
        "Tartus, 24 March 2024 -- ",
        "TARTUS (Coast) March 24, 2024 - ",
    ],
)
def test_datelines(start):
    assert published(start + EN[1]) == ("2024-03-24", "dateline")


def test_a_dateline_without_year_is_not_completed():
    assert published("TARTUS, March 24 (Coast) — " + EN[1]) is None


def test_a_dateline_takes_its_year_from_the_copyright_line():
    text = "TARTUS, March 24 (Coast) — " + EN[1] + "\n\nCopyright © 2024 Coast News"
    assert published(text) == ("2024-03-24", "dateline")


@pytest.mark.parametrize(
    "source",
    [
        "https://news.example.org/2024/03/24/tartus-terminal",
        "https://news.example.org/world/2024/mar/24/tartus-terminal",
        "https://news.example.org/tartus-terminal-20240324",
        "https://news.example.org/2024-03-24/tartus.html",
        "2024-03-24-tartus.txt",
        "coast_20240324.txt",
    ],
)
def test_addresses_and_file_names(source):
    assert published("\n\n".join(EN), source) == ("2024-03-24", "url")


@pytest.mark.parametrize(
    "source",
    [
        "a.txt",
        "https://x.example/2024/03/5-reasons-why",
        "000_75841d3d50a96553.txt",
        "2024.txt",
        "x-20241399.txt",
        "12345678.txt",
        "a/2024/13/45/b",
    ],
)
def test_other_numbers_are_no_dates(source):
    assert published("\n\n".join(EN), source) is None


def test_the_first_line_may_be_the_address():
    text = "https://news.example.org/2024/03/24/tartus\n\n" + "\n\n".join(EN)
    assert published(text) == ("2024-03-24", "url")


def test_a_day_that_may_mean_two_is_unknown():
    assert published(f"{EN[0]}\n\n03/04/2024\n\n{EN[1]}") is None


def test_unknown_stays_unknown():
    assert published("\n\n".join(EN)) is None


def test_the_user_fills_in_what_is_not_stated():
    assert published("\n\n".join(EN), published="2024-03-24") == ("2024-03-24", "given")


def test_what_the_article_says_wins_over_the_user():
    text = f"{EN[0]}\n\n24 March 2024\n\n{EN[1]}"
    assert published(text, published="2020-01-01") == ("2024-03-24", "header")


def test_todays_date_on_the_page_is_not_believed_over_the_article():
    text = f"Sunday, November 22, 2026\n\n{EN[0]}\n\nMarch 24, 2024\n\n{EN[1]}"
    assert published(text) == ("2024-03-24", "header")


def test_a_last_change_is_better_than_nothing():
    assert published(f"{EN[0]}\n\nUpdated: 26 March 2024\n\n{EN[1]}") == ("2024-03-26", "header")


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2024-03-24", "2024-03-24"),
        ("2024-03-24T23:30:00-05:00", "2024-03-24"),
        ("2024-03-24T23:30:00Z", "2024-03-24"),
        (" 2024-03-24 10:15 ", "2024-03-24"),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
    ],
)
def test_iso_dates(value, date):
    assert iso_date(value) == date


@pytest.mark.parametrize(
    "value", ["yesterday", "2024-02-30", "24/03/2024", "0000", "2024-13", "", "20a4"]
)
def test_other_dates_are_refused(value):
    with pytest.raises(DateError, match="expected an ISO date"):
        iso_date(value)
    if value:
        with pytest.raises(DateError):
            ReadOptions(published=value)


@pytest.mark.parametrize(
    "start",
    [
        "TARTUS, Aug. 5, 2020 (Cedar Wire) — ",
        "ST. PETERSBURG, Aug. 5, 2020 — ",
        "TARTUS, August 5, 2020. /TASS/. ",
        "Tartus/Homs, 5 August 2020 (Coast) - ",
    ],
)
def test_datelines_with_stops(start):
    assert published(start + EN[1]) == ("2020-08-05", "dateline")


@pytest.mark.parametrize(
    "sentence",
    [
        "On Aug. 5, 2020, a blast - the largest in years - tore through the port of the city at noon.",
        "The blast of Aug. 5, 2020 — the largest in years — tore through the port of the city at noon.",
        "In Tartus, on 5 August 2020 the mayor opened a terminal – the first in years – at the port.",
    ],
)
def test_sentences_with_dashes_are_no_datelines(sentence):
    assert published(sentence) is None


def test_emphasised_date_lines():
    assert published(f"# {EN[0]}\n\n*24 March 2024*\n\n{EN[1]}") == ("2024-03-24", "header")
