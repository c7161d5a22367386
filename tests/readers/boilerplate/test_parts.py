"""Second articles, captions and lists of other articles: what becomes a part of its own."""

from __future__ import annotations

import pytest

from eventgraph.readers.boilerplate.clean import clean

MAIN = (
    "Tartus opens grain terminal after four years",
    "The mayor of Tartus opened a new grain terminal on Sunday, saying it would double capacity.",
    "The terminal, built over four years by two local companies, can store 120,000 tonnes of wheat.",
    "Farmers from the coastal plain said they expected lower transport costs from this autumn.",
)
SECOND = (
    "Ferry captain sentenced to six years in Nicosia",
    "A court in Nicosia on Tuesday sentenced the captain of a ferry to six years in prison.",
    "The ferry ran aground off Paphos in 2022 and eleven passengers died, prosecutors told judges.",
    "His lawyers said they would appeal against the sentence within thirty days.",
)
MAIN_AR = (
    "طرطوس تفتتح صومعة للحبوب بعد أربع سنوات",
    "افتتح محافظ طرطوس يوم الأحد صومعة جديدة للحبوب، وقال إنها ستضاعف قدرة الميناء على التخزين.",
    "وتتسع الصومعة التي بنتها شركتان محليتان خلال أربع سنوات لنحو 120 ألف طن من القمح.",
)
SECOND_AR = (
    "السجن ست سنوات لقبطان عبارة في نيقوسيا",
    "حكمت محكمة في نيقوسيا يوم الثلاثاء على قبطان عبارة بالسجن ست سنوات بتهمة الإهمال.",
    "وكانت العبارة قد جنحت قبالة بافوس عام 2022 وقتل أحد عشر راكبا، بحسب الادعاء.",
)
OTHER = (
    "Wheat price hits record in Cairo",
    "The price of wheat hit a record in Cairo on Monday as imports through the Black Sea slowed.",
)


def parts(*lines, language="en", gap="\n\n"):
    text = gap.join(lines)
    found = clean(text, language).parts
    return [(part.kind, tuple(span.of(text) for span in part.spans)) for part in found]


def dates(*lines, language="en"):
    return [
        part.published and part.published.date for part in clean("\n\n".join(lines), language).parts
    ]


@pytest.mark.parametrize(
    "between",
    [
        ["Read also:"],
        ["You May Also Like"],
        ["Source: Coast News", "See also"],
        ["Tags: wheat, port", "Related Articles"],
        ["Coast News", "Read more", ""],
    ],
)
def test_a_whole_article_below_a_heading_is_a_second_part(between):
    assert parts(*MAIN, *between, *SECOND) == [("main", MAIN), ("second", SECOND)]


