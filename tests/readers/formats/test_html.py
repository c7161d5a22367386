from __future__ import annotations

import json
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventgraph.model import Article, Skipped
from eventgraph.readers.formats.html import READER
from eventgraph.readers.formats.html_page import parse_page
from eventgraph.readers.reader import ReadOptions

RAIN = "Rain fell on Homs on Friday and the river rose again by half a metre, officials said."
SNOW = "Snow fell on Sweida on Saturday and closed the road to Damascus for an hour, police said."
HEADLINE = "Storm closes roads in the south"


def read(markup, encoding="utf-8"):
    (item,) = READER.read(BytesIO(markup.encode(encoding)), "page.html", ReadOptions())
    return item


def page(*, head="", before="", figure="", after=""):
    return f"""<!DOCTYPE html><html><head><title>{HEADLINE} - Coast News</title>{head}</head><body>
    <header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav></header>
    {before}<article><h1>{HEADLINE}</h1>{figure}<p>{RAIN}</p><p>Police <b>said</b> on Sunday:
    {SNOW}</p></article>{after}<footer><p>Copyright © 2024 Coast News</p></footer></body></html>"""


def body(article):
    return [
        span.of(article.text)
        for part in article.parts
        if part.kind == "main"
        for span in part.spans
    ]


ARTICLE = [HEADLINE, RAIN, f"Police said on Sunday: {SNOW}"]


@pytest.mark.parametrize(
    "around",
    [
        {},
        {"before": "<div class='cookie'>We use cookies to improve this site.</div>"},
        {
            "after": "<aside><h2>Related</h2><ul><li><a>Ferry crew rescued off Cyprus</a></li></ul></aside>"
        },
        {
            "after": "<section id='comments'><h3>Comments</h3><p>I was there and it was bad.</p></section>"
        },
        {"after": "<script>var x = 'Rain fell';</script><style>p {}</style>"},
        {"before": "<p style='display:none'>Hidden words of the page.</p>"},
    ],
)
def test_the_article_is_told_from_the_page(around):
    assert body(read(page(**around))) == ARTICLE


def test_spans_point_into_the_visible_text():
    article = read(page())
    assert "Home" in article.text
    assert "<" not in article.text


def test_a_figure_caption_is_a_part_of_its_own():
    figure = "<figure><img src='x'><figcaption>A flooded street in Homs, March 3, 2019</figcaption></figure>"
    article = read(page(figure=figure))
    (caption,) = [part for part in article.parts if part.kind == "caption"]
    assert [span.of(article.text) for span in caption.spans] == [
        "A flooded street in Homs, March 3, 2019"
    ]
    assert caption.published.date == "2019-03-03"
    assert body(article) == ARTICLE


@pytest.mark.parametrize(
    ("head", "basis"),
    [
        (
            '<meta property="article:published_time" content="2024-03-24T10:00:00+03:00">',
            "metadata",
        ),
        ('<meta name="DC.date.issued" content="2024-03-24">', "metadata"),
        ('<meta itemprop="datePublished" content="2024-03-24">', "metadata"),
        (
            f'<script type="application/ld+json">{json.dumps({"@graph": [{"dateModified": "2024-04-01", "datePublished": "2024-03-24"}]})}</script>',
            "metadata",
        ),
        (
            '<script type="application/ld+json">{broken</script><meta name="date" content="2024-03-24">',
            "metadata",
        ),
        ('<link rel="canonical" href="https://coast.example/2024/03/24/storm">', "url"),
    ],
)
def test_publication_dates(head, basis):
    found = read(page(head=head)).published
    assert (found.date, found.basis) == ("2024-03-24", basis)


@pytest.mark.parametrize(
    "before", ["<p class='date'>Published: 24 March 2024</p>", "<span>24 March 2024</span>"]
)
def test_a_visible_date_line(before):
    markup = page().replace("</h1>", f"</h1>{before}")
    assert read(markup).published.date == "2024-03-24"
    assert body(read(markup)) == ARTICLE


def test_a_time_element():
    markup = page().replace("</h1>", "</h1><time datetime='2024-03-24T08:00'>2 days ago</time>")
    assert read(markup).published.date == "2024-03-24"


def test_a_page_without_a_date_has_none():
    assert read(page()).published is None


def test_the_title_is_the_heading():
    assert read(page()).title == HEADLINE


def test_the_declared_encoding_is_heeded():
    text = "Дождь прошёл в Хомсе в пятницу, и река поднялась на полметра, сообщили власти."
    markup = f"<html><head><meta charset='windows-1251'></head><body><p>{text}</p></body></html>"
    assert text in read(markup, "windows-1251").text


@pytest.mark.parametrize(
    "markup",
    [
        "<<<<html <p>Rain fell </ <a href=",
        "<p>Rain <b>fell <i>on Homs",
        "<div>" * 1000 + "Rain fell",
        "<table><tr><td>Rain<td>fell</table></table></p>",
        "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><p>Rain fell</p></html>",
        "Rain fell, no markup at all",
    ],
)
def test_broken_pages_keep_their_words(markup):
    assert "Rain" in read(markup).text


@given(st.text(alphabet="<>/abp \"'=!-&;#x\n", max_size=80))
@settings(max_examples=60, deadline=None)
def test_no_markup_crashes(markup):
    assert isinstance(read(f"<p>{markup}"), Article | Skipped)


def test_blocks_become_lines():
    assert (
        parse_page("<p>One<br>two</p>three<div>four <em>five</em></div>").text
        == "One\ntwo\nthree\nfour five"
    )