@pytest.mark.parametrize("heading", ["إقرأ أيضاً:", "اقرأ أيضا", "شاهد أيضاً", "مقالات مشابهة"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_second_article_in_arabic(heading, gap):
    found = parts(*MAIN_AR, "المصدر: الساحل", heading, *SECOND_AR, language="ar", gap=gap)
    assert found == [("main", MAIN_AR), ("second", SECOND_AR)]


def test_two_second_articles():
    third = (
        *OTHER,
        "Bakers said that they would raise the price of a loaf by ten percent next week.",
    )
    found = parts(*MAIN, "See also", *SECOND, "Tags: ferry", "Read next", *third)
    assert found == [("main", MAIN), ("second", SECOND), ("second", third)]


def test_a_list_after_the_second_article_is_left_out():
    found = parts(
        *MAIN, "Read also:", *SECOND, "More stories", OTHER[0], "Rail link to Homs delayed"
    )
    assert found == [("main", MAIN), ("second", SECOND)]


def test_a_second_article_has_its_own_date():
    lines = (*MAIN, "Read also:", SECOND[0], "12 March 2024", *SECOND[1:])
    assert dates(*lines) == [None, "2024-03-12"]
    assert parts(*lines)[1] == ("second", SECOND)


def test_the_date_of_a_second_article_is_unknown_unless_stated():
    assert dates("4 March 2024", *MAIN, "Read also:", *SECOND) == [None, None]


def test_articles_pasted_one_after_another():
    lines = (*MAIN, SECOND[0], "Published: 12 March 2024", *SECOND[1:])
    assert parts(*lines) == [("main", MAIN), ("second", SECOND)]
    assert dates(*lines) == [None, "2024-03-12"]


@pytest.mark.parametrize("heading", ["Read also", "Related stories", "More on this topic"])
@pytest.mark.parametrize(
    "items",
    [[SECOND[0]], [f"- {SECOND[0]}", f"- {OTHER[0]}"], [SECOND[0], "3 hours ago", OTHER[0]]],
)
def test_the_article_goes_on_after_a_list(heading, items):
    lines = (*MAIN[:2], heading, *items, *MAIN[2:])
    assert parts(*lines) == [("main", MAIN)]


def test_teasers_with_a_whole_sentence_are_left_out():
    found = parts(
        *MAIN, "Related Articles", SECOND[0], SECOND[1], *OTHER, "Copyright 2024 Coast News"
    )
    assert found == [("main", MAIN)]


def test_a_list_above_the_article_does_not_swallow_it():
    found = parts("Trending", "Rail link to Homs delayed again", *MAIN)
    assert ("main", MAIN) in [(kind, lines[-4:]) for kind, lines in found]


def test_an_author_note_is_left_out():
    note = "Jane Rahal is a reporter who has covered the coast for Coast News since 2015."
    assert parts(*MAIN, "About the author", note) == [("main", MAIN)]


def test_a_list_that_the_article_introduces_stays():
    lines = (*MAIN, "The victims were:", "Jane Rahal", "Omar Said", "Lina Haddad")
    assert parts(*lines) == [("main", lines)]


def test_a_chronology_keeps_its_dates():
    lines = (MAIN[0], "March 2, 2020", MAIN[1], "April 4, 2022", MAIN[2], "May 6, 2024", MAIN[3])
    assert parts(*lines) == [("main", lines)]
    assert clean("\n\n".join(lines), "en").stamps == ()


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("Workers load wheat at the terminal. (AP Photo/Jane Rahal)", "en"),
        ("Workers load wheat at the terminal in Tartus [Jane Rahal/Reuters]", "en"),
        ("Workers load wheat at the terminal in Tartus. Photo: Coast News", "en"),
        ("Workers load wheat at the terminal in Tartus | Photo by Jane Rahal", "en"),
        ("Workers load wheat at the terminal in Tartus © AFP", "en"),
        ("Workers load wheat at the terminal in Tartus. Jane Rahal/Reuters", "en"),
        ("FILE - Workers load wheat at the terminal in Tartus.", "en"),
        ("FILE PHOTO: Workers load wheat at the terminal in Tartus.", "en"),
        ("In this photo released by the port, workers load wheat at the terminal.", "en"),
        ("Workers load wheat at the terminal in Tartus (file photo)", "en"),
        ("Workers load wheat at the terminal in Tartus on Friday. (Coast Photo/J. Rahal)", "en"),
        ("Workers load wheat at the terminal in Tartus on Friday. (AP Photo)", "en"),
        ("Workers load wheat at the terminal in Tartus (Reuters)", "en"),
        ("عمال ينقلون القمح في ميناء طرطوس (الفرنسية-أرشيف)", "ar"),
        ("عمال ينقلون القمح في ميناء طرطوس (رويترز)", "ar"),
        ("صورة: عمال في صومعة طرطوس خلال العام الماضي", "ar"),
        ("عمال في صومعة الحبوب بمدينة طرطوس (أرشيف - رويترز)", "ar"),
        ("صورة أرشيفية: عمال في صومعة الحبوب بمدينة طرطوس", "ar"),
        ("Фото: рабочие грузят зерно в порту Тартуса", "ru"),
        ("Des ouvriers chargent du blé à Tartous (photo d'archives)", "fr"),
    ],
)
@pytest.mark.parametrize("place", [1, 2, 3])
def test_captions_are_parts_of_their_own(caption, language, place):
    lines = (*MAIN[:place], caption, *MAIN[place:])
    assert parts(*lines, language=language) == [("main", MAIN), ("caption", (caption,))]


@pytest.mark.parametrize(
    ("caption", "date"),
    [
        ("Workers load wheat in Tartus, Friday, Jan. 5, 2024. (AP Photo/Jane Rahal)", "2024-01-05"),
        ("FILE - Workers load wheat in Tartus on March 3, 2019.", "2019-03-03"),
        ("Workers load wheat in Tartus on Friday. (AP Photo/Jane Rahal)", None),
    ],
)
def test_a_caption_has_the_date_that_it_states(caption, date):
    assert dates(MAIN[0], caption, *MAIN[1:]) == [None, date]


@pytest.mark.parametrize(
    ("paragraph", "language"),
    [
        (
            "The mayor told reporters that the second terminal would open within two years. (Reuters)",
            "en",
        ),
        ("The mayor showed reporters pictures of the terminal (see the photos on page 4).", "en"),
        ("وقال المحافظ للصحفيين إن الصومعة الثانية ستفتتح خلال عامين على الأكثر. (رويترز)", "ar"),
    ],
)
def test_a_paragraph_that_an_agency_signs_is_no_caption(paragraph, language):
    signed = paragraph.removesuffix(" (Reuters)").removesuffix(" (رويترز)")
    assert parts(*MAIN, paragraph, language=language) == [("main", (*MAIN, signed))]
